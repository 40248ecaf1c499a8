package tinct.kmeans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However centroids move from pass to pass, bounds give the labels and sums of plain comparison. */
final class BoundsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void anyMovesOfTheCentroidsGiveTheLabelsAndSumsOfLloyd(int threads) {
        for (int seed = 0; seed < 150; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Points points = PointSets.any(seed);
            follow(points, 1 + random.nextInt(50), 12, threads, random, "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 16, 64, 100, 700})
    void manyCentroidsAndPointsToo(int k) {
        for (int dimensions = 3; dimensions <= 4; dimensions++) {
            Points points = PointSets.clustered(k, dimensions, 9000, 40, 14);
            follow(points, k, 8, 2, new SplittableRandom(k), k + " centroids in " + dimensions + " dimensions");
        }
    }

    private static void follow(Points points, int k, int passes, int threads, SplittableRandom random, String story) {
        Lloyd lloyd = new Lloyd(points, threads);
        Bounds bounds = new Bounds(new Ordered(points), threads);
        float[][] centroids = new float[points.dimensions()][k];
        for (int j = 0; j < k; j++) {
            put(centroids, j, points, random.nextInt(points.size()));
        }
        for (int pass = 0; pass < passes; pass++) {
            String at = story + ", pass " + pass;
            assertThat(bounds.labels(centroids)).as(at).isEqualTo(lloyd.labels(centroids));
            Sums actual = bounds.sums(centroids);
            Sums expected = lloyd.sums(centroids);
            assertThat(actual.weights).as(at).isEqualTo(expected.weights);
            assertThat(actual.coordinates).as(at).isDeepEqualTo(expected.coordinates);
            move(centroids, expected, points, random);
        }
    }

    /** Means as in Lloyd's iterations, jitter, jumps of one or of all, one centroid upon another, or nothing. */
    private static void move(float[][] centroids, Sums sums, Points points, SplittableRandom random) {
        int k = centroids[0].length;
        int way = random.nextInt(6);
        for (int j = 0; j < k; j++) {
            for (int axis = 0; axis < centroids.length; axis++) {
                if (way < 2 && sums.weights[j] > 0) {
                    centroids[axis][j] = (float) (sums.coordinates[axis][j] / sums.weights[j]);
                } else if (way == 2) {
                    centroids[axis][j] += (float) random.nextDouble(-1, 1);
                }
            }
            if (way == 3) {
                put(centroids, j, points, random.nextInt(points.size()));
            }
        }
        int one = random.nextInt(k);
        if (way == 4) {
            put(centroids, one, points, random.nextInt(points.size()));
        }
        if (way == 5) {
            int other = random.nextInt(k);
            for (float[] axis : centroids) {
                axis[one] = axis[other];
            }
        }
    }

    private static void put(float[][] centroids, int j, Points points, int i) {
        for (int axis = 0; axis < centroids.length; axis++) {
            centroids[axis][j] = points.axis(axis)[i];
        }
    }
}
