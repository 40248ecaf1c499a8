package tinct.remap;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The cheapest way to write one row, distortion and bits together. */
final class RowPath {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final float NEVER = 1e30f;
    private static final int LITERAL = 1 << 20;
    private static final int RUN = 2 << 20;
    private static final int PERIOD = 3 << 20;
    private static final int CANDIDATES = 4;
    private static final float[] THETA = new float[13];
    static {
        for (int i = 0; i < 13; i++) {
            THETA[i] = i <= 1 ? 1 : Math.max(Tuning.LEAST, 1 - Tuning.FALL * (i - 1));
        }
    }
    private static final int KINDS = ~0 << 20;

    private final int width;
    private final int size;
    private final float[][] entries;
    private final byte[][] neighbours;
    private final BitCosts costs;
    private final byte[] raw;

    private final float[] best;
    private final int[] from;
    private final int[] moves;
    private final long[] tails;
    private final float[][] tables = new float[4][256];
    private final int[] candidate = new int[4 * CANDIDATES];
    private final float[] candidateCost = new float[4 * CANDIDATES];

    private final int[] nearDistance;
    private final float[] nearOpen;
    private final float[] nearCost;
    private final int[] nearStart;

    private final int[] farDistance = new int[Tuning.SLOTS];
    private final float[] farOpen = new float[Tuning.SLOTS];
    private final float[] farCost = new float[Tuning.SLOTS];
    private final int[] farStart = new int[Tuning.SLOTS];
    private int fars;
    private final short[] slotOf = new short[BitCosts.WINDOW + 1];

    private final int[] runIndex = new int[256];
    private final float[] runCost = new float[256];
    private final int[] runStart = new int[256];
    private final boolean[] running = new boolean[256];
    private int runs;

    private final float[] periodCost = new float[9];
    private final int[] periodStart = new int[9];
    private final int[] periodPhase = new int[9];
    private final float[] periodOpen = new float[9];

    private final int[] head = new int[1 << 16];
    private final int[] previous;
    private final int[] above;
    private final int[] stepAt;
    private final float slack;

    RowPath(int width, float[][] entries, byte[][] neighbours, BitCosts costs, float price, byte[] raw) {
        this.width = width;
        this.size = entries[0].length;
        this.entries = entries;
        this.neighbours = neighbours;
        this.costs = costs;
        this.raw = raw;
        slack = Tuning.SLACK * price;
        best = new float[width + 1];
        from = new int[width + 1];
        moves = new int[width + 1];
        tails = new long[width + 1];
        above = new int[width + 1];
        stepAt = new int[width + 1];
        previous = new int[raw.length];
        Arrays.fill(head, -1);
        Arrays.fill(slotOf, (short) -1);
        int[] distances = new int[Tuning.ROWS * (2 * Tuning.SIDE + 1)];
        int n = 0;
        for (int row = 1; row <= Tuning.ROWS; row++) {
            for (int side = -Tuning.SIDE; side <= Tuning.SIDE; side++) {
                int distance = row * (width + 1) + side;
                if (distance > 8 && distance <= BitCosts.WINDOW && slotOf[distance] == -1) {
                    distances[n++] = distance;
                    slotOf[distance] = -2;
                }
            }
        }
        nearDistance = Arrays.copyOf(distances, n);
        nearOpen = new float[n];
        nearCost = new float[n];
        nearStart = new int[n];
        for (int i = 0; i < n; i++) {
            nearOpen[i] = costs.distance(nearDistance[i]);
        }
        for (int d = 1; d <= 8; d++) {
            periodOpen[d] = costs.distance(d);
        }
    }

    /** Makes the pairs of a row that is settled known to the search. */
    void learn(int rowAt) {
        for (int p = rowAt + 1, end = rowAt + width; p < end; p++) {
            int pair = (raw[p] & 0xFF) << 8 | (raw[p + 1] & 0xFF);
            previous[p] = head[pair];
            head[pair] = p;
        }
    }

