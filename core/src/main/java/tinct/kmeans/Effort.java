package tinct.kmeans;

/**
 * How hard {@link Algorithm#EXCHANGE} tries; what each level costs and gains is in ADR-0006.
 *
 * @param tolerance by what the tolerance of the options is multiplied
 * @param searchTolerance the same for the search on coarse points: what iterations would do there, exchanges do sooner
 * @param points coarse points to search on
 * @param pointsPerCluster coarse points more for each cluster
 * @param neighbours clusters around one that is dissolved or cut that move with it, at most 15; 0 for no exchanges
 * @param iterations of a trial after the first assignment
 * @param clustersPerTrial of each kind one in this many clusters is tried
 * @param pairs most pairs with overlapping neighbourhoods that are tried without success; no more than there are clusters
 * @param leastRound by what share of it a round of exchanges must have lowered the inertia for another to be tried
 * @param starts how many searches there are, from different starts; the best goes on to all points
 * @param startsOfFew the same for few clusters, where searches are cheap and more a matter of luck
 * @param lastMoves most moves on all points after the searches
 */
record Effort(
        double tolerance,
        double searchTolerance,
        int points,
        int pointsPerCluster,
        int neighbours,
        int iterations,
        int clustersPerTrial,
        int pairs,
        double leastRound,
        int starts,
        int startsOfFew,
        int lastMoves) {

    private static final int ALL = Integer.MAX_VALUE;

    private static final Effort[] LEVELS = {
        new Effort(10, 30, 500, 12, 0, 0, 0, 0, 0, 1, 1, 1),
        new Effort(10, 30, 1000, 16, 0, 0, 0, 0, 0, 1, 1, 4),
        new Effort(5, 30, 1000, 24, 8, 2, 4, 16, 3e-3, 1, 1, ALL),
        new Effort(3, 30, 1500, 32, 8, 3, 3, 16, 2e-3, 1, 1, ALL),
        new Effort(2, 30, 2000, 40, 10, 4, 3, 24, 2e-3, 1, 2, ALL),
        new Effort(0.3, 10, 4000, 60, 11, 5, 2, 128, 1e-4, 1, 3, ALL),
        new Effort(0.1, 3, 8000, 80, 13, 6, 1, 192, 1e-6, 1, 4, ALL),
        new Effort(0.03, 1, 10000, 100, 13, 6, 1, 256, 1e-9, 3, 6, ALL),
        new Effort(0.01, 0.3, 16000, 160, 14, 8, 1, 384, 1e-9, 8, 16, ALL),
    };

    /** The first levels where clusters are few: some exchanges cost little there, and gain more than all else. */
    private static final Effort[] LEVELS_OF_FEW = {
        new Effort(10, 30, 500, 6, 6, 2, 4, 6, 1e-2, 1, 1, 4), new Effort(10, 30, 1000, 24, 8, 2, 4, 16, 3e-3, 1, 1, 4),
    };

    /** Up to here clusters are few. */
    private static final int FEW = 128;

    /** The least and the greatest level, and the default. */
    static final int LEAST = 1;

    static final int DEFAULT = 5;
    static final int MOST = LEVELS.length;

    /** The level for so many clusters. */
    static Effort of(int level, int clusters) {
        return clusters <= FEW && level <= LEVELS_OF_FEW.length ? LEVELS_OF_FEW[level - 1] : LEVELS[level - 1];
    }

    int starts(int clusters) {
        return clusters <= FEW ? startsOfFew : starts;
    }

    /** Iterations of a first trial. Of few clusters each matters; a wrong guess there costs up to 7 per cent. */
    int firstIterations(int clusters) {
        return clusters <= FEW ? iterations : Math.min(iterations, 1);
    }

    int pairs(int clusters) {
        return Math.min(pairs, clusters);
    }

    boolean exchanges() {
        return neighbours > 0;
    }
}
