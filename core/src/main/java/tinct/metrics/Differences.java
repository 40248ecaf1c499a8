package tinct.metrics;

import java.io.IOException;
import tinct.color.ColorSpace;
import tinct.image.PixelRows;

/** Sums of the differences between two pictures of one size, composited on one background. */
final class Differences {
    static final int BLACK = 0;
    static final int WHITE = 255;

    private final int background;
    private final boolean errorsOnly;
    private final long pixels;
    private final StructuralSimilarity similarity;
    private final float[][] lab;
    private final float[][] otherLab;

    private boolean sawAlpha;
    private long squaredError;
    private double distance;
    private int maxError;

    private Differences(int background, boolean errorsOnly, int width, int height) {
        this.background = background;
        this.errorsOnly = errorsOnly;
        this.pixels = (long) width * height;
        this.similarity = new StructuralSimilarity(width, height);
        this.lab = new float[3][width];
        this.otherLab = new float[3][width];
    }

    /** Measures two pictures of one size on a grey background of value {@code background}. */
    static Differences on(int background, PixelRows original, PixelRows result) throws IOException {
        return on(background, false, original, result);
    }

    /** The same without {@link #ssim} and {@link #deltaE}, which take most of the time. */
    static Differences errorsOn(int background, PixelRows original, PixelRows result) throws IOException {
        return on(background, true, original, result);
    }

    private static Differences on(int background, boolean errorsOnly, PixelRows original, PixelRows result)
            throws IOException {
        Differences differences = new Differences(background, errorsOnly, original.width(), original.height());
        int[] row = new int[original.width()];
        int[] otherRow = new int[original.width()];
        try (PixelRows.RowReader reader = original.open();
                PixelRows.RowReader otherReader = result.open()) {
            for (int y = 0; y < original.height(); y++) {
                reader.readRow(row);
                otherReader.readRow(otherRow);
                differences.add(row, otherRow);
            }
        }
        return differences;
    }

    private void add(int[] row, int[] otherRow) {
        composite(row);
        composite(otherRow);
        addErrors(row, otherRow);
        if (!errorsOnly) {
            addDistances(row, otherRow);
            similarity.add(row, otherRow);
        }
    }

    /** Lays the pixels over the background in place. No division by 255 ever ends on a half: the rounding is exact. */
    private void composite(int[] row) {
        for (int x = 0; x < row.length; x++) {
            int pixel = row[x];
            int alpha = pixel >>> 24;
            if (alpha != 255) {
                sawAlpha = true;
                int under = background * (255 - alpha) + 127;
                int r = ((pixel >> 16 & 0xFF) * alpha + under) / 255;
                int g = ((pixel >> 8 & 0xFF) * alpha + under) / 255;
                int b = ((pixel & 0xFF) * alpha + under) / 255;
                row[x] = 0xFF000000 | r << 16 | g << 8 | b;
            }
        }
    }

    private void addErrors(int[] row, int[] otherRow) {
        for (int x = 0; x < row.length; x++) {
            int r = Math.abs((row[x] >> 16 & 0xFF) - (otherRow[x] >> 16 & 0xFF));
            int g = Math.abs((row[x] >> 8 & 0xFF) - (otherRow[x] >> 8 & 0xFF));
            int b = Math.abs((row[x] & 0xFF) - (otherRow[x] & 0xFF));
            squaredError += r * r + g * g + b * b;
            maxError = Math.max(maxError, Math.max(r, Math.max(g, b)));
        }
    }

    private void addDistances(int[] row, int[] otherRow) {
        ColorSpace.OKLAB.coordinates(row, 0, row.length, lab);
        ColorSpace.OKLAB.coordinates(otherRow, 0, row.length, otherLab);
        double sum = 0;
        for (int x = 0; x < row.length; x++) {
            double lightness = lab[0][x] - otherLab[0][x];
            double a = lab[1][x] - otherLab[1][x];
            double b = lab[2][x] - otherLab[2][x];
            sum += Math.sqrt(lightness * lightness + a * a + b * b);
        }
        distance += sum;
    }

    /** Whether any pixel of the two pictures is not opaque. */
    boolean sawAlpha() {
        return sawAlpha;
    }

    double mse() {
        return (double) squaredError / pixels;
    }

    double ssim() {
        return similarity.mean();
    }

    double deltaE() {
        return distance / pixels;
    }

    int maxError() {
        return maxError;
    }
}
