package tinct.codec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tinct.image.Animation;
import tinct.image.Area;
import tinct.image.Delay;

/**
 * A GIF file as an animation; one that is still has one frame.
 *
 * <p>The structure of the file is checked when the reader is made; each {@link #open} decodes from the beginning, with one
 * frame in memory, or two if frames are to be removed. The canvas is that of the file, or the first frame if that is
 * larger; other frames are cut off at its edges. Where nothing is drawn it is transparent, whatever background the file
 * names. Indices beyond a colour table draw nothing. All this is as browsers have it. Source: GIF89a.
 */
public final class GifAnimation implements Animation {
    private final Reopened source;
    private final int width;
    private final int height;
    private final int frameCount;
    private final int plays;
    private final double seconds;

    private GifAnimation(Reopened source, long maxPixels) throws IOException {
        this.source = source;
        GifFrameHeader.Loops loops = new GifFrameHeader.Loops();
        int frames = 0;
        double duration = 0;
        try (GifInput in = new GifInput(source.open())) {
            Screen screen = Screen.read(in);
            int columns = screen.width;
            int rows = screen.height;
            for (GifFrameHeader frame = GifFrameHeader.next(in, loops);
                    frame != null;
                    frame = GifFrameHeader.next(in, loops)) {
                Area area = frame.area();
                if (frames++ == 0) {
                    columns = Math.max(columns, area.right());
                    rows = Math.max(rows, area.bottom());
                    checkSize(columns, rows, maxPixels);
                }
                checkSize(Math.max(1, area.width()), Math.max(1, area.height()), maxPixels);
                if (frame.table().length + screen.table.length == 0) {
                    throw new CodecException("GIF", in.offset(), "frame " + frames + " has no colours");
                }
                in.u8();
                in.beginData();
                in.endData();
                duration += frame.delay().seconds();
            }
            width = columns;
            height = rows;
        }
        if (frames == 0) {
            throw new CodecException("GIF", -1, "there is no picture in it");
        }
        frameCount = frames;
        plays = loops.plays();
        seconds = duration;
    }

    /**
     * Reads the structure of a file.
     *
     * @param maxPixels the most pixels that a frame may have, checked before memory is taken for it
     * @throws CodecException if the file is broken, or larger than the limit
     * @throws IOException if the file cannot be read
     */
    public static GifAnimation open(Path file, long maxPixels) throws IOException {
        return new GifAnimation(() -> Files.newInputStream(file), maxPixels);
    }

    /**
     * Reads the structure of a file in memory; the caller must not write to the array afterwards.
     *
     * @param maxPixels the most pixels that a frame may have, checked before memory is taken for it
     * @throws CodecException if the file is broken, or larger than the limit
     */
    public static GifAnimation of(byte[] gif, long maxPixels) throws CodecException {
        return Reopened.inMemory(gif, source -> new GifAnimation(source, maxPixels));
    }

    /**
     * Whether a file is a GIF of more than one frame; false if it is broken before the second.
     *
     * @throws IOException if the file cannot be read
     */
    public static boolean isAnimated(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file);
                GifInput in = new GifInput(stream)) {
            GifFrameHeader.Loops loops = new GifFrameHeader.Loops();
            Screen.read(in);
            if (GifFrameHeader.next(in, loops) == null) {
                return false;
            }
            in.u8();
            in.beginData();
            in.endData();
            return GifFrameHeader.next(in, loops) != null;
        } catch (CodecException broken) {
            return false;
        }
    }

    private static void checkSize(int width, int height, long maxPixels) throws CodecException {
        long pixels = (long) width * height;
        if (width < 1 || height < 1) {
            throw new CodecException("GIF", -1, "width and height must be at least 1, are " + width + " x " + height);
        }
        long limit = Math.min(maxPixels, Integer.MAX_VALUE - 8);
        if (pixels > limit) {
            throw CodecException.tooLarge("GIF", width, height, limit);
        }
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public int frameCount() {
        return frameCount;
    }

    @Override
    public int plays() {
        return plays;
    }

    @Override
    public double seconds() {
        return seconds;
    }

    @Override
    public FrameReader open() throws IOException {
        GifInput in = new GifInput(source.open());
        try {
            return new Frames(in, Screen.read(in), new FrameCanvas(width, height));
        } catch (Throwable e) {
            in.close();
            throw e;
        }
    }

    /** What the file says before its first block. */
    private record Screen(int width, int height, int[] table) {
        static Screen read(GifInput in) throws IOException {
            String signature = new String(in.bytes(6), StandardCharsets.ISO_8859_1);
            if (!signature.equals("GIF87a") && !signature.equals("GIF89a")) {
                throw new CodecException("GIF", 0, "the file does not begin with the signature of GIF");
            }
            int width = in.u16();
            int height = in.u16();
            int flags = in.u8();
            in.u16(); // background and shape of pixels
            return new Screen(width, height, GifFrameHeader.table(in, flags));
        }
    }

    private static final class Frames implements FrameReader {
        private static final int[] TOP = {0, 4, 2, 1};
        private static final int[] DOWN = {8, 8, 4, 2};

        private final GifInput in;
        private final Screen screen;
        private final FrameCanvas canvas;
        private @Nullable GifFrameHeader frame;
        private byte[] indices = {};
        private int[] row = {};

        Frames(GifInput in, Screen screen, FrameCanvas canvas) {
            this.in = in;
            this.screen = screen;
            this.canvas = canvas;
        }

        @Override
        public boolean next() throws IOException {
            GifFrameHeader found = GifFrameHeader.next(in, new GifFrameHeader.Loops());
            frame = found;
            if (found == null) {
                return false;
            }
            canvas.begin(found.area(), found.disposal());
            draw(found, new LzwDecoder(in));
            in.endData();
            return true;
        }

        private void draw(GifFrameHeader header, LzwDecoder data) throws IOException {
            int height = header.area().height();
            if (!header.interlaced()) {
                drawRows(header, data, 0, 1);
                return;
            }
            for (int pass = 0; pass < TOP.length; pass++) {
                if (TOP[pass] < height) {
                    drawRows(header, data, TOP[pass], DOWN[pass]);
                }
            }
        }

        private void drawRows(GifFrameHeader header, LzwDecoder data, int top, int down) throws IOException {
            Area area = header.area();
            int[] table = header.table().length > 0 ? header.table() : screen.table;
            int columns = area.width();
            if (indices.length < columns) {
                indices = new byte[columns];
                row = new int[columns];
            }
            for (int y = top; y < area.height(); y += down) {
                if (data.read(indices, columns) < columns) {
                    throw new CodecException(
                            "GIF", in.offset(), "the data of a frame ends before its " + area.height() + " rows do");
                }
                for (int x = 0; x < columns; x++) {
                    int index = indices[x] & 0xFF;
                    row[x] = index == header.transparent() || index >= table.length ? 0 : table[index];
                }
                canvas.lay(area.x(), area.y() + y, row, 0, columns);
            }
        }

        @Override
        public int[] canvas() {
            return canvas.pixels();
        }

        @Override
        public Area changed() {
            return canvas.changed();
        }

        @Override
        public Delay delay() {
            return frame == null ? Delay.ofMilliseconds(0) : frame.delay();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