    private void prepare(float[][] target, float[] weight, byte[] classes, byte[] plain, int plainAt, int x) {
        final float[] table = tables[x & 3];
        final float[] ex = entries[0], ey = entries[1], ez = entries[2];
        final float tx = target[0][x], ty = target[1][x], tz = target[2][x], w = weight[x];
        final int size = this.size;
        if (entries.length == 4) {
            final float[] ew = entries[3];
            final float tw = target[3][x];
            for (int k = 0; k < size; k++) {
                float dx = ex[k] - tx, dy = ey[k] - ty, dz = ez[k] - tz, dw = ew[k] - tw;
                table[k] = (dx * dx + dy * dy + dz * dz + dw * dw) * w;
            }
        } else {
            for (int k = 0; k < size; k++) {
                float dx = ex[k] - tx, dy = ey[k] - ty, dz = ez[k] - tz;
                table[k] = (dx * dx + dy * dy + dz * dz) * w;
            }
        }
        int at = (x & 3) * CANDIDATES;
        float c0 = NEVER, c1 = NEVER, c2 = NEVER, c3 = NEVER;
        int k0 = 0, k1 = 0, k2 = 0, k3 = 0;
        final float[] literals = costs.literals;
        for (byte b : neighbours[plain[plainAt + x] & 0xFF]) {
            int k = b & 0xFF;
            float c = table[k] + literals[k];
            if (c < c3) {
                if (c < c1) {
                    c3 = c2;
                    k3 = k2;
                    c2 = c1;
                    k2 = k1;
                    if (c < c0) {
                        c1 = c0;
                        k1 = k0;
                        c0 = c;
                        k0 = k;
                    } else {
                        c1 = c;
                        k1 = k;
                    }
                } else if (c < c2) {
                    c3 = c2;
                    k3 = k2;
                    c2 = c;
                    k2 = k;
                } else {
                    c3 = c;
                    k3 = k;
                }
            }
        }
        candidate[at] = k0;
        candidate[at + 1] = k1;
        candidate[at + 2] = k2;
        candidate[at + 3] = k3;
        candidateCost[at] = c0;
        candidateCost[at + 1] = c1;
        candidateCost[at + 2] = c2;
        candidateCost[at + 3] = c3;
    }

