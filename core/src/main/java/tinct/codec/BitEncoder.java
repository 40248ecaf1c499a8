package tinct.codec;

import java.util.Arrays;
import tinct.internal.packed.BitCoder;

/** Writes bits by arithmetic coding into memory: an interval of 32-bit numbers is cut at each bit. */
final class BitEncoder implements BitCoder {
    private byte[] bytes = new byte[1 << 12];
    private int size;
    private long low;
    private long high = 0xFFFFFFFFL;

    @Override
    public int code(int bit, int chance) {
        long cut = low + ((high - low) * chance >>> 16);
        if (bit == 1) {
            high = cut;
        } else {
            low = cut + 1;
        }
        while ((low ^ high) >>> 24 == 0) {
            add((byte) (low >>> 24));
            low = low << 8 & 0xFFFFFFFFL;
            high = high << 8 & 0xFFFFFFFFL | 0xFF;
        }
        return bit;
    }

    private void add(byte value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = value;
    }

    /** Bytes written so far, without those that {@link #finish} adds. */
    int size() {
        return size;
    }

    /** All bytes: a number of the last interval, in as many bytes as the decoder holds, comes last. */
    byte[] finish() {
        for (int shift = 24; shift >= 0; shift -= 8) {
            add((byte) (low >>> shift));
        }
        return Arrays.copyOf(bytes, size);
    }
}
