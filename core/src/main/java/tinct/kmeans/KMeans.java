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
 * @param effort how hard {@link Algorithm#EXCHANGE} tries, 1 to 9: 1 is a quick start on few points that stand for
 *     all, without exchanges if there are more than 128 clusters, and a few moves on all, 9 searches from several
 *     starts. It also scales the tolerance, from 10 times at 1 to a hundredth at 9. Other algorithms do not look at it.
 *     Default 5
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
        int effort,
        long seed,
        int threads) {

    public KMeans {
        require(k >= 1, "k must be at least 1, was ", k);
        Objects.requireNonNull(algorithm);
        Objects.requireNonNull(seeding);
        require(runs >= 1, "runs must be at least 1, were ", runs);
        require(maxIterations >= 0, "maxIterations must be at least 0, were ", maxIterations);
        require(tolerance >= 0, "tolerance must be at least 0, was ", tolerance);
        require(effort >= Effort.LEAST && effort <= Effort.MOST, "effort must be in 1..9, was ", effort);
        require(threads >= 1, "threads must be at least 1, were ", threads);
    }

    /** K-means with the default effort. */
    public KMeans(
            int k,
            Algorithm algorithm,
            Seeding seeding,
            int runs,
            int maxIterations,
            double tolerance,
            long seed,
            int threads) {
        this(k, algorithm, seeding, runs, maxIterations, tolerance, Effort.DEFAULT, seed, threads);
    }

    /** K-means with the defaults. */
    public static KMeans of(int k) {
        return new KMeans(k, Algorithm.EXCHANGE, Seeding.PRINCIPAL_AXIS, 1, 300, 1e-4, 0, 1);
    }

    /** The same with another {@link #algorithm}. */
    public KMeans withAlgorithm(Algorithm value) {
        return new KMeans(k, value, seeding, runs, maxIterations, tolerance, effort, seed, threads);
    }

    /** The same with another {@link #seeding}. */
    public KMeans withSeeding(Seeding value) {
        return new KMeans(k, algorithm, value, runs, maxIterations, tolerance, effort, seed, threads);
    }

    /** The same with another {@link #effort}. */
    public KMeans withEffort(int value) {
        return new KMeans(k, algorithm, seeding, runs, maxIterations, tolerance, value, seed, threads);
    }

    /** The same with another {@link #threads}. */
    public KMeans withThreads(int value) {
        return new KMeans(k, algorithm, seeding, runs, maxIterations, tolerance, effort, seed, value);
    }

    /** Clusters the points. */
    public Clustering cluster(Points points) {
        return cluster(points, Progress.NONE);
    }

    /** Clusters the points, as long as {@code progress} lets it. */
    public Clustering cluster(Points points, Progress progress) {
        return cluster(new Labeller(points, threads), progress);
    }

    /** Clusters the points of a labeller, which goes on from there; its threads are used. */
    public Clustering cluster(Labeller labeller, Progress progress) {
        Watch watch = new Watch(progress);
        Run run = prepared(labeller, watch);
        SplittableRandom random = new SplittableRandom(seed);
        Clustering best = run.with(random.split());
        for (int i = 1; i < runs && (seeding.random() || algorithm.random()) && !watch.ended(); i++) {
            Clustering next = run.with(random.split());
            if (next.inertia() < best.inertia()) {
                best = next;
            }
        }
        return best;
    }

    /**
     * Clusters the points of a labeller around some centroids that are given and never move.
     *
     * @param fixed [3 or 4][0..k], not copied; they are the first centroids of the clustering, bit for bit, whether they
     *     have points or not
     * @return {@link #k} clusters, fewer if there are not so many points besides the fixed centroids. Iterations and
     *     history are those of its last moves on all points
     * @throws IllegalArgumentException if there are more than k of them or they have other dimensions, or the algorithm is {@link Algorithm#MINI_BATCH} or
     *     {@link Algorithm#ONLINE}
     */
    public Clustering clusterAround(float[][] fixed, Labeller labeller, Progress progress) {
        int dimensions = labeller.points().dimensions();
        require(
                fixed.length == dimensions,
                "fixed centroids must have the dimensions of the points, had ",
                fixed.length);
        require(fixed[0].length <= k, "fixed centroids must be at most k, were ", fixed[0].length);
        require(!algorithm.random(), "centroids can be fixed in batch K-means only, the algorithm was ", algorithm);
        return new Pinned(this, fixed, labeller, new Watch(progress)).run();
    }

    /**
     * Labels points with the nearest of given centroids, which do not move.
     *
     * @param centroids [3 or 4][k], not copied: the caller must not write to them afterwards
     * @throws IllegalArgumentException if points and centroids differ in the number of dimensions, there is no centroid,
     *     or their axes differ in length
     */
    public static Clustering assign(Points points, float[][] centroids, int threads) {
        return new Labeller(points, threads).label(centroids);
    }

    private interface Run {
        Clustering with(SplittableRandom random);
    }

    private Run prepared(Labeller labeller, Watch watch) {
        Points points = labeller.points();
        int clusters = Math.min(k, points.size());
        if (algorithm == Algorithm.EXCHANGE) {
            return new Search(this, clusters, labeller, watch)::run;
        }
        Batch batch = algorithm == Algorithm.LLOYD
                ? new Batch(points, new Lloyd(points, threads), threads)
                : labeller.batch();
        return random -> {
            float[][] start = Starts.choose(points, clusters, seeding, random, threads);
            return switch (algorithm) {
                case MINI_BATCH -> new MiniBatch(points, watch, random).run(start, batch, maxIterations, tolerance);
                case ONLINE -> new MacQueen(points, watch, random).run(start, batch, maxIterations);
                default -> batch.run(start, maxIterations, tolerance, watch);
            };
        };
    }

    private static void require(boolean condition, String message, Object value) {
        if (!condition) {
            throw new IllegalArgumentException(message + value);
        }
    }
}
