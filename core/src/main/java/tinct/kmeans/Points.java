package tinct.kmeans;

/**
 * Weighted points in 3 or 4 dimensions, planar. Immutable as long as the creator keeps its promise.
 *
 * <p>Results are the same bits for every engine and every number of threads if sums of {@code weight * coordinate} are
 * exact in {@code double}: integer weights, and coordinates on a grid (ADR-0004). Other points give the same bits for
 * every number of threads, and engines may differ in the last bits.
 */
public final class Points {
    private static final double GREATEST = 1e15;

    private final float[][] axes;
    private final double[] weights;

    /**
     * Wraps the arrays without copying; the caller must not write to them afterwards.
     *
     * @param axes [3 or 4][n], between -1e15 and 1e15, so that squared distances are finite
     * @param weights [n], finite and at least 0, not all 0
     * @throws IllegalArgumentException if a length, a coordinate or a weight is not so
     */
    public Points(float[][] axes, double[] weights) {
        if (axes.length != 3 && axes.length != 4) {
            throw new IllegalArgumentException("points must have 3 or 4 axes, had " + axes.length);
        }
        if (weights.length == 0) {
            throw new IllegalArgumentException("there must be at least one point");
        }
        double total = 0;
        for (double weight : weights) {
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weights must be finite and at least 0, one was " + weight);
            }
            total += weight;
        }
        if (total == 0) {
            throw new IllegalArgumentException("all weights are 0");
        }
        for (float[] axis : axes) {
            if (axis.length != weights.length) {
                throw new IllegalArgumentException(
                        "an axis has " + axis.length + " coordinates for " + weights.length + " weights");
            }
            for (float coordinate : axis) {
                if (!(Math.abs(coordinate) <= GREATEST)) {
                    throw new IllegalArgumentException(
                            "coordinates must be between -1e15 and 1e15, one was " + coordinate);
                }
            }
        }
        this.axes = axes;
        this.weights = weights;
    }

    /** Number of points, at least 1. */
    public int size() {
        return weights.length;
    }

    /** 3 or 4. */
    public int dimensions() {
        return axes.length;
    }

    /** The coordinates along one axis [size()]; the array itself, which must not be written to. */
    public float[] axis(int axis) {
        return axes[axis];
    }

    /** The weights [size()]; the array itself, which must not be written to. */
    public double[] weights() {
        return weights;
    }

    /** What each point costs: its weight times its squared distance from the centroid of its label [size()]. */
    double[] costs(float[][] centroids, int[] labels) {
        double[] costs = new double[size()];
        for (int axis = 0; axis < axes.length; axis++) {
            float[] coordinates = axes[axis], own = centroids[axis];
            for (int i = 0; i < costs.length; i++) {
                double d = coordinates[i] - (double) own[labels[i]];
                costs[i] += d * d;
            }
        }
        for (int i = 0; i < costs.length; i++) {
            costs[i] *= weights[i];
        }
        return costs;
    }
}
