package tinct.remap.rate;

import java.util.Arrays;
import tinct.internal.DeflateSymbols;

/** Copies from about the same column of the rows just above; of each distance the cheapest way that is under it. */
final class RowsAbove {
    private final BitCosts costs;
    private final byte[] bytes;
    private final int[] distances;
    private final float[] opening;
    private final float[] cost;
    private final int[] from;
    private final float[] left; // [3 * distances] the error that each leaves
    private final int[] index; // [distances] what each brings to the pixel at hand
    private final float[] error;

    /** Copies from {@code rows} rows, up to {@code side} pixels to each side. */
    RowsAbove(BitCosts costs, Window window, int rows, int side) {
        this.costs = costs;
        bytes = window.bytes;
        int[] wanted = new int[rows * (2 * side + 1)];
        int n = 0;
        for (int row = 1; row <= rows; row++) {
            for (int to = -side; to <= side; to++) {
                wanted[n++] = row * window.stride() + to;
            }
        }
        // Distance 1 is a run; those of two rows may be the same if rows are short.
        distances = Arrays.stream(wanted)
                .filter(d -> d > 1 && d <= DeflateSymbols.WINDOW)
                .sorted()
                .distinct()
                .toArray();
        opening = new float[distances.length];
        cost = new float[distances.length];
        from = new int[distances.length];
        left = new float[Distortions.AXES * distances.length];
        index = new int[distances.length];
        error = new float[distances.length];
        for (int i = 0; i < distances.length; i++) {
            opening[i] = costs.distances[distances[i]];
        }
    }

    boolean has(int distance) {
        return Arrays.binarySearch(distances, distance) >= 0;
    }

    void begin() {
        Arrays.fill(cost, Entries.NEVER);
    }

    /** Where all copies that are under way and {@code x} come from. */
    int meeting(int x, Path path) {
        int meeting = x;
        for (int i = 0; i < from.length; i++) {
            if (cost[i] < Entries.NEVER) {
                meeting = path.meeting(meeting, from[i]);
            }
        }
        return meeting;
    }

    /** Lengthens the copies by pixel x, which is at {@code place} in the window. */
    void extend(int x, int place, Distortions distortions, Path path) {
        int first = 0;
        while (first < distances.length && distances[first] < x + 2) {
            first++; // in this row
        }
        int end = distances.length;
        while (end > first && distances[end - 1] > place - Window.MARGIN) {
            end--;
        }
        begin(x, place, first, end, path);
        distortions.follow(index, first, end, left, error);
        offer(x, first, end, path);
    }

    /** Begins those of the copies first..end - 1 anew that cost less so. */
    private void begin(int x, int place, int first, int end, Path path) {
        final int[] distances = this.distances, from = this.from, index = this.index;
        final float[] opening = this.opening, cost = this.cost;
        final byte[] bytes = this.bytes;
        final float best = path.best[x];
        for (int i = first; i < end; i++) {
            index[i] = bytes[place - distances[i]] & 0xFF;
            float anew = best + opening[i];
            if (anew < cost[i] || x - from[i] >= DeflateSymbols.MAX_LENGTH) {
                cost[i] = anew;
                from[i] = x;
                Distortions.copy(path.left, Distortions.AXES * x, left, Distortions.AXES * i);
            }
        }
    }

    private void offer(int x, int first, int end, Path path) {
        final int[] from = this.from;
        final float[] cost = this.cost, error = this.error, lengths = costs.lengths;
        float least = Entries.NEVER;
        int cheapest = 0;
        for (int i = first; i < end; i++) {
            float c = cost[i] + error[i];
            cost[i] = c;
            path.passBy(c, distances[i]);
            int length = x + 1 - from[i];
            if (length >= DeflateSymbols.MIN_LENGTH && c + lengths[length] < least) {
                least = c + lengths[length];
                cheapest = i;
            }
        }
        if (least < Entries.NEVER) {
            path.offer(least, from[cheapest], distances[cheapest], left, Distortions.AXES * cheapest);
        }
    }
}
