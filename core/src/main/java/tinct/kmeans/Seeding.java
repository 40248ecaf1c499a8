package tinct.kmeans;

/** How the first centroids are chosen. */
public enum Seeding {
    /** k different points drawn at random, each pixel alike (Forgy 1965). */
    RANDOM,
    /** Points drawn with probability by weight and squared distance to the ones before (Arthur, Vassilvitskii 2007). */
    KMEANS_PLUS_PLUS,
    /** Greedy orthogonal bipartition: the box of largest inertia is cut where it gains most (Wu 1991). */
    WU,
    /** The most populous box is cut at the median of its longest side (Heckbert 1982). */
    MEDIAN_CUT,
    /** The cluster of largest inertia is cut across its principal axis where it gains most. */
    PRINCIPAL_AXIS;

    /** Whether it draws random numbers. */
    boolean random() {
        return this == RANDOM || this == KMEANS_PLUS_PLUS;
    }
}
