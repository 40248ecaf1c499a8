package tinct.kmeans;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Chooses first centroids. */
final class Starts {
    private Starts() {}

    /** First centroids [dimensions][k]; k is at most the number of points. */
    static float[][] choose(Points points, int k, Seeding seeding, SplittableRandom random, int threads) {
        return switch (seeding) {
            case RANDOM -> at(points, random(points, k, random));
            case KMEANS_PLUS_PLUS -> at(points, new PlusPlus(points, random).choose(k));
            case WU, MEDIAN_CUT, PRINCIPAL_AXIS -> new Splitting(points, seeding, threads).centroids(k);
        };
    }

    private static float[][] at(Points points, int[] chosen) {
        float[][] centroids = new float[points.dimensions()][chosen.length];
        for (int axis = 0; axis < centroids.length; axis++) {
            for (int j = 0; j < chosen.length; j++) {
                centroids[axis][j] = points.axis(axis)[chosen[j]];
            }
        }
        return centroids;
    }

    /**
     * Draws k different points one after the other with probability by weight. The k largest of u^(1/w) are such a
     * sample (Efraimidis, Spirakis 2006, doi 10.1016/j.ipl.2005.11.003); points of weight 0 come last.
     */
    private static int[] random(Points points, int k, SplittableRandom random) {
        double[] weights = points.weights();
        double[] keys = new double[weights.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = StrictMath.log(1 - random.nextDouble()) / weights[i];
        }
        return IntStream.range(0, keys.length)
                .boxed()
                .sorted((a, b) -> Double.compare(keys[b], keys[a]))
                .limit(k)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
