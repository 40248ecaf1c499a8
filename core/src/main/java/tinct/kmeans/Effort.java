package tinct.kmeans;

/**
 * How hard {@link Algorithm#EXCHANGE} tries; what each level costs and gains is in ADR-0006.
 *
 * @param tolerance by what the tolerance of the options is multiplied
 * @param points coarse points to search on
 * @param pointsPerCluster coarse points more for each cluster
 * @param neighbours clusters around one that is dissolved or cut that move with it, at most 15; 0 for no exchanges
 * @param iterations of a trial after the first assignment
 * @param clustersPerTrial of each kind one in this many clusters is tried
 * @param pairs most pairs with overlapping neighbourhoods that are tried without success
 * @param leastRound by what share of it a round of exchanges must have lowered the inertia for another to be tried
 * @param starts the first as the options say, the others by k-means++; the best after the search goes on to all points
 */
record Effort(
        double tolerance,
        int points,
        int pointsPerCluster,
        int neighbours,
        int iterations,
        int clustersPerTrial,
        int pairs,
        double leastRound,
        int starts) {

    private static final Effort[] LEVELS = {
        new Effort(30, 500, 12, 0, 0, 0, 0, 0, 1),
        new Effort(10, 1000, 16, 6, 2, 8, 0, 1e-2, 1),
        new Effort(3, 1000, 24, 8, 2, 4, 16, 3e-3, 1),
        new Effort(2, 1500, 32, 8, 3, 3, 32, 2e-3, 1),
        new Effort(1, 2000, 40, 10, 4, 2, 64, 1e-3, 1),
        new Effort(0.3, 4000, 60, 11, 5, 2, 64, 1e-4, 1),
        new Effort(0.1, 8000, 80, 13, 6, 1, 64, 1e-6, 1),
        new Effort(0.03, 10000, 100, 13, 6, 1, 96, 1e-9, 3),
        new Effort(0.01, 16000, 160, 14, 8, 1, 128, 1e-9, 8),
    };

    /** The least and the greatest level, and the default. */
    static final int LEAST = 1;

    static final int DEFAULT = 5;
    static final int MOST = LEVELS.length;

    static Effort of(int level) {
        return LEVELS[level - 1];
    }

    boolean exchanges() {
        return neighbours > 0;
    }
}
