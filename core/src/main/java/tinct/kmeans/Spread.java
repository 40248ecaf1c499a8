package tinct.kmeans;

/**
 * Weighted mean of all points and their squared distances from it; what turns cluster sums into inertia.
 *
 * <p>inertia = sum w |x - m|^2 + sum_j (W_j |c_j - m|^2 - 2 (c_j - m) . (S_j - W_j m)), where W_j and S_j are the weight
 * and the coordinate sums of cluster j. So no pass over the points is needed for it, and it depends on the order of
 * additions no more than the sums do. Taking everything relative to the mean m keeps cancellation small.
 */
final class Spread {
    private final double[] mean;
    private final double total;

    Spread(Points points) {
        int dimensions = points.dimensions();
        mean = new double[dimensions];
        double[] weights = points.weights();
        double weight = 0;
        for (double w : weights) {
            weight += w;
        }
        double squares = 0;
        for (int axis = 0; axis < dimensions; axis++) {
            float[] coordinates = points.axis(axis);
            double sum = 0;
            for (int i = 0; i < coordinates.length; i++) {
                sum += weights[i] * coordinates[i];
            }
            mean[axis] = sum / weight;
            for (int i = 0; i < coordinates.length; i++) {
                double d = coordinates[i] - mean[axis];
                squares += weights[i] * (d * d);
            }
        }
        total = squares;
    }

    /** The mean of all points [dimensions]; the array itself. */
    double[] mean() {
        return mean;
    }

    /** Inertia of the assignment whose sums are given, to the centroids it was made with. */
    double inertia(Sums sums, float[][] centroids) {
        double inertia = total;
        for (int axis = 0; axis < centroids.length; axis++) {
            float[] c = centroids[axis];
            double[] s = sums.coordinates[axis];
            double m = mean[axis];
            for (int j = 0; j < c.length; j++) {
                double d = c[j] - m;
                inertia += d * (sums.weights[j] * d - 2 * (s[j] - sums.weights[j] * m));
            }
        }
        return Math.max(0, inertia);
    }
}
