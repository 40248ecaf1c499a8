package tinct.app.compress;

import java.util.Arrays;
import java.util.Optional;
import tinct.histogram.Histogram;
import tinct.kmeans.Algorithm;
import tinct.kmeans.Clustering;
import tinct.kmeans.KMeans;
import tinct.kmeans.Points;
import tinct.palette.KMeansQuantizer;

/**
 * Plain Lloyd and the engine on the same colours from the same start, in turns: the best time of each.
 *
 * @param rounds how many times each has run
 * @param labelsAgree whether every colour ended in the same cluster
 */
public record PlainRace(Run plain, Run engine, int rounds, boolean labelsAgree) {
    /* The first round of each runs cold, so there are several if they are short. */
    private static final int MOST_ROUNDS = 5;
    private static final double PATIENCE = 2;

    /** One of the two; the choice of its start is in the time. */
    public record Run(double seconds, double inertia, int iterations) {}

    /** Runs both; empty if there are no more visible colours than clusters. */
    static Optional<PlainRace> run(Histogram histogram, KMeansQuantizer options, int k, int threads) {
        int visible = histogram.size() - (histogram.hasTransparent() ? 1 : 0);
        if (visible <= k) {
            return Optional.empty();
        }
        Points points = points(histogram.withoutTransparent(), options);
        Lap engine = Lap.of(points, options.withAlgorithm(Algorithm.BOUNDS), k, threads);
        Lap plain = Lap.of(points, options.withAlgorithm(Algorithm.LLOYD), k, threads);
        int rounds = 1;
        for (double spent = plain.seconds; rounds < MOST_ROUNDS && spent < PATIENCE; rounds++) {
            engine = engine.better(Lap.of(points, options.withAlgorithm(Algorithm.BOUNDS), k, threads));
            Lap again = Lap.of(points, options.withAlgorithm(Algorithm.LLOYD), k, threads);
            plain = plain.better(again);
            spent += again.seconds;
        }
        boolean agree = Arrays.equals(plain.clustering.labels(), engine.clustering.labels());
        return Optional.of(new PlainRace(plain.run(), engine.run(), rounds, agree));
    }

    private static Points points(Histogram histogram, KMeansQuantizer options) {
        return new Points(
                options.space().coordinates(histogram.colors(), histogram.opaque() ? 3 : 4),
                Arrays.stream(histogram.counts()).asDoubleStream().toArray());
    }

    private record Lap(double seconds, Clustering clustering) {
        static Lap of(Points points, KMeansQuantizer options, int k, int threads) {
            KMeans kMeans = new KMeans(
                    k,
                    options.algorithm(),
                    options.seeding(),
                    options.runs(),
                    options.maxIterations(),
                    options.tolerance(),
                    options.effort(),
                    options.seed(),
                    threads);
            long start = System.nanoTime();
            Clustering clustering = kMeans.cluster(points);
            return new Lap((System.nanoTime() - start) / 1e9, clustering);
        }

        Lap better(Lap other) {
            return other.seconds < seconds ? other : this;
        }

        Run run() {
            return new Run(seconds, clustering.inertia(), clustering.iterations());
        }
    }
}
