package tinct.palette;

import java.util.Optional;
import tinct.color.ColorSpace;
import tinct.histogram.Histogram;
import tinct.image.Palette;
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
 * @param effort see {@link KMeans}. At 1 and 2, for at most 128 entries, opaque pictures of many colours are clustered by the
 *     means of colours that are alike but for their lower two or three bits. Default 5
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

    /**
     * Up to this effort entries are rounded each for itself, and up to so many colours lower bits are left out; of three bits one
     * more up to {@link #VERY_FEW}.
     */
    private static final int MOST_QUICK = 2;

    private static final int FEW = 128;
    private static final int VERY_FEW = 64;

    /** Of no fewer means than this, and than so many times the entries, a palette is found in place of all colours. */
    private static final int LEAST_MEANS = 1 << 9;

    private static final int MEANS_PER_COLOR = 16;

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

    /**
     * The palette of packed pixels without counting them colour by colour, where that can be: see {@link #effort}. If each entry
     * is then the nearest one of a pixel it is the palette that {@link #quantize(Histogram, int, int)} finds.
     *
     * @param maxColors 1..256
     * @return empty if colours have to be counted
     */
    public Optional<Palette> quickPalette(int[] argb, int maxColors, int threads) {
        int dropped = droppedBits(maxColors);
        return dropped == 0
                ? Optional.empty()
                : Histogram.coarse(argb, dropped, threads)
                        .filter(means -> enough(means, maxColors))
                        .map(means -> entries(means, maxColors, threads).ofMeans(means));
    }

    /** The same with entries that are given: different opaque colours. */
    Quantization quantize(Histogram histogram, int maxColors, int threads, int... pins) {
        Entries entries = entries(histogram, maxColors, threads, pins);
        int dropped = droppedBits(maxColors);
        return Optional.of(histogram)
                .filter(colors -> dropped > 0)
                .flatMap(colors -> colors.coarse(dropped))
                .filter(means -> enough(means, maxColors))
                .flatMap(means -> entries.find(histogram, means))
                .orElseGet(() -> entries.find(histogram));
    }

    /** How many lower bits of each channel matter little where there are many opaque colours: clusters are few, and wide. */
    int droppedBits(int maxColors) {
        if (algorithm != Algorithm.EXCHANGE || sample > 0 || effort > MOST_QUICK || maxColors > FEW) {
            return 0;
        }
        return effort == 1 && maxColors <= VERY_FEW ? 3 : 2;
    }

    private static boolean enough(Histogram means, int maxColors) {
        return means.size() >= Math.max(LEAST_MEANS, MEANS_PER_COLOR * maxColors);
    }

    private Entries entries(Histogram histogram, int maxColors, int threads, int... pins) {
        return new Entries(
                maxColors,
                space,
                threads,
                engine(histogram) && effort < ALL_COLORS ? MANY : Integer.MAX_VALUE,
                engine(histogram) && effort > MOST_QUICK ? Math.max(1, effort - 4) : 0,
                pins,
                (colors, k) -> cluster(colors, histogram, k, threads, pins));
    }

    @Override
    public Optional<KMeansQuantizer> engine() {
        return Optional.of(this);
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
