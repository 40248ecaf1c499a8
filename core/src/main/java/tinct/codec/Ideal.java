package tinct.codec;

/** What symbols cost under codes that fit their counts, fractions of bits allowed; whole numbers, so every machine decides alike. */
final class Ideal {
    /** Units a bit of a cost: as fine as lets a million of 15-bit codes stay within an int. */
    static final int BIT = 64;

    /** The units of {@link #log2} and {@link #bits}: 2^12 a bit. */
    static final int LOG_BITS = 12;

    private static final int[] LOGS = new int[1 << LOG_BITS];

    static {
        for (int i = 1; i < LOGS.length; i++) {
            LOGS[i] = (int) StrictMath.round(StrictMath.log(i) / StrictMath.log(2) * (1 << LOG_BITS));
        }
    }

    private Ideal() {}

    /** log2(n) in units of 1/4096; 0 for 0. */
    static int log2(int n) {
        if (n < LOGS.length) {
            return LOGS[n]; // nearly always, and the quick compiler makes a loop of what follows
        }
        int shift = 32 - LOG_BITS - Integer.numberOfLeadingZeros(n);
        return LOGS[n >>> shift] + (shift << LOG_BITS);
    }

    /**
     * The cost in 1/64 bit of a symbol that occurs {@code count} times. An unused one costs as much as one used once, and
     * none more than 15 bits.
     *
     * @param logOfTotal of how often all symbols occur, by {@link #log2}
     */
    static int cost(int logOfTotal, int count) {
        int cost = (logOfTotal - log2(Math.max(1, count)) + 32) >> (LOG_BITS - 6);
        return Math.min(Math.max(cost, BIT / 2), 15 * BIT);
    }

    /**
     * All occurrences of the symbols [from, to) with a code of their own, in 1/4096 bit: n log n - sum of c log c, and a
     * guess at the size of the code's description.
     *
     * @param extra occurrences of symbols that are not among the counts
     */
    static long bits(int[] counts, int from, int to, int extra) {
        int total = extra;
        long bits = 0;
        boolean before = false;
        for (int i = from; i < to; i++) {
            int count = counts[i];
            if (count > 0) {
                total += count;
                bits -= (long) count * log2(count);
                bits += 7L << (LOG_BITS - 1);
            }
            boolean used = count > 0;
            bits += used == before ? 0 : 4L << LOG_BITS;
            before = used;
        }
        return bits + (long) total * log2(total);
    }
}
