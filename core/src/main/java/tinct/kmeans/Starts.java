package tinct.kmeans;

import java.util.SplittableRandom;

/** Chooses first centroids. */
final class Starts {
    private Starts() {}

    static float[][] choose(Points points, int k, Seeding seeding, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = points.size();
        double[] best = new double[n];
        java.util.Arrays.fill(best, Double.MAX_VALUE);
        float[][] centroids = new float[points.dimensions()][k];
        int chosen = random.nextInt(n);
        for (int j = 0; j < k; j++) {
            for (int axis = 0; axis < centroids.length; axis++) {
                centroids[axis][j] = points.axis(axis)[chosen];
            }
            double total = 0;
            for (int i = 0; i < n; i++) {
                double d = 0;
                for (int axis = 0; axis < centroids.length; axis++) {
                    double t = points.axis(axis)[i] - centroids[axis][j];
                    d += t * t;
                }
                best[i] = Math.min(best[i], d);
                total += best[i] * points.weights()[i];
            }
            double target = random.nextDouble() * total;
            for (int i = 0; i < n; i++) {
                target -= best[i] * points.weights()[i];
                if (target < 0) {
                    chosen = i;
                    break;
                }
            }
        }
        return centroids;
    }
}
