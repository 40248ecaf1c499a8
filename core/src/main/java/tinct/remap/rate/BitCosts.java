package tinct.remap.rate;

import tinct.internal.DeflateSymbols;

/** What each step costs: bits by the statistics of an earlier path, times a price. */
final class BitCosts {
    private static final double LEAST_BITS = 0.5;
    private static final double MOST_BITS = 15;

    /** Of a bit. */
    final float bit;

    /** [256] of each literal. */
    final float[] literals = new float[256];

    /** [259] of each length of a copy, extra bits included; the entries below 3 mean nothing. */
    final float[] lengths = new float[DeflateSymbols.MAX_LENGTH + 1];

    /** [32769] of the distance of a copy, whatever its length; the first means nothing. */
    final float[] distances = new float[DeflateSymbols.WINDOW + 1];

    /** [32769] the least of a distance and all that are longer. */
    final float[] leastDistances = new float[distances.length];

    /** Costs [symbols] of lengths and distances, spread over all of those. */
    private BitCosts(CopyCode code, float[] ofLengths, float[] ofDistances, double price) {
        bit = (float) price;
        for (int length = DeflateSymbols.MIN_LENGTH; length < lengths.length; length++) {
            lengths[length] = ofLengths[code.ofLength[length]];
        }
        float least = Float.MAX_VALUE;
        for (int distance = distances.length - 1; distance > 0; distance--) {
            distances[distance] = ofDistances[code.ofDistance[distance]];
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
    static BitCosts guess(CopyCode code, long[] plainCounts, double price) {
        float[] distances = new float[code.extraOfDistance.length];
        for (int symbol = 0; symbol < distances.length; symbol++) {
            distances[symbol] = (float) (price * (4 + code.extraOfDistance[symbol]));
        }
        BitCosts costs = new BitCosts(code, new float[code.extraOfLength.length], distances, price);
        for (int length = DeflateSymbols.MIN_LENGTH; length < costs.lengths.length; length++) {
            costs.lengths[length] = (float) (price * (3 + 0.75 * log2(length)));
        }
        long total = StepCounts.sum(plainCounts) + 1;
        for (int i = 0; i < 256; i++) {
            costs.literals[i] = (float) (price * (4.5 + 0.5 * bits(plainCounts[i], total)));
        }
        return costs;
    }

    /** Costs of the ideal code of the counts, parts of bits allowed. */
    static BitCosts of(CopyCode code, StepCounts counts, double price) {
        long total = StepCounts.sum(counts.literals) + StepCounts.sum(counts.lengths) + 1;
        long copies = StepCounts.sum(counts.distances) + 1;
        BitCosts costs = new BitCosts(
                code,
                costs(counts.lengths, total, code.extraOfLength, price),
                costs(counts.distances, copies, code.extraOfDistance, price),
                price);
        for (int i = 0; i < 256; i++) {
            costs.literals[i] = (float) (price * bits(counts.literals[i], total));
        }
        return costs;
    }

    private static float[] costs(long[] counts, long total, int[] extra, double price) {
        float[] costs = new float[counts.length];
        for (int symbol = 0; symbol < costs.length; symbol++) {
            costs[symbol] = (float) (price * (bits(counts[symbol], total) + extra[symbol]));
        }
        return costs;
    }

    static double log2(long value) {
        return StrictMath.log((double) value) / StrictMath.log(2);
    }

    private static double bits(long count, long total) {
        return Math.min(MOST_BITS, Math.max(LEAST_BITS, log2(total) - log2(Math.max(1, count))));
    }
}
