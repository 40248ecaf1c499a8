package tinct.remap.rate;

import java.util.Arrays;
import tinct.internal.DeflateSymbols;

/**
 * Runs, copies from distance 1: of the pixel before, and of a literal that is written first. Of the latter there is one
 * way at most for each entry.
 */
final class Runs {
    /** Where the run of the pixel before stands, behind all that begin with a literal. */
    private static final int LAST = 256;

    private static final int NONE = -1;

    private final BitCosts costs;
    private final int starts;
    private final float again;
    private final int[] index = new int[LAST + 1];
    private final float[] cost = new float[LAST + 1];
    private final int[] from = new int[LAST + 1];
    private final float[] left = new float[(LAST + 1) * Distortions.AXES];
    private final float[] error = new float[LAST + 1];
    private int count;

    /** [256] where the run of an entry stands, if there is one. */
    private final int[] places = new int[256];

    /** {@code starts} 1..4: how many of the cheapest literals a pixel begins runs with. */
    Runs(BitCosts costs, int starts) {
        this.costs = costs;
        this.starts = starts;
        again = costs.distances[1];
        Arrays.fill(places, NONE);
    }

    void begin() {
        cost[LAST] = Entries.NEVER;
        while (count > 0) {
            places[index[--count]] = NONE;
        }
    }

    /** Where all runs that are under way and {@code x} come from. */
    int meeting(int x, Path path) {
        int meeting = cost[LAST] < Entries.NEVER ? path.meeting(x, from[LAST]) : x;
        for (int i = 0; i < count; i++) {
            meeting = path.meeting(meeting, from[i]);
        }
        return meeting;
    }

    /** Lengthens the runs by pixel x, drops those that cost more than a new one would, and begins new ones. */
    void extend(int x, Distortions distortions, Path path) {
        final float fresh = path.best[x] + again;
        drop(x, fresh);
        distortions.follow(index, 0, count, left, error);
        for (int i = 0; i < count; i++) {
            cost[i] += error[i];
            int length = x - from[i]; // of the copy, with this pixel
            if (length >= DeflateSymbols.MIN_LENGTH) {
                path.offerRun(cost[i] + costs.lengths[length], from[i], index[i], left, i * Distortions.AXES);
            }
        }
        for (int rank = 0; rank < starts; rank++) {
            start(x, rank, fresh + distortions.literalCost(rank), distortions);
        }
        if (x > 0) {
            extendLast(x, distortions, fresh, path);
        }
    }

    private void drop(int x, float fresh) {
        for (int i = 0; i < count; ) {
            if (cost[i] > fresh + costs.literals[index[i]] || x - from[i] > DeflateSymbols.MAX_LENGTH) {
                remove(i);
            } else {
                i++;
            }
        }
    }

    private void remove(int i) {
        places[index[i]] = NONE;
        count--;
        if (i < count) {
            index[i] = index[count];
            cost[i] = cost[count];
            from[i] = from[count];
            Distortions.copy(left, count * Distortions.AXES, left, i * Distortions.AXES);
            places[index[i]] = i;
        }
    }

    private void extendLast(int x, Distortions distortions, float fresh, Path path) {
        if (fresh < cost[LAST] || x - from[LAST] >= DeflateSymbols.MAX_LENGTH) {
            cost[LAST] = fresh;
            from[LAST] = x;
            index[LAST] = path.last(x);
            Distortions.copy(path.left, Distortions.AXES * x, left, LAST * Distortions.AXES);
        }
        distortions.follow(index, LAST, LAST + 1, left, error);
        cost[LAST] += error[LAST];
        int length = x + 1 - from[LAST];
        if (length >= DeflateSymbols.MIN_LENGTH) {
            path.offer(cost[LAST] + costs.lengths[length], from[LAST], 1, left, LAST * Distortions.AXES);
        }
    }

    private void start(int x, int rank, float c, Distortions distortions) {
        int k = distortions.index(x, rank);
        int i = places[k];
        if (i == NONE) {
            i = count++;
            places[k] = i;
            index[i] = k;
        } else if (c >= cost[i]) {
            return;
        }
        cost[i] = c;
        from[i] = x;
        Distortions.copy(distortions.literalWays(), rank * Distortions.AXES, left, i * Distortions.AXES);
    }
}
