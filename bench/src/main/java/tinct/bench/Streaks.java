package tinct.bench;

import tinct.color.ColorSpace;
import tinct.image.Image;

/**
 * Whether errors in smooth areas lie in rows or in columns: a measure of horizontal streaks that mapping row by row can
 * leave, and that scores of likeness hardly see.
 *
 * <p>The error is the difference in Oklab. Of the mean errors of boxes 8s wide and s high, that of a box is compared
 * with that of the box below: the squared differences, for s = 1, 2 and 4, are the energy of streaks along rows. Boxes
 * s wide and 8s high beside each other give that along columns. Errors without direction have as much of one as of the
 * other. Only boxes whose pixels are all smooth count: the standard deviation of their 5x5 surroundings in the original
 * is below 0.02. As a picture has directions of its own, add it and its transpose.
 */
final class Streaks {
    private static final int LONG = 8;
    private static final int[] SIZES = {1, 2, 4};
    private static final double SMOOTH = 0.02;

    private double rows;
    private double columns;
    private long boxes;

    /** Adds a picture and what was made of it. */
    void add(Image original, Image result) {
        int width = original.width();
        int height = original.height();
        float[][] from = ColorSpace.OKLAB.coordinates(original.pixels(), 3);
        float[][] to = ColorSpace.OKLAB.coordinates(result.pixels(), 3);
        Sums rough = new Sums(rough(from, width, height), width);
        for (int axis = 0; axis < 3; axis++) {
            double[] error = new double[width * height];
            for (int i = 0; i < error.length; i++) {
                error[i] = to[axis][i] - from[axis][i];
            }
            Sums sums = new Sums(error, width);
            for (int size : SIZES) {
                rows += energy(sums, rough, width, height, LONG * size, size, 0, size);
                columns += energy(sums, rough, width, height, size, LONG * size, size, 0);
            }
        }
    }

    /** Energy along rows over energy along columns; 1 if errors have no direction, NaN if nothing was smooth. */
    double ratio() {
        return boxes == 0 ? Double.NaN : rows / columns;
    }

    private double energy(
            Sums sums, Sums rough, int width, int height, int boxWidth, int boxHeight, int right, int down) {
        double energy = 0;
        double area = (double) boxWidth * boxHeight;
        for (int y = 0; y + boxHeight + down <= height; y++) {
            for (int x = 0; x + boxWidth + right <= width; x++) {
                if (rough.of(x, y, boxWidth + right, boxHeight + down) == 0) {
                    double difference =
                            (sums.of(x, y, boxWidth, boxHeight) - sums.of(x + right, y + down, boxWidth, boxHeight))
                                    / area;
                    energy += difference * difference;
                    boxes++;
                }
            }
        }
        return energy;
    }

    /** 1 where the surroundings are not smooth, else 0. */
    private static double[] rough(float[][] planes, int width, int height) {
        double[] variance = new double[width * height];
        for (float[] plane : planes) {
            double[] values = new double[plane.length];
            double[] squares = new double[plane.length];
            for (int i = 0; i < plane.length; i++) {
                values[i] = plane[i];
                squares[i] = (double) plane[i] * plane[i];
            }
            Sums first = new Sums(values, width);
            Sums second = new Sums(squares, width);
            for (int i = 0; i < variance.length; i++) {
                int x = Math.max(0, i % width - 2);
                int y = Math.max(0, i / width - 2);
                int w = Math.min(width, i % width + 3) - x;
                int h = Math.min(height, i / width + 3) - y;
                double mean = first.of(x, y, w, h) / (w * h);
                variance[i] += second.of(x, y, w, h) / (w * h) - mean * mean;
            }
        }
        double[] rough = new double[variance.length];
        for (int i = 0; i < rough.length; i++) {
            rough[i] = variance[i] < SMOOTH * SMOOTH ? 0 : 1;
        }
        return rough;
    }

    /** Sums of any box at once. */
    private static final class Sums {
        private final double[] sums;
        private final int stride;

        Sums(double[] values, int width) {
            stride = width + 1;
            int height = values.length / width;
            sums = new double[stride * (height + 1)];
            for (int y = 0; y < height; y++) {
                double row = 0;
                for (int x = 0; x < width; x++) {
                    row += values[y * width + x];
                    sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + row;
                }
            }
        }

        double of(int x, int y, int width, int height) {
            int top = y * stride + x;
            int bottom = top + height * stride;
            return sums[bottom + width] - sums[bottom] - sums[top + width] + sums[top];
        }
    }
}
