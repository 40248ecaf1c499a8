package tinct.internal.packed;

import java.util.Arrays;

/** Chances of 12 bits, each with a count of 4: what was met in a context. */
final class Slots {
    private static final char CLEAN = 0x8000;
    private static final int LEAST = 12;
    private static final int MOST = 20;
    private static final int[] RATES = rates();

    private Slots() {}

    private static int[] rates() {
        int[] rates = new int[16];
        for (int n = 0; n < rates.length; n++) {
            rates[n] = 131072 / (2 * n + 3);
        }
        return rates;
    }

    /** How many slots a context has in a picture of so many pixels, as a power of 2. */
    static int bits(int pixels) {
        return Math.max(LEAST, Math.min(MOST, 33 - Integer.numberOfLeadingZeros(pixels)));
    }

    /** Slots that have met nothing. */
    static char[] clean(int slots) {
        char[] clean = new char[slots];
        Arrays.fill(clean, CLEAN);
        return clean;
    }

    /** The chance moves towards the goal by less each time, at last by 2/33 of the way. */
    static char learned(int slot, int goal) {
        int count = slot & 15;
        int step = (goal - (slot >>> 4)) * RATES[count] + 0x8000 >> 16;
        return (char) (slot + (step << 4) + (count < 15 ? 1 : 0));
    }
}
