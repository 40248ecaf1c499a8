package tinct.remap.rate;

import tinct.internal.DeflateSymbols;

/** Copies from anywhere in the window, but for the last pixels of the row that are not settled yet, found by the pairs of indices that are cheap here. */
final class FarCopies {
    /** A copy is given up when it costs more than a new one of its distance, less so the longer it is. */
    private static final float[] PATIENCE = new float[13];

    static {
        for (int length = 0; length < PATIENCE.length; length++) {
            PATIENCE[length] = Math.max(0.6f, 1.1f - 0.1f * Math.max(1, length));
        }
    }

    private static final short NONE = -1;
    private static final short ELSEWHERE = -2;

    private final BitCosts costs;
    private final Window window;
    private final Search search;
    private final int[] distances;
    private final float[] opening;
    private final float[] cost;
    private final int[] from;
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
        final byte[] bytes = window.bytes;
        final float limit = distortions.cost(x, 0)
                + distortions.cost(x + 1, 0)
                + distortions.cost(x + 2, 0)
                - costs.lengths[DeflateSymbols.MIN_LENGTH];
        int above = path.above[x];
        if (above > x - path.settled() + 2 && places[above] == NONE) {
            float three = first[bytes[place - above] & 0xFF]
                    + second[bytes[place - above + 1] & 0xFF]
                    + third[bytes[place - above + 2] & 0xFF];
            if (three + costs.distance(above) < limit) {
                admit(x, above, path.best[x]);
            }
        }
        int repeat = place + Repeats.ALIKE <= bytes.length ? window.repeats.find(place) : -1;
        if (repeat >= 0 && place - repeat <= DeflateSymbols.WINDOW && places[place - repeat] == NONE) {
            admit(x, place - repeat, path.best[x]);
        }
        final int oldest = place - DeflateSymbols.WINDOW;
        for (int i = 0; i < search.literals(); i++) {
            int a = distortions.index(x, i);
            for (int j = 0; i + j < search.literals(); j++) {
                int b = distortions.index(x + 1, j);
                float pair = first[a] + second[b];
                if (pair > limit) {
                    continue;
                }
                int p = window.last[a << 8 | b];
                for (int left = search.depth(); p >= oldest && p >= 0 && left > 0; left--) {
                    float three = pair + third[bytes[p + 2] & 0xFF];
                    int distance = place - p;
                    if (three < limit && three + costs.distance(distance) < limit) {
                        admit(x, distance, path.best[x]);
                    }
                    p = window.before[p];
                }
            }
        }
    }

    private void admit(int x, int distance, float best) {
        int i = places[distance];
        if (i == ELSEWHERE) {
            return;
        }
        float open = costs.distance(distance);
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
    }

    /** Lengthens the copies by pixel x, which is at {@code place} in the window, and gives up the poor ones. */
    void extend(int x, int place, float[] table, Path path) {
        final float best = path.best[x];
        final float[] lengths = costs.lengths;
        final byte[] bytes = window.bytes;
        final int known = x - path.settled();
        for (int i = 0; i < count; ) {
            int distance = distances[i];
            int length = x + 1 - from[i];
            if (cost[i] > best + opening[i] * PATIENCE[Math.min(length, PATIENCE.length - 1)]
                    || distance <= known
                    || length > DeflateSymbols.MAX_LENGTH) {
                remove(i);
                continue;
            }
            float c = cost[i] + table[bytes[place - distance] & 0xFF];
            cost[i] = c;
            if (length >= DeflateSymbols.MIN_LENGTH) {
                path.offer(c + lengths[length], from[i], distance);
            }
            i++;
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
            places[distances[i]] = (short) i;
        }
    }
}
