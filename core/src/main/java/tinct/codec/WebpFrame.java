package tinct.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import tinct.image.Area;
import tinct.image.Delay;

/**
 * What the chunk ANMF of an animated WebP says of its frame. Source: RFC 9649, section 2.7.1.1.
 *
 * @param at the byte of the file at which the data of the chunk begins
 * @param length bytes of that data
 * @param over whether the frame is laid over what is there; else it replaces it
 * @param cleared whether its place becomes transparent when its time is over
 * @param lossless how its picture is coded
 * @param picture where its picture is in the data
 * @param alpha where the alpha of a lossy picture is in the data; empty if it has none
 */
record WebpFrame(
        long at,
        int length,
        Area area,
        Delay delay,
        boolean over,
        boolean cleared,
        boolean lossless,
        Part picture,
        Part alpha) {
    private static final int HEADER = 16;
    private static final int SIZED = 10; // bytes of a picture that tell its size

    /** Bytes of a chunk within others. */
    private record Part(int from, int to) {
        static final Part NONE = new Part(0, 0);

        int length() {
            return to - from;
        }

        byte[] of(byte[] data) {
            return Arrays.copyOfRange(data, from, to);
        }
    }

    /**
     * Reads a chunk.
     *
     * @param data of the chunk
     * @param at where that is in the file
     */
    static WebpFrame parse(byte[] data, long at) throws CodecException {
        if (data.length < HEADER) {
            throw new CodecException("WebP", at, "a frame is cut short");
        }
        Area area = new Area(2 * u24(data, 0), 2 * u24(data, 3), 1 + u24(data, 6), 1 + u24(data, 9));
        Part alpha = Part.NONE;
        int next;
        for (int from = HEADER; from + 8 <= data.length; from = next + (next & 1)) {
            String name = new String(data, from, 4, ISO_8859_1);
            long length = Integer.toUnsignedLong(i32(data, from + 4));
            if (length > data.length - from - 8) {
                throw new CodecException("WebP", at + from, "chunk " + shown(name) + " is longer than its frame");
            }
            next = from + 8 + (int) length;
            Part part = new Part(from + 8, next);
            if (name.equals("ALPH")) {
                alpha = part;
            } else if (name.equals("VP8 ") || name.equals("VP8L")) {
                boolean lossless = name.equals("VP8L");
                checkSize(data, at, part, lossless, area);
                int flags = data[15];
                Delay delay = Delay.ofMilliseconds(u24(data, 12));
                boolean over = (flags & 2) == 0;
                boolean cleared = (flags & 1) != 0;
                return new WebpFrame(
                        at, data.length, area, delay, over, cleared, lossless, part, lossless ? Part.NONE : alpha);
            }
        }
        throw new CodecException("WebP", at, "a frame has no picture");
    }

    private static void checkSize(byte[] data, long at, Part picture, boolean lossless, Area area)
            throws CodecException {
        if (picture.length() < SIZED) {
            throw new CodecException("WebP", at + picture.from, "the picture of a frame has no size");
        }
        int sizes = i32(data, picture.from + (lossless ? 1 : 6));
        int more = lossless ? 1 : 0; // only lossless pictures store sizes less one
        int width = (sizes & 0x3FFF) + more;
        int height = (sizes >>> (lossless ? 14 : 16) & 0x3FFF) + more;
        if (width != area.width() || height != area.height()) {
            throw new CodecException(
                    "WebP",
                    at + picture.from,
                    "a frame of " + area.width() + " x " + area.height() + " has a picture of " + width + " x "
                            + height);
        }
    }

    /** The picture as a file of its own. */
    byte[] still(byte[] data) {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        if (alpha.length() > 0) {
            byte[] extended = WebpContainer.extended(WebpContainer.ALPHA, area.width(), area.height());
            WebpContainer.put(chunks, "VP8X", extended);
            WebpContainer.put(chunks, "ALPH", alpha.of(data));
        }
        WebpContainer.put(chunks, lossless ? "VP8L" : "VP8 ", picture.of(data));
        return WebpContainer.file(chunks.toByteArray());
    }

    /** A number of 3 bytes. */
    static int u24(byte[] data, int at) {
        return data[at] & 0xFF | (data[at + 1] & 0xFF) << 8 | (data[at + 2] & 0xFF) << 16;
    }

    private static int i32(byte[] data, int at) {
        return ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }

    /** The name of a chunk for a message, whatever bytes it has. */
    static String shown(String name) {
        return name.chars().allMatch(c -> c >= ' ' && c <= '~') ? name.strip() : "of no name";
    }
}
