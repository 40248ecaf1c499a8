package tinct.kmeans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.reference.NaiveLloyd;

/** All engines of batch K-means do the same as the naive one, bit for bit. */
@Tag("slow")
final class EnginesTest {
    private static final Seeding[] SEEDINGS = Seeding.values();

    @Test
    void lloydAndBoundsAgreeWithNaiveLloydOnAnyPoints() {
        int refills = 0;
        for (int seed = 0; seed < 240; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Points points = PointSets.any(seed);
            int n = points.size();
            int[] numbers = {1, 2, 3, 5, 8, 13, 1 + n / 2, n, n + 3};
            int k = Math.min(40, numbers[random.nextInt(numbers.length)]);
            Seeding seeding = SEEDINGS[random.nextInt(SEEDINGS.length)];
            String story = "seed " + seed + ", n " + n + ", k " + k + ", " + seeding;
            refills += agree(points, new KMeans(k, Algorithm.LLOYD, seeding, 1, 30, 0, seed, 1), story);
        }
        assertThat(refills).as("empty clusters were among what was tested").isGreaterThan(50);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void lloydAndBoundsAgreeWithNaiveLloydOnManyPoints(int dimensions) {
        Points points = PointSets.clustered(dimensions, dimensions, 20_000, 300, 12);
        agree(points, new KMeans(256, Algorithm.LLOYD, Seeding.RANDOM, 1, 5, 0, 1, 1), dimensions + " dimensions");
    }

    /** Returns how many empty clusters were refilled on the way. */
    private static int agree(Points points, KMeans lloyd, String story) {
        KMeans noMove = new KMeans(lloyd.k(), Algorithm.LLOYD, lloyd.seeding(), 1, 0, 0, lloyd.seed(), 1);
        float[][] start = PointSets.centroids(noMove.cluster(points));
        NaiveLloyd naive = new NaiveLloyd(PointSets.axes(points), points.weights(), start, lloyd.maxIterations());
        Clustering clustering = lloyd.cluster(points);
        assertThat(clustering.labels()).as(story).isEqualTo(naive.labels);
        assertThat(PointSets.centroids(clustering)).as(story).isDeepEqualTo(naive.centroids);
        assertThat(clustering.iterations()).as(story).isEqualTo(naive.history.size() - 1);
        assertThat(clustering.history()).as(story).hasSameSizeAs(naive.history);
        for (int i = 0; i < naive.history.size(); i++) {
            double expected = naive.history.get(i);
            double rounding = 1e-9 * expected + 1e-12 * clustering.history().get(0) + 1e-6;
            assertThat(clustering.history().get(i)).as(story).isCloseTo(expected, within(rounding));
        }
        for (Algorithm algorithm : new Algorithm[] {Algorithm.LLOYD, Algorithm.BOUNDS}) {
            for (int threads : new int[] {1, 2, 7}) {
                KMeans other = new KMeans(
                        lloyd.k(), algorithm, lloyd.seeding(), 1, lloyd.maxIterations(), 0, lloyd.seed(), threads);
                assertSame(other.cluster(points), clustering, story + ", " + algorithm + ", threads " + threads);
            }
        }
        return naive.refills;
    }

    private static void assertSame(Clustering actual, Clustering expected, String story) {
        assertThat(actual.labels()).as(story).isEqualTo(expected.labels());
        assertThat(PointSets.centroids(actual)).as(story).isDeepEqualTo(PointSets.centroids(expected));
        assertThat(actual.weights()).as(story).isEqualTo(expected.weights());
        assertThat(actual.inertia()).as(story).isEqualTo(expected.inertia());
        assertThat(actual.iterations()).as(story).isEqualTo(expected.iterations());
        assertThat(actual.history()).as(story).isEqualTo(expected.history());
    }

    @Test
    void boundsStopWhereLloydDoesByTolerance() {
        for (int seed = 0; seed < 20; seed++) {
            Points points = PointSets.clustered(seed, 3 + seed % 2, 3000, 20, 25);
            for (double tolerance : new double[] {1e-2, 1e-4}) {
                KMeans lloyd = new KMeans(12, Algorithm.LLOYD, Seeding.KMEANS_PLUS_PLUS, 2, 300, tolerance, seed, 2);
                assertSame(
                        lloyd.withAlgorithm(Algorithm.BOUNDS).cluster(points), lloyd.cluster(points), "seed " + seed);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void threadsDoNotChangeTheResult(Algorithm algorithm) {
        for (int seed = 0; seed < 6; seed++) {
            Points points = PointSets.any(seed);
            for (Seeding seeding : SEEDINGS) {
                Clustering one = new KMeans(10, algorithm, seeding, 2, 12, 1e-4, seed, 1).cluster(points);
                for (int threads : new int[] {2, 7}) {
                    Clustering more = new KMeans(10, algorithm, seeding, 2, 12, 1e-4, seed, threads).cluster(points);
                    assertSame(more, one, algorithm + ", " + seeding + ", seed " + seed + ", threads " + threads);
                }
            }
        }
        Points many = PointSets.clustered(1, 3, 30_000, 50, 15);
        Clustering one = new KMeans(32, algorithm, Seeding.RANDOM, 1, 10, 1e-4, 1, 1).cluster(many);
        assertSame(new KMeans(32, algorithm, Seeding.RANDOM, 1, 10, 1e-4, 1, 7).cluster(many), one, "many points");
    }

    @ParameterizedTest
    @EnumSource
    void threadsDoNotChangeTheResultOfPointsThatAreNotOnAGrid(Algorithm algorithm) {
        SplittableRandom random = new SplittableRandom(1);
        float[][] axes = new float[3][40_000];
        double[] weights = new double[axes[0].length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = random.nextDouble();
            for (float[] axis : axes) {
                axis[i] = random.nextFloat();
            }
        }
        Points points = new Points(axes, weights);
        Clustering one = new KMeans(20, algorithm, Seeding.RANDOM, 1, 8, 0, 1, 1).cluster(points);
        for (int threads : new int[] {2, 7}) {
            Clustering more = new KMeans(20, algorithm, Seeding.RANDOM, 1, 8, 0, 1, threads).cluster(points);
            assertSame(more, one, "threads " + threads);
        }
    }
}
