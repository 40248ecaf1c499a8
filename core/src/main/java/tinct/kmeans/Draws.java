package tinct.kmeans;

import java.util.SplittableRandom;

/** Draws points with probability by weight, with replacement: Walker's alias table, two look-ups a draw. */
final class Draws {
    private final SplittableRandom random;
    /** Share of each column that belongs to its own point; the rest is the alias's. */
    private final double[] own;

    private final int[] alias;

    Draws(double[] weights, SplittableRandom random) {
        this.random = random;
        int n = weights.length;
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        own = new double[n];
        alias = new int[n];
        int[] small = new int[n];
        int[] large = new int[n];
        int smalls = 0;
        int larges = 0;
        for (int i = 0; i < n; i++) {
            own[i] = weights[i] / total * n;
            alias[i] = i;
            if (own[i] < 1) {
                small[smalls++] = i;
            } else {
                large[larges++] = i;
            }
        }
        while (smalls > 0 && larges > 0) {
            int less = small[--smalls];
            int more = large[larges - 1];
            alias[less] = more;
            own[more] -= 1 - own[less];
            if (own[more] < 1) {
                larges--;
                small[smalls++] = more;
            }
        }
    }

    int next() {
        int column = random.nextInt(own.length);
        return random.nextDouble() < own[column] ? column : alias[column];
    }
}
