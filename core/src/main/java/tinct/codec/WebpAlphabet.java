package tinct.codec;

import java.util.Arrays;

/**
 * Numbers all symbols of the pixels in one row: 256 values, 24 lengths, the slots of the colour cache, 40 distances. The
 * last have a code of their own.
 *
 * @param cacheBits 0 for no colour cache, else 1..11
 */
record WebpAlphabet(int cacheBits) {
    static final int FIRST_LENGTH = 256;
    static final int FIRST_SLOT = FIRST_LENGTH + WebpStep.LENGTH_SYMBOLS;

    private static final int CACHE_HASH = 0x1E35A7BD;

    /** Where the distances start: the size of the first code. */
    int firstDistance() {
        return FIRST_SLOT + (cacheBits == 0 ? 0 : 1 << cacheBits);
    }

    int size() {
        return firstDistance() + WebpStep.DISTANCE_SYMBOLS;
    }

    /** Of each pixel of a plane its symbol if it is no part of a copy: its value, or its slot if that still holds it. */
    short[] symbols(WebpPlane plane) {
        int n = plane.size();
        short[] symbols = new short[n];
        if (cacheBits == 0) {
            for (int p = 0; p < n; p++) {
                symbols[p] = (short) (plane.data[p] & 0xFF);
            }
            return symbols;
        }
        int[] slots = new int[256];
        for (int value = 0; value < 256; value++) {
            slots[value] = (value << 8) * CACHE_HASH >>> (32 - cacheBits); // pixels have their value in the green byte
        }
        int[] cache = new int[1 << cacheBits];
        Arrays.fill(cache, -1);
        for (int p = 0; p < n; p++) {
            int value = plane.data[p] & 0xFF;
            int slot = slots[value];
            symbols[p] = (short) (cache[slot] == value ? FIRST_SLOT + slot : value);
            cache[slot] = value;
        }
        return symbols;
    }
}
