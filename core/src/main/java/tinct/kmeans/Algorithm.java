package tinct.kmeans;

/** How centroids move from the first ones to the last. */
public enum Algorithm {
    /**
     * {@link #FILTERING}, and where it ends, clusters that are cheap to merge give their centroid to others that gain
     * more by being cut in two; again and again while that pays.
     */
    EXCHANGE,
    /** Lloyd's batch K-means by filtering over cells: the labels of {@link #LLOYD}, many times faster. */
    FILTERING,
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
