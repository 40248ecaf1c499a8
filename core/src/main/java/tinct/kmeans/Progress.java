package tinct.kmeans;

/** Is told how a clustering goes, and may end it. */
@FunctionalInterface
public interface Progress {
    /**
     * Called with the first centroids and after each move, on the thread that clusters. An exception ends the clustering
     * and reaches its caller.
     *
     * @param iterations moves of the run so far
     * @param inertia with the centroids as they are; of one batch, scaled to all points, where only batches are looked at
     * @return whether to go on; if not, what has been reached is the result
     */
    boolean after(int iterations, double inertia);
}
