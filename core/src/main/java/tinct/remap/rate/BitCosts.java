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

    /** [32769] of the distance of a copy, whatever its length; the first means nothing. */
    final float[] distances = new float[DeflateSymbols.WINDOW + 1];

    /** [32769] the least of a distance and all that are longer. */
    final float[] leastDistances = new float[distances.length];

    private BitCosts() {}

    /** Takes the costs [30] of the symbols of distances. */
    private void spread(float[] symbols) {
        for (int distance = 1; distance < distances.length; distance++) {
            distances[distance] = symbols[DeflateSymbols.ofDistance(distance)];
        }
        float least = Float.MAX_VALUE;
        for (int distance = distances.length - 1; distance > 0; distance--) {
            least = Math.min(least, distances[distance]);
            leastDistances[distance] = least;
        }
    }

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
        float[] distances = new float[DeflateSymbols.DISTANCES];
        for (int symbol = 0; symbol < distances.length; symbol++) {
            distances[symbol] = (float) (price * (4 + DeflateSymbols.extraBitsOfDistance(symbol)));
        }
        costs.spread(distances);
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
        float[] distances = new float[DeflateSymbols.DISTANCES];
        for (int symbol = 0; symbol < distances.length; symbol++) {
            distances[symbol] = (float)
                    (price * (bits(counts.distances[symbol], total) + DeflateSymbols.extraBitsOfDistance(symbol)));
        }
        costs.spread(distances);
        return costs;
    }

    /**
     * The most that it can cost to end a copy before a pixel, to write that as a literal, and to go on with a copy, but for
     * the literal: no copy pays that would be more wrong there.
     */
    float detour() {
        return most(distances) + most(lengths);
    }

    private static float most(float[] costs) {
        float most = 0;
        for (float cost : costs) {
            most = Math.max(most, cost);
        }
        return most;
    }

    static double log2(long value) {
        return StrictMath.log((double) value) / StrictMath.log(2);
    }

    private static double bits(long count, long total) {
        return Math.min(MOST_BITS, Math.max(LEAST_BITS, log2(total) - log2(Math.max(1, count))));
    }
}
