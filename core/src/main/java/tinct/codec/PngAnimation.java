package tinct.codec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tinct.image.Animation;
import tinct.image.Area;
import tinct.image.Delay;

/**
 * An animated PNG file (APNG) of any colour type and depth.
 *
 * <p>The structure of the file and its checksums are checked when the reader is made; each {@link #open} decodes from the
 * beginning, with one frame in memory, two if frames are to be removed, and a third if they are interlaced. Image data that
 * is no frame is passed over. Samples become pixels as with {@link PngReader}. Source: PNG specification, third edition,
 * section 11.3.6.
 */
public final class PngAnimation implements Animation {
    private final Reopened source;
    private final long length;
    private final long maxPixels;
    private final PngPrelude prelude;
    private final PngPlayback playback;
    private final double seconds;

    private PngAnimation(Reopened source, long length, long maxPixels) throws IOException {
        this.source = source;
        this.length = length;
        this.maxPixels = maxPixels;
        try (PngChunks chunks = PngChunks.open(source.open())) {
            PngSequence sequence = new PngSequence();
            prelude = PngPrelude.read(chunks, maxPixels, length, sequence);
            playback = prelude.playback()
                    .orElseThrow(() -> CodecException.refused("PNG", "is no animation, as it has no chunk acTL"));
            seconds = walk(chunks, sequence);
        }
    }

    /**
     * Reads the structure of a regular file.
     *
     * @param maxPixels the most pixels that the picture may have, checked before memory is taken for it
     * @throws CodecException if the file is broken, not animated, or larger than the limit
     * @throws IOException if the file cannot be read
     */
    public static PngAnimation open(Path file, long maxPixels) throws IOException {
        return new PngAnimation(() -> Files.newInputStream(file), Files.size(file), maxPixels);
    }

    /**
     * Reads the structure of a file in memory; the caller must not write to the array afterwards.
     *
     * @param maxPixels the most pixels that the picture may have, checked before memory is taken for it
     * @throws CodecException if the file is broken, not animated, or larger than the limit
     */
    public static PngAnimation of(byte[] png, long maxPixels) throws CodecException {
        return Reopened.inMemory(png, source -> new PngAnimation(source, png.length, maxPixels));
    }

    /**
     * Whether a file is a PNG with a chunk acTL; false if it is broken before that.
     *
     * @throws IOException if the file cannot be read
     */
    public static boolean isAnimated(Path file) throws IOException {
        try (PngChunks chunks = PngChunks.open(Files.newInputStream(file))) {
            for (chunks.next(); !chunks.type().equals("IDAT"); chunks.next()) {
                if (chunks.type().equals("acTL")) {
                    return true;
                }
                chunks.finish();
            }
            return false;
        } catch (CodecException broken) {
            return false;
        }
    }

    /** Goes over all chunks behind the first IDAT; returns the seconds that the frames take. */
    private double walk(PngChunks chunks, PngSequence sequence) throws IOException {
        PngHeader header = prelude.header();
        double duration = prelude.first().map(frame -> frame.delay().seconds()).orElse(0.0);
        int frames = prelude.first().isPresent() ? 1 : 0;
        for (; !chunks.type().equals("IEND"); chunks.next()) {
            if (chunks.type().equals("fcTL")) {
                PngFrame frame = PngFrame.read(chunks, sequence, header);
                duration += frame.delay().seconds();
                frames++;
                continue;
            } else if (chunks.type().equals("fdAT")) {
                sequence.check(chunks);
            } else if (!chunks.type().equals("IDAT")) {
                PngPrelude.checkAfterData(chunks);
            }
            chunks.finish();
        }
        chunks.data(0);
        if (frames != playback.frames()) {
            throw new CodecException(
                    "PNG", chunks.start(), "there are " + frames + " frames instead of " + playback.frames());
        }
        return duration;
    }

    /** Depth and colour type, such as {@code "8-bit RGB"}; see {@link PngReader#kind}. */
    public String kind() {
        return prelude.header().kind();
    }

    /** Bits of a sample in the file: 1, 2, 4, 8 or 16. */
    public int bitDepth() {
        return prelude.header().bitDepth();
    }

