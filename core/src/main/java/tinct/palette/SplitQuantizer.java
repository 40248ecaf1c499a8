package tinct.palette;

import tinct.color.ColorSpace;
import tinct.histogram.Histogram;
import tinct.kmeans.Algorithm;
import tinct.kmeans.KMeans;
import tinct.kmeans.Progress;
import tinct.kmeans.Seeding;

/**
 * Divides the colours again and again and takes the mean of each part: Wu, median cut or principal axes, without the
 * iterations of K-means. Fast, and 20 to 60 per cent above K-means in error.
 *
 * @param space working space. Default {@link ColorSpace#SRGB}
 * @param method how to divide: {@link Seeding#WU}, {@link Seeding#MEDIAN_CUT} or {@link Seeding#PRINCIPAL_AXIS}.
 *     Default {@link Seeding#WU}
 */
public record SplitQuantizer(ColorSpace space, Seeding method) implements Quantizer {
    public SplitQuantizer {
        if (method == Seeding.RANDOM || method == Seeding.KMEANS_PLUS_PLUS) {
            throw new IllegalArgumentException(method + " does not divide the colours");
        }
    }

    @Override
    public Quantization quantize(Histogram histogram, int maxColors, int threads) {
        return new Entries(
                        maxColors,
                        space,
                        threads,
                        Integer.MAX_VALUE,
                        0,
                        new int[0],
                        (colors, k) -> new KMeans(k, Algorithm.BOUNDS, method, 1, 0, 0, 0, threads)
                                .cluster(colors, Progress.NONE))
                .find(histogram);
    }
}
