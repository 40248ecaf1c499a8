package tinct.kmeans;

/** Placeholder of the first evening: replaced by the chunked engine. */
final class Lloyd {
    private Lloyd() {}

    static Clustering run(Points points, float[][] start, int maxIterations, double tolerance, int threads) {
        float[][] centroids = start;
        Pass pass = assign(points, centroids, threads);
        double[] history = new double[maxIterations + 1];
        history[0] = pass.inertia();
        int iterations = 0;
        while (iterations < maxIterations) {
            float[][] moved = new float[centroids.length][];
            for (int axis = 0; axis < moved.length; axis++) {
                moved[axis] = centroids[axis].clone();
                for (int j = 0; j < moved[axis].length; j++) {
                    if (pass.weights()[j] > 0) {
                        moved[axis][j] = (float) (pass.sums()[axis][j] / pass.weights()[j]);
                    }
                }
            }
            centroids = moved;
            Pass next = assign(points, centroids, threads);
            history[++iterations] = next.inertia();
            boolean done = pass.inertia() - next.inertia() <= tolerance * pass.inertia();
            pass = next;
            if (done) {
                break;
            }
        }
        return new Clustering(
                centroids,
                pass.labels(),
                pass.weights(),
                pass.inertia(),
                iterations,
                java.util.Arrays.copyOf(history, iterations + 1));
    }

    static Pass assign(Points points, float[][] centroids, int threads) {
        int n = points.size();
        int k = centroids[0].length;
        int dims = points.dimensions();
        int[] labels = new int[n];
        double[] weights = new double[k];
        double[][] sums = new double[dims][k];
        double inertia = 0;
        for (int i = 0; i < n; i++) {
            float best = Float.MAX_VALUE;
            int label = 0;
            for (int j = 0; j < k; j++) {
                float d = 0;
                for (int axis = 0; axis < dims; axis++) {
                    float t = points.axis(axis)[i] - centroids[axis][j];
                    d += t * t;
                }
                if (d < best) {
                    best = d;
                    label = j;
                }
            }
            labels[i] = label;
            double w = points.weights()[i];
            weights[label] += w;
            for (int axis = 0; axis < dims; axis++) {
                sums[axis][label] += w * points.axis(axis)[i];
            }
            inertia += w * best;
        }
        return new Pass(labels, weights, sums, inertia);
    }
}