    /** The ICC profile of the chunk iCCP; the pixels have not been converted by it. See {@link PngReader#iccProfile}. */
    public Optional<byte[]> iccProfile() {
        return prelude.icc().map(byte[]::clone);
    }

    @Override
    public int width() {
        return prelude.header().width();
    }

    @Override
    public int height() {
        return prelude.header().height();
    }

    @Override
    public int frameCount() {
        return playback.frames();
    }

    @Override
    public int plays() {
        return playback.plays();
    }

    @Override
    public double seconds() {
        return seconds;
    }

    @Override
    public FrameReader open() throws IOException {
        PngChunks chunks = PngChunks.open(source.open());
        try {
            PngSequence sequence = new PngSequence();
            PngPrelude again = PngPrelude.read(chunks, maxPixels, length, sequence);
            if (!again.header().matches(prelude.header())) {
                throw CodecException.refused("PNG", "has changed since it was first read");
            }
            return new Frames(chunks, sequence, again, playback.frames());
        } catch (Throwable e) {
            chunks.close();
            throw e;
        }
    }

    private static final class Frames implements FrameReader {
        private final PngChunks chunks;
        private final PngSequence sequence;
        private final PngPrelude prelude;
        private final FrameCanvas canvas;
        private final int[] row;
        private int left;
        private boolean begun;
        private @Nullable PngFrame frame;

        Frames(PngChunks chunks, PngSequence sequence, PngPrelude prelude, int frames) {
            this.chunks = chunks;
            this.sequence = sequence;
            this.prelude = prelude;
            left = frames;
            canvas = new FrameCanvas(prelude.header().width(), prelude.header().height());
            row = new int[prelude.header().width()];
        }

        @Override
        public boolean next() throws IOException {
            if (left == 0) {
                return false;
            }
            left--;
            PngFrame found = begun || prelude.first().isEmpty()
                    ? control()
                    : prelude.first().get();
            frame = found;
            // Nothing was before the first frame but the transparent canvas.
            canvas.begin(found.area(), found.disposal());
            begun = true;
            PngLines lines = new PngLines(chunks, header(found), chunks.type().equals("fdAT") ? sequence : null);
            try {
                draw(found, lines);
                lines.finishData();
            } finally {
                lines.endData();
            }
            return true;
        }

        /** Goes to the next fcTL and then to the data of its frame. */
        private PngFrame control() throws IOException {
            for (; !chunks.type().equals("fcTL"); chunks.next()) {
                if (chunks.type().equals("IEND")) {
                    throw chunks.error("comes before the last frame");
                } else if (chunks.type().equals("fdAT")) {
                    throw chunks.error("belongs to no frame");
                }
                chunks.finish();
            }
            PngFrame control = PngFrame.read(chunks, sequence, prelude.header());
            chunks.next();
            for (; !chunks.type().equals("fdAT"); chunks.next()) {
                if (chunks.type().equals("IEND") || chunks.type().equals("fcTL")) {
                    throw chunks.error("comes before the data of a frame");
                }
                chunks.finish();
            }
            sequence.check(chunks);
            return control;
        }

        private PngHeader header(PngFrame of) {
            PngHeader all = prelude.header();
            Area area = of.area();
            return new PngHeader(area.width(), area.height(), all.bitDepth(), all.color(), all.interlaced());
        }

        private void draw(PngFrame of, PngLines lines) throws IOException {
            PngHeader header = header(of);
            PngPixels pixels = prelude.pixels();
            int columns = header.width();
            if (header.interlaced()) {
                int[] argb = Adam7.readPixels(lines, pixels, header);
                for (int y = 0; y < header.height(); y++) {
                    draw(of, y, argb, y * columns);
                }
                return;
            }
            for (int y = 0; y < header.height(); y++) {
                pixels.convert(lines.next((int) header.rowBytes(columns)), columns, row);
                draw(of, y, row, 0);
            }
        }

        private void draw(PngFrame of, int y, int[] argb, int from) {
            Area area = of.area();
            canvas.draw(of.over(), area.x(), area.y() + y, argb, from, area.width());
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
            chunks.close();
        }
    }
}
