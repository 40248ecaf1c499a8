package tinct.palette;

import tinct.color.ColorSpace;
import tinct.histogram.Histogram;
import tinct.kmeans.Algorithm;
import tinct.kmeans.Clustering;
import tinct.kmeans.KMeans;
import tinct.kmeans.Labeller;
import tinct.kmeans.Points;
import tinct.kmeans.Progress;
import tinct.kmeans.Seeding;

/**
 * K-means on the distinct colours, weighted by their counts.
 *
 * @param space working space. Default {@link ColorSpace#SRGB}
 * @param algorithm default {@link Algorithm#EXCHANGE}
 * @param seeding default {@link Seeding#PRINCIPAL_AXIS}
 * @param runs see {@link KMeans}. Default 1
 * @param maxIterations see {@link KMeans}. Default 300
 * @param tolerance see {@link KMeans}. Default 1e-4
 * @param effort see {@link KMeans}. Default 5
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
        int effort,
        int sample,
        long seed)
        implements Quantizer {

    /** All defaults. */
    public static final KMeansQuantizer DEFAULT =
            new KMeansQuantizer(ColorSpace.SRGB, Algorithm.EXCHANGE, Seeding.PRINCIPAL_AXIS, 1, 300, 1e-4, 5, 0, 0);

    /** Of more colours than this, those that are alike are taken together: {@link Condensed}. */
    private static final int MANY = 1 << 19;

    /** The least effort to look at all colours always. */
    private static final int ALL_COLORS = 8;

    public KMeansQuantizer {
        new KMeans(1, algorithm, seeding, runs, maxIterations, tolerance, effort, seed, 1); // its checks are ours
        if (sample < 0) {
            throw new IllegalArgumentException("sample must be at least 0, was " + sample);
        }
    }

    /** The same with another {@link #space}. */
    public KMeansQuantizer withSpace(ColorSpace value) {
        return new KMeansQuantizer(value, algorithm, seeding, runs, maxIterations, tolerance, effort, sample, seed);
    }

    /** The same with another {@link #algorithm}. */
    public KMeansQuantizer withAlgorithm(Algorithm value) {
        return new KMeansQuantizer(space, value, seeding, runs, maxIterations, tolerance, effort, sample, seed);
    }

    /** The same with another {@link #seeding}. */
    public KMeansQuantizer withSeeding(Seeding value) {
        return new KMeansQuantizer(space, algorithm, value, runs, maxIterations, tolerance, effort, sample, seed);
    }

    /** The same with another {@link #effort}. */
    public KMeansQuantizer withEffort(int value) {
        return new KMeansQuantizer(space, algorithm, seeding, runs, maxIterations, tolerance, value, sample, seed);
    }

    /** The same with another {@link #sample}. */
    public KMeansQuantizer withSample(int value) {
        return new KMeansQuantizer(space, algorithm, seeding, runs, maxIterations, tolerance, effort, value, seed);
    }

    @Override
    public Quantization quantize(Histogram histogram, int maxColors, int threads) {
        return quantize(histogram, maxColors, threads, new int[0]);
    }

    /** The same with entries that are given: different opaque colours. */
    Quantization quantize(Histogram histogram, int maxColors, int threads, int... pins) {
        return Entries.find(
                histogram,
                maxColors,
                space,
                threads,
                engine(histogram) && effort < ALL_COLORS ? MANY : Integer.MAX_VALUE,
                engine(histogram) && effort > 1 ? Math.max(1, effort - 4) : 0,
                pins,
                (colors, k) -> cluster(colors, histogram, k, threads, pins));
    }

    /** Who chooses another algorithm, or a sample, wants what that finds. */
    private boolean engine(Histogram histogram) {
        return algorithm == Algorithm.EXCHANGE && !sampled(histogram);
    }

    private boolean sampled(Histogram histogram) {
        return sample > 0 && sample < histogram.total();
    }

    private Clustering cluster(Labeller colors, Histogram histogram, int k, int threads, int... pins) {
        KMeans kMeans = new KMeans(k, algorithm, seeding, runs, maxIterations, tolerance, effort, seed, threads);
        Histogram visible = histogram.withoutTransparent();
        Points all = colors.points();
        float[][] fixed = space.coordinates(pins, all.dimensions());
        if (!sampled(visible)) {
            return cluster(kMeans, fixed, colors);
        }
        Histogram drawn = Histogram.of(visible.draw(sample, seed), threads);
        Labeller training = new Labeller(Entries.points(drawn, space, all.dimensions()), threads);
        return cluster(kMeans, fixed, training).predict(all, threads);
    }

    private static Clustering cluster(KMeans kMeans, float[][] fixed, Labeller colors) {
        return fixed[0].length == 0
                ? kMeans.cluster(colors, Progress.NONE)
                : kMeans.clusterAround(fixed, colors, Progress.NONE);
    }
}
