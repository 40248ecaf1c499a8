package tinct.kmeans;

import java.util.Objects;
import java.util.SplittableRandom;

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
 * <p>A cluster that has lost all its points moves to the point that costs most where it is; see ADR-0005. If there are
 * fewer points than k, there are as many clusters as points.
 *
 * @param k number of clusters, at least 1
 * @param algorithm default {@link Algorithm#EXCHANGE}
 * @param seeding default {@link Seeding#PRINCIPAL_AXIS}
 * @param runs how many runs with different random numbers are tried; the lowest inertia is kept, the first on a tie.
 *     Where no random numbers are drawn one run is made. Default 1
 * @param maxIterations most moves of the centroids in a run, at least 0; mini-batch and online K-means make a move of
 *     1024 drawn points. Default 300
 * @param tolerance a run ends when a move lowers the inertia by no more than this share of it; 0 goes on until no label
 *     changes. Mini-batch K-means ends after 10 batches without such a gain of the smoothed inertia; online K-means
 *     does not look at it. Default 1e-4
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
        return new KMeans(k, Algorithm.EXCHANGE, Seeding.PRINCIPAL_AXIS, 1, 300, 1e-4, 0, 1);
    }

    /** The same with another {@link #algorithm}. */
    public KMeans withAlgorithm(Algorithm value) {
        return new KMeans(k, value, seeding, runs, maxIterations, tolerance, seed, threads);
    }

    /** The same with another {@link #seeding}. */
    public KMeans withSeeding(Seeding value) {
        return new KMeans(k, algorithm, value, runs, maxIterations, tolerance, seed, threads);
    }

    /** Clusters the points. */
    public Clustering cluster(Points points) {
        int clusters = Math.min(k, points.size());
        Cells cells = new Cells(points);
        Assigner assigner = algorithm == Algorithm.LLOYD ? new Lloyd(points, threads) : new Bounds(cells, threads);
        Batch batch = new Batch(points, assigner, threads);
        SplittableRandom random = new SplittableRandom(seed);
        Clustering best = run(points, clusters, cells, batch, random.split());
        for (int run = 1; run < runs && (seeding.random() || algorithm.random()); run++) {
            Clustering next = run(points, clusters, cells, batch, random.split());
            if (next.inertia() < best.inertia()) {
                best = next;
            }
        }
        return best;
    }

    /**
     * Labels points with the nearest of given centroids, which do not move.
     *
     * @param centroids [3 or 4][k], not copied: the caller must not write to them afterwards
     * @throws IllegalArgumentException if points and centroids differ in the number of dimensions, there is no centroid,
     *     or their axes differ in length
     */
    public static Clustering assign(Points points, float[][] centroids, int threads) {
        if (points.dimensions() != centroids.length) {
            throw new IllegalArgumentException(
                    "centroids have " + centroids.length + " dimensions, points " + points.dimensions());
        }
        int clusters = centroids[0].length;
        require(clusters > 0, "there must be at least one centroid", "");
        for (float[] axis : centroids) {
            require(
                    axis.length == clusters,
                    "axes of the centroids differ in length: " + clusters + " and ",
                    axis.length);
        }
        return new Batch(points, new Bounds(new Cells(points), threads), threads).assign(centroids);
    }

    private Clustering run(Points points, int clusters, Cells cells, Batch batch, SplittableRandom random) {
        return switch (algorithm) {
            case EXCHANGE -> new Search(this, cells, batch).run(clusters, random);
            case BOUNDS, LLOYD ->
                batch.run(Starts.choose(points, clusters, seeding, random), maxIterations, tolerance, false);
            case MINI_BATCH ->
                new MiniBatch(points, random)
                        .run(Starts.choose(points, clusters, seeding, random), batch, maxIterations, tolerance);
            case ONLINE ->
                new MacQueen(points, random)
                        .run(Starts.choose(points, clusters, seeding, random), batch, maxIterations);
        };
    }

    private static void require(boolean condition, String message, Object value) {
        if (!condition) {
            throw new IllegalArgumentException(message + value);
        }
    }
}
