package tinct.kmeans;

/** How centroids move from the first ones to the last. */
public enum Algorithm {
    /**
     * Iterations and exchanges: a cluster that is cheap to dissolve gives its centroid to another that gains more by
     * being cut in two, again and again while that pays. Searches on coarse points and ends with {@link #BOUNDS}.
     */
    EXCHANGE,
    /** Lloyd's batch K-means by bounds on distances: the labels of {@link #LLOYD}, many times faster. */
    BOUNDS,
    /** Lloyd's batch K-means as the book has it: every point against every centroid. */
    LLOYD,
    /** Mini-batch K-means (Sculley 2010) with reassignment of small clusters. */
    MINI_BATCH,
    /** Online K-means: each drawn point moves its centroid (MacQueen 1967). */
    ONLINE;

    /** Whether it draws random numbers. */
    boolean random() {
        return this == MINI_BATCH || this == ONLINE;
    }
}
