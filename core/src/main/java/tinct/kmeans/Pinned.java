package tinct.kmeans;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Batch K-means with some centroids that never move.
 *
 * <p>Iterations from the start, in which only the free centroids move, come first: plain Lloyd with fixed centroids. With
 * {@link Algorithm#EXCHANGE} two kinds of {@link Search} follow, and all points are iterated after each. The first looks
 * for k clusters without the fixed centroids, of which as many as are too many then go to others, or to fixed centroids,
 * where that costs least: so fixed centroids at good places take those of free ones. The second clusters the points of free
 * clusters by themselves, and is repeated while it pays. The best is kept, so the result is no worse than that of plain
 * Lloyd. ADR-0022.
 */
final class Pinned {
    /** Most searches of the second kind. */
    private static final int SEARCHES = 2;

    /** By what share of it a search must have lowered the inertia for another to be tried. */
    private static final double LEAST_GAIN = 1e-3;

    private final KMeans options;
    private final float[][] fixed;
    private final int pins;
    private final Labeller labeller;
    private final Batch batch;
    private final Watch watch;
    private final double tolerance;

    Pinned(KMeans options, float[][] fixed, Labeller labeller, Watch watch) {
        this.options = options;
        this.fixed = fixed;
        this.labeller = labeller;
        this.watch = watch;
        pins = fixed[0].length;
        boolean plain = options.algorithm() == Algorithm.LLOYD;
        batch = plain
                ? new Batch(labeller.points(), new Lloyd(labeller.points(), options.threads()), options.threads())
                : labeller.batch();
        tolerance = searches()
                ? options.tolerance() * Effort.of(options.effort(), options.k()).tolerance()
                : options.tolerance();
    }

    private boolean searches() {
        return options.algorithm() == Algorithm.EXCHANGE;
    }

    Clustering run() {
        int free = Math.min(options.k() - pins, labeller.points().size());
        if (free == 0) {
            return batch.assign(fixed);
        }
        SplittableRandom random = new SplittableRandom(options.seed());
        Clustering best = run(free, random.split(), random.split());
        for (int i = 1; i < options.runs() && options.seeding().random() && !watch.ended(); i++) {
            Clustering next = run(free, random.split(), random.split());
            best = next.inertia() < best.inertia() ? next : best;
        }
        return best;
    }

    /** @param searching the numbers that a search without fixed centroids draws: if these are where it would end, it does */
    private Clustering run(int free, SplittableRandom searching, SplittableRandom starting) {
        watch.stage(0, 0);
        Clustering best =
                iterated(Starts.choose(labeller.points(), free, options.seeding(), starting, options.threads()));
        boolean pays = searches() && !watch.ended();
        if (pays) {
            int clusters = Math.min(options.k(), labeller.points().size());
            Clustering loose = new Search(options, clusters, labeller, watch).run(searching);
            watch.stage(0, 0);
            Clustering next = iterated(merged(loose, free));
            best = next.inertia() < best.inertia() ? next : best;
        }
        for (int search = 0; search < SEARCHES && pays && !watch.ended(); search++) {
            int[] others = others(best.labels());
            if (others.length <= free) {
                break; // each of them can have a centroid by itself, which iterations find
            }
            Labeller rest = new Labeller(gathered(others), options.threads());
            Clustering found = new Search(options, free, rest, watch).run(starting.split());
            watch.stage(0, 0);
            Clustering next = iterated(found.centroids());
            pays = next.inertia() < best.inertia() * (1 - LEAST_GAIN);
            best = next.inertia() < best.inertia() ? next : best;
        }
        return best;
    }

    private Clustering iterated(float[][] free) {
        float[][] start = new float[fixed.length][pins + free[0].length];
        for (int axis = 0; axis < start.length; axis++) {
            System.arraycopy(fixed[axis], 0, start[axis], 0, pins);
            System.arraycopy(free[axis], 0, start[axis], pins, free[axis].length);
        }
        return batch.run(start, pins, options.maxIterations(), tolerance, watch);
    }

    /**
     * Merges clusters, two to their mean or one into a fixed centroid, each time where it costs least if all their points go
     * along, until so many are left.
     */
    private float[][] merged(Clustering clustering, int left) {
        float[][] means = new float[fixed.length][];
        for (int axis = 0; axis < means.length; axis++) {
            means[axis] = clustering.centroids()[axis].clone();
        }
        double[] weights = clustering.weights();
        int size = weights.length;
        for (; size > left; size--) {
            int from = 0;
            int to = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int j = 0; j < size; j++) {
                for (int other = -pins; other < j; other++) {
                    double cost = mergingCost(means, weights, j, other);
                    if (cost < least) {
                        least = cost;
                        from = j;
                        to = other;
                    }
                }
            }
            merge(means, weights, from, to, size - 1);
        }
        for (int axis = 0; axis < means.length; axis++) {
            means[axis] = Arrays.copyOf(means[axis], size);
        }
        return means;
    }

    /** @param other a cluster, or a fixed centroid by its number less {@link #pins} */
    private double mergingCost(float[][] means, double[] weights, int j, int other) {
        double square = 0;
        for (int axis = 0; axis < means.length; axis++) {
            double d = (double) means[axis][j] - (other < 0 ? fixed[axis][pins + other] : means[axis][other]);
            square += d * d;
        }
        double both = other < 0 ? 0 : weights[j] + weights[other];
        return both > 0 ? square * weights[j] * weights[other] / both : square * weights[j];
    }

    /** Puts cluster {@code from} into another or a fixed centroid, and the last one in its place. */
    private static void merge(float[][] means, double[] weights, int from, int to, int last) {
        double both = to < 0 ? 0 : weights[from] + weights[to];
        for (float[] axis : means) {
            if (both > 0) {
                axis[to] = (float) ((axis[from] * weights[from] + axis[to] * weights[to]) / both);
            }
            axis[from] = axis[last];
        }
        if (to >= 0) {
            weights[to] = both;
        }
        weights[from] = weights[last];
    }

    /** The points that are nearest to free centroids, and count. */
    private int[] others(int... labels) {
        double[] weights = labeller.points().weights();
        return IntStream.range(0, labels.length)
                .filter(i -> labels[i] >= pins && weights[i] > 0)
                .toArray();
    }

    private Points gathered(int... chosen) {
        Points all = labeller.points();
        float[][] axes = new float[fixed.length][chosen.length];
        double[] weights = new double[chosen.length];
        for (int to = 0; to < chosen.length; to++) {
            weights[to] = all.weights()[chosen[to]];
        }
        for (int axis = 0; axis < axes.length; axis++) {
            float[] from = all.axis(axis);
            for (int to = 0; to < chosen.length; to++) {
                axes[axis][to] = from[chosen[to]];
            }
        }
        return new Points(axes, weights);
    }
}