    /** Settles the row whose filter byte is at {@code rowAt}. */
    void find(int rowAt, float[][] target, float[] weight, byte[] classes, byte[] plain, int plainAt, StepCounts counts) {
        final float[] best = this.best;
        final int[] from = this.from, moves = this.moves;
        final long[] tails = this.tails;
        final byte[] raw = this.raw;
        final float[] lengths = costs.lengths;
        while (fars > 0) {
            slotOf[farDistance[--fars]] = -1;
        }
        while (runs > 0) {
            running[runIndex[--runs]] = false;
        }
        Arrays.fill(nearCost, NEVER);
        Arrays.fill(periodCost, NEVER);
        int nears = nearDistance.length;
        while (nears > 0 && nearDistance[nears - 1] > rowAt + 1) {
            nears--;
        }
        best[0] = 0;
        tails[0] = 0;
        int ahead = Math.min(3, width);
        for (int x = 0; x < ahead; x++) {
            prepare(target, weight, classes, plain, plainAt, x);
        }
        for (int x = 0; x < width; x++) {
            final float b = best[x];
            final float[] table = tables[x & 3];
            final int p = rowAt + 1 + x;
            int at = (x & 3) * CANDIDATES;
            if (x + 2 < width) {
                if (x > 0) {
                    prepare(target, weight, classes, plain, plainAt, x + 2);
                }
                if ((x & Tuning.SKIP) == 0) discover(x, p, b);
            }
            float next = b + candidateCost[at];
            int move = LITERAL | candidate[at];
            int source = x;
            // literal and run
            float open = b + periodOpen[1];
            for (int i = 0; i < runs; ) {
                int k = runIndex[i];
                int start = runStart[k];
                float c = runCost[k];
                int length = x - start;
                if (c > open + costs.literals[k] || length > BitCosts.MAX_LENGTH) {
                    running[k] = false;
                    runIndex[i] = runIndex[--runs];
                    continue;
                }
                c += table[k];
                runCost[k] = c;
                if (length >= BitCosts.MIN_LENGTH) {
                    float closed = c + lengths[length];
                    if (closed < next) {
                        next = closed;
                        move = RUN | k;
                        source = start;
                    }
                }
                i++;
            }
            for (int i = 0; i < Tuning.RUNS; i++) {
                int k = candidate[at + i];
                float c = open + candidateCost[at + i];
                if (!running[k]) {
                    if (c < NEVER) {
                        running[k] = true;
                        runIndex[runs++] = k;
                        runCost[k] = c;
                        runStart[k] = x;
                    }
                } else if (c < runCost[k]) {
                    runCost[k] = c;
                    runStart[k] = x;
                }
            }
            // the row's own last pixels again
            for (int d = 1; d <= Tuning.PERIODS; d++) {
                float c = periodCost[d];
                float o = b + periodOpen[d];
                if ((o < c || x - periodStart[d] >= BitCosts.MAX_LENGTH) && x >= d) {
                    c = o;
                    periodStart[d] = x;
                    periodPhase[d] = 8 * (d - 1);
                }
                if (c >= NEVER) {
                    continue;
                }
                int start = periodStart[d];
                int phase = periodPhase[d];
                c += table[(int) (tails[start] >>> phase) & 0xFF];
                periodPhase[d] = phase == 0 ? 8 * (d - 1) : phase - 8;
                periodCost[d] = c;
                int length = x + 1 - start;
                if (length >= BitCosts.MIN_LENGTH) {
                    float closed = c + lengths[length];
                    if (closed < next) {
                        next = closed;
                        move = PERIOD | d;
                        source = start;
                    }
                }
            }
            // rows above
            for (int i = 0; i < nears; i++) {
                int d = nearDistance[i];
                if (d < x + 2) {
                    continue;
                }
                float c = nearCost[i];
                float o = b + nearOpen[i];
                int start = nearStart[i];
                if (o < c || x - start >= BitCosts.MAX_LENGTH) {
                    c = o;
                    start = x;
                    nearStart[i] = x;
                }
                c += table[raw[p - d] & 0xFF];
                nearCost[i] = c;
                int length = x + 1 - start;
                if (length >= BitCosts.MIN_LENGTH) {
                    float closed = c + lengths[length];
                    if (closed < next) {
                        next = closed;
                        move = d;
                        source = start;
                    }
                }
            }
            // far ones
            for (int i = 0; i < fars; ) {
                int d = farDistance[i];
                float c = farCost[i];
                int start = farStart[i];
                int length = x + 1 - start;
                if (c > b + farOpen[i] * THETA[Math.min(length, 12)] || d < x + 2 || length > BitCosts.MAX_LENGTH) {
                    slotOf[d] = -1;
                    fars--;
                    farDistance[i] = farDistance[fars];
                    farCost[i] = farCost[fars];
                    farOpen[i] = farOpen[fars];
                    farStart[i] = farStart[fars];
                    if (i < fars) {
                        slotOf[farDistance[i]] = (short) i;
                    }
                    continue;
                }
                c += table[raw[p - d] & 0xFF];
                farCost[i] = c;
                if (length >= BitCosts.MIN_LENGTH) {
                    float closed = c + lengths[length];
                    if (closed < next) {
                        next = closed;
                        move = d;
                        source = start;
                    }
                }
                i++;
            }
            best[x + 1] = next;
            moves[x + 1] = move;
            from[x + 1] = source;
            tails[x + 1] = tail(tails[source], move, x + 1 - source, p);
        }
        J += best[width];
        settle(rowAt, counts);
    }
    static double J;

