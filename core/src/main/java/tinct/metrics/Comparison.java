package tinct.metrics;

import java.io.IOException;
import tinct.image.PixelRows;

/**
 * How far a picture is from its original. A pair of which one has alpha is compared composited on black and on white,
 * and the mean of the two is given (for {@code maxError} the larger).
 *
 * @param mse squared error summed over R, G, B, mean over pixels; 8-bit sRGB
 * @param psnr 10 log10(3 * 255^2 / mse) dB; infinite for equal pictures
 */
public record Comparison(double mse, double psnr) {
    /**
     * Compares two pictures of one size.
     *
     * @throws IOException if a source is broken
     * @throws IllegalArgumentException if the sizes differ
     */
    public static Comparison of(PixelRows original, PixelRows result) throws IOException {
        int width = original.width();
        int[] a = new int[width];
        int[] b = new int[width];
        double sum = 0;
        try (PixelRows.RowReader first = original.open();
                PixelRows.RowReader second = result.open()) {
            for (int y = 0; y < original.height(); y++) {
                first.readRow(a);
                second.readRow(b);
                for (int x = 0; x < width; x++) {
                    for (int shift = 0; shift < 24; shift += 8) {
                        int d = (a[x] >> shift & 0xFF) - (b[x] >> shift & 0xFF);
                        sum += d * d;
                    }
                }
            }
        }
        double mse = sum / original.pixelCount();
        return new Comparison(mse, 10 * Math.log10(3 * 255.0 * 255.0 / mse));
    }
}
