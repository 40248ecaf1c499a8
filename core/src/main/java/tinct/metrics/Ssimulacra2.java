package tinct.metrics;

import java.io.IOException;
import tinct.image.PixelRows;

/**
 * SSIMULACRA 2.1: how alike two pictures look to people; this object holds one original for many results.
 *
 * <p>100 is alike in every pixel; about 90 cannot be told apart side by side, 70 is high quality, 50 medium, 30 low, and
 * there is no lower end. Not symmetric: what a result adds weighs otherwise than what it lost. Colours are compared as
 * they are seen: if either picture has a pixel that is not opaque, both are composited in 8-bit sRGB on black and on
 * white, and the lower score is given. A picture with a side below 8 pixels has no score.
 *
 * <p>Holds 16 bytes a pixel of the original, twice that if it has alpha; a score takes about 5 kB a column more. May be
 * used by several threads at once. Scores are the same bits on every machine, for any number of threads. Source: Sneyers
 * 2023, https://github.com/cloudinary/ssimulacra2, libjxl; ADR-0015.
 */
public final class Ssimulacra2 {
    /** Pixels along the shorter side of the smallest picture that has a score. */
    public static final int LEAST_SIDE = 8;

    private final int width;
    private final int height;
    private final Pyramid onBlack;

    /** The same as {@link #onBlack} if the original is opaque. */
    private final Pyramid onWhite;

    private Ssimulacra2(int width, int height, Pyramid onBlack, Pyramid onWhite) {
        this.width = width;
        this.height = height;
        this.onBlack = onBlack;
        this.onWhite = onWhite;
    }

    /**
     * Prepares an original.
     *
     * @param threads most threads to use
     * @throws IOException if the source is broken
     * @throws IllegalArgumentException if a side is below {@link #LEAST_SIDE}, or the picture too large for arrays
     */
    public static Ssimulacra2 of(PixelRows original, int threads) throws IOException {
        int width = original.width();
        int height = original.height();
        if (Math.min(width, height) < LEAST_SIDE) {
            throw new IllegalArgumentException(
                    "pictures must be of 8 x 8 pixels at least, was " + width + " x " + height);
        }
        if (original.pixelCount() > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "pictures must be of 2^31 pixels at most, was " + width + " x " + height);
        }
        Pyramid onBlack = new Pyramid(width, height, height);
        boolean sawAlpha = read(original, Background.BLACK, onBlack, threads, () -> {});
        Pyramid onWhite = onBlack;
        if (sawAlpha) {
            onWhite = new Pyramid(width, height, height);
            read(original, Background.WHITE, onWhite, threads, () -> {});
        }
        return new Ssimulacra2(width, height, onBlack, onWhite);
    }

    /**
     * The score of a result of the original's size, which is read row by row: twice if either has alpha.
     *
     * @param threads most threads to use
     * @throws IOException if the source is broken
     * @throws IllegalArgumentException if the sizes differ
     */
    public double score(PixelRows result, int threads) throws IOException {
        Comparison.checkSizes(width, height, result);
        boolean hasAlpha = onWhite != onBlack;
        Pyramid pyramid = new Pyramid(width, height, ScaleErrors.KEPT);
        ScaleErrors errors = new ScaleErrors(onBlack, pyramid);
        hasAlpha |= read(result, Background.BLACK, pyramid, threads, () -> errors.advance(threads));
        if (!hasAlpha) {
            return errors.score();
        }
        Pyramid whitePyramid = new Pyramid(width, height, ScaleErrors.KEPT);
        ScaleErrors whiteErrors = new ScaleErrors(onWhite, whitePyramid);
        read(result, Background.WHITE, whitePyramid, threads, () -> whiteErrors.advance(threads));
        return Math.min(errors.score(), whiteErrors.score());
    }

    /** Adds all rows to a pyramid, a step at a time; tells whether a pixel was not opaque. */
    private static boolean read(
            PixelRows picture, Background background, Pyramid pyramid, int threads, Runnable afterStep)
            throws IOException {
        int width = picture.width();
        int height = picture.height();
        boolean sawAlpha = false;
        int[] row = new int[width];
        int[] step = new int[Math.multiplyExact(width, Math.min(height, Pyramid.STEP))];
        try (PixelRows.RowReader reader = picture.open()) {
            for (int y = 0; y < height; y += Pyramid.STEP) {
                int count = Math.min(Pyramid.STEP, height - y);
                for (int i = 0; i < count; i++) {
                    reader.readRow(row);
                    System.arraycopy(row, 0, step, i * width, width);
                }
                sawAlpha |= background.putUnder(step, 0, count * width);
                pyramid.add(step, count, threads);
                afterStep.run();
            }
        }
        return sawAlpha;
    }
}
