package tinct.kmeans;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The way of {@link Algorithm#EXCHANGE}: start, iterations and exchanges on coarse points, then iterations on all.
 *
 * <p>Inertia of an assignment of coarse points plus the inertia inside of them is that of an assignment of all points,
 * so the history falls from the first start to the end.
 */
final class Search {
    /** Fewer points than this are searched by one thread sooner than by several that wait for each other. */
    private static final int FEW = 1 << 11;

    private final KMeans options;
    private final Effort effort;
    private final int clusters;
    private final Batch batch;
    private final Watch watch;
    private final Points points;
    private final double inside;
    private final Batch search;
    private final int threads;

    Search(KMeans options, int clusters, Labeller all, Watch watch) {
        this.options = options;
        this.clusters = clusters;
        this.batch = all.batch();
        this.watch = watch;
        effort = Effort.of(options.effort(), clusters);
        Coarse coarse = new Coarse(new Cells(all.ordered()));
        points = coarse.points(effort.points() + effort.pointsPerCluster() * clusters);
        inside = coarse.inside();
        threads = points.size() < FEW ? 1 : options.threads();
        search = new Batch(points, new Bounds(new Ordered(points), threads), threads);
    }

    Clustering run(SplittableRandom random) {
        watch.stage(0, inside);
        Clustering found = search(options.seeding(), random);
        for (int start = 1; start < effort.starts(clusters) && !watch.ended(); start++) {
            Clustering next = search(start == 1 ? second() : Seeding.KMEANS_PLUS_PLUS, random);
            found = next.inertia() < found.inertia() ? next : found;
        }
        watch.stage(found.iterations(), 0);
        int left = Math.min(effort.lastMoves(), options.maxIterations() - found.iterations());
        Clustering last = batch.runFar(found.centroids(), left, options.tolerance() * effort.tolerance(), watch);
        List<Double> history = new ArrayList<>();
        // The last value of the search and the first of all points are of the same centroids; the latter is exact.
        for (double inertia : found.history().subList(0, found.iterations())) {
            history.add(inertia + inside);
        }
        history.addAll(last.history());
        return last.trained(found.iterations() + last.iterations(), history);
    }

    private Clustering search(Seeding seeding, SplittableRandom random) {
        float[][] start = Starts.choose(points, clusters, seeding, random.split(), threads);
        return search.runFar(
                start, options.maxIterations(), options.tolerance() * effort.searchTolerance(), watch, effort);
    }

    /** A seeding other than that of the options, without random numbers. */
    private Seeding second() {
        return options.seeding() == Seeding.MEDIAN_CUT ? Seeding.PRINCIPAL_AXIS : Seeding.MEDIAN_CUT;
    }
}
