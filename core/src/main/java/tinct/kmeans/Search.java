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
    private final KMeans options;
    private final Effort effort;
    private final int clusters;
    private final Batch batch;
    private final Watch watch;
    private final Points points;
    private final double inside;
    private final Batch search;

    /** Prepares runs; {@code batch} is of all points. */
    Search(KMeans options, int clusters, Ordered all, Batch batch, Watch watch) {
        this.options = options;
        this.clusters = clusters;
        this.batch = batch;
        this.watch = watch;
        effort = Effort.of(options.effort());
        Coarse coarse = new Coarse(new Cells(all));
        points = coarse.points(effort.points() + effort.pointsPerCluster() * clusters);
        inside = coarse.inside();
        search = new Batch(points, new Bounds(new Ordered(points), options.threads()), watch, options.threads());
    }

    Clustering run(SplittableRandom random) {
        double tolerance = options.tolerance() * effort.tolerance();
        watch.stage(0, inside);
        Clustering found = search.run(
                Starts.choose(points, clusters, options.seeding(), random.split()),
                options.maxIterations(),
                tolerance,
                effort);
        for (int start = 1; start < effort.starts() && !watch.ended(); start++) {
            float[][] drawn = Starts.choose(points, clusters, Seeding.KMEANS_PLUS_PLUS, random.split());
            Clustering next = search.run(drawn, options.maxIterations(), tolerance, effort);
            found = next.inertia() < found.inertia() ? next : found;
        }
        watch.stage(found.iterations(), 0);
        int left = options.maxIterations() - found.iterations();
        Clustering last = batch.run(found.centroids(), left, tolerance);
        List<Double> history = new ArrayList<>();
        // The last value of the search and the first of all points are of the same centroids; the latter is exact.
        for (double inertia : found.history().subList(0, found.iterations())) {
            history.add(inertia + inside);
        }
        history.addAll(last.history());
        return last.trained(found.iterations() + last.iterations(), history);
    }
}
