package tinct.kmeans;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The iterations of batch K-means: assign all points, move each centroid to the mean of its points, again.
 *
 * <p>Ends when no label changes, when a move lowers the inertia by no more than {@code tolerance} of it, or after
 * {@code maxIterations} moves. Labels and inertia returned are those of the centroids returned.
 *
 * <p>Moves may go beyond the means. The inertia of an assignment is as large on the other side of the means as it was
 * before the move, so any that end short of that lower it; and as neighbours push each other on for many iterations, long
 * steps get there in fewer. When that has settled a plain move follows. Source: Lee, Baek, Sung 1997, "Modified K-means
 * algorithm for vector quantizer design", IEEE Signal Processing Letters 4(1), whose steps are of the same length.
 */
final class Batch {
    /** By what share of the inertia an exchange must lower it. */
    private static final double LEAST_GAIN = 1e-9;

    /** How far centroids go beyond the means, as a share of the way there; below 1 the inertia cannot rise. */
    private static final float BEYOND = 0.8f;

    private final Points points;
    private final Assigner assigner;
    private final Spread spread;
    private final int threads;

    Batch(Points points, Assigner assigner, int threads) {
        this.threads = threads;
        this.points = points;
        this.assigner = assigner;
        this.spread = new Spread(points);
    }

    /** Plain iterations. */
    Clustering run(float[][] start, int maxIterations, double tolerance, Watch watch) {
        return run(start, 0, maxIterations, tolerance, watch);
    }

    /** Plain iterations from a start of which the first {@code fixed} centroids never move, with points or without. */
    Clustering run(float[][] start, int fixed, int maxIterations, double tolerance, Watch watch) {
        return run(start, fixed, 0, maxIterations, tolerance, watch, null);
    }

    /** Iterations that move centroids {@link #BEYOND} the means, but for the last time. */
    Clustering runFar(float[][] start, int maxIterations, double tolerance, Watch watch) {
        return run(start, 0, BEYOND, maxIterations, tolerance, watch, null);
    }

    /** The same; goes on by {@link Exchange} whenever it would end, while that pays. */
    Clustering runFar(float[][] start, int maxIterations, double tolerance, Watch watch, Effort effort) {
        Exchange exchange = effort.exchanges() ? new Exchange(points, spread, effort, threads) : null;
        return run(start, 0, BEYOND, maxIterations, tolerance, watch, exchange);
    }

    private Clustering run(
            float[][] start,
            int fixed,
            float beyond,
            int maxIterations,
            double tolerance,
            Watch watch,
            @Nullable Exchange exchange) {
        float[][] centroids = start;
        Sums sums = assigner.sums(centroids);
        List<Double> history = new ArrayList<>();
        history.add(spread.inertia(sums, centroids));
        boolean settled = false;
        boolean far = beyond > 0;
        double atLastExchange = Double.POSITIVE_INFINITY;
        while (!watch.ends(history.size() - 1, history.get(history.size() - 1)) && history.size() <= maxIterations) {
            double before = history.get(history.size() - 1);
            float[][] moved = move(centroids, sums, fixed);
            // Equal means come from equal sums: no label has changed.
            if (Arrays.deepEquals(moved, centroids) || settled && !far) {
                // Where little was found nothing more is looked for; it may have been rounding error only.
                if (exchange == null
                        || before >= atLastExchange * (1 - exchange.effort().leastRound())
                        || exchange.apply(moved, assigner.labels(centroids), before * LEAST_GAIN) == 0) {
                    break;
                }
                atLastExchange = before;
                far = beyond > 0;
            } else {
                far = far && !settled && history.size() < maxIterations;
                if (far) {
                    goOn(centroids, moved, sums, beyond);
                }
            }
            centroids = moved;
            Sums last = sums;
            sums = assigner.sums(centroids);
            double now = spread.inertia(sums, centroids);
            history.add(now);
            settled = tolerance > 0 && before - now <= tolerance * before || far && sums.same(last);
        }
        return clustering(centroids, sums, history);
    }

    /** Moves centroids that have points on by a share of the way that they have come. */
    private static void goOn(float[][] from, float[][] moved, Sums sums, float share) {
        for (int axis = 0; axis < moved.length; axis++) {
            for (int j = 0; j < moved[axis].length; j++) {
                if (sums.weights[j] > 0) {
                    moved[axis][j] += share * (moved[axis][j] - from[axis][j]);
                }
            }
        }
    }

    /** The clustering of given centroids, not moved. */
    Clustering assign(float[][] centroids) {
        Sums sums = assigner.sums(centroids);
        return clustering(centroids, sums, List.of(spread.inertia(sums, centroids)));
    }

    private Clustering clustering(float[][] centroids, Sums sums, List<Double> history) {
        int[] labels = assigner.labels(centroids);
        double inertia = history.get(history.size() - 1);
        return new Clustering(points, centroids, labels, sums, inertia, history.size() - 1, history);
    }

    private float[][] move(float[][] centroids, Sums of, int fixed) {
        int[] empty = IntStream.range(fixed, of.weights.length)
                .filter(j -> of.weights[j] == 0)
                .toArray();
        float[][] moved = new float[centroids.length][];
        for (int axis = 0; axis < moved.length; axis++) {
            moved[axis] = centroids[axis].clone();
        }
        Sums sums = of;
        if (empty.length > 0) {
            sums = of.copy();
            refill(moved, sums, empty, fixed);
        }
        for (int axis = 0; axis < moved.length; axis++) {
            for (int j = fixed; j < moved[axis].length; j++) {
                if (sums.weights[j] > 0) {
                    moved[axis][j] = (float) (sums.coordinates[axis][j] / sums.weights[j]);
                }
            }
        }
        return moved;
    }

    /**
     * Moves each empty cluster, in order of number, to the point that costs most where it is (weight times squared
     * distance, the first on a tie), and takes that point out of the sums of its cluster. Empty clusters stay where they
     * are when no point is left that costs anything.
     */
    private void refill(float[][] centroids, Sums sums, int[] empty, int fixed) {
        int[] labels = assigner.labels(centroids);
        double[] costs = points.costs(centroids, labels);
        for (int cluster : empty) {
            int worst = worst(costs);
            while (costs[worst] > 0
                    && labels[worst] >= fixed
                    && sums.weights[labels[worst]] <= points.weights()[worst]) {
                costs[worst] = 0; // alone in its cluster, whose centroid will move there anyway
                worst = worst(costs);
            }
            if (costs[worst] == 0) {
                return;
            }
            costs[worst] = 0;
            take(worst, labels[worst], sums);
            for (int axis = 0; axis < centroids.length; axis++) {
                centroids[axis][cluster] = points.axis(axis)[worst];
            }
        }
    }

    private void take(int point, int cluster, Sums sums) {
        double weight = points.weights()[point];
        sums.weights[cluster] -= weight;
        for (int axis = 0; axis < points.dimensions(); axis++) {
            sums.coordinates[axis][cluster] -= weight * points.axis(axis)[point];
        }
    }

    private static int worst(double[] costs) {
        int worst = 0;
        for (int i = 1; i < costs.length; i++) {
            if (costs[i] > costs[worst]) {
                worst = i;
            }
        }
        return worst;
    }
}
