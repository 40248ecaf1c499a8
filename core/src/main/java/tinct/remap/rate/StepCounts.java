package tinct.remap.rate;

import tinct.internal.DeflateSymbols;

/** How often a path uses each symbol of deflate. */
final class StepCounts implements Steps {
    /** [256] of each literal. */
    final long[] literals = new long[256];

    /** [29] of each symbol of a length. */
    final long[] lengths = new long[DeflateSymbols.LENGTHS];

    /** [30] of each symbol of a distance. */
    final long[] distances = new long[DeflateSymbols.DISTANCES];

    @Override
    public void literal(int value) {
        literals[value]++;
    }

    @Override
    public void copy(int length, int distance) {
        lengths[DeflateSymbols.ofLength(length)]++;
        distances[DeflateSymbols.ofDistance(distance)]++;
    }

    void add(StepCounts other) {
        add(literals, other.literals);
        add(lengths, other.lengths);
        add(distances, other.distances);
    }

    /** The bits of these steps with an ideal code. */
    double bits() {
        long both = sum(literals) + sum(lengths);
        double bits = ideal(literals, both) + ideal(lengths, both) + ideal(distances, sum(distances));
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            bits += (double) lengths[symbol] * DeflateSymbols.extraBitsOfLength(symbol);
        }
        for (int symbol = 0; symbol < distances.length; symbol++) {
            bits += (double) distances[symbol] * DeflateSymbols.extraBitsOfDistance(symbol);
        }
        return bits;
    }

    private static void add(long[] to, long[] from) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }

    static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    private static double ideal(long[] counts, long total) {
        double bits = 0;
        for (long count : counts) {
            if (count > 0) {
                bits += count * (BitCosts.log2(total) - BitCosts.log2(count));
            }
        }
        return bits;
    }
}
