package tinct.remap;

/** How often a plan uses each symbol of deflate. */
final class StepCounts {
    final long[] literalLengths = new long[286];
    final long[] distances = new long[30];

    void literal(int index) {
        literalLengths[index]++;
    }

    void copy(int length, int distance) {
        literalLengths[257 + BitCosts.lengthSymbol(length)]++;
        distances[BitCosts.distanceSymbol(distance)]++;
    }

    void add(StepCounts other) {
        for (int i = 0; i < literalLengths.length; i++) {
            literalLengths[i] += other.literalLengths[i];
        }
        for (int i = 0; i < distances.length; i++) {
            distances[i] += other.distances[i];
        }
    }

    /** The bits of these symbols with an ideal code. */
    double bits() {
        double bits = entropy(literalLengths) + entropy(distances);
        for (int symbol = 0; symbol < 29; symbol++) {
            bits += (double) literalLengths[257 + symbol] * BitCosts.lengthExtraBits(symbol);
        }
        for (int symbol = 0; symbol < distances.length; symbol++) {
            bits += (double) distances[symbol] * BitCosts.distanceExtraBits(symbol);
        }
        return bits;
    }

    private static double entropy(long[] counts) {
        double total = 0;
        double bits = 0;
        for (long count : counts) {
            if (count > 0) {
                total += count;
                bits -= count * StrictMath.log(count);
            }
        }
        return total == 0 ? 0 : (bits + total * StrictMath.log(total)) / StrictMath.log(2);
    }
}
