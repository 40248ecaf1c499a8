package tinct.remap.rate;

import tinct.internal.DeflateSymbols;

/** Copies from anywhere in the window, but for the last pixels of the row that are not settled yet, found by the pairs of indices that are cheap here. */
final class FarCopies {
    /** A copy is given up when it costs more than a new one of its distance, less so the longer it is. */
    private static final float[] PATIENCE = new float[13];

    static {
        for (int length = 0; length < PATIENCE.length; length++) {
            PATIENCE[length] = Math.max(0.6f, 1.4f - 0.1f * Math.max(1, length));
        }
    }

    private static final short NONE = -1;
    private static final short ELSEWHERE = -2;

    /** No new copies are sought where one that is under way is cheaper than that share of the least opening. */
    private static final float CERTAIN = 1.5f;

    private final BitCosts costs;
    private final float leastOpening;
    private final Window window;
    private final Search search;
    private final int[] distances;
    private final float[] opening;
    private final float[] cost;
    private final int[] from;
    private final float[] left; // [3 * copies] the error that each leaves
    private final int[] index; // [copies] what each brings to the pixel at hand
    private final float[] error;
    private int count;

    /** [32769] where a distance is among those at hand, if it is. */
    private final short[] places = new short[DeflateSymbols.WINDOW + 1];

    FarCopies(BitCosts costs, Window window, RowsAbove above, Search search) {
        this.costs = costs;
        this.window = window;
        this.search = search;
        distances = new int[search.farCopies()];
        opening = new float[distances.length];
        cost = new float[distances.length];
        from = new int[distances.length];
        left = new float[Distortions.AXES * distances.length];
        index = new int[distances.length];
        error = new float[distances.length];
        leastOpening = costs.leastDistances[2];
        for (int distance = 0; distance < places.length; distance++) {
            places[distance] = above.has(distance) ? ELSEWHERE : NONE;
        }
    }

    void begin() {
        while (count > 0) {
            places[distances[--count]] = NONE;
        }
    }

    /** Where all copies that are under way and {@code x} come from. */
    int meeting(int x, Path path) {
        int meeting = x;
        for (int i = 0; i < count; i++) {
            meeting = path.meeting(meeting, from[i]);
        }
        return meeting;
    }

    /** Looks for copies that begin at pixel x, which is at {@code place}, and beat three literals. */
    void discover(int x, int place, Distortions distortions, Path path) {
        final float[] first = distortions.table(x), second = distortions.table(x + 1), third = distortions.table(x + 2);
        if (isUnneeded(x, place, first, second, third, path)) {
            return;
        }
        final float limit = distortions.cost(x, 0)
                + distortions.cost(x + 1, 0)
                + distortions.cost(x + 2, 0)
                - costs.lengths[DeflateSymbols.MIN_LENGTH];
        int above = path.above[x];
        if (above > x - path.settled() + 2
                && three(place - above, first, second, third) + costs.distances[above] < limit) {
            admit(x, above, path);
        }
        int repeat = window.repeats.find(place);
        if (repeat >= 0 && place - repeat <= DeflateSymbols.WINDOW) {
            admit(x, place - repeat, path);
        }
        final float mostError = limit - leastOpening;
        final int literals = search.literals();
        for (int i = 0; i < literals; i++) {
            int a = distortions.index(x, i);
            for (int j = 0; i + j < literals; j++) {
                int b = distortions.index(x + 1, j);
                if (first[a] + second[b] < mostError) {
                    discover(x, place, a << 8 | b, first[a] + second[b], third, limit, path);
                }
            }
        }
    }

    /** Looks at the last places of a pair of indices that costs {@code error}. */
    private void discover(int x, int place, int pair, float error, float[] third, float limit, Path path) {
        final byte[] bytes = window.bytes;
        final int[] before = window.before;
        final float[] opening = costs.distances, least = costs.leastDistances;
        final int oldest = Math.max(0, place - DeflateSymbols.WINDOW);
        int p = window.last[pair];
        for (int left = search.depth(); p >= oldest && left > 0 && error + least[place - p] < limit; left--) {
            if (error + third[bytes[p + 2] & 0xFF] + opening[place - p] < limit) {
                admit(x, place - p, path);
            }
            p = before[p];
        }
    }

    /** Whether the cheapest copy that is under way stays ahead of any that begins here, be it without error. */
    private boolean isUnneeded(int x, int place, float[] first, float[] second, float[] third, Path path) {
        int distance = path.distanceUnderWay;
        return path.underWay < Entries.NEVER
                && distance > x - path.settled() + 2
                && path.underWay + three(place - distance, first, second, third)
                        < path.best[x] + leastOpening * CERTAIN;
    }

    /** The error of the next three pixels if they are what stands at a place. */
    private float three(int from, float[] first, float[] second, float[] third) {
        byte[] bytes = window.bytes;
        return first[bytes[from] & 0xFF] + second[bytes[from + 1] & 0xFF] + third[bytes[from + 2] & 0xFF];
    }

    private void admit(int x, int distance, Path path) {
        int i = places[distance];
        if (i == ELSEWHERE) {
            return;
        }
        final float best = path.best[x];
        float open = costs.distances[distance];
        if (i == NONE) {
            if (count == distances.length) {
                return;
            }
            i = count++;
            places[distance] = (short) i;
            distances[i] = distance;
            opening[i] = open;
        } else if (best + open >= cost[i]) {
            return;
        }
        cost[i] = best + open;
        from[i] = x;
        Distortions.copy(path.left, Distortions.AXES * x, left, Distortions.AXES * i);
    }

    /** Lengthens the copies by pixel x, which is at {@code place} in the window, and gives up the poor ones. */
    void extend(int x, int place, Distortions distortions, Path path) {
        giveUp(x, path);
        for (int i = 0; i < count; i++) {
            index[i] = window.bytes[place - distances[i]] & 0xFF;
        }
        distortions.follow(index, 0, count, left, error);
        offer(x, path);
    }

    private void giveUp(int x, Path path) {
        final float best = path.best[x];
        final int known = x - path.settled();
        for (int i = 0; i < count; ) {
            int length = x + 1 - from[i];
            if (cost[i] > best + opening[i] * PATIENCE[Math.min(length, PATIENCE.length - 1)]
                    || distances[i] <= known
                    || length > DeflateSymbols.MAX_LENGTH) {
                remove(i);
            } else {
                i++;
            }
        }
    }

    private void offer(int x, Path path) {
        final int[] from = this.from;
        final float[] cost = this.cost, error = this.error, lengths = costs.lengths;
        for (int i = 0; i < count; i++) {
            float c = cost[i] + error[i];
            cost[i] = c;
            path.passBy(c, distances[i]);
            int length = x + 1 - from[i];
            if (length >= DeflateSymbols.MIN_LENGTH) {
                path.offer(c + lengths[length], from[i], distances[i], left, Distortions.AXES * i);
            }
        }
    }

    private void remove(int i) {
        places[distances[i]] = NONE;
        count--;
        if (i < count) {
            distances[i] = distances[count];
            opening[i] = opening[count];
            cost[i] = cost[count];
            from[i] = from[count];
            Distortions.copy(left, Distortions.AXES * count, left, Distortions.AXES * i);
            places[distances[i]] = (short) i;
        }
    }
}
