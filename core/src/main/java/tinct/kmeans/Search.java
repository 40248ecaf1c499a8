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
    /* Coarse points, altogether and for each cluster: ADR-0006. */
    private static final int POINTS_A_CLUSTER = 40;
    private static final int POINTS = 2000;

    private final KMeans options;
    private final Cells cells;
    private final Batch batch;

    Search(KMeans options, Cells cells, Batch batch) {
        this.options = options;
        this.cells = cells;
        this.batch = batch;
    }

    Clustering run(int clusters, SplittableRandom random) {
        Coarse coarse = new Coarse(cells);
        Points points = coarse.points(POINTS + POINTS_A_CLUSTER * clusters);
        int threads = options.threads();
        Clustering found = new Batch(points, new Bounds(new Cells(points), threads), threads)
                .run(
                        Starts.choose(points, clusters, options.seeding(), random),
                        options.maxIterations(),
                        options.tolerance(),
                        true);
        int left = options.maxIterations() - found.iterations();
        Clustering last = batch.run(found.centroids(), left, options.tolerance(), false);
        List<Double> history = new ArrayList<>();
        // The last value of the search and the first of all points are of the same centroids; the latter is exact.
        for (double inertia : found.history().subList(0, found.iterations())) {
            history.add(inertia + coarse.inside());
        }
        history.addAll(last.history());
        return last.trained(found.iterations() + last.iterations(), history);
    }
}
