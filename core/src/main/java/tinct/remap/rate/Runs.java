package tinct.remap.rate;

import tinct.internal.DeflateSymbols;

/**
 * Runs, copies from distance 1: of the pixel before, and of a literal that is written first. Of the latter there is one
 * way at most for each entry.
 */
final class Runs {
    private final BitCosts costs;
    private final int starts;
    private final float again;
    private final int[] index = new int[256];
    private final float[] cost = new float[256];
    private final int[] from = new int[256];
    private final boolean[] open = new boolean[256];
    private int count;
    private final float[] left = new float[256 * Distortions.AXES];
    private float lastCost;
    private final float[] lastLeft = new float[Distortions.AXES];
    private int lastFrom;

    /** {@code starts} 1..4: how many of the cheapest literals a pixel begins runs with. */
    Runs(BitCosts costs, int starts) {
        this.costs = costs;
        this.starts = starts;
        again = costs.distances[1];
    }

    void begin() {
        lastCost = Entries.NEVER;
        while (count > 0) {
            open[index[--count]] = false;
        }
    }

    /** Where all runs that are under way and {@code x} come from. */
    int meeting(int x, Path path) {
        int meeting = lastCost < Entries.NEVER ? path.meeting(x, lastFrom) : x;
        for (int i = 0; i < count; i++) {
            meeting = path.meeting(meeting, from[index[i]]);
        }
        return meeting;
    }

    /** Lengthens the runs by pixel x, drops those that cost more than a new one would, and begins new ones. */
    void extend(int x, Distortions distortions, Path path) {
        final float fresh = path.best[x] + again;
        for (int i = 0; i < count; ) {
            int k = index[i];
            int length = x - from[k]; // of the copy, with this pixel
            if (cost[k] > fresh + costs.literals[k] || length > DeflateSymbols.MAX_LENGTH) {
                open[k] = false;
                index[i] = index[--count];
                continue;
            }
            cost[k] += distortions.follow(k, left, k * Distortions.AXES);
            if (length >= DeflateSymbols.MIN_LENGTH) {
                path.offerRun(cost[k] + costs.lengths[length], from[k], k, left, k * Distortions.AXES);
            }
            i++;
        }
        for (int rank = 0; rank < starts; rank++) {
            start(x, rank, fresh + distortions.literalCost(rank), distortions);
        }
        if (x > 0) {
            extendLast(x, distortions, fresh, path);
        }
    }

    private void extendLast(int x, Distortions distortions, float fresh, Path path) {
        if (fresh < lastCost || x - lastFrom >= DeflateSymbols.MAX_LENGTH) {
            lastCost = fresh;
            lastFrom = x;
            System.arraycopy(path.left, Distortions.AXES * x, lastLeft, 0, Distortions.AXES);
        }
        lastCost += distortions.follow(path.last(lastFrom), lastLeft, 0);
        int length = x + 1 - lastFrom;
        if (length >= DeflateSymbols.MIN_LENGTH) {
            path.offer(lastCost + costs.lengths[length], lastFrom, 1, lastLeft, 0);
        }
    }

    private void start(int x, int rank, float c, Distortions distortions) {
        int k = distortions.index(x, rank);
        if (!open[k]) {
            open[k] = true;
            index[count++] = k;
        } else if (c >= cost[k]) {
            return;
        }
        cost[k] = c;
        from[k] = x;
        System.arraycopy(
                distortions.literalWays(), rank * Distortions.AXES, left, k * Distortions.AXES, Distortions.AXES);
    }
}
