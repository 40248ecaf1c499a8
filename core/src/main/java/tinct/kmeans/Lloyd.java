package tinct.kmeans;

import tinct.internal.Parallel;

/**
 * The assignment of Lloyd's K-means as the book has it: the distance of every point to every centroid.
 *
 * <p>Source: Lloyd 1982, doi 10.1109/TIT.1982.1056489. It is the oracle of all that is faster.
 */
final class Lloyd implements Assigner {
    /* Sums are kept per chunk and merged in the order of chunks, so that threads do not change the rounding. */
    private static final int CHUNK = 1 << 13;

    private final Points points;
    private final int threads;

    Lloyd(Points points, int threads) {
        this.points = points;
        this.threads = threads;
    }

    @Override
    public Sums sums(float[][] centroids) {
        Sums[] parts = new Sums[(points.size() + CHUNK - 1) / CHUNK];
        Parallel.forEach(parts.length, threads, chunk -> {
            int from = chunk * CHUNK;
            int to = Math.min(points.size(), from + CHUNK);
            int[] labels = new int[to - from];
            label(from, to, centroids, labels, 0);
            parts[chunk] = sum(from, to, labels, centroids[0].length);
        });
        return Sums.total(parts);
    }

    @Override
    public int[] labels(float[][] centroids) {
        int[] labels = new int[points.size()];
        int chunks = (points.size() + CHUNK - 1) / CHUNK;
        Parallel.forEach(chunks, threads, chunk -> {
            int from = chunk * CHUNK;
            label(from, Math.min(points.size(), from + CHUNK), centroids, labels, from);
        });
        return labels;
    }

    /** Labels points [from, to) into {@code labels} from position {@code at} on. */
    private void label(int from, int to, float[][] centroids, int[] labels, int at) {
        boolean four = points.dimensions() == 4;
        float[] xs = points.axis(0), ys = points.axis(1), zs = points.axis(2), ws = points.axis(four ? 3 : 2);
        float[] cx = centroids[0], cy = centroids[1], cz = centroids[2], cw = centroids[four ? 3 : 2];
        int k = cx.length;
        for (int i = from; i < to; i++) {
            float x = xs[i], y = ys[i], z = zs[i], w = ws[i];
            float least = Float.MAX_VALUE;
            int label = 0;
            for (int j = 0; j < k; j++) {
                float dx = x - cx[j], dy = y - cy[j], dz = z - cz[j];
                float d = dx * dx + dy * dy + dz * dz;
                if (four) {
                    float dw = w - cw[j];
                    d += dw * dw;
                }
                if (d < least) {
                    least = d;
                    label = j;
                }
            }
            labels[at + i - from] = label;
        }
    }

    private Sums sum(int from, int to, int[] labels, int k) {
        Sums sums = new Sums(points.dimensions(), k);
        double[] weights = points.weights();
        for (int i = from; i < to; i++) {
            sums.weights[labels[i - from]] += weights[i];
        }
        for (int axis = 0; axis < points.dimensions(); axis++) {
            float[] coordinates = points.axis(axis);
            double[] into = sums.coordinates[axis];
            for (int i = from; i < to; i++) {
                into[labels[i - from]] += weights[i] * coordinates[i];
            }
        }
        return sums;
    }
}