    private void discover(int x, int p, float b) {
        final float[] table = tables[x & 3], table1 = tables[(x + 1) & 3], table2 = tables[(x + 2) & 3];
        int at = (x & 3) * CANDIDATES, at1 = ((x + 1) & 3) * CANDIDATES;
        float literals = candidateCost[at] + candidateCost[at1] + candidateCost[((x + 2) & 3) * CANDIDATES];
        float limit = literals + slack - costs.lengths[3];
        int old = above[x];
        if (old > x + 4 && old < LITERAL) {
            int q = p - old;
            if (q >= 0) {
                float open = costs.distance(old);
                float c = table[raw[q] & 0xFF] + table1[raw[q + 1] & 0xFF] + table2[raw[q + 2] & 0xFF] + open;
                if (c < limit) {
                    admit(old, x, b + open, open);
                }
            }
        }
        int oldest = Math.max(0, p - BitCosts.WINDOW);
        for (int i = 0; i < Tuning.A; i++) {
            int a = candidate[at + i];
            float ca = table[a];
            for (int j = 0; j < Tuning.A; j++) {
                int k = candidate[at1 + j];
                float cab = ca + table1[k];
                if (cab > limit) {
                    continue;
                }
                int q = head[a << 8 | k];
                for (int left = Tuning.DEPTH; q >= oldest && left > 0; left--, q = previous[q]) {
                    float c = cab + table2[raw[q + 2] & 0xFF];
                    if (c < limit) {
                        int d = p - q;
                        float open = costs.distance(d);
                        if (c + open < limit) {
                            admit(d, x, b + open, open);
                        }
                    }
                }
            }
        }
    }

    private void admit(int d, int x, float cost, float open) {
        int slot = slotOf[d];
        if (slot == -2) {
            return;
        }
        if (slot >= 0) {
            if (cost < farCost[slot]) {
                farCost[slot] = cost;
                farStart[slot] = x;
            }
        } else if (fars < farDistance.length) {
            slotOf[d] = (short) fars;
            farDistance[fars] = d;
            farCost[fars] = cost;
            farStart[fars] = x;
            farOpen[fars++] = open * Tuning.MARGIN;
        }
    }

    private long tail(long tail, int move, int length, int p) {
        int value = move & ~KINDS;
        switch (move & KINDS) {
            case LITERAL:
                return tail << 8 | value;
            case RUN: {
                long t = tail;
                for (int i = Math.min(8, length); i > 0; i--) {
                    t = t << 8 | value;
                }
                return t;
            }
            case PERIOD: {
                long t = tail;
                int n = length > 16 ? length % value + value * (8 / value + 1) : length;
                int phase = 8 * (value - 1);
                for (; n > 0; n--) {
                    t = t << 8 | (t >>> phase & 0xFF);
                }
                return t;
            }
            default: {
                int q = p - value;
                if (q < 7) {
                    return 0;
                }
                long t = (long) LONGS.get(raw, q - 7);
                return length >= 8 ? t : tail << (8 * length) | (t & ((1L << (8 * length)) - 1));
            }
        }
    }

    private void settle(int rowAt, StepCounts counts) {
        int n = 0;
        for (int x = width; x > 0; x = from[x]) {
            stepAt[n++] = x;
        }
        int first = rowAt + 1;
        while (n > 0) {
            int end = stepAt[--n];
            int start = from[end];
            int move = moves[end];
            int value = move & ~KINDS;
            switch (move & KINDS) {
                case LITERAL -> {
                    raw[first + start] = (byte) value;
                    counts.literal(value);
                    above[start] = 0;
                }
                case RUN -> {
                    Arrays.fill(raw, first + start, first + end, (byte) value);
                    counts.literal(value);
                    counts.copy(end - start - 1, 1);
                    Arrays.fill(above, start, end, 0);
                }
                default -> {
                    for (int x = first + start; x < first + end; x++) {
                        raw[x] = raw[x - value];
                    }
                    counts.copy(end - start, value);
                    Arrays.fill(above, start, end, value);
                }
            }
        }
    }
}
