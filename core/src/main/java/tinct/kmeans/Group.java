package tinct.kmeans;

/**
 * The points of a few clusters, to try other centroids on; those of all other clusters are left out.
 *
 * <p>What it finds holds for the whole too: giving up the freedom to take points from or to other clusters can only
 * raise the inertia.
 */
final class Group {
    private final int dimensions;
    private final int size;
    private final double[] origin;
    /* Copies, so that the many passes over few points read memory in order. With three axes the fourth is 0. */
    private final float[] x;
    private final float[] y;
    private final float[] z;
    private final float[] w;
    private final double[] weights;

    /**
     * Gathers points.
     *
     * @param origin [dimensions] a place near the points, against cancellation
     * @param parts of all clusters
     * @param clusters whose points are taken
     */
    Group(Points points, double[] origin, Splitting.Part[] parts, int[] order, int... clusters) {
        this.origin = origin;
        dimensions = points.dimensions();
        int n = 0;
        for (int cluster : clusters) {
            n += parts[cluster].to - parts[cluster].from;
        }
        size = n;
        x = new float[n];
        y = new float[n];
        z = new float[n];
        w = new float[n];
        weights = new double[n];
        int next = 0;
        for (int cluster : clusters) {
            for (int at = parts[cluster].from; at < parts[cluster].to; at++) {
                int point = order[at];
                x[next] = points.axis(0)[point];
                y[next] = points.axis(1)[point];
                z[next] = points.axis(2)[point];
                w[next] = dimensions == 4 ? points.axis(3)[point] : 0;
                weights[next++] = points.weights()[point];
            }
        }
    }

    /**
     * Moves centroids to the means of their points, {@code iterations + 1} times.
     *
     * @param centroids [dimensions][any]; changed
     * @return by how much the means lower the inertia against one centroid at the origin: sum |S_j|^2 / W_j
     */
    double relax(float[][] centroids, int iterations) {
        int k = centroids[0].length;
        Sums sums = new Sums(dimensions, k);
        assign(centroids, sums);
        for (int i = 0; i < iterations; i++) {
            move(centroids, sums);
            sums = new Sums(dimensions, k);
            assign(centroids, sums);
        }
        move(centroids, sums);
        return sums.score();
    }

    /** Sums of coordinates relative to the origin. */
    private void assign(float[][] centroids, Sums sums) {
        boolean four = dimensions == 4;
        float[] cx = centroids[0], cy = centroids[1], cz = centroids[2], cw = centroids[four ? 3 : 2];
        double[] sumX = sums.coordinates[0], sumY = sums.coordinates[1], sumZ = sums.coordinates[2];
        double originX = origin[0], originY = origin[1], originZ = origin[2];
        int k = cx.length;
        for (int i = 0; i < size; i++) {
            float px = x[i], py = y[i], pz = z[i], pw = w[i];
            float least = Float.MAX_VALUE;
            int label = 0;
            for (int j = 0; j < k; j++) {
                float dx = px - cx[j], dy = py - cy[j], dz = pz - cz[j];
                float d = dx * dx + dy * dy + dz * dz;
                if (four) {
                    float dw = pw - cw[j];
                    d += dw * dw;
                }
                if (d < least) {
                    least = d;
                    label = j;
                }
            }
            double weight = weights[i];
            sums.weights[label] += weight;
            sumX[label] += weight * (px - originX);
            sumY[label] += weight * (py - originY);
            sumZ[label] += weight * (pz - originZ);
            if (four) {
                sums.coordinates[3][label] += weight * (pw - origin[3]);
            }
        }
    }

    private void move(float[][] centroids, Sums sums) {
        for (int axis = 0; axis < dimensions; axis++) {
            for (int j = 0; j < centroids[axis].length; j++) {
                if (sums.weights[j] > 0) {
                    centroids[axis][j] = (float) (sums.coordinates[axis][j] / sums.weights[j] + origin[axis]);
                }
            }
        }
    }
}
