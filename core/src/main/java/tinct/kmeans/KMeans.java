package tinct.kmeans;

import java.util.Objects;

/**
 * K-means clustering of weighted points.
 *
 * <pre>{@code
 * Points points = new Points(new float[][] {x, y, z}, weights);
 * Clustering clustering = KMeans.of(16).cluster(points);
 * float[] first = clustering.centroid(0);
 * }</pre>
 *
 * <p>The result is a function of the points, the options and the seed, not of the number of threads.
 *
 * @param k number of clusters, at least 1; with fewer points than that there are as many clusters as points
 * @param algorithm default {@link Algorithm#FILTERING}
 * @param seeding default {@link Seeding#PRINCIPAL_AXIS}
 * @param runs how many starts with different random numbers are tried; the lowest inertia is kept, the first on a tie.
 *     Starts that draw no random numbers are tried once. Default 1
 * @param maxIterations most moves of the centroids in a run, at least 0. Default 300
 * @param tolerance a run ends when a move lowers the inertia by no more than this share of it; 0 goes on until no label
 *     changes. Default 1e-4
 * @param seed of the random numbers. Default 0
 * @param threads most threads to use, at least 1. Default 1
 */
public record KMeans(
        int k,
        Algorithm algorithm,
        Seeding seeding,
        int runs,
        int maxIterations,
        double tolerance,
        long seed,
        int threads) {

    public KMeans {
        require(k >= 1, "k must be at least 1, was ", k);
        Objects.requireNonNull(algorithm);
        Objects.requireNonNull(seeding);
        require(runs >= 1, "runs must be at least 1, were ", runs);
        require(maxIterations >= 0, "maxIterations must be at least 0, were ", maxIterations);
        require(tolerance >= 0, "tolerance must be at least 0, was ", tolerance);
        require(threads >= 1, "threads must be at least 1, were ", threads);
    }

    /** K-means with the defaults. */
    public static KMeans of(int k) {
        return new KMeans(k, Algorithm.FILTERING, Seeding.PRINCIPAL_AXIS, 1, 300, 1e-4, 0, 1);
    }

    /** Clusters the points. */
    public Clustering cluster(Points points) {
        float[][] start = Starts.choose(points, Math.min(k, points.size()), seeding, seed);
        return Lloyd.run(points, start, maxIterations, tolerance, threads);
    }

    private static void require(boolean condition, String message, Object value) {
        if (!condition) {
            throw new IllegalArgumentException(message + value);
        }
    }
}
