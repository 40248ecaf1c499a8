package tinct.palette;

import java.util.Arrays;
import java.util.List;
import tinct.color.ColorSpace;
import tinct.histogram.Histogram;
import tinct.image.Palette;
import tinct.kmeans.Algorithm;
import tinct.kmeans.Clustering;
import tinct.kmeans.KMeans;
import tinct.kmeans.Points;
import tinct.kmeans.Seeding;

/**
 * K-means on the distinct colours, weighted by their counts.
 *
 * @param space working space. Default {@link ColorSpace#SRGB}
 * @param algorithm default {@link Algorithm#FILTERING}
 * @param seeding default {@link Seeding#PRINCIPAL_AXIS}
 * @param runs see {@link KMeans}. Default 1
 * @param maxIterations see {@link KMeans}. Default 300
 * @param tolerance see {@link KMeans}. Default 1e-4
 * @param sample number of pixels drawn at random to train on, each at most once; 0 trains on all. Default 0
 * @param seed of the random numbers. Default 0
 */
public record KMeansQuantizer(
        ColorSpace space,
        Algorithm algorithm,
        Seeding seeding,
        int runs,
        int maxIterations,
        double tolerance,
        int sample,
        long seed)
        implements Quantizer {

    /** All defaults. */
    public static final KMeansQuantizer DEFAULT =
            new KMeansQuantizer(ColorSpace.SRGB, Algorithm.FILTERING, Seeding.PRINCIPAL_AXIS, 1, 300, 1e-4, 0, 0);

    @Override
    public Quantization quantize(Histogram histogram, int maxColors, int threads) {
        if (histogram.size() <= maxColors) {
            return new Quantization(new Palette(histogram.colors()), 0, 0, List.of(0.0));
        }
        int dimensions = histogram.opaque() ? 3 : 4;
        double[] weights = Arrays.stream(histogram.counts()).asDoubleStream().toArray();
        Points points = new Points(space.coordinates(histogram.colors(), dimensions), weights);
        Clustering clustering = new KMeans(maxColors, algorithm, seeding, runs, maxIterations, tolerance, seed, threads)
                .cluster(points);
        int[] entries = new int[clustering.k()];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = space.toArgb(clustering.centroid(i));
        }
        return new Quantization(
                new Palette(entries),
                clustering.inertia(),
                clustering.iterations(),
                Arrays.stream(clustering.history()).boxed().toList());
    }
}
