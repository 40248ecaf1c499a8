package tinct.remap.rate;

import java.util.Arrays;

/**
 * What every entry costs in error at a few pixels that follow one another, and which literals are cheapest there; and, at
 * one of them, what an entry costs after what a way there has left.
 *
 * <p>A pixel takes on a share of the error that the one to the left has left. So each way hands on an error of its own.
 */
final class Distortions {
    /** How many literals are kept for each pixel. */
    static final int CHEAPEST = 4;

    /** Numbers of an error that is handed on: one for each colour axis. Alpha hands on nothing. */
    static final int AXES = 3;

    private static final int AHEAD = 4;

    private final Entries entries;
    private final float[] literals;
    private final float[][] tables = new float[AHEAD][256];
    private final int[] index = new int[AHEAD * CHEAPEST];
    private final float[] cost = new float[AHEAD * CHEAPEST];
    /** Which entries of each table are not NEVER: those near the plain one. */
    private final byte[][] measured = new byte[AHEAD][0];

    /* The pixel at hand. */
    private float target0;
    private float target1;
    private float target2;
    private float target3;
    private float share;
    private float weight;
    private float[] fare = {};
    private int fixed; // the entry that it keeps, or -1
    private final int[] entered = new int[CHEAPEST];
    private final float[] ways = new float[CHEAPEST * AXES];
    private final float[] literalCosts = new float[CHEAPEST];

    Distortions(Entries entries, BitCosts costs) {
        this.entries = entries;
        this.literals = costs.literals;
        for (float[] table : tables) {
            Arrays.fill(table, Entries.NEVER);
        }
    }

    /** [256] of the pixel x, where no error is handed on and it is not too large to matter; valid until pixel x + 4 is prepared. */
    float[] table(int x) {
        return tables[x & (AHEAD - 1)];
    }

    /** The entry of the literal at a rank 0..3 of the pixel x. */
    int index(int x, int rank) {
        return index[(x & (AHEAD - 1)) * CHEAPEST + rank];
    }

    /** Error and bits of that literal if no error is handed on. */
    float cost(int x, int rank) {
        return cost[(x & (AHEAD - 1)) * CHEAPEST + rank];
    }

    /** Goes to the pixel x, which is prepared; what the cheapest way there has left is in {@code left[at..at + 2]}. */
    void enter(Row row, int x, float[] left, int at) {
        share = row.share[x];
        weight = row.weight[x];
        target0 = row.target[0][x];
        target1 = row.target[1][x];
        target2 = row.target[2][x];
        target3 = entries.dimensions == 4 ? row.target[3][x] : 0;
        fare = entries.fare(row.kind[x]);
        fixed = row.kind[x] == Row.FIXED ? row.plain[x] & 0xFF : -1;
        System.arraycopy(index, (x & (AHEAD - 1)) * CHEAPEST, entered, 0, CHEAPEST);
        for (int rank = 0; rank < CHEAPEST; rank++) {
            copy(left, at, ways, rank * AXES);
        }
        follow(entered, 0, CHEAPEST, ways, literalCosts);
        for (int rank = 0; rank < CHEAPEST; rank++) {
            literalCosts[rank] += literals[entered[rank]];
        }
    }

    /**
     * What the pixel entered costs in error on the ways from..to - 1.
     *
     * @param index [to] the entry that it gets on each
     * @param left [3 * to] what each way has left; what it leaves then takes its place
     * @param errors [to] where the costs go
     */
    void follow(int[] index, int from, int to, float[] left, float[] errors) {
        if (fixed >= 0) {
            for (int i = from; i < to; i++) {
                errors[i] = index[i] == fixed ? 0 : Entries.NEVER;
            }
            Arrays.fill(left, AXES * from, AXES * to, 0);
            return;
        }
        final float[] points = entries.points;
        final float share = this.share, weight = this.weight;
        final float t0 = target0, t1 = target1, t2 = target2, t3 = target3;
        for (int i = from, at = AXES * from; i < to; i++, at += AXES) {
            int p = 4 * index[i];
            float d0 = t0 + share * left[at] - points[p];
            float d1 = t1 + share * left[at + 1] - points[p + 1];
            float d2 = t2 + share * left[at + 2] - points[p + 2];
            float d3 = t3 - points[p + 3];
            left[at] = d0;
            left[at + 1] = d1;
            left[at + 2] = d2;
            errors[i] = (d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3) * weight;
        }
        if (fare.length > 0) {
            for (int i = from; i < to; i++) {
                errors[i] += fare[index[i]];
            }
        }
    }

    /** Error and bits of the literal at a rank 0..3 of the pixel entered, after what the cheapest way there has left. */
    float literalCost(int rank) {
        return literalCosts[rank];
    }

    /** What that literal leaves, from {@code rank * AXES} on. */
    float[] literalWays() {
        return ways;
    }

    /** Copies the error that a way leaves. */
    static void copy(float[] from, int at, float[] to, int place) {
        to[place] = from[at];
        to[place + 1] = from[at + 1];
        to[place + 2] = from[at + 2];
    }

    /** Finds what the entries near that of the plain map cost at pixel x, and which literals are cheapest. */
    void prepare(Row row, int x) {
        int slot = x & (AHEAD - 1);
        float[] table = tables[slot];
        for (byte entry : measured[slot]) {
            table[entry & 0xFF] = Entries.NEVER;
        }
        int plain = row.plain[x] & 0xFF;
        measured[slot] = entries.near[plain];
        if (row.kind[x] == Row.FIXED) {
            table[plain] = 0;
        } else {
            measure(row, x, entries.near[plain], table);
        }
        choose(table, entries.near[plain], slot * CHEAPEST);
    }

    private void measure(Row row, int x, byte[] list, float[] table) {
        final float[] points = entries.points, fare = entries.fare(row.kind[x]);
        final float t0 = row.target[0][x], t1 = row.target[1][x], t2 = row.target[2][x], weight = row.weight[x];
        final float t3 = entries.dimensions == 4 ? row.target[3][x] : 0;
        for (byte entry : list) {
            int k = entry & 0xFF;
            int p = 4 * k;
            float d0 = points[p] - t0, d1 = points[p + 1] - t1, d2 = points[p + 2] - t2, d3 = points[p + 3] - t3;
            float error = (d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3) * weight;
            table[k] = fare.length == 0 ? error : error + fare[k];
        }
    }

    /** Puts the cheapest literals of a list in order, the first in the list on a tie. */
    private void choose(float[] table, byte[] list, int at) {
        final float[] literals = this.literals;
        float c0 = Entries.NEVER, c1 = c0, c2 = c0, c3 = c0;
        int k0 = list[0] & 0xFF, k1 = k0, k2 = k0, k3 = k0;
        for (byte entry : list) {
            int k = entry & 0xFF;
            float c = table[k] + literals[k];
            if (c >= c3) {
                continue;
            }
            c3 = c;
            k3 = k;
            if (c < c2) {
                c3 = c2;
                k3 = k2;
                c2 = c;
                k2 = k;
            }
            if (c < c1) {
                c2 = c1;
                k2 = k1;
                c1 = c;
                k1 = k;
            }
            if (c < c0) {
                c1 = c0;
                k1 = k0;
                c0 = c;
                k0 = k;
            }
        }
        index[at] = k0;
        index[at + 1] = k1;
        index[at + 2] = k2;
        index[at + 3] = k3;
        cost[at] = c0;
        cost[at + 1] = c1;
        cost[at + 2] = c2;
        cost[at + 3] = c3;
    }
}
