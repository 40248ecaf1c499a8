package tinct.remap;

/** What each choice costs in a deflate stream, bits times a price, by the statistics of an earlier plan. */
final class BitCosts {
    static final int MIN_LENGTH = 3;
    static final int MAX_LENGTH = 258;
    static final int WINDOW = 1 << 15;
    private static final double MOST_BITS = 15;

    /** [256] of each literal. */
    final float[] literals = new float[256];
    /** [259] of each length of a copy, extra bits included; below 3 they mean nothing. */
    final float[] lengths = new float[MAX_LENGTH + 1];

    private final float[] distances = new float[30];

    /** Costs at a price a bit; without a plan yet, counts of literals and a guess at the rest. */
    static BitCosts guess(long[] literalCounts, float price) {
        BitCosts costs = new BitCosts();
        long total = 1;
        for (long count : literalCounts) {
            total += count;
        }
        for (int i = 0; i < 256; i++) {
            costs.literals[i] = (float) (price * (1 + 0.5 * (bits(literalCounts[i], total) + 7)) );
        }
        for (int length = MIN_LENGTH; length <= MAX_LENGTH; length++) {
            costs.lengths[length] = (float) (price * (3 + 0.75 * log2(length)));
        }
        for (int symbol = 0; symbol < 30; symbol++) {
            costs.distances[symbol] = price * (4 + distanceExtraBits(symbol));
        }
        return costs;
    }

    /** Costs of the ideal code of the counts. */
    static BitCosts of(StepCounts counts, float price) {
        BitCosts costs = new BitCosts();
        long total = 1;
        for (long count : counts.literalLengths) {
            total += count;
        }
        for (int i = 0; i < 256; i++) {
            costs.literals[i] = (float) (price * bits(counts.literalLengths[i], total));
        }
        for (int length = MIN_LENGTH; length <= MAX_LENGTH; length++) {
            int symbol = lengthSymbol(length);
            costs.lengths[length] =
                    (float) (price * (bits(counts.literalLengths[257 + symbol], total) + lengthExtraBits(symbol)));
        }
        total = 1;
        for (long count : counts.distances) {
            total += count;
        }
        for (int symbol = 0; symbol < 30; symbol++) {
            costs.distances[symbol] = (float) (price * (bits(counts.distances[symbol], total) + distanceExtraBits(symbol)));
        }
        return costs;
    }

    /** The cost of a copy's distance 1..32768. */
    float distance(int distance) {
        return distances[distanceSymbol(distance)];
    }

    private static double bits(long count, long total) {
        return Math.min(MOST_BITS, Math.max(0.5, log2(total) - log2(Math.max(1, count))));
    }

    private static double log2(double value) {
        return StrictMath.log(value) / StrictMath.log(2);
    }

    /** The symbol 0..28 of a length. */
    static int lengthSymbol(int length) {
        int l = length - MIN_LENGTH;
        if (l < 8) {
            return l;
        }
        if (length == MAX_LENGTH) {
            return 28;
        }
        int top = 31 - Integer.numberOfLeadingZeros(l);
        return 4 * (top - 1) + ((l >>> (top - 2)) & 3);
    }

    static int lengthExtraBits(int symbol) {
        return symbol < 8 || symbol == 28 ? 0 : symbol / 4 - 1;
    }

    static int distanceSymbol(int distance) {
        int d = distance - 1;
        if (d < 4) {
            return d;
        }
        int top = 31 - Integer.numberOfLeadingZeros(d);
        return 2 * top + ((d >>> (top - 1)) & 1);
    }

    static int distanceExtraBits(int symbol) {
        return symbol < 4 ? 0 : symbol / 2 - 1;
    }
}
