package tinct.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import tinct.kmeans.Algorithm;
import tinct.kmeans.KMeans;
import tinct.kmeans.Points;
import tinct.kmeans.Seeding;

/** Against the inertia that scikit-learn's KMeans(n_init=10) reaches; oracles/kmeans.py records it. */
final class ScikitLearnTest {
    @ParameterizedTest
    @CsvFileSource(resources = "/oracles/kmeans.csv", numLinesToSkip = 1)
    void endsAsLowAsScikitLearn(int seed, int dimensions, int n, int heaps, int spread, int k, double inertia) {
        Points points = points(new Lcg(seed), dimensions, n, heaps, spread);
        assertThat(KMeans.of(k).cluster(points).inertia()).as("the default").isLessThanOrEqualTo(inertia * 1.02);
        KMeans tenRuns = new KMeans(k, Algorithm.LLOYD, Seeding.KMEANS_PLUS_PLUS, 10, 1000, 0, 0, 2);
        assertThat(tenRuns.cluster(points).inertia()).as("the same method").isBetween(inertia * 0.97, inertia * 1.01);
    }

    /** The points of kmeans.py. */
    private static Points points(Lcg lcg, int dimensions, int n, int heaps, int spread) {
        int[][] middles = new int[heaps][dimensions];
        for (int[] middle : middles) {
            for (int axis = 0; axis < dimensions; axis++) {
                middle[axis] = lcg.next(256);
            }
        }
        float[][] axes = new float[dimensions][n];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            int[] middle = middles[lcg.next(heaps)];
            for (int axis = 0; axis < dimensions; axis++) {
                int sum = lcg.next(spread) + lcg.next(spread) + lcg.next(spread) + lcg.next(spread);
                axes[axis][i] = middle[axis] + sum;
            }
            weights[i] = 1 + lcg.next(20);
        }
        return new Points(axes, weights);
    }

    private static final class Lcg {
        private int state;

        Lcg(int seed) {
            state = seed;
        }

        int next(int bound) {
            state = state * 1664525 + 1013904223;
            return (int) ((long) (state >>> 8) * bound >> 24);
        }
    }
}
