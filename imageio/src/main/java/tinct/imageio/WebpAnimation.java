package tinct.imageio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tinct.codec.CodecException;
import tinct.codec.FrameCanvas;
import tinct.image.Animation;
import tinct.image.Area;
import tinct.image.Delay;

/**
 * An animated WebP file. Each frame is wrapped as a still file and decoded as that. Orientation by EXIF is not applied.
 * Source: the WebP container specification.
 */
final class WebpAnimation implements Animation {
    private static final int FLAGS = 20; // of the chunk VP8X, which comes first
    private static final int ANIMATED = 0x02;
    private static final int ALPHA = 0x10;
    private static final int CONTROL = 16; // bytes of a frame before its chunks

    private final byte[] data;
    private final List<Frame> frames = new ArrayList<>();
    private Optional<byte[]> profile = Optional.empty();
    private int width;
    private int height;
    private int plays;

    /** A frame as the file has it; its chunks are data[from..to). */
    private record Frame(Area area, Delay delay, FrameCanvas.Disposal disposal, boolean over, int from, int to) {}

    private WebpAnimation(byte[] data) {
        this.data = data;
    }

    /** Whether a file that begins like a WebP says that it is animated. */
    static boolean isAnimated(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(FLAGS + 1);
            return start.length > FLAGS
                    && new String(start, 12, 4, ISO_8859_1).equals("VP8X")
                    && (start[FLAGS] & ANIMATED) != 0;
        }
    }

    static MovingPicture open(Path file, long maxPixels) throws IOException {
        WebpAnimation webp = new WebpAnimation(Files.readAllBytes(file));
        return Decoder.guard("WebP", () -> {
            webp.walk(maxPixels);
            List<String> notes = new ArrayList<>();
            Animation animation = webp.profile.isEmpty() || IccHeader.isSrgb(webp.profile.get())
                    ? webp
                    : ConvertedAnimation.of(webp, 3, webp.profile.get(), notes);
            return new MovingPicture(animation, "WebP", "animation", notes);
        });
    }

    private void walk(long maxPixels) throws CodecException {
        ByteBuffer riff = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        if (data.length < FLAGS + 10 || Integer.toUnsignedLong(riff.getInt(4)) + 8 > data.length) {
            throw truncated();
        }
        width = u24(FLAGS + 4) + 1;
        height = u24(FLAGS + 7) + 1;
        Decoder.checkSize("WebP", width, height, maxPixels);
        int end = riff.getInt(4) + 8;
        int at = 12;
        while (at < end - 7) {
            long length = Integer.toUnsignedLong(riff.getInt(at + 4));
            if (at + 8 + length > end) {
                throw truncated();
            }
            chunk(new String(data, at, 4, ISO_8859_1), at + 8, at + 8 + (int) length);
            at += 8 + (int) (length + (length & 1));
        }
        if (frames.isEmpty()) {
            throw new CodecException("WebP", -1, "there is no frame in it");
        }
    }

    private void chunk(String name, int from, int to) throws CodecException {
        switch (name) {
            case "ICCP" -> profile = Optional.of(Arrays.copyOfRange(data, from, to));
            case "ANIM" -> {
                if (to - from < 6) {
                    throw new CodecException("WebP", from, "the chunk ANIM is too short");
                }
                plays = data[from + 4] & 0xFF | (data[from + 5] & 0xFF) << 8;
            }
            case "ANMF" -> frames.add(frame(from, to));
            default -> {} // the rest does not change what is shown
        }
    }

    private Frame frame(int from, int to) throws CodecException {
        if (to - from < CONTROL) {
            throw new CodecException("WebP", from, "the chunk ANMF is too short");
        }
        Area area = new Area(2 * u24(from), 2 * u24(from + 3), u24(from + 6) + 1, u24(from + 9) + 1);
        if (area.right() > width || area.bottom() > height) {
            throw new CodecException("WebP", from, "a frame lies outside of the picture");
        }
        int flags = data[from + 15];
        return new Frame(
                area,
                Delay.ofMilliseconds(u24(from + 12)),
                (flags & 1) != 0 ? FrameCanvas.Disposal.BACKGROUND : FrameCanvas.Disposal.NONE,
                (flags & 2) == 0,
                from + CONTROL,
                to);
    }

    private int u24(int at) {
        return data[at] & 0xFF | (data[at + 1] & 0xFF) << 8 | (data[at + 2] & 0xFF) << 16;
    }

    private CodecException truncated() {
        return new CodecException("WebP", data.length, "the file ends before the picture does");
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
        return frames.size();
    }

    @Override
    public int plays() {
        return plays;
    }

    @Override
    public double seconds() {
        return frames.stream().mapToDouble(frame -> frame.delay().seconds()).sum();
    }

    /** A still file of a frame's chunks. */
    private byte[] still(Frame frame) {
        ByteBuffer file = ByteBuffer.allocate(30 + frame.to - frame.from).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(ISO_8859_1)).putInt(file.capacity() - 8).put("WEBPVP8X".getBytes(ISO_8859_1));
        file.putInt(10).putInt(ALPHA);
        int columns = frame.area.width() - 1;
        int rows = frame.area.height() - 1;
        file.putShort((short) columns)
                .put((byte) (columns >> 16))
                .putShort((short) rows)
                .put((byte) (rows >> 16));
        return file.put(data, frame.from, frame.to - frame.from).array();
    }

    private int[] decode(Frame frame) throws IOException {
        return Decoder.guard("WebP", () -> {
            try (var in = new ByteArrayImageInputStream(still(frame));
                    Decoder decoder = new Decoder("WebP", Providers.WEBP, in)) {
                BufferedImage image = decoder.read(0, frame.area.pixelCount());
                if (image.getWidth() != frame.area.width() || image.getHeight() != frame.area.height()) {
                    throw new CodecException("WebP", frame.from, "a frame has another size than it is said to have");
                }
                return Rasters.unpack(image);
            }
        });
    }

    @Override
    public FrameReader open() {
        return new FrameReader() {
            private final FrameCanvas canvas = new FrameCanvas(width, height);
            private int next;
            private @Nullable Frame frame;

            @Override
            public boolean next() throws IOException {
                if (next == frames.size()) {
                    return false;
                }
                Frame found = frames.get(next++);
                frame = found;
                Area area = found.area;
                canvas.begin(area, found.disposal);
                int[] pixels = decode(found);
                for (int y = 0; y < area.height(); y++) {
                    if (found.over) {
                        canvas.lay(area.x(), area.y() + y, pixels, y * area.width(), area.width());
                    } else {
                        canvas.set(area.x(), area.y() + y, pixels, y * area.width(), area.width());
                    }
                }
                return true;
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
                return frame == null ? Delay.ofMilliseconds(0) : frame.delay;
            }
        };
    }
}
