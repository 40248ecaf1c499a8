package tinct.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tinct.reference.NaiveNearest;

final class BoxFilterTest {
    private static final float[] OFFSETS = {0, 0, -17, 1e4f, 1e6f};

    @Test
    void theNearestOfAnyPointOfTheBoxIsKept() {
        long dropped = 0;
        for (int seed = 0; seed < 2500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int dimensions = 3 + seed % 2;
            float offset = OFFSETS[random.nextInt(OFFSETS.length)];
            float[] low = new float[dimensions + 2]; // the box is not at the start of the arrays
            float[] high = new float[dimensions + 2];
            float size = (float) StrictMath.pow(10, random.nextDouble(-3, 2));
            for (int axis = 0; axis < dimensions; axis++) {
                low[axis + 2] = offset + random.nextFloat() * 10;
                high[axis + 2] = low[axis + 2] + (random.nextInt(5) == 0 ? 0 : random.nextFloat() * size);
            }
            float[][] centroids = centroids(random, low, high, size);
            Candidates from = Candidates.all(centroids);
            Candidates kept = new Candidates(dimensions, from.size);
            BoxFilter.filter(low, high, 2, from, kept);

            int[] ids = Arrays.copyOf(kept.ids, kept.size);
            assertThat(ids)
                    .as("seed %d: a part of the list, in order", seed)
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(kept.size).isBetween(1, from.size);
            dropped += from.size - kept.size;
            for (int i = 0; i < 60; i++) {
                float[] point = point(random, low, high);
                int nearest = NaiveNearest.find(centroids, point);
                assertThat(ids)
                        .as("seed %d, point %s", seed, Arrays.toString(point))
                        .contains(nearest);
                float w = dimensions == 4 ? point[3] : 0;
                assertThat(ids[kept.nearest(point[0], point[1], point[2], w)])
                        .as("seed %d: found among those left", seed)
                        .isEqualTo(nearest);
            }
        }
        assertThat(dropped).as("it is good for something").isGreaterThan(10_000);
    }

    /** Some anywhere near, and beside each of them a twin: the same, an ulp away, or its mirror image in the box. */
    private static float[][] centroids(SplittableRandom random, float[] low, float[] high, float size) {
        int pairs = 1 + random.nextInt(10);
        int dimensions = low.length - 2;
        float[][] centroids = new float[dimensions][2 * pairs];
        for (int j = 0; j < 2 * pairs; j += 2) {
            int kind = random.nextInt(4);
            float spread = random.nextInt(3) == 0 ? 100 * size : 2 * size;
            for (int axis = 0; axis < dimensions; axis++) {
                float middle = (low[axis + 2] + high[axis + 2]) / 2;
                float at = middle + (random.nextFloat() - 0.5f) * spread;
                centroids[axis][j] = at;
                centroids[axis][j + 1] = switch (kind) {
                    case 0 -> at;
                    case 1 -> random.nextBoolean() ? Math.nextUp(at) : Math.nextDown(at);
                    case 2 -> 2 * middle - at;
                    default -> middle + (random.nextFloat() - 0.5f) * spread;
                };
            }
        }
        return centroids;
    }

    /** Inside, on a side, or at a corner. */
    private static float[] point(SplittableRandom random, float[] low, float[] high) {
        float[] point = new float[low.length - 2];
        boolean corner = random.nextInt(4) == 0;
        for (int axis = 0; axis < point.length; axis++) {
            float from = low[axis + 2];
            float to = high[axis + 2];
            float inside = Math.max(from, Math.min(to, from + random.nextFloat() * (to - from)));
            point[axis] = corner || random.nextInt(6) == 0 ? (random.nextBoolean() ? from : to) : inside;
        }
        return point;
    }

    @Test
    void aListMayBeFilteredIntoItself() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            float[][] centroids = new float[4][20];
            for (float[] axis : centroids) {
                for (int j = 0; j < axis.length; j++) {
                    axis[j] = random.nextFloat();
                }
            }
            float[] low = {0.4f, 0.4f, 0.4f, 0.4f};
            float[] high = {0.6f, 0.5f, 0.6f, 0.6f};
            Candidates apart = new Candidates(4, 20);
            BoxFilter.filter(low, high, 0, Candidates.all(centroids), apart);
            Candidates same = Candidates.all(centroids);
            BoxFilter.filter(low, high, 0, same, same);
            assertThat(Arrays.copyOf(same.ids, same.size))
                    .as("seed %d", seed)
                    .isEqualTo(Arrays.copyOf(apart.ids, apart.size));
            assertThat(same.trimmed().w).isEqualTo(apart.trimmed().w);
        }
    }

    @Test
    void onlyWhatCompetesIsLeft() {
        Candidates line = Candidates.all(new float[][] {{0, 10, 20, 30}, new float[4], new float[4]});
        Candidates left = new Candidates(3, 4);
        BoxFilter.filter(new float[] {8, 0, 0}, new float[] {12, 1, 1}, 0, line, left);
        assertThat(Arrays.copyOf(left.ids, left.size)).containsExactly(1);
        BoxFilter.filter(new float[] {8, 0, 0}, new float[] {16, 1, 1}, 0, line, left);
        assertThat(Arrays.copyOf(left.ids, left.size)).containsExactly(1, 2);
    }
}
