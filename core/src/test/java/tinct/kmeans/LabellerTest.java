package tinct.kmeans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Used again and again it does what it does at first. */
final class LabellerTest {
    @Test
    void labelsInertiaAndWeightsAreThoseOfALabellerUsedOnce() {
        for (int seed = 0; seed < 30; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Points points = PointSets.any(seed);
            Labeller labeller = new Labeller(points, 2);
            for (int use = 0; use < 6; use++) {
                float[][] centroids = new float[points.dimensions()][1 + random.nextInt(3) * 7];
                for (float[] axis : centroids) {
                    for (int j = 0; j < axis.length; j++) {
                        axis[j] = random.nextInt(256);
                    }
                }
                Clustering again = labeller.label(centroids);
                Clustering once = KMeans.assign(points, centroids, 1);
                assertThat(again.labels()).as("seed %d, use %d", seed, use).isEqualTo(once.labels());
                assertThat(again.weights()).as("seed %d, use %d", seed, use).isEqualTo(once.weights());
                assertThat(again.inertia()).as("seed %d, use %d", seed, use).isEqualTo(once.inertia());
            }
        }
    }

    @Test
    void otherNumbersGiveTheLabelsOfCentroidsInThatOrder() {
        for (int seed = 0; seed < 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Points points = PointSets.any(seed); // also repeated ones, and on a lattice, where distances tie
            float[][] centroids = new float[points.dimensions()][2 + seed % 9];
            for (float[] axis : centroids) {
                for (int j = 0; j < axis.length; j++) {
                    axis[j] = 8 * random.nextInt(8);
                }
            }
            Labeller labeller = new Labeller(points, 2);
            labeller.label(centroids);
            int[] order = order(centroids[0].length, random);
            float[][] reordered = new float[centroids.length][order.length];
            for (int axis = 0; axis < reordered.length; axis++) {
                for (int j = 0; j < order.length; j++) {
                    reordered[axis][j] = centroids[axis][order[j]];
                }
            }
            labeller.renumber(order);
            Clustering again = labeller.label(reordered);
            Clustering once = KMeans.assign(points, reordered, 1);
            assertThat(again.labels()).as("seed %d", seed).isEqualTo(once.labels());
            assertThat(again.weights()).as("seed %d", seed).isEqualTo(once.weights());
        }
    }

    private static int[] order(int k, SplittableRandom random) {
        int[] order = IntStream.range(0, k).toArray();
        for (int j = k - 1; j > 0; j--) {
            int other = random.nextInt(j + 1);
            int swap = order[j];
            order[j] = order[other];
            order[other] = swap;
        }
        return order;
    }
}
