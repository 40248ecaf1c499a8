package tinct.remap.rate;

import java.util.Arrays;

/**
 * The cheapest ways found so far to write the first pixels of a row.
 *
 * <p>A way ends with a move: a literal, a literal and a run of it, a run of the pixel before, or a copy from a row above. Ways that end at the same pixel compete by {@link #offer}; {@link #close} keeps the winner.
 */
final class Path {
    /* A move is its kind in the high bits and an index or a distance below. */
    private static final int COPY = 0;
    private static final int LITERAL = 1 << 20;
    private static final int RUN = 2 << 20;
    private static final int KIND = ~0 << 20;

    /** [width + 1] what the cheapest way to each pixel costs. */
    final float[] best;

    /** [width + 1] the last index of that way. */
    private final int[] last;

    /** [3 * (width + 1)] the error that the cheapest way to each pixel leaves. */
    final float[] left;

    /** [width] the distance at which each pixel of the row before was copied, or 0. */
    final int[] above;

    /** What the cheapest copy under way costs but for the bits of its length, and its distance; NEVER if there is none. */
    float underWay;

    int distanceUnderWay;

    private final int[] source;
    private final int[] moves;
    private final int[] ends;
    private final Window window;
    private final int width;
    private int start;
    private int settled;

    private float offered;
    private int offeredMove;
    private int offeredSource;
    private float[] offeredLeft = {};
    private int offeredAt;

    Path(int width, Window window) {
        this.width = width;
        this.window = window;
        best = new float[width + 1];
        last = new int[width + 1];
        left = new float[Distortions.AXES * (width + 1)];
        above = new int[width];
        source = new int[width + 1];
        moves = new int[width + 1];
        ends = new int[width + 1];
    }

    /** Begins a row whose first pixel is at the place {@code start} of the window. */
    void begin(int start) {
        this.start = start;
        settled = 0;
        underWay = Entries.NEVER;
        best[0] = 0;
        Arrays.fill(left, 0, Distortions.AXES, 0);
        last[0] = window.bytes[start - 1] & 0xFF;
    }

    /** The index before pixel x by the cheapest way there. */
    int last(int x) {
        return last[x];
    }

    /** Opens the competition for the end of pixel x; the error that is left is in {@code left[at..at + 2]} until it ends. */
    void literal(int x, int index, float cost, float[] left, int at) {
        lead(cost, LITERAL | index, x, left, at);
    }

    /** A literal and then the same again, from pixel {@code from} on. */
    void offerRun(float cost, int from, int index, float[] left, int at) {
        if (cost < offered) {
            lead(cost, RUN | index, from, left, at);
        }
    }

    /** A copy that begins at pixel {@code from}. */
    void offer(float cost, int from, int distance, float[] left, int at) {
        if (cost < offered) {
            lead(cost, COPY | distance, from, left, at);
        }
    }

    private void lead(float cost, int move, int from, float[] left, int at) {
        offered = cost;
        offeredMove = move;
        offeredSource = from;
        offeredLeft = left;
        offeredAt = at;
    }

    /** Says what a copy costs that is under way, but for the bits of its length. */
    void passBy(float cost, int distance) {
        if (cost < underWay) {
            underWay = cost;
            distanceUnderWay = distance;
        }
    }

    /** The cheapest of what was offered is the way to pixel x + 1. */
    void close(int x) {
        best[x + 1] = offered;
        moves[x + 1] = offeredMove;
        source[x + 1] = offeredSource;
        last[x + 1] = last(offeredMove, offeredSource, x + 1);
        Distortions.copy(offeredLeft, offeredAt, left, Distortions.AXES * (x + 1));
    }

    private int last(int move, int from, int end) {
        if ((move & KIND) != COPY) {
            return move & ~KIND;
        }
        int distance = move & ~KIND;
        return distance == 1 ? last[from] : window.bytes[start + end - 1 - distance] & 0xFF;
    }

    /** How many pixels of the row are the same whichever way wins. */
    int settled() {
        return settled;
    }

    /** The last pixel at which the ways to two pixels meet, if nothing before it is open. */
    int meeting(int x, int other) {
        final int[] source = this.source;
        int a = x;
        int b = other;
        while (a != b) {
            if (a > b) {
                a = source[a];
            } else {
                b = source[b];
            }
        }
        return a;
    }

    /** Writes the indices of the first {@code x} pixels into the window: all ways lead there. */
    void settle(int x) {
        if (x > settled) {
            write(settled, x, Steps.NONE);
            settled = x;
        }
    }

    /** Writes the row's indices into the window and its steps, in order, to {@code steps}; returns the way's cost. */
    float settle(Steps steps) {
        write(0, width, steps);
        Arrays.fill(above, 0);
        for (int end = width; end > 0; end = source[end]) {
            if ((moves[end] & KIND) == COPY) {
                Arrays.fill(above, source[end], end, moves[end] & ~KIND);
            }
        }
        return best[width];
    }

    private void write(int begin, int finish, Steps steps) {
        int n = 0;
        for (int x = finish; x > begin; x = source[x]) {
            ends[n++] = x;
        }
        byte[] bytes = window.bytes;
        while (n > 0) {
            int end = ends[--n];
            int from = source[end];
            int value = moves[end] & ~KIND;
            switch (moves[end] & KIND) {
                case LITERAL -> {
                    bytes[start + from] = (byte) value;
                    steps.literal(value);
                }
                case RUN -> {
                    Arrays.fill(bytes, start + from, start + end, (byte) value);
                    steps.literal(value);
                    steps.copy(end - from - 1, 1);
                }
                default -> {
                    for (int p = start + from; p < start + end; p++) {
                        bytes[p] = bytes[p - value];
                    }
                    steps.copy(end - from, value);
                }
            }
        }
    }
}
