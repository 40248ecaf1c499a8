package tinct.metrics;

import java.io.IOException;
import java.util.Optional;
import tinct.color.ColorSpace;
import tinct.image.PixelRows;

/** Sums of the differences between two pictures of one size, composited on one background. */
final class Differences {
    private final Background background;
    private final boolean errorsOnly;
    private final long pixels;
    private final StructuralSimilarity similarity;

    /** Empty if it is not asked for, or the pictures are too small. */
    private final Optional<Ssimulacra2Rows> ssimulacra2;

    private final float[][] lab;
    private final float[][] otherLab;

    private boolean sawAlpha;
    private long squaredError;
    private double distance;
    private int maxError;

    private Differences(Background background, boolean errorsOnly, int width, int height, int threads) {
        this.background = background;
        this.errorsOnly = errorsOnly;
        this.pixels = (long) width * height;
        this.similarity = new StructuralSimilarity(width, height);
        this.ssimulacra2 = errorsOnly || Math.min(width, height) < Ssimulacra2.LEAST_SIDE
                ? Optional.empty()
                : Optional.of(new Ssimulacra2Rows(width, height, threads));
        this.lab = new float[3][width];
        this.otherLab = new float[3][width];
    }

    /** Measures two pictures of one size on a background. */
    static Differences on(Background background, PixelRows original, PixelRows result, int threads) throws IOException {
        return on(background, false, original, result, threads);
    }

    /** The same without {@link #ssim}, {@link #deltaE} and {@link #ssimulacra2}, which take most of the time. */
    static Differences errorsOn(Background background, PixelRows original, PixelRows result) throws IOException {
        return on(background, true, original, result, 1);
    }

    private static Differences on(
            Background background, boolean errorsOnly, PixelRows original, PixelRows result, int threads)
            throws IOException {
        Differences differences = new Differences(background, errorsOnly, original.width(), original.height(), threads);
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
        sawAlpha |= background.putUnder(row, 0, row.length);
        sawAlpha |= background.putUnder(otherRow, 0, row.length);
        addErrors(row, otherRow);
        if (!errorsOnly) {
            addDistances(row, otherRow);
            similarity.add(row, otherRow);
            if (ssimulacra2.isPresent()) {
                ssimulacra2.get().add(row, otherRow);
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

    /** Not a number if the pictures are too small. */
    double ssimulacra2() {
        return ssimulacra2.map(Ssimulacra2Rows::score).orElse(Double.NaN);
    }

    double deltaE() {
        return distance / pixels;
    }

    int maxError() {
        return maxError;
    }
}
