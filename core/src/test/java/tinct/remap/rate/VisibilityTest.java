package tinct.remap.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class VisibilityTest {
    private static double naiveDeviation(float[][] planes, int width, int x, int y) {
        int height = planes[0].length / width;
        double variance = 0;
        for (float[] plane : planes) {
            double sum = 0;
            double squares = 0;
            int n = 0;
            for (int row = Math.max(0, y - 2); row <= Math.min(height - 1, y + 2); row++) {
                for (int column = Math.max(0, x - 2); column <= Math.min(width - 1, x + 2); column++) {
                    double value = plane[row * width + column];
                    sum += value;
                    squares += value * value;
                    n++;
                }
            }
            variance += squares / n - sum / n * (sum / n);
        }
        return Math.sqrt(Math.max(0, variance));
    }

    private static double naive(float[][] planes, int width, int x, int y) {
        int height = planes[0].length / width;
        double sum = 0;
        int n = 0;
        for (int row = Math.max(0, y - 2); row <= Math.min(height - 1, y + 2); row++) {
            for (int column = Math.max(0, x - 2); column <= Math.min(width - 1, x + 2); column++) {
                sum += naiveDeviation(planes, width, column, row);
                n++;
            }
        }
        return Math.min(naiveDeviation(planes, width, x, y), sum / n);
    }

    private static float[][] planes(int seed, int dimensions, int pixels) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] planes = new float[dimensions][pixels];
        for (float[] plane : planes) {
            for (int i = 0; i < pixels; i++) {
                plane[i] = (float) (random.nextInt(4) == 0 ? 0.5 : random.nextDouble());
            }
        }
        return planes;
    }

    @Test
    void activityIsTheDeviationAroundButNoMoreThanItsMean() {
        int[][] sizes = {{1, 1}, {1, 7}, {9, 1}, {3, 3}, {13, 11}};
        for (int seed = 0; seed < 10; seed++) {
            int width = sizes[seed % 5][0];
            int height = sizes[seed % 5][1];
            float[][] planes = planes(seed, 3 + seed % 2, width * height);
            float[] activity = Visibility.activity(planes, width, 0, height);
            for (int i = 0; i < activity.length; i++) {
                assertThat((double) activity[i])
                        .as("seed %d, pixel %d", seed, i)
                        .isCloseTo(naive(planes, width, i % width, i / width), within(1e-5));
            }
        }
    }

    @Test
    void rowsThatAreReachedAreEnough() {
        int width = 10;
        float[][] planes = planes(1, 3, width * 30);
        float[] whole = Visibility.activity(planes, width, 0, 30);
        float[][] part = new float[3][];
        for (int axis = 0; axis < 3; axis++) {
            part[axis] = java.util.Arrays.copyOfRange(planes[axis], 6 * width, 24 * width);
        }
        float[] some = Visibility.activity(part, width, 4, 14);
        assertThat(some).containsExactly(java.util.Arrays.copyOfRange(whole, 10 * width, 20 * width));
    }
}
