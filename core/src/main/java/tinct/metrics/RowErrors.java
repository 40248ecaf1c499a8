package tinct.metrics;

import java.util.Arrays;

/**
 * The {@link Comparison#mse} of two pictures whose rows come one by one, to the last bit; so that what is read once for
 * another purpose need not be read again to be compared. For one thread.
 */
public final class RowErrors {
    private long pixels;
    private long onBlack;
    private long onWhite;
    private boolean sawAlpha;

    /** Nothing has been compared yet. */
    public RowErrors() {}

    /** Compares the first {@code width} pixels of two rows, packed {@code 0xAARRGGBB}, which are not changed. */
    public void add(int[] row, int[] otherRow, int width) {
        pixels += width;
        int alpha = 0xFF000000;
        for (int x = 0; x < width; x++) {
            alpha &= row[x] & otherRow[x];
        }
        if (alpha == 0xFF000000) {
            long sum = squaredError(row, otherRow, width);
            onBlack += sum;
            onWhite += sum;
        } else {
            sawAlpha = true;
            onBlack += squaredError(row, otherRow, width, Background.BLACK);
            onWhite += squaredError(row, otherRow, width, Background.WHITE);
        }
    }

    private static long squaredError(int[] row, int[] otherRow, int width, Background background) {
        int[] shown = Arrays.copyOf(row, width);
        int[] otherShown = Arrays.copyOf(otherRow, width);
        background.putUnder(shown, 0, width);
        background.putUnder(otherShown, 0, width);
        return squaredError(shown, otherShown, width);
    }

    private static long squaredError(int[] row, int[] otherRow, int width) {
        long sum = 0;
        for (int x = 0; x < width; x++) {
            int one = row[x], other = otherRow[x];
            int r = (one >> 16 & 0xFF) - (other >> 16 & 0xFF);
            int g = (one >> 8 & 0xFF) - (other >> 8 & 0xFF);
            int b = (one & 0xFF) - (other & 0xFF);
            sum += r * r + g * g + b * b;
        }
        return sum;
    }

    /** Squared error summed over R, G, B, mean over the pixels so far; 8-bit sRGB. */
    public double mse() {
        double black = (double) onBlack / pixels;
        return sawAlpha ? (black + (double) onWhite / pixels) / 2 : black;
    }
}
