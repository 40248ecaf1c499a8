package tinct.metrics;

import java.io.IOException;
import tinct.image.PixelRows;

/**
 * How far a picture is from its original.
 *
 * <p>Colours are compared as they are seen: if either picture has a pixel that is not opaque, both are composited in
 * 8-bit sRGB on black and on white, and the mean of the two measures is given; for {@code maxError} the larger, for
 * {@code ssimulacra2} the lower. Comparing is symmetric but for {@code ssimulacra2}, and gives the same bits on every machine.
 *
 * @param mse squared error summed over R, G, B, mean over pixels; 8-bit sRGB
 * @param psnr 10 log10(3 * 255^2 / mse) dB; infinite for equal pictures
 * @param ssim mean structural similarity of luma, at most 1, which equal pictures have. Luma is Y' of ITU-R BT.601,
 *     0.299 R' + 0.587 G' + 0.114 B', not rounded; windows are Gaussians of 11 x 11 pixels, sigma 1.5, wholly inside
 *     the picture; K1 = 0.01, K2 = 0.03. Along a side below 11 pixels there is a window at each pixel, and the picture
 *     is mirrored at its edges (d c b a | a b c d). Source: Wang, Bovik, Sheikh, Simoncelli 2004,
 *     https://doi.org/10.1109/TIP.2003.819861
 * @param ssimulacra2 SSIMULACRA 2.1, see {@link Ssimulacra2}: 100 for equal pictures, 90 for differences that are hardly
 *     seen; not a number if a side is below {@link Ssimulacra2#LEAST_SIDE} pixels
 * @param deltaE mean over pixels of the Euclidean distance in Oklab, whose lightness goes from 0 to 1: 0.02 is taken as
 *     just noticeable by CSS Color 4
 * @param maxError largest difference of any R, G, B of any pixel, 0..255
 */
public record Comparison(double mse, double psnr, double ssim, double ssimulacra2, double deltaE, int maxError) {
    /** Compares two pictures of one size on the calling thread alone; see {@link #of(PixelRows, PixelRows, int)}. */
    public static Comparison of(PixelRows original, PixelRows result) throws IOException {
        return of(original, result, 1);
    }

    /**
     * Compares two pictures of one size, row by row: memory grows with the width only, by about 8 kB a column. Sources
     * with alpha are read twice.
     *
     * @param threads most threads to use; the result does not depend on it
     * @throws IOException if a source is broken
     * @throws IllegalArgumentException if the sizes differ
     */
    public static Comparison of(PixelRows original, PixelRows result, int threads) throws IOException {
        checkSizes(original.width(), original.height(), result);
        Differences black = Differences.on(Background.BLACK, original, result, threads);
        Differences white = black.sawAlpha() ? Differences.on(Background.WHITE, original, result, threads) : black;
        double mse = (black.mse() + white.mse()) / 2;
        return new Comparison(
                mse,
                psnr(mse),
                (black.ssim() + white.ssim()) / 2,
                Math.min(black.ssimulacra2(), white.ssimulacra2()),
                (black.deltaE() + white.deltaE()) / 2,
                Math.max(black.maxError(), white.maxError()));
    }

    /**
     * The {@link #mse} of two pictures of one size alone, in a small part of the time of {@link #of}.
     *
     * @throws IOException if a source is broken
     * @throws IllegalArgumentException if the sizes differ
     */
    public static double mse(PixelRows original, PixelRows result) throws IOException {
        checkSizes(original.width(), original.height(), result);
        Differences black = Differences.errorsOn(Background.BLACK, original, result);
        return black.sawAlpha()
                ? (black.mse()
                                + Differences.errorsOn(Background.WHITE, original, result)
                                        .mse())
                        / 2
                : black.mse();
    }

    /** The {@link #psnr} that goes with an {@link #mse}. */
    public static double psnr(double mse) {
        return 10 * StrictMath.log10(3 * 255.0 * 255.0 / mse);
    }

    static void checkSizes(int width, int height, PixelRows result) {
        if (result.width() != width || result.height() != height) {
            throw new IllegalArgumentException("pictures must be of one size, were " + width + " x " + height + " and "
                    + result.width() + " x " + result.height());
        }
    }
}
