package tinct.kmeans;

/** How centroids move from the first ones to the last. */
public enum Algorithm {
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
