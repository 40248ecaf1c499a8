package tinct.kmeans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tinct.reference.Pictures;

/** Mini-batch and online K-means, which learn from drawn points. */
final class DrawnPointsTest {
    private static KMeans drawing(int k, Algorithm algorithm, int maxIterations, long seed) {
        return new KMeans(k, algorithm, Seeding.KMEANS_PLUS_PLUS, 1, maxIterations, 1e-4, seed, 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"MINI_BATCH", "ONLINE"})
    void landsNearBatchOnHeaps(Algorithm algorithm) {
        for (int seed = 0; seed < 10; seed++) {
            Points points = PointSets.clustered(seed, 3 + seed % 2, 5000, 12, 14);
            double batch =
                    drawing(12, Algorithm.BOUNDS, 300, seed).cluster(points).inertia();
            double drawn = drawing(12, algorithm, 100, seed).cluster(points).inertia();
            assertThat(drawn / batch).as("seed %d", seed).isBetween(0.85, 1.15);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MINI_BATCH", "ONLINE"})
    void landsNearBatchOnThePixelsOfPictures(Algorithm algorithm) {
        double ratios = 0;
        double starts = 0;
        for (int seed = 0; seed < 8; seed++) {
            Points points = PointSets.colors(Pictures.photo(seed, 160, 120));
            double batch =
                    drawing(16, Algorithm.BOUNDS, 300, seed).cluster(points).inertia();
            ratios += drawing(16, algorithm, 100, seed).cluster(points).inertia() / batch / 8;
            starts += drawing(16, algorithm, 0, seed).cluster(points).inertia() / batch / 8;
        }
        assertThat(ratios).isBetween(0.9, 1.15);
        assertThat(starts).as("so they have learnt something").isGreaterThan(1.25);
    }

    @ParameterizedTest
    @EnumSource(names = {"MINI_BATCH", "ONLINE"})
    void pointsAreDrawnByWeight(Algorithm algorithm) {
        // One cluster: its centroid must come to the weighted mean, far from the mean of the places.
        Points points = new Points(new float[][] {{0, 100}, {0, 0}, {5, 5}}, new double[] {9, 1});
        Clustering clustering = new KMeans(1, algorithm, Seeding.RANDOM, 1, 60, 0, 1, 1).cluster(points);
        assertThat((double) clustering.centroid(0)[0]).isCloseTo(10, within(3.0));
        assertThat(clustering.centroid(0)[2]).isEqualTo(5);
    }

    @Test
    void onlineMakesAllMovesAndMiniBatchEndsWhenNothingIsGained() {
        Points points = PointSets.clustered(1, 3, 3000, 8, 10);
        Clustering online = drawing(8, Algorithm.ONLINE, 70, 1).cluster(points);
        assertThat(online.iterations()).isEqualTo(70);
        assertThat(online.history()).hasSize(70);
        Clustering miniBatch = drawing(8, Algorithm.MINI_BATCH, 10_000, 1).cluster(points);
        assertThat(miniBatch.iterations()).isBetween(11, 1000);
        assertThat(miniBatch.history()).hasSize(miniBatch.iterations());
    }

    @ParameterizedTest
    @EnumSource(names = {"MINI_BATCH", "ONLINE"})
    void historyIsTheInertiaOfBatchesScaledToAllPoints(Algorithm algorithm) {
        Points points = PointSets.clustered(2, 4, 3000, 8, 10);
        Clustering clustering = drawing(8, algorithm, 40, 1).cluster(points);
        double last = clustering.history().get(clustering.iterations() - 1);
        assertThat(last / clustering.inertia()).isBetween(0.7, 1.4);
    }

    @Test
    void miniBatchReassignsCentroidsThatNoPointComesTo() {
        // Most points are at one place, so nearly all random starts are too, and only one of those is given points.
        SplittableRandom random = new SplittableRandom(1);
        float[][] axes = new float[3][1000];
        for (float[] axis : axes) {
            for (int i = 950; i < 1000; i++) {
                axis[i] = random.nextInt(256);
            }
        }
        double[] weights = new double[1000];
        Arrays.fill(weights, 1);
        Points points = new Points(axes, weights);
        long started = 0;
        long ended = 0;
        for (int seed = 0; seed < 20; seed++) {
            KMeans kMeans = new KMeans(20, Algorithm.MINI_BATCH, Seeding.RANDOM, 1, 100, 0, seed, 1);
            ended += used(kMeans.cluster(points));
            started += used(new KMeans(20, Algorithm.LLOYD, Seeding.RANDOM, 1, 0, 0, seed, 1).cluster(points));
        }
        assertThat(ended).isGreaterThan(started * 3 / 2);
    }

    private static long used(Clustering clustering) {
        return Arrays.stream(clustering.weights()).filter(w -> w > 0).count();
    }

    @ParameterizedTest
    @EnumSource(names = {"MINI_BATCH", "ONLINE"})
    void drawsAreByWeightOnly(Algorithm algorithm) {
        Points points = PointSets.withZeroWeights(PointSets.uniform(3, 3, 300), 3);
        Clustering clustering = drawing(5, algorithm, 30, 3).cluster(points);
        assertThat(clustering.weights()).doesNotContain(0);
        double batch = drawing(5, Algorithm.BOUNDS, 300, 3).cluster(points).inertia();
        assertThat(clustering.inertia()).isLessThan(batch * 1.15);
    }
}
