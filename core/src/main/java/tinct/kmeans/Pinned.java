package tinct.kmeans;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Batch K-means with some centroids that never move.
 *
 * <p>Iterations from the start, in which only the free centroids move, come first: plain Lloyd with fixed centroids. With
 * {@link Algorithm#EXCHANGE} the points of the free clusters are then clustered by themselves by {@link Search}, as
 * nothing but the points of the fixed centroids can be out of its sight, and iterations on all points follow. That is
 * repeated while it pays, and the best is kept, so the result is no worse than that of the first iterations.
 */
final class Pinned {
    /** Most searches of a run. */
    private static final int SEARCHES = 3;

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
        tolerance =
                searches() ? options.tolerance() * Effort.of(options.effort()).tolerance() : options.tolerance();
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
        Clustering best = run(free, random.split());
        for (int i = 1; i < options.runs() && options.seeding().random() && !watch.ended(); i++) {
            Clustering next = run(free, random.split());
            best = next.inertia() < best.inertia() ? next : best;
        }
        return best;
    }

    private Clustering run(int free, SplittableRandom random) {
        watch.stage(0, 0);
        Clustering best = iterated(Starts.choose(labeller.points(), free, options.seeding(), random));
        boolean pays = searches();
        for (int search = 0; search < SEARCHES && pays && !watch.ended(); search++) {
            int[] others = others(best.labels());
            if (others.length <= free) {
                break; // each of them can have a centroid by itself, which iterations find
            }
            Labeller rest = new Labeller(gathered(others), options.threads());
            Clustering found = new Search(options, free, rest, watch).run(random.split());
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
