package tinct.codec;

/**
 * What each choice of a deflate parse costs, in units of 1/64 bit, extra bits included.
 *
 * <p>Made from the statistics of an earlier parse; whole numbers only, so every machine decides alike.
 */
final class DeflateCosts {
    /** Units a bit: as fine as lets half a megabyte of 15-bit codes stay within an int. */
    static final int BIT = 64;

    private static final int LOG_BITS = 12;
    private static final int[] LOGS = new int[1 << LOG_BITS];

    static {
        for (int i = 1; i < LOGS.length; i++) {
            LOGS[i] = (int) StrictMath.round(StrictMath.log(i) / StrictMath.log(2) * (1 << LOG_BITS));
        }
    }

    /** [256] of each literal. */
    final int[] literals = new int[256];

    /** [259] of each length; the entries below 3 mean nothing. */
    final int[] lengths = new int[Step.MAX_LENGTH + 1];

    /** [30] of each distance symbol. */
    final int[] distances = new int[Step.DISTANCE_SYMBOLS];

    /** The cost of a copy. */
    int copy(int length, int distance) {
        return lengths[length] + distances[Step.distanceSymbol(distance)];
    }

    /** log2(n) in units of 1/4096; 0 for 0. */
    static int log2(int n) {
        int shift = 32 - LOG_BITS - Integer.numberOfLeadingZeros(n);
        return shift <= 0 ? LOGS[n] : LOGS[n >>> shift] + (shift << LOG_BITS);
    }

    /**
     * Costs before anything is known of the parse: literals by how often the bytes occur in data[from, to).
     *
     * @return the mean cost of a literal
     */
    int guess(byte[] data, int from, int to) {
        SymbolCounts counts = new SymbolCounts();
        for (int p = from; p < to; p++) {
            counts.literalLengths[data[p] & 0xFF]++;
        }
        fit(counts);
        long sum = 0;
        for (int i = 0; i < literals.length; i++) {
            sum += (long) counts.literalLengths[i] * literals[i];
        }
        for (int length = Step.MIN_LENGTH; length < lengths.length; length++) {
            lengths[length] = 4 * BIT + log2(length) / (2 * BIT);
        }
        for (int symbol = 0; symbol < distances.length; symbol++) {
            distances[symbol] = (4 + Step.distanceExtraBits(symbol)) * BIT;
        }
        return (int) (sum / Math.max(1, to - from));
    }

    /** The costs of a code that fits the counts ideally, fractions of bits allowed. */
    void fit(SymbolCounts counts) {
        int total = 1;
        for (int count : counts.literalLengths) {
            total += count;
        }
        int log = log2(total);
        for (int i = 0; i < 256; i++) {
            literals[i] = ideal(log, counts.literalLengths[i]);
        }
        for (int length = Step.MIN_LENGTH; length <= Step.MAX_LENGTH; length++) {
            int symbol = Step.lengthSymbol(length);
            lengths[length] = ideal(log, counts.literalLengths[symbol]) + Step.lengthExtraBits(symbol) * BIT;
        }
        total = 1;
        for (int count : counts.distances) {
            total += count;
        }
        log = log2(total);
        for (int symbol = 0; symbol < distances.length; symbol++) {
            distances[symbol] = ideal(log, counts.distances[symbol]) + Step.distanceExtraBits(symbol) * BIT;
        }
    }

    /** An unused symbol costs as much as one used once, and no code is longer than 15 bits. */
    private static int ideal(int logOfTotal, int count) {
        int cost = (logOfTotal - log2(Math.max(1, count)) + 32) >> (LOG_BITS - 6);
        return Math.min(Math.max(cost, BIT / 2), 15 * BIT);
    }
}
