package tinct.kmeans;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Greedy k-means++: each centroid is a point drawn with probability by weight and squared distance to those before; of
 * 2 + ln k draws the one that lowers the inertia most is taken, the first on a tie.
 *
 * <p>Source: Arthur, Vassilvitskii, "k-means++: the advantages of careful seeding", SODA 2007, and its section on greedy
 * choice, which is also what scikit-learn does.
 */
final class PlusPlus {
    private final Points points;
    private final SplittableRandom random;
    /** Squared distance of each point to the nearest centroid so far [n]. */
    private final double[] nearest;

    private double[] attempt;

    PlusPlus(Points points, SplittableRandom random) {
        this.points = points;
        this.random = random;
        this.nearest = new double[points.size()];
        this.attempt = new double[points.size()];
    }

    /** The positions of k different points, if there are as many of positive weight at different places. */
    int[] choose(int k) {
        int trials = 2 + (int) StrictMath.log(k);
        int[] chosen = new int[k];
        Arrays.fill(nearest, 1);
        chosen[0] = draw(total(nearest));
        Arrays.fill(nearest, Double.MAX_VALUE);
        double inertia = approach(chosen[0], nearest);
        double[] best = new double[points.size()];
        for (int j = 1; j < k; j++) {
            double least = Double.POSITIVE_INFINITY;
            for (int trial = 0; trial < trials; trial++) {
                int point = draw(inertia);
                double lowered = approach(point, attempt);
                if (lowered < least) {
                    least = lowered;
                    chosen[j] = point;
                    double[] swap = best;
                    best = attempt;
                    attempt = swap;
                }
            }
            System.arraycopy(best, 0, nearest, 0, best.length);
            inertia = least;
        }
        return chosen;
    }

    private double total(double[] distances) {
        double total = 0;
        double[] weights = points.weights();
        for (int i = 0; i < weights.length; i++) {
            total += weights[i] * distances[i];
        }
        return total;
    }

    /** A point drawn with probability by weight times {@link #nearest}, whose total is given. */
    private int draw(double total) {
        double[] weights = points.weights();
        double left = random.nextDouble() * total;
        int last = 0;
        for (int i = 0; i < weights.length; i++) {
            double share = weights[i] * nearest[i];
            if (share > 0) {
                last = i;
                left -= share;
                if (left < 0) {
                    break;
                }
            }
        }
        return last;
    }

    /** Lowers {@link #nearest} by a new centroid at {@code point} into {@code into}; returns the inertia. */
    private double approach(int point, double[] into) {
        boolean four = points.dimensions() == 4;
        float[] xs = points.axis(0), ys = points.axis(1), zs = points.axis(2), ws = points.axis(four ? 3 : 2);
        double[] weights = points.weights();
        float x = xs[point], y = ys[point], z = zs[point], w = ws[point];
        double inertia = 0;
        for (int i = 0; i < weights.length; i++) {
            float dx = xs[i] - x, dy = ys[i] - y, dz = zs[i] - z;
            float d = dx * dx + dy * dy + dz * dz;
            if (four) {
                float dw = ws[i] - w;
                d += dw * dw;
            }
            double least = Math.min(nearest[i], d);
            into[i] = least;
            inertia += weights[i] * least;
        }
        return inertia;
    }
}
