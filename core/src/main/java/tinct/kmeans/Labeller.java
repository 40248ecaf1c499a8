package tinct.kmeans;

/**
 * Labels the same points with the nearest of given centroids, again and again: cheap from the second time on if there are
 * as many centroids and most of them have moved little. For use by one thread at a time.
 */
public final class Labeller {
    private final Points points;
    private final Batch batch;

    /**
     * Prepares for points.
     *
     * @param threads most threads to use, at least 1
     */
    public Labeller(Points points, int threads) {
        this.points = points;
        Watch nobody = new Watch((iterations, inertia) -> true);
        batch = new Batch(points, new Bounds(new Ordered(points), threads), nobody, threads);
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
        return batch.assign(centroids);
    }
}
