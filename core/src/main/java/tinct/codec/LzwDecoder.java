package tinct.codec;

import java.io.IOException;

/**
 * The indices that are coded in a chain of blocks of a GIF. Source: GIF89a specification, appendix F; a full table is kept
 * until it is cleared.
 */
final class LzwDecoder {
    private static final int MOST = 1 << 12;

    private final GifInput in;
    private final int clear;
    private final int firstWidth;

    /* A string is the one of its prefix and one more index. */
    private final short[] prefix = new short[MOST];
    private final byte[] last = new byte[MOST];
    private final byte[] first = new byte[MOST];
    private final byte[] string = new byte[MOST + 1]; // backwards: of the code at hand, what has not been given out
    private int stringLength;

    private int next;
    private int width;
    private int previous; // code, or -1 after a clear
    private boolean ended;
    private int pending;
    private int pendingBits;

    /**
     * Starts at the number of bits of an index.
     *
     * @throws CodecException if that makes no sense
     */
    LzwDecoder(GifInput in) throws IOException {
        this.in = in;
        int bits = in.u8();
        if (bits < 1 || bits > 8) {
            throw new CodecException("GIF", in.offset() - 1, "indices cannot have " + bits + " bits");
        }
        in.beginData();
        clear = 1 << bits;
        firstWidth = bits + 1;
        for (int i = 0; i < clear; i++) {
            last[i] = (byte) i;
            first[i] = (byte) i;
        }
        reset();
    }

    private void reset() {
        next = clear + 2;
        width = firstWidth;
        previous = -1;
    }

    /** Reads up to {@code count} indices; returns how many there were before the data ended or made no sense. */
    int read(byte[] indices, int count) throws IOException {
        int n = 0;
        while (n < count) {
            while (stringLength > 0 && n < count) {
                indices[n++] = string[--stringLength];
            }
            if (n < count && !decode()) {
                return n;
            }
        }
        return n;
    }

    /** Makes the string of the next code; false if there is none. */
    private boolean decode() throws IOException {
        int code = ended ? -1 : code();
        while (code == clear) {
            reset();
            code = code();
        }
        boolean known = code >= 0 && (code < clear || code > clear + 1 && code < next);
        if (!known && (code != next || previous < 0 || next == MOST)) {
            ended = true; // also at the end code
            return false;
        }
        int start = known ? code : previous;
        if (!known) {
            string[stringLength++] = first[previous]; // the string before and its own first index
        }
        for (int at = start; ; at = prefix[at]) {
            string[stringLength++] = last[at];
            if (at < clear) {
                break;
            }
        }
        if (previous >= 0 && next < MOST) {
            prefix[next] = (short) previous;
            first[next] = first[previous];
            last[next++] = first[start];
            width += next == 1 << width && width < 12 ? 1 : 0;
        }
        previous = code;
        return true;
    }

    private int code() throws IOException {
        while (pendingBits < width) {
            int value = in.data();
            if (value < 0) {
                return -1;
            }
            pending |= value << pendingBits;
            pendingBits += 8;
        }
        int code = pending & (1 << width) - 1;
        pending >>>= width;
        pendingBits -= width;
        return code;
    }
}
