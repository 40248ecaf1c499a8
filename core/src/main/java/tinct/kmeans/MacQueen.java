package tinct.kmeans;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import tinct.internal.Candidates;

/**
 * Online K-means: each drawn point pulls its nearest centroid towards it, by n^-0.5 of the way if it is the nth there.
 *
 * <p>Source: MacQueen 1967 (rate 1/n); the slower fall of the rate is that of Abernathy, Celebi 2022,
 * doi 10.1016/j.eswa.2022.117927. Every 1024 points count as one move.
 */
final class MacQueen {
    private final Points points;
    private final Watch watch;
    private final SplittableRandom random;

    MacQueen(Points points, Watch watch, SplittableRandom random) {
        this.points = points;
        this.watch = watch;
        this.random = random;
    }

    Clustering run(float[][] start, Batch batch, int maxIterations) {
        float[][] centroids = Arrays.stream(start).map(float[]::clone).toArray(float[][]::new);
        Candidates moving = Candidates.all(centroids);
        int[] counts = new int[moving.size];
        Draws draws = new Draws(points.weights(), random);
        double total = Arrays.stream(points.weights()).sum();
        List<Double> history = new ArrayList<>();
        while (history.size() < maxIterations && !watch.ended()) {
            double inertia = 0;
            for (int i = 0; i < MiniBatch.BATCH; i++) {
                inertia += pull(moving, counts, draws.next());
            }
            history.add(inertia * (total / MiniBatch.BATCH));
            watch.ends(history.size(), history.get(history.size() - 1));
        }
        float[][] last = {moving.x, moving.y, moving.z, moving.w};
        return batch.assign(Arrays.copyOf(last, points.dimensions())).trained(history.size(), history);
    }

    /** Returns the squared distance before the pull. */
    private double pull(Candidates moving, int[] counts, int point) {
        float x = points.axis(0)[point], y = points.axis(1)[point], z = points.axis(2)[point];
        float w = points.dimensions() == 4 ? points.axis(3)[point] : 0;
        int j = moving.nearest(x, y, z, w);
        float dx = x - moving.x[j], dy = y - moving.y[j], dz = z - moving.z[j], dw = w - moving.w[j];
        float rate = (float) (1 / Math.sqrt(++counts[j]));
        moving.x[j] += rate * dx;
        moving.y[j] += rate * dy;
        moving.z[j] += rate * dz;
        moving.w[j] += rate * dw;
        return (double) dx * dx + (double) dy * dy + (double) dz * dz + (double) dw * dw;
    }
}
