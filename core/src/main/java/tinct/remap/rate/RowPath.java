package tinct.remap.rate;

/** Finds the cheapest way to write a row, error and bits together, and writes it into the window. */
final class RowPath {
    /** How often it is looked which pixels of a row are settled, so that what follows can be copied from them. */
    private static final int SETTLING = 32;

    private final int width;
    private final Window window;
    private final Distortions distortions;
    private final Path path;
    private final Runs runs;
    private final RowsAbove above;
    private final FarCopies far;

    RowPath(int width, Entries entries, BitCosts costs, Search search, Window window) {
        this.width = width;
        this.window = window;
        distortions = new Distortions(entries, costs);
        path = new Path(width, window);
        runs = new Runs(costs, search.runs());
        above = new RowsAbove(costs, window, search.rows(), search.side());
        far = new FarCopies(costs, window, above, search);
    }

    /**
     * Settles a row of the window; those above must be settled and known.
     *
     * @return the cost: errors by their weights and bits by their price
     */
    float settle(int number, Row row, Steps steps) {
        int start = window.start(number);
        path.begin(start);
        runs.begin();
        above.begin();
        far.begin();
        for (int x = 0; x < Math.min(2, width); x++) {
            distortions.prepare(row, x);
        }
        for (int x = 0; x < width; x++) {
            if (x + 2 < width) {
                distortions.prepare(row, x + 2);
                far.discover(x, start + x, distortions, path);
            }
            extend(row, x, start + x);
            if (x % SETTLING == SETTLING - 1) {
                settle(x + 1, start);
            }
        }
        int learned = Math.max(0, path.settled() - 2);
        float cost = path.settle(steps);
        window.learn(start + learned, start + width - 1);
        return cost;
    }

    /** Makes known what all ways have in common that may go on from pixel x. */
    private void settle(int x, int start) {
        int before = path.settled();
        path.settle(far.meeting(above.meeting(runs.meeting(x, path), path), path));
        window.learn(start + Math.max(0, before - 2), start + Math.max(0, path.settled() - 2));
    }

    private void extend(Row row, int x, int place) {
        distortions.enter(row, x, path.left, Distortions.AXES * x);
        int cheapest = 0;
        for (int rank = 1; rank < Distortions.CHEAPEST; rank++) {
            if (distortions.literalCost(rank) < distortions.literalCost(cheapest)) {
                cheapest = rank;
            }
        }
        path.literal(
                x,
                distortions.index(x, cheapest),
                path.best[x] + distortions.literalCost(cheapest),
                distortions.literalWays(),
                cheapest * Distortions.AXES);
        path.underWay = Entries.NEVER;
        runs.extend(x, distortions, path);
        above.extend(x, place, distortions, path);
        far.extend(x, place, distortions, path);
        path.close(x);
    }
}
