package tinct.kmeans;

import java.util.List;

/** The outcome of a clustering: centroids, and for each point the label of its nearest one. */
public final class Clustering {
    private final Points points;
    private final float[][] centroids;
    private final int[] labels;
    private final Sums sums;
    private final double inertia;
    private final int iterations;
    private final List<Double> history;

    Clustering(
            Points points,
            float[][] centroids,
            int[] labels,
            Sums sums,
            double inertia,
            int iterations,
            List<Double> history) {
        this.points = points;
        this.centroids = centroids;
        this.labels = labels;
        this.sums = sums;
        this.inertia = inertia;
        this.iterations = iterations;
        this.history = List.copyOf(history);
    }

    /** Number of clusters: the k asked for, or the number of points if that is smaller. */
    public int k() {
        return sums.weights.length;
    }

    /** 3 or 4. */
    public int dimensions() {
        return centroids.length;
    }

    /** All centroids [3 or 4][k]; the arrays themselves, which must not be written to. */
    public float[][] centroids() {
        return centroids;
    }

    /** The coordinates [3 or 4] of one centroid. */
    public float[] centroid(int cluster) {
        float[] point = new float[centroids.length];
        for (int axis = 0; axis < point.length; axis++) {
            point[axis] = centroids[axis][cluster];
        }
        return point;
    }

    /** The label 0..k-1 of each point [n]: its nearest centroid, the lowest number on a tie; the array itself. */
    public int[] labels() {
        return labels;
    }

    /** The weight of the points of each cluster [k]. */
    public double[] weights() {
        return sums.weights.clone();
    }

    /** What each cluster has of the {@link #inertia} [k], but for rounding. */
    public double[] inertias() {
        double[] inertias = new double[k()];
        double[] costs = costs();
        for (int i = 0; i < costs.length; i++) {
            inertias[labels[i]] += costs[i];
        }
        return inertias;
    }

    /** What each point has of the {@link #inertia} [n], but for rounding: weight times squared distance. */
    public double[] costs() {
        return points.costs(centroids, labels);
    }

    /** The sum over points of weight times squared distance to the nearest centroid. */
    public double inertia() {
        return inertia;
    }

    /** How many times the centroids were moved; for mini-batch and online K-means, by how many batches. */
    public int iterations() {
        return iterations;
    }

    /**
     * Inertia of the first centroids and after each move. Mini-batch and online K-means look at a batch at a time: the
     * inertia of each batch before its move, scaled to all points.
     */
    public List<Double> history() {
        return history;
    }

    /**
     * Labels other points with the nearest of these centroids. Iterations and history stay those of the training.
     *
     * @param threads most threads to use, at least 1
     * @throws IllegalArgumentException if the points have another number of dimensions
     */
    public Clustering predict(Points points, int threads) {
        return KMeans.assign(points, centroids, threads).trained(iterations, history);
    }

    /** The same labels and inertia with another story of how the centroids came about. */
    Clustering trained(int iterations, List<Double> history) {
        return new Clustering(points, centroids, labels, sums, inertia, iterations, history);
    }
}
