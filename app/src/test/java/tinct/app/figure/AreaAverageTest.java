package tinct.app.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tinct.color.ColorSpace;
import tinct.image.Image;

final class AreaAverageTest {
    @Test
    void isTheMeanOfTheAreaInLinearLight() throws Exception {
        for (long seed = 0; seed < 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int width = random.nextInt(1, 40);
            int height = random.nextInt(1, 40);
            int[] pixels = random.ints((long) width * height).toArray();
            Image picture = new Image(width, height, pixels);
            int smallWidth = random.nextInt(1, width + 1);
            int smallHeight = random.nextInt(1, height + 1);
            Image small = AreaAverage.of(picture, smallWidth, smallHeight);
            for (int y = 0; y < smallHeight; y++) {
                for (int x = 0; x < smallWidth; x++) {
                    int expected = naive(picture, x, y, smallWidth, smallHeight);
                    assertThat(distance(small.argb(x, y), expected))
                            .as("seed %d, pixel %d, %d", seed, x, y)
                            .isLessThanOrEqualTo(1);
                }
            }
        }
    }

    @Test
    void aPictureOfTheSameSizeStaysAsItIs() throws Exception {
        Image picture = Samples.picture(37, 23, 5);
        assertThat(AreaAverage.of(picture, 37, 23)).isEqualTo(picture);
    }

    /** The mean over the rectangle that a pixel of the small picture covers. */
    private static int naive(Image picture, int x, int y, int width, int height) {
        double stepX = (double) picture.width() / width;
        double stepY = (double) picture.height() / height;
        double[] sums = new double[4];
        for (int row = 0; row < picture.height(); row++) {
            for (int column = 0; column < picture.width(); column++) {
                double area = overlap(column, x * stepX, stepX) * overlap(row, y * stepY, stepY);
                int pixel = picture.argb(column, row);
                double alpha = area * (pixel >>> 24) / 255;
                float[][] linear = ColorSpace.LINEAR.coordinates(new int[] {pixel}, 3);
                for (int i = 0; i < 3; i++) {
                    sums[i] += alpha * linear[i][0];
                }
                sums[3] += alpha;
            }
        }
        int alpha = (int) Math.round(255 * sums[3] / (stepX * stepY));
        float[] mean = new float[3];
        for (int i = 0; i < 3; i++) {
            mean[i] = (float) (sums[i] / sums[3]);
        }
        return alpha == 0 ? 0 : alpha << 24 | (ColorSpace.LINEAR.toArgb(mean) & 0xFFFFFF);
    }

    private static double overlap(int pixel, double from, double length) {
        return Math.max(0, Math.min(pixel + 1, from + length) - Math.max(pixel, from));
    }

    private static int distance(int a, int b) {
        return Arrays.stream(new int[] {0, 8, 16, 24})
                .map(shift -> Math.abs((a >>> shift & 0xFF) - (b >>> shift & 0xFF)))
                .max()
                .orElseThrow();
    }
}
