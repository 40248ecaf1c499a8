package tinct.kmeans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One dial from a quick palette to the best one. */
@Tag("slow")
final class EffortTest {
    @Test
    void onTheWholeMoreEffortMeansLessError() {
        double[] total = new double[Effort.MOST];
        for (int seed = 0; seed < 2; seed++) {
            Points points = PointSets.clustered(seed, 3 + seed % 2, 2500, 40, 16);
            double best = KMeans.of(24).withEffort(Effort.MOST).cluster(points).inertia();
            for (int effort = 1; effort < Effort.MOST; effort++) {
                total[effort] +=
                        KMeans.of(24).withEffort(effort).cluster(points).inertia() / best - 1;
            }
        }
        assertThat(total[1]).as("1 above 3").isGreaterThan(total[3]);
        assertThat(total[3]).as("3 above 5").isGreaterThan(total[5]);
        assertThat(total[5]).as("5 above 8").isGreaterThan(total[8]);
        assertThat(total[8]).as("8 above 9").isGreaterThan(-1e-3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 6, 7, 8, 9})
    void threadsDoNotChangeTheResult(int effort) {
        for (int seed = 0; seed < (effort < 8 ? 7 : 6); seed++) {
            Points points = seed < 6 ? PointSets.any(seed) : many();
            KMeans one = KMeans.of(seed < 6 ? 9 : 24).withEffort(effort);
            assertThat(PointSets.centroids(one.withThreads(3).cluster(points)))
                    .as("seed %d", seed)
                    .isDeepEqualTo(PointSets.centroids(one.cluster(points)));
        }
    }

    /** So many that the search on coarse points has several threads too. */
    private static Points many() {
        SplittableRandom random = new SplittableRandom(3);
        float[][] axes = new float[3][4000];
        double[] weights = new double[4000];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1 + random.nextInt(5);
            for (float[] axis : axes) {
                axis[i] = random.nextInt(256);
            }
        }
        return new Points(axes, weights);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 8})
    void labelsAreOfTheNearestCentroidAndInertiasAddUp(int effort) {
        for (int seed = 0; seed < 12; seed++) {
            Points points = PointSets.any(seed);
            Clustering found = KMeans.of(7).withEffort(effort).cluster(points);
            Clustering assigned = KMeans.assign(points, PointSets.centroids(found), 1);
            assertThat(found.labels()).as("seed %d", seed).isEqualTo(assigned.labels());
            assertThat(Arrays.stream(found.inertias()).sum())
                    .as("seed %d", seed)
                    .isCloseTo(found.inertia(), within(1e-9 * found.history().get(0) + 1e-6));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {257, 1000, 4096})
    void moreClustersThanAPaletteHasEntriesAreFoundToo(int k) {
        Points points = PointSets.uniform(k, 3, 9000);
        Clustering found = KMeans.of(k).withThreads(2).cluster(points);
        assertThat(found.weights()).hasSize(k).doesNotContain(0.0);
        Clustering lloyd = KMeans.of(k).withAlgorithm(Algorithm.BOUNDS).cluster(points);
        assertThat(found.inertia()).isLessThan(lloyd.inertia());
    }

    @Test
    void otherEffortsAreRefused() {
        for (int effort : new int[] {-1, 0, 10}) {
            assertThatThrownBy(() -> KMeans.of(2).withEffort(effort))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("effort must be in 1..9, was " + effort);
        }
    }
}
