package tinct.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tinct.image.Animation;
import tinct.image.Area;
import tinct.image.Delay;
import tinct.image.Image;

/**
 * An animated WebP file. The pictures of its frames are decoded by another reader, one by one, each as a file of its own;
 * here is what puts them together.
 *
 * <p>The structure of the file is checked when the reader is made; each {@link #open} goes from the beginning, with one
 * frame in memory and its picture. Where nothing is drawn it is transparent, whatever background the file names, as
 * browsers have it. Source: RFC 9649, section 2.7.
 */
public final class WebpAnimation implements Animation {
    private static final int ANIMATED = 0x02; // of the flags of the chunk VP8X

    private final Reopened source;
    private final StillReader stills;
    private final int width;
    private final int height;
    private final List<WebpFrame> frames = new ArrayList<>();
    private int plays;
    private Optional<byte[]> iccProfile = Optional.empty();

    /** Decodes still pictures. */
    @FunctionalInterface
    public interface StillReader {
        /**
         * The picture in a file, in the colours of the file.
         *
         * @param webp a whole file with one picture, whose size has been checked
         * @throws IOException if it cannot be decoded
         */
        Image read(byte[] webp) throws IOException;
    }

    private WebpAnimation(Reopened source, long maxPixels, StillReader stills) throws IOException {
        this.source = source;
        this.stills = stills;
        try (Input in = new Input(source.open())) {
            byte[] extended = in.start();
            width = 1 + WebpFrame.u24(extended, 4);
            height = 1 + WebpFrame.u24(extended, 7);
            checkSize(maxPixels);
            while (in.next()) {
                switch (in.name) {
                    case "ANIM" -> plays = plays(in);
                    case "ANMF" -> frames.add(checked(WebpFrame.parse(in.data(), in.dataAt)));
                    case "ICCP" -> iccProfile = Optional.of(in.data());
                    default -> in.skip();
                }
            }
        }
        if (frames.isEmpty()) {
            throw new CodecException("WebP", -1, "there is no frame in it");
        }
    }

    /**
     * Reads the structure of a file.
     *
     * @param maxPixels the most pixels that the picture may have, checked before memory is taken for it
     * @param stills decodes the frames; called by readers on their thread
     * @throws CodecException if the file is broken, not animated, or larger than the limit
     * @throws IOException if the file cannot be read
     */
    public static WebpAnimation open(Path file, long maxPixels, StillReader stills) throws IOException {
        return new WebpAnimation(() -> Files.newInputStream(file), maxPixels, stills);
    }

    /**
     * Reads the structure of a file in memory; the caller must not write to the array afterwards.
     *
     * @param maxPixels the most pixels that the picture may have, checked before memory is taken for it
     * @param stills decodes the frames; called by readers on their thread
     * @throws CodecException if the file is broken, not animated, or larger than the limit
     */
    public static WebpAnimation of(byte[] webp, long maxPixels, StillReader stills) throws CodecException {
        return Reopened.inMemory(webp, source -> new WebpAnimation(source, maxPixels, stills));
    }

    /**
     * Whether a file is a WebP that says it is animated.
     *
     * @throws IOException if the file cannot be read
     */
    public static boolean isAnimated(Path file) throws IOException {
        try (Input in = new Input(Files.newInputStream(file))) {
            return (in.start()[0] & ANIMATED) != 0;
        } catch (CodecException other) {
            return false;
        }
    }

    private void checkSize(long maxPixels) throws CodecException {
        long most = Math.min(maxPixels, Integer.MAX_VALUE - 8);
        if (pixelCount() > most) {
            throw CodecException.tooLarge("WebP", width, height, most);
        }
    }

    private WebpFrame checked(WebpFrame frame) throws CodecException {
        Area area = frame.area();
        if (!area.equals(area.within(width, height))) {
            throw new CodecException("WebP", frame.at(), "a frame does not lie on the canvas");
        }
        return frame;
    }

    private static int plays(Input in) throws IOException {
        byte[] data = in.data();
        if (data.length < 6) {
            throw new CodecException("WebP", in.dataAt, "the chunk ANIM is cut short");
        }
        return data[4] & 0xFF | (data[5] & 0xFF) << 8;
    }

    /** How the pictures of the frames are coded: {@code "lossy"}, {@code "lossless"} or both. */
    public String coding() {
        boolean lossless = frames.stream().anyMatch(WebpFrame::lossless);
        boolean lossy = frames.stream().anyMatch(frame -> !frame.lossless());
        return lossless && lossy ? "lossy and lossless" : lossless ? "lossless" : "lossy";
    }

