package tinct.remap.rate;

import tinct.internal.DeflateSymbols;

/** What each step costs in a deflate stream: bits by the statistics of an earlier path, times a price. */
final class BitCosts {
    private static final double LEAST_BITS = 0.5;
    private static final double MOST_BITS = 15;

    /** [256] of each literal. */
    final float[] literals = new float[256];

    /** [259] of each length of a copy, extra bits included; the entries below 3 mean nothing. */
    final float[] lengths = new float[DeflateSymbols.MAX_LENGTH + 1];

    private final float[] distances = new float[DeflateSymbols.DISTANCES];

    private BitCosts() {}

    /**
     * Costs before there is a path: those of literals half by how often the indices occur in a plain map, half the same
     * for all, and a guess at the rest.
     *
     * @param plainCounts [256]
     */
    static BitCosts guess(long[] plainCounts, double price) {
        BitCosts costs = new BitCosts();
        long total = StepCounts.sum(plainCounts) + 1;
        for (int i = 0; i < 256; i++) {
            costs.literals[i] = (float) (price * (4.5 + 0.5 * bits(plainCounts[i], total)));
        }
        for (int length = DeflateSymbols.MIN_LENGTH; length <= DeflateSymbols.MAX_LENGTH; length++) {
            costs.lengths[length] = (float) (price * (3 + 0.75 * log2(length)));
        }
        for (int symbol = 0; symbol < DeflateSymbols.DISTANCES; symbol++) {
            costs.distances[symbol] = (float) (price * (4 + DeflateSymbols.extraBitsOfDistance(symbol)));
        }
        return costs;
    }

    /** Costs of the ideal code of the counts, parts of bits allowed. */
    static BitCosts of(StepCounts counts, double price) {
        BitCosts costs = new BitCosts();
        long total = StepCounts.sum(counts.literals) + StepCounts.sum(counts.lengths) + 1;
        for (int i = 0; i < 256; i++) {
            costs.literals[i] = (float) (price * bits(counts.literals[i], total));
        }
        for (int length = DeflateSymbols.MIN_LENGTH; length <= DeflateSymbols.MAX_LENGTH; length++) {
            int symbol = DeflateSymbols.ofLength(length);
            costs.lengths[length] =
                    (float) (price * (bits(counts.lengths[symbol], total) + DeflateSymbols.extraBitsOfLength(symbol)));
        }
        total = StepCounts.sum(counts.distances) + 1;
        for (int symbol = 0; symbol < DeflateSymbols.DISTANCES; symbol++) {
            costs.distances[symbol] = (float)
                    (price * (bits(counts.distances[symbol], total) + DeflateSymbols.extraBitsOfDistance(symbol)));
        }
        return costs;
    }

    /** The cost of a copy's distance 1..32768, whatever its length. */
    float distance(int distance) {
        return distances[DeflateSymbols.ofDistance(distance)];
    }

    static double log2(long value) {
        return StrictMath.log((double) value) / StrictMath.log(2);
    }

    private static double bits(long count, long total) {
        return Math.min(MOST_BITS, Math.max(LEAST_BITS, log2(total) - log2(Math.max(1, count))));
    }
}
