package tinct.remap.rate;

import java.util.Arrays;

/**
 * Where the plain map repeats itself, as tiles and patterns do: a copy from there brings the same errors again, though
 * no cheap pair may lead to it.
 */
final class Repeats {
    /** How many indices must be alike. */
    static final int ALIKE = 6;

    private static final int BITS = 14;

    /** [as the window] indices of the plain map. */
    final byte[] plain;

    private final int[] last = new int[1 << BITS];

    Repeats(int places) {
        plain = new byte[places];
        Arrays.fill(last, -1);
    }

    /** The last known place at which the plain map is as at {@code place}, or -1. */
    int find(int place) {
        if (place + ALIKE > plain.length) {
            return -1;
        }
        int p = last[hash(place)];
        return p >= 0 && Arrays.equals(plain, p, p + ALIKE, plain, place, place + ALIKE) ? p : -1;
    }

    /** Makes the places from..to - 1 known. */
    void learn(int from, int to) {
        for (int p = from; p < to; p++) {
            last[hash(p)] = p;
        }
    }

    private int hash(int place) {
        int h = 0;
        for (int i = 0; i < ALIKE; i++) {
            h = h * 0x2C1B3C6D + plain[place + i];
        }
        return (h * 0x297A2D39) >>> (32 - BITS);
    }
}