    /** The ICC profile of the chunk ICCP; the pixels have not been converted by it. */
    public Optional<byte[]> iccProfile() {
        return iccProfile.map(byte[]::clone);
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

    @Override
    public FrameReader open() throws IOException {
        return new Frames(new Input(source.open()));
    }

    private final class Frames implements FrameReader {
        private final Input in;
        private final FrameCanvas canvas = new FrameCanvas(width, height);
        private int shown;

        Frames(Input in) throws IOException {
            this.in = in;
            try {
                in.start();
            } catch (Throwable e) {
                in.close();
                throw e;
            }
        }

        @Override
        public boolean next() throws IOException {
            if (shown == frames.size()) {
                return false;
            }
            WebpFrame frame = frames.get(shown++);
            Area area = frame.area();
            Image picture = stills.read(frame.still(data(frame)));
            if (picture.width() != area.width() || picture.height() != area.height()) {
                throw new CodecException("WebP", frame.at(), "a frame has not the size that it names");
            }
            canvas.begin(area, frame.cleared() ? FrameCanvas.Disposal.BACKGROUND : FrameCanvas.Disposal.NONE);
            for (int y = 0; y < area.height(); y++) {
                int from = y * area.width();
                canvas.draw(frame.over(), area.x(), area.y() + y, picture.pixels(), from, area.width());
            }
            return true;
        }

        private byte[] data(WebpFrame frame) throws IOException {
            while (in.next()) {
                if (in.name.equals("ANMF")) {
                    byte[] data = in.data();
                    if (WebpFrame.parse(data, in.dataAt).equals(frame)) {
                        return data;
                    }
                    break;
                }
                in.skip();
            }
            throw CodecException.refused("WebP", "has changed since it was first read");
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
            return shown == 0 ? Delay.ofMilliseconds(0) : frames.get(shown - 1).delay();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** The chunks of a file in order. */
    private static final class Input implements AutoCloseable {
        private final InputStream in;
        private long at;
        private long end = Long.MAX_VALUE; // as the file itself says
        private String name = ""; // of the chunk
        private long dataAt;
        private int length; // of its data

        Input(InputStream in) {
            this.in = new BufferedInputStream(in, 1 << 16);
        }

        /** Reads the file up to its first chunk, which must be VP8X and tell of an animation; its data. */
        byte[] start() throws IOException {
            byte[] riff = bytes(12);
            String text = new String(riff, ISO_8859_1);
            if (!text.startsWith("RIFF") || !text.endsWith("WEBP")) {
                throw CodecException.refused("file", "is no WebP");
            }
            end = 8 + size(riff, 4);
            byte[] extended = next() && name.equals("VP8X") && length == 10 ? data() : new byte[1];
            if ((extended[0] & ANIMATED) == 0) {
                throw CodecException.refused("WebP", "is no animation");
            }
            return extended;
        }

        /** Goes to the next chunk, whose data has to be read or skipped; false behind the last one. */
        boolean next() throws IOException {
            if (at + 8 > end) {
                return false;
            }
            byte[] header = bytes(8);
            long size = size(header, 4);
            name = new String(header, 0, 4, ISO_8859_1);
            dataAt = at;
            if (size > end - at || size > Integer.MAX_VALUE - 8) {
                throw new CodecException(
                        "WebP", at, "chunk " + WebpFrame.shown(name) + " is longer than the file says it is");
            }
            length = (int) size;
            return true;
        }

        byte[] data() throws IOException {
            byte[] data = bytes(length);
            pad();
            return data;
        }

        void skip() throws IOException {
            try {
                in.skipNBytes(length);
            } catch (EOFException e) {
                throw truncated();
            }
            at += length;
            pad();
        }

        private void pad() throws IOException {
            if ((length & 1) != 0 && at < end) {
                bytes(1);
            }
        }

        private byte[] bytes(int count) throws IOException {
            byte[] bytes = in.readNBytes(count); // takes no more memory than there are bytes
            at += bytes.length;
            if (bytes.length < count) {
                throw truncated();
            }
            return bytes;
        }

        private CodecException truncated() {
            return new CodecException("WebP", at, "the file ends before the picture does");
        }

        private static long size(byte[] bytes, int from) {
            return WebpFrame.u24(bytes, from) | (bytes[from + 3] & 0xFFL) << 24;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
