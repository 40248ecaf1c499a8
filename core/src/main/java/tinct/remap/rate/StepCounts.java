package tinct.remap.rate;

/** How often a path uses each symbol. */
final class StepCounts implements Steps {
    /** [256] of each literal. */
    final long[] literals = new long[256];

    /** [symbols] of lengths. */
    final long[] lengths;

    /** [symbols] of distances. */
    final long[] distances;

    private final CopyCode code;

    StepCounts(CopyCode code) {
        this.code = code;
        lengths = new long[code.extraOfLength.length];
        distances = new long[code.extraOfDistance.length];
    }

    @Override
    public void literal(int value) {
        literals[value]++;
    }

    @Override
    public void copy(int length, int distance) {
        lengths[code.ofLength[length]]++;
        distances[code.ofDistance[distance]]++;
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
            bits += (double) lengths[symbol] * code.extraOfLength[symbol];
        }
        for (int symbol = 0; symbol < distances.length; symbol++) {
            bits += (double) distances[symbol] * code.extraOfDistance[symbol];
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
