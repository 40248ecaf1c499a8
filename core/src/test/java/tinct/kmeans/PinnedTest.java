package tinct.kmeans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import tinct.reference.NaiveNearest;
import tinct.reference.Pictures;

/** Centroids that never move. */
final class PinnedTest {
    private static float[][] pins(SplittableRandom random, Points points, int count) {
        float[][] pins = new float[points.dimensions()][count];
        for (float[] axis : pins) {
            for (int j = 0; j < count; j++) {
                axis[j] = random.nextInt(255 * 4096) / 4096f;
            }
        }
        return pins;
    }

    private static KMeans kMeans(int k, Algorithm algorithm, int seed, double tolerance) {
        return new KMeans(k, algorithm, Seeding.values()[seed % 5], 1, 100, tolerance, 1 + seed % 7, seed, 2);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"MINI_BATCH", "ONLINE"})
    void fixedCentroidsComeFirstBitForBitAndLabelsAreOfTheNearest(Algorithm algorithm) {
        for (int seed = 0; seed < 30; seed++) {
            Points points = PointSets.any(seed);
            float[][] pins = pins(new SplittableRandom(seed), points, seed % 7);
            int k = pins[0].length + seed % 9 + (pins[0].length == 0 ? 1 : 0);
            Clustering clustering =
                    kMeans(k, algorithm, seed, 1e-4).clusterAround(pins, new Labeller(points, 2), Progress.NONE);
            float[][] centroids = clustering.centroids();
            for (int axis = 0; axis < pins.length; axis++) {
                assertThat(Arrays.copyOf(centroids[axis], pins[axis].length))
                        .as("seed %d", seed)
                        .isEqualTo(pins[axis]);
            }
            assertThat(clustering.k()).isBetween(Math.max(1, pins[0].length), k);
            for (int i = 0; i < points.size(); i++) {
                assertThat(clustering.labels()[i])
                        .as("seed %d, point %d", seed, i)
                        .isEqualTo(NaiveNearest.find(centroids, PointSets.point(points, i)));
            }
            double direct = PointSets.directInertia(points, clustering);
            assertThat(clustering.inertia()).isCloseTo(direct, within(1e-6 * direct + 1e-6));
        }
    }

    /** Lloyd as the book has it, fixed centroids first; the oracle. */
    private static double naive(Points points, float[][] pins, float[][] start, int moves) {
        int fixed = pins[0].length;
        int k = fixed + start[0].length;
        float[][] centroids = new float[pins.length][k];
        for (int axis = 0; axis < pins.length; axis++) {
            System.arraycopy(pins[axis], 0, centroids[axis], 0, fixed);
            System.arraycopy(start[axis], 0, centroids[axis], fixed, k - fixed);
        }
        double inertia = Double.MAX_VALUE;
        for (int move = 0; move <= moves; move++) {
            double[][] sums = new double[pins.length + 1][k];
            inertia = 0;
            for (int i = 0; i < points.size(); i++) {
                float[] point = PointSets.point(points, i);
                int label = NaiveNearest.find(centroids, point);
                double weight = points.weights()[i];
                sums[pins.length][label] += weight;
                for (int axis = 0; axis < pins.length; axis++) {
                    double d = (double) point[axis] - centroids[axis][label];
                    inertia += weight * d * d;
                    sums[axis][label] += weight * point[axis];
                }
            }
            for (int axis = 0; axis < pins.length; axis++) {
                for (int j = fixed; j < k; j++) {
                    double weight = sums[pins.length][j];
                    centroids[axis][j] = weight > 0 ? (float) (sums[axis][j] / weight) : centroids[axis][j];
                }
            }
        }
        return inertia;
    }

    @Test
    void plainEnginesEndWherePlainLloydDoes() {
        for (int seed = 1; seed < 9; seed++) {
            Points points = PointSets.colors(Pictures.photo(seed, 30, 20));
            float[][] pins = pins(new SplittableRandom(seed), points, 1 + seed % 4);
            float[][] start = Starts.choose(points, 8, Seeding.PRINCIPAL_AXIS, new SplittableRandom(0), 1);
            double oracle = naive(points, pins, start, 120);
            for (Algorithm algorithm : new Algorithm[] {Algorithm.LLOYD, Algorithm.BOUNDS}) {
                KMeans kMeans = new KMeans(8 + pins[0].length, algorithm, Seeding.PRINCIPAL_AXIS, 1, 300, 0, 5, 0, 1);
                double inertia = kMeans.clusterAround(pins, new Labeller(points, 1), Progress.NONE)
                        .inertia();
                // A free cluster that is emptied goes elsewhere here, and stays empty there.
                assertThat(inertia).as("seed %d", seed).isLessThanOrEqualTo(oracle * (1 + 1e-9));
            }
        }
    }

    @Test
    void searchesEndNoHigherThanPlainLloydFromTheSameStartAndMostlyLower() {
        double plainSum = 0;
        double searchedSum = 0;
        for (int seed = 1; seed < 9; seed++) {
            Points points = PointSets.colors(Pictures.photo(seed, 40, 25));
            float[][] pins = pins(new SplittableRandom(seed), points, 1 + seed % 5);
            float[][] start = Starts.choose(points, 12, Seeding.PRINCIPAL_AXIS, new SplittableRandom(0), 1);
            double oracle = naive(points, pins, start, 120);
            KMeans kMeans =
                    new KMeans(12 + pins[0].length, Algorithm.EXCHANGE, Seeding.PRINCIPAL_AXIS, 1, 300, 0, 5, 0, 1);
            double inertia = kMeans.clusterAround(pins, new Labeller(points, 1), Progress.NONE)
                    .inertia();
            assertThat(inertia).as("seed %d", seed).isLessThanOrEqualTo(oracle * (1 + 1e-9));
            plainSum += oracle;
            searchedSum += inertia;
        }
        assertThat(searchedSum).isLessThan(0.99 * plainSum);
    }

    @Test
    void fixedCentroidsAtTheBestPlacesLeaveTheBestOfTheOthers() {
        for (int seed = 0; seed < 6; seed++) {
            Points points = seed < 3
                    ? PointSets.clustered(seed, 3, 600, 12, 2)
                    : PointSets.colors(Pictures.photo(seed, 40, 30));
            Clustering whole = KMeans.of(12).withEffort(7).cluster(points);
            float[][] pins = new float[3][3 + seed];
            for (int axis = 0; axis < 3; axis++) {
                pins[axis] = Arrays.copyOf(whole.centroids()[axis], 3 + seed);
            }
            Clustering around = KMeans.of(12).withEffort(7).clusterAround(pins, new Labeller(points, 1), Progress.NONE);
            assertThat(around.inertia()).as("seed %d", seed).isLessThanOrEqualTo(whole.inertia() * 1.002);
        }
    }

    @Test
    void resultDoesNotDependOnThreads() {
        Points points = PointSets.colors(Pictures.photo(3, 60, 50));
        float[][] pins = pins(new SplittableRandom(1), points, 3);
        Clustering one = KMeans.of(20).clusterAround(pins, new Labeller(points, 1), Progress.NONE);
        for (int threads : new int[] {2, 7}) {
            Clustering more = KMeans.of(20)
                    .withThreads(threads)
                    .clusterAround(pins, new Labeller(points, threads), Progress.NONE);
            assertThat(more.centroids()).isDeepEqualTo(one.centroids());
            assertThat(more.labels()).isEqualTo(one.labels());
        }
    }

    @Test
    void wrongCallsAreRefused() {
        Labeller labeller = new Labeller(PointSets.uniform(1, 3, 20), 1);
        assertThatThrownBy(() -> KMeans.of(2).clusterAround(new float[3][3], labeller, Progress.NONE))
                .hasMessage("fixed centroids must be at most k, were 3");
        assertThatThrownBy(() -> KMeans.of(2).clusterAround(new float[4][1], labeller, Progress.NONE))
                .hasMessage("fixed centroids must have the dimensions of the points, had 4");
        assertThatThrownBy(() -> KMeans.of(2)
                        .withAlgorithm(Algorithm.ONLINE)
                        .clusterAround(new float[3][1], labeller, Progress.NONE))
                .hasMessage("centroids can be fixed in batch K-means only, the algorithm was ONLINE");
    }
}
