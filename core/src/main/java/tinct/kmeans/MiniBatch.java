package tinct.kmeans;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import tinct.internal.Candidates;

/**
 * Mini-batch K-means: batches of 1024 drawn points; a centroid is the mean of all points it has been given so far.
 *
 * <p>Source: Sculley 2010, doi 10.1145/1772690.1772862. As in scikit-learn: after every 10 k drawn points, centroids
 * that have been given fewer than 0.01 of the points of the best supplied one are reassigned, at most half a batch of
 * them, the poorest, each to a different drawn point; they start anew with the least count of those that stay. The run
 * ends when the smoothed inertia of the batches has not fallen by more than the tolerance for 10 batches; a batch counts
 * for 1/50 in it, whatever the number of points.
 */
final class MiniBatch {
    /** Points drawn for one move. */
    static final int BATCH = 1024;

    private static final double REASSIGNMENT_RATIO = 0.01;
    private static final int PATIENCE = 10;
    private static final double SMOOTHING = 0.02;

    private final Points points;
    private final Watch watch;
    private final SplittableRandom random;

    MiniBatch(Points points, Watch watch, SplittableRandom random) {
        this.points = points;
        this.watch = watch;
        this.random = random;
    }

    Clustering run(float[][] start, Batch batch, int maxIterations, double tolerance) {
        float[][] centroids = Arrays.stream(start).map(float[]::clone).toArray(float[][]::new);
        int k = centroids[0].length;
        double total = Arrays.stream(points.weights()).sum();
        Draws draws = new Draws(points.weights(), random);
        double[] counts = new double[k];
        List<Double> history = new ArrayList<>();
        int[] drawn = new int[BATCH];
        double smooth = 0;
        double least = Double.POSITIVE_INFINITY;
        int patience = PATIENCE;
        long sinceReassignment = 0;
        while (history.size() < maxIterations && patience > 0 && !watch.ended()) {
            for (int i = 0; i < BATCH; i++) {
                drawn[i] = draws.next();
            }
            double inertia = move(centroids, counts, drawn) * (total / BATCH);
            history.add(inertia);
            watch.ends(history.size(), inertia);
            sinceReassignment += BATCH;
            if (sinceReassignment >= 10L * k) {
                sinceReassignment = 0;
                reassign(centroids, counts, drawn);
            }
            if (history.size() == 1) {
                continue; // the first batch tells of the start, not of the moves
            }
            smooth = history.size() == 2 ? inertia : smooth + (inertia - smooth) * SMOOTHING;
            if (smooth < least * (1 - tolerance)) {
                least = smooth;
                patience = PATIENCE;
            } else {
                patience--;
            }
        }
        Clustering all = batch.assign(centroids);
        return all.trained(history.size(), history);
    }

    /** Gives each drawn point to its nearest centroid and moves those; returns the inertia of the batch before. */
    private double move(float[][] centroids, double[] counts, int[] drawn) {
        Candidates all = Candidates.all(centroids);
        int dimensions = centroids.length;
        double[][] sums = new double[dimensions][counts.length];
        double[] given = new double[counts.length];
        double inertia = 0;
        for (int point : drawn) {
            float w = dimensions == 4 ? points.axis(3)[point] : 0;
            int label = all.nearest(points.axis(0)[point], points.axis(1)[point], points.axis(2)[point], w);
            given[label]++;
            for (int axis = 0; axis < dimensions; axis++) {
                double coordinate = points.axis(axis)[point];
                double d = coordinate - centroids[axis][label];
                sums[axis][label] += coordinate;
                inertia += d * d;
            }
        }
        for (int j = 0; j < counts.length; j++) {
            if (given[j] > 0) {
                double before = counts[j];
                counts[j] += given[j];
                for (int axis = 0; axis < dimensions; axis++) {
                    centroids[axis][j] = (float) ((centroids[axis][j] * before + sums[axis][j]) / counts[j]);
                }
            }
        }
        return inertia;
    }

    private void reassign(float[][] centroids, double[] counts, int[] drawn) {
        double most = Arrays.stream(counts).max().orElseThrow();
        int[] poor = IntStream.range(0, counts.length)
                .filter(j -> counts[j] < REASSIGNMENT_RATIO * most)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> counts[j]))
                .limit(BATCH / 2)
                .mapToInt(Integer::intValue)
                .toArray();
        if (poor.length == 0) {
            return;
        }
        int[] shuffled = drawn.clone();
        for (int i = 0; i < poor.length; i++) {
            int other = i + random.nextInt(shuffled.length - i);
            int point = shuffled[other];
            shuffled[other] = shuffled[i];
            for (int axis = 0; axis < centroids.length; axis++) {
                centroids[axis][poor[i]] = points.axis(axis)[point];
            }
            counts[poor[i]] = Double.NaN;
        }
        double least = Arrays.stream(counts).filter(count -> count >= 0).min().orElse(0);
        for (int j : poor) {
            counts[j] = least;
        }
    }
}
