package tinct.imageio;

/**
 * Counts the pixels in the coded data of a GIF frame, by the lengths of its strings alone. The JDK's reader leaves the
 * rest of a frame black where data is missing, and does not say so. Source: GIF89a, appendix F.
 */
final class GifData {
    private static final int MAX_CODES = 4096;

    private final byte[] data;
    private int at; // of the next byte within its block
    private int blockEnd;
    private int pending;
    private int pendingBits;

    private GifData(byte[] data, int blocks) {
        this.data = data;
        this.at = blocks;
        this.blockEnd = blocks;
    }

    /**
     * The number of pixels before the data ends or makes no sense.
     *
     * @param from position of the first code's size, which the blocks follow; they have been found to be whole
     */
    static long pixels(byte[] data, int from) {
        int size = data[from] & 0xFF;
        return size < 1 || size > 11 ? 0 : new GifData(data, from + 1).count(size);
    }

    private long count(int size) {
        int clear = 1 << size;
        int[] lengths = new int[MAX_CODES];
        int width = size + 1;
        int next = clear + 2;
        int previous = 0; // length of the string before; 0 after a clear code
        long pixels = 0;
        for (int code = read(width); code >= 0 && code != clear + 1; code = read(width)) {
            if (code == clear) {
                width = size + 1;
                next = clear + 2;
                previous = 0;
                continue;
            }
            boolean known = code < clear || (code > clear && code < next);
            if (!known && (code != next || previous == 0 || next == MAX_CODES)) {
                return pixels;
            }
            int length = code < clear ? 1 : known ? lengths[code] : previous + 1;
            if (previous > 0 && next < MAX_CODES) {
                lengths[next++] = previous + 1;
                width += next == 1 << width && width < 12 ? 1 : 0;
            }
            pixels += length;
            previous = length;
        }
        return pixels;
    }

    /** The next code; -1 at the end of the data. */
    private int read(int width) {
        while (pendingBits < width) {
            if (at == blockEnd) {
                int length = data[at++] & 0xFF;
                if (length == 0) {
                    at--; // stays at the end
                    blockEnd = at;
                    return -1;
                }
                blockEnd = at + length;
            }
            pending |= (data[at++] & 0xFF) << pendingBits;
            pendingBits += 8;
        }
        int code = pending & ((1 << width) - 1);
        pending >>>= width;
        pendingBits -= width;
        return code;
    }
}
