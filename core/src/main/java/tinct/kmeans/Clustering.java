package tinct.kmeans;

/** The outcome of a clustering: centroids, and for each point the label of its nearest one. */
public final class Clustering {
    private final float[][] centroids;
    private final int[] labels;
    private final double[] weights;
    private final double inertia;
    private final int iterations;
    private final double[] history;

    Clustering(float[][] centroids, int[] labels, double[] weights, double inertia, int iterations, double[] history) {
        this.centroids = centroids;
        this.labels = labels;
        this.weights = weights;
        this.inertia = inertia;
        this.iterations = iterations;
        this.history = history;
    }

    /** Number of clusters: the k asked for, or the number of points if that is smaller. */
    public int k() {
        return weights.length;
    }

    /** Coordinates of all centroids along one axis [k]; the array itself, which must not be written to. */
    public float[] centroids(int axis) {
        return centroids[axis];
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
        return weights.clone();
    }

    /** The sum over points of weight times squared distance to the nearest centroid. */
    public double inertia() {
        return inertia;
    }

    /** How many times the centroids were moved. */
    public int iterations() {
        return iterations;
    }

    /** Inertia [iterations + 1], of the first centroids and after each move; of the points or batch then looked at. */
    public double[] history() {
        return history.clone();
    }

    /**
     * Labels other points with the nearest of these centroids.
     *
     * @throws IllegalArgumentException if the points have another number of dimensions
     */
    public Clustering predict(Points points, int threads) {
        if (points.dimensions() != centroids.length) {
            throw new IllegalArgumentException(
                    "centroids have " + centroids.length + " dimensions, points " + points.dimensions());
        }
        Pass pass = Lloyd.assign(points, centroids, threads);
        return new Clustering(centroids, pass.labels(), pass.weights(), pass.inertia(), iterations, history);
    }
}
