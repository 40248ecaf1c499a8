package tinct.kmeans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.reference.NaiveNearest;
import tinct.reference.Pictures;

@Tag("slow")
final class KMeansTest {
    private static final Algorithm[] BATCH = {Algorithm.EXCHANGE, Algorithm.BOUNDS, Algorithm.LLOYD};

    @Test
    void exampleOfTheDocumentationRuns() {
        float[] x = {0, 1, 10, 11};
        float[] y = {0, 0, 5, 5};
        float[] z = {3, 3, 3, 3};
        double[] weights = {1, 3, 1, 1};
        Points points = new Points(new float[][] {x, y, z}, weights);
        Clustering clustering = KMeans.of(16).cluster(points);
        float[] first = clustering.centroid(0);
        assertThat(clustering.k()).isEqualTo(4);
        assertThat(first).hasSize(3);
        assertThat(clustering.inertia()).isCloseTo(0, within(1e-9));

        Clustering two = KMeans.of(2).cluster(points);
        assertThat(two.centroid(two.labels()[0])).containsExactly(0.75f, 0, 3);
        assertThat(two.centroid(two.labels()[3])).containsExactly(10.5f, 5, 3);
        assertThat(two.weights()[two.labels()[0]]).isEqualTo(4);
        assertThat(two.inertia()).isCloseTo(0.75 + 0.5, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource
    void everyPointHasTheLabelOfItsNearestCentroidAndInertiaIsTheirSum(Algorithm algorithm) {
        for (int seed = 0; seed < 48; seed++) {
            Points points = PointSets.any(seed);
            int k = 1 + seed % 12;
            Seeding seeding = Seeding.values()[seed % 5];
            Clustering clustering = new KMeans(k, algorithm, seeding, 1, 25, 1e-4, seed, 2).cluster(points);
            assertThat(clustering.k()).isEqualTo(Math.min(k, points.size()));
            float[][] centroids = PointSets.centroids(clustering);
            double[] weights = new double[clustering.k()];
            for (int i = 0; i < points.size(); i++) {
                int nearest = NaiveNearest.find(centroids, PointSets.point(points, i));
                assertThat(clustering.labels()[i])
                        .as("seed %d, point %d", seed, i)
                        .isEqualTo(nearest);
                weights[nearest] += points.weights()[i];
            }
            assertThat(clustering.weights()).as("seed %d", seed).isEqualTo(weights);
            double direct = PointSets.directInertia(points, clustering);
            double spread = new KMeans(1, Algorithm.LLOYD, Seeding.WU, 1, 1, 0, 0, 1)
                    .cluster(points)
                    .inertia();
            assertThat(clustering.inertia())
                    .as("seed %d", seed)
                    .isCloseTo(direct, within(1e-9 * direct + 1e-13 * spread));
        }
    }

    @Test
    void inertiaNeverRises() {
        int moves = 0;
        for (int seed = 0; seed < 90; seed++) {
            Points points = PointSets.any(seed);
            for (Algorithm algorithm : BATCH) {
                Seeding seeding = Seeding.values()[seed % 5];
                KMeans kMeans = new KMeans(2 + seed % 17, algorithm, seeding, 1, 100, 0, seed, 1);
                List<Double> history = kMeans.cluster(points).history();
                for (int i = 1; i < history.size(); i++) {
                    assertThat(history.get(i))
                            .as("seed %d, %s: %s", seed, algorithm, history)
                            .isLessThanOrEqualTo(history.get(i - 1) * (1 + 1e-6) + 1e-12 * history.get(0));
                    moves++;
                }
            }
        }
        assertThat(moves).isGreaterThan(1000);
    }

    @Test
    void historyEndsWithTheInertiaAndCountsTheMoves() {
        Points points = PointSets.clustered(1, 3, 2000, 10, 20);
        for (Algorithm algorithm : BATCH) {
            Clustering clustering = KMeans.of(9).withAlgorithm(algorithm).cluster(points);
            assertThat(clustering.iterations()).isPositive();
            assertThat(clustering.history())
                    .hasSize(clustering.iterations() + 1)
                    .endsWith(clustering.inertia());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 16, 64})
    void exchangeEndsNoHigherThanBounds(int k) {
        for (int seed = 0; seed < 6; seed++) {
            Points points = seed < 3
                    ? PointSets.colors(Pictures.photo(seed, 128, 128))
                    : PointSets.clustered(seed, 3 + seed % 2, 4000, 40, 10);
            double bounds =
                    KMeans.of(k).withAlgorithm(Algorithm.BOUNDS).cluster(points).inertia();
            double exchange = KMeans.of(k).cluster(points).inertia();
            // Either may end within its tolerance of where it is going; with few clusters to the same end.
            assertThat(exchange).as("seed %d", seed).isLessThanOrEqualTo(bounds * (k < 16 ? 1 + 1e-3 : 1));
        }
    }

    /** Trials that seem to gain by rounding only must not go on for ever. */
    @Test
    void exchangeEndsLongBeforeTheLimitOnFewPoints() {
        for (int seed = 0; seed < 150; seed++) {
            Points points = PointSets.any(seed);
            int k = 1 + seed * 7 % Math.min(20, PointSets.places(points));
            assertThat(KMeans.of(k).cluster(points).iterations())
                    .as("seed %d, k %d", seed, k)
                    .isLessThan(100);
        }
    }

    @Test
    void exchangeFreesCentroidsThatAreCaught() {
        // Three heaps; a start with two centroids in one of them never frees one by moves alone.
        Points points = threeHeaps();
        double caught = 0;
        for (int seed = 0; seed < 30; seed++) {
            KMeans kMeans = new KMeans(3, Algorithm.BOUNDS, Seeding.RANDOM, 1, 300, 0, seed, 1);
            caught = Math.max(caught, kMeans.cluster(points).inertia());
            double free =
                    kMeans.withAlgorithm(Algorithm.EXCHANGE).cluster(points).inertia();
            assertThat(free).as("seed %d", seed).isLessThan(2000);
        }
        assertThat(caught).isGreaterThan(100_000);
    }

    private static Points threeHeaps() {
        SplittableRandom random = new SplittableRandom(1);
        float[][] axes = new float[3][300];
        for (int i = 0; i < 300; i++) {
            axes[0][i] = i % 3 * 100 + random.nextInt(5);
            axes[1][i] = (i % 3 == 1 ? 80 : 0) + random.nextInt(5);
        }
        return new Points(axes, ones(300));
    }

    @Test
    void everyClusterHasPointsIfThereAreEnoughPlaces() {
        for (int seed = 0; seed < 42; seed++) {
            Points points = PointSets.any(seed);
            int places = PointSets.places(points);
            for (Algorithm algorithm : BATCH) {
                for (int k : new int[] {places, (places + 1) / 2, Math.min(places, 7)}) {
                    KMeans kMeans = new KMeans(k, algorithm, Seeding.values()[seed % 5], 1, 300, 1e-4, seed, 1);
                    assertThat(kMeans.cluster(points).weights())
                            .as("seed %d, %s, k %d of %d places", seed, algorithm, k, places)
                            .doesNotContain(0);
                }
            }
        }
    }

    @Test
    void asManyClustersAsPlacesCostNothing() {
        for (int seed = 3; seed < 60; seed += 6) { // repeated points
            Points points = PointSets.any(seed);
            for (Seeding seeding : Seeding.values()) {
                Clustering clustering =
                        new KMeans(points.size(), Algorithm.EXCHANGE, seeding, 1, 300, 0, seed, 1).cluster(points);
                assertThat(clustering.inertia())
                        .as("seed %d, %s", seed, seeding)
                        .isCloseTo(0, within(1e-3));
                assertThat(Arrays.stream(clustering.weights())
                                .filter(w -> w > 0)
                                .count())
                        .isEqualTo(PointSets.places(points));
            }
        }
    }

    @Test
    void anEmptyClusterTakesTheCostliestPoint() {
        // Nine tenths of random starts are two of the points at 0: the second of them is empty. The costliest point is
        // the one at 40 with weight 3, not the farther one at 60.
        float[][] axes = new float[3][22];
        axes[0][20] = 40;
        axes[0][21] = 60;
        double[] weights = ones(22);
        weights[20] = 3;
        Points points = new Points(axes, weights);
        int refilled = 0;
        for (int seed = 0; seed < 40; seed++) {
            KMeans kMeans = new KMeans(2, Algorithm.LLOYD, Seeding.RANDOM, 1, 1, 0, seed, 1);
            Clustering clustering = kMeans.cluster(points);
            if (clustering.history().get(0) == 3 * 1600 + 3600) {
                refilled++;
                // The other one is the mean of what is left, 60 / 21.
                assertThat(clustering.centroid(0)[0]).isEqualTo(60f / 21);
                assertThat(clustering.centroid(1)[0]).isEqualTo(40);
            }
        }
        assertThat(refilled).isGreaterThan(10);
    }

    @Test
    void weightsAreThoseOfTheLabelsAlsoIfItEndsWithEmptyClusters() {
        int empty = 0;
        for (int seed = 0; seed < 60; seed++) {
            Points points = PointSets.any(seed);
            KMeans kMeans = new KMeans(12, Algorithm.LLOYD, Seeding.RANDOM, 1, 25, 0.9, seed, 1);
            Clustering clustering = kMeans.cluster(points);
            double[] weights = new double[clustering.k()];
            for (int i = 0; i < points.size(); i++) {
                weights[clustering.labels()[i]] += points.weights()[i];
            }
            assertThat(clustering.weights()).as("seed %d", seed).isEqualTo(weights);
            empty += Arrays.stream(weights).anyMatch(w -> w == 0) ? 1 : 0;
        }
        assertThat(empty).isGreaterThan(5);
    }

    @Test
    void theBestOfSeveralRunsIsKept() {
        int better = 0;
        for (int seed = 0; seed < 20; seed++) {
            Points points = PointSets.clustered(seed, 3, 500, 12, 12);
            for (Seeding seeding : new Seeding[] {Seeding.RANDOM, Seeding.KMEANS_PLUS_PLUS}) {
                double before = Double.POSITIVE_INFINITY;
                for (int runs = 1; runs <= 6; runs++) {
                    KMeans kMeans = new KMeans(12, Algorithm.BOUNDS, seeding, runs, 300, 0, seed, 1);
                    double inertia = kMeans.cluster(points).inertia();
                    assertThat(inertia).as("seed %d, %d runs", seed, runs).isLessThanOrEqualTo(before);
                    better += runs > 1 && inertia < before ? 1 : 0;
                    before = inertia;
                }
            }
        }
        assertThat(better).isGreaterThan(20);
    }

    @Test
    void moreRunsChangeNothingWhereNoRandomNumbersAreDrawn() {
        Points points = PointSets.uniform(1, 3, 300);
        KMeans once = KMeans.of(7);
        KMeans often = new KMeans(7, once.algorithm(), once.seeding(), 50, 300, 1e-4, 99, 1);
        assertThat(often.cluster(points).history())
                .isEqualTo(once.cluster(points).history());
    }

    @ParameterizedTest
    @EnumSource
    void resultsRepeatWithTheirSeedAndDifferWithAnother(Algorithm algorithm) {
        Points points = PointSets.uniform(1, 3, 400);
        KMeans one = new KMeans(9, algorithm, Seeding.RANDOM, 2, 10, 1e-4, 1, 1);
        KMeans two = new KMeans(9, algorithm, Seeding.RANDOM, 2, 10, 1e-4, 2, 1);
        float[][] centroids = PointSets.centroids(one.cluster(points));
        assertThat(PointSets.centroids(one.cluster(points))).isDeepEqualTo(centroids);
        assertThat(Arrays.deepEquals(PointSets.centroids(two.cluster(points)), centroids))
                .isFalse();
    }

    @Test
    void noMoreMovesThanAllowed() {
        Points points = PointSets.uniform(1, 3, 2000);
        for (Algorithm algorithm : Algorithm.values()) {
            for (int most : new int[] {0, 1, 5}) {
                KMeans kMeans = new KMeans(20, algorithm, Seeding.RANDOM, 1, most, 0, 1, 1);
                assertThat(kMeans.cluster(points).iterations()).isLessThanOrEqualTo(most);
            }
        }
    }

    @Test
    void aLooseToleranceEndsEarlier() {
        Points points = PointSets.uniform(1, 3, 3000);
        int before = Integer.MAX_VALUE;
        for (double tolerance : new double[] {0, 1e-4, 1e-2, 1e9}) {
            KMeans kMeans = new KMeans(30, Algorithm.BOUNDS, Seeding.RANDOM, 1, 300, tolerance, 1, 1);
            int iterations = kMeans.cluster(points).iterations();
            assertThat(iterations).isLessThan(before);
            before = iterations;
        }
        assertThat(before).isOne();
    }

    @Test
    void farOffsetsDoNotBreakInertia() {
        for (int seed = 0; seed < 10; seed++) {
            Points near = PointSets.clustered(seed, 3 + seed % 2, 500, 8, 20);
            float[][] axes = new float[near.dimensions()][near.size()];
            for (int axis = 0; axis < axes.length; axis++) {
                for (int i = 0; i < near.size(); i++) {
                    axes[axis][i] = Math.round(near.axis(axis)[i]) + (axis == 1 ? -1e6f : 1e6f);
                }
            }
            Points far = new Points(axes, near.weights());
            for (Algorithm algorithm : BATCH) {
                Clustering clustering = KMeans.of(8).withAlgorithm(algorithm).cluster(far);
                double direct = PointSets.directInertia(far, clustering);
                assertThat(clustering.inertia()).as("seed %d", seed).isCloseTo(direct, within(1e-8 * direct));
                double unmoved =
                        KMeans.of(8).withAlgorithm(algorithm).cluster(near).inertia();
                assertThat(clustering.inertia()).isBetween(unmoved * 0.8, unmoved * 1.25);
            }
        }
    }

    @Test
    void otherPointsGetTheLabelsOfTheirNearestCentroids() {
        for (int seed = 0; seed < 12; seed++) {
            int dimensions = 3 + seed % 2;
            Points training = PointSets.clustered(seed, dimensions, 500, 8, 20);
            Points others = PointSets.uniform(seed, dimensions, 700);
            Clustering trained = KMeans.of(10).cluster(training);
            Clustering predicted = trained.predict(others, 2);
            float[][] centroids = PointSets.centroids(trained);
            for (int i = 0; i < others.size(); i++) {
                assertThat(predicted.labels()[i]).isEqualTo(NaiveNearest.find(centroids, PointSets.point(others, i)));
            }
            assertThat(PointSets.centroids(predicted)).isDeepEqualTo(centroids);
            assertThat(predicted.history()).isEqualTo(trained.history());
            assertThat(predicted.iterations()).isEqualTo(trained.iterations());
            double direct = PointSets.directInertia(others, predicted);
            assertThat(predicted.inertia()).isCloseTo(direct, within(1e-9 * direct));
            assertThat(trained.predict(training, 1).inertia()).isEqualTo(trained.inertia());
        }
    }

    @Test
    void centroidsAndPointsThatDoNotFitAreRefused() {
        Points points = PointSets.uniform(1, 4, 5);
        assertThatThrownBy(() -> KMeans.assign(points, new float[3][2], 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("centroids have 3 dimensions, points 4");
        assertThatThrownBy(
                        () -> KMeans.of(2).cluster(PointSets.uniform(1, 3, 5)).predict(points, 1))
                .hasMessage("centroids have 3 dimensions, points 4");
        assertThatThrownBy(() -> KMeans.assign(points, new float[4][0], 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there must be at least one centroid");
        assertThatThrownBy(() -> KMeans.assign(points, new float[][] {{1}, {1}, {1}, {1, 2}}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("axes of the centroids differ in length: 1 and 2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             0 | 1 | 300 | 0    | 1 | k must be at least 1, was 0
             1 | 0 | 300 | 0    | 1 | runs must be at least 1, were 0
             1 | 1 | -1  | 0    | 1 | maxIterations must be at least 0, were -1
             1 | 1 | 300 | -0.1 | 1 | tolerance must be at least 0, was -0.1
             1 | 1 | 300 | NaN  | 1 | tolerance must be at least 0, was NaN
             1 | 1 | 300 | 0    | 0 | threads must be at least 1, were 0
            """)
    void badOptionsAreRefused(int k, int runs, int maxIterations, double tolerance, int threads, String message) {
        assertThatThrownBy(() -> new KMeans(k, Algorithm.LLOYD, Seeding.WU, runs, maxIterations, tolerance, 0, threads))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static double[] ones(int n) {
        double[] weights = new double[n];
        Arrays.fill(weights, 1);
        return weights;
    }
}
