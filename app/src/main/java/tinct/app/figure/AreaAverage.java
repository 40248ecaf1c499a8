package tinct.app.figure;

import java.io.IOException;
import java.util.Arrays;
import tinct.color.ColorSpace;
import tinct.image.Image;
import tinct.image.PixelRows;

/**
 * Makes a picture smaller: each pixel is the mean of the area it stands for, in linear light and premultiplied, so that
 * dithered and plain pictures keep their brightness. Reads row by row.
 */
public final class AreaAverage {
    /** Linear light of the 8-bit values. */
    private static final float[] LINEAR = linear();

    private AreaAverage() {}

    /**
     * Scales down.
     *
     * @param width at most that of the source; likewise the height
     */
    public static Image of(PixelRows rows, int width, int height) throws IOException {
        int[] pixels = new int[width * height];
        int[] source = new int[rows.width()];
        float[] reduced = new float[4 * width];
        float[] sums = new float[4 * width];
        double step = (double) height / rows.height(); // of a source row, in rows of the target
        int target = 0;
        try (PixelRows.RowReader reader = rows.open()) {
            for (int y = 0; y < rows.height(); y++) {
                reader.readRow(source);
                reduce(source, reduced, width);
                double end = (y + 1) * step;
                double inNext = y + 1 < rows.height() ? Math.max(0, end - (target + 1)) : 0;
                add(reduced, step - inNext, sums);
                if (end >= target + 1 - 1e-9 || y + 1 == rows.height()) {
                    store(sums, pixels, target++ * width);
                    Arrays.fill(sums, 0);
                    add(reduced, inNext, sums);
                }
            }
        }
        return new Image(width, height, pixels);
    }

    /** Means along a row: premultiplied linear r, g, b and alpha, interleaved [4 * width]. */
    private static void reduce(int[] source, float[] reduced, int width) {
        double step = (double) source.length / width;
        for (int x = 0; x < width; x++) {
            double from = x * step;
            double to = Math.min(source.length, from + step);
            float r = 0;
            float g = 0;
            float b = 0;
            float a = 0;
            for (int i = (int) from; i < to; i++) {
                int pixel = source[i];
                float weight = (float) (Math.min(to, i + 1) - Math.max(from, i)) * (pixel >>> 24);
                r += weight * LINEAR[pixel >> 16 & 0xFF];
                g += weight * LINEAR[pixel >> 8 & 0xFF];
                b += weight * LINEAR[pixel & 0xFF];
                a += weight;
            }
            float scale = (float) (1 / (255 * (to - from)));
            reduced[4 * x] = r * scale;
            reduced[4 * x + 1] = g * scale;
            reduced[4 * x + 2] = b * scale;
            reduced[4 * x + 3] = a * scale;
        }
    }

    private static void add(float[] row, double weight, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += (float) weight * row[i];
        }
    }

    private static void store(float[] sums, int[] pixels, int at) {
        for (int i = 0; i < sums.length; i += 4) {
            float a = sums[i + 3];
            if (a > 0) {
                int rgb = ColorSpace.LINEAR.toArgb(sums[i] / a, sums[i + 1] / a, sums[i + 2] / a);
                pixels[at + i / 4] = (Math.min(255, Math.round(255 * a)) << 24) | (rgb & 0xFFFFFF);
            }
        }
    }

    private static float[] linear() {
        int[] greys = new int[256];
        Arrays.setAll(greys, i -> 0xFF000000 | 0x010101 * i);
        return ColorSpace.LINEAR.coordinates(greys, 3)[0];
    }
}
