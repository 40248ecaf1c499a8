package tinct.kmeans;

/**
 * Labels the same points with the nearest of given centroids, again and again: cheap from the second time on if there are
 * as many centroids and most of them have moved little, also after {@link KMeans#cluster(Labeller, Progress)}. For use by
 * one thread at a time.
 */
public final class Labeller {
    private final Points points;
    private final Ordered ordered;
    private final Bounds bounds;
    private final Batch batch;
    private final int threads;

    /**
     * Prepares for points.
     *
     * @param threads most threads to use, at least 1
     */
    public Labeller(Points points, int threads) {
        this.points = points;
        this.threads = threads;
        ordered = new Ordered(points);
        bounds = new Bounds(ordered, threads);
        batch = new Batch(points, bounds, threads);
    }

    /** The points. */
    public Points points() {
        return points;
    }

    Ordered ordered() {
        return ordered;
    }

    Batch batch() {
        return batch;
    }

    /**
     * Labels the points.
     *
     * @param centroids [3 or 4][k], not copied: the caller must not write to them afterwards
     * @return a clustering without iterations
     * @throws IllegalArgumentException if points and centroids differ in the number of dimensions, there is no centroid,
     *     or their axes differ in length
     */
    public Clustering label(float[][] centroids) {
        check(centroids);
        return batch.assign(centroids);
    }

    /**
     * Gives the centroids last labelled with other numbers, so that it is cheap to label with them in another order.
     *
     * @param order [k] the number until now of each centroid
     */
    public void renumber(int[] order) {
        bounds.renumber(order);
    }

    /**
     * Finds the two nearest centroids of each point.
     *
     * @param centroids [3 or 4][k]
     * @throws IllegalArgumentException as {@link #label}
     */
    public TwoNearest twoNearest(float[][] centroids) {
        check(centroids);
        return new TwoNearest(ordered, centroids, threads);
    }

    private void check(float[][] centroids) {
        if (points.dimensions() != centroids.length) {
            throw new IllegalArgumentException(
                    "centroids have " + centroids.length + " dimensions, points " + points.dimensions());
        }
        int clusters = centroids[0].length;
        if (clusters == 0) {
            throw new IllegalArgumentException("there must be at least one centroid");
        }
        for (float[] axis : centroids) {
            if (axis.length != clusters) {
                throw new IllegalArgumentException(
                        "axes of the centroids differ in length: " + clusters + " and " + axis.length);
            }
        }
    }
}
