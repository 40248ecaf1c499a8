package tinct.codec;

import java.util.stream.IntStream;
import tinct.image.IndexedImage;
import tinct.image.Palette;

/** Orders in which a palette may be written: of each place the entry that stands there. */
final class WebpOrders {
    private static final int SWEEPS = 10;
    private static final int REACH = 80; // places that an entry moves at once, at most

    private final WebpColors colors;
    private final int size;
    private final int[] together; // [size * size] how often two entries are neighbours in the picture
    private final long[] gaps; // what it costs a pair of neighbours to be that many places apart

    WebpOrders(IndexedImage image, WebpColors colors) {
        this.colors = colors;
        size = colors.size();
        together = together(image);
        gaps = new long[size];
        for (int gap = 1; gap < size; gap++) {
            gaps[gap] = Ideal.log2(1 + gap);
        }
    }

    /** One in which neighbours in the picture are near each other: good to predict by. */
    int[] smooth() {
        int[] fromTour = improved(tour());
        int[] fromLuma = improved(byLuma());
        return cost(fromLuma) < cost(fromTour) ? fromLuma : fromTour;
    }

    /** From dark to light. */
    private int[] byLuma() {
        return IntStream.range(0, size)
                .map(place -> Palette.luma(colors.entry(place)) << 8 | place)
                .sorted()
                .map(key -> key & 0xFF)
                .toArray();
    }

    /** From black on always the entry of the smallest differences, the first on a tie. */
    int[] tour() {
        int[] tour = IntStream.range(0, size).toArray();
        int before = 0xFF000000;
        for (int i = 0; i < size; i++) {
            int best = i;
            for (int j = i + 1; j < size; j++) {
                best = span(colors.entry(tour[j]), before) < span(colors.entry(tour[best]), before) ? j : best;
            }
            int next = tour[best];
            System.arraycopy(tour, i, tour, i + 1, best - i);
            tour[i] = next;
            before = colors.entry(next);
        }
        return tour;
    }

    private static int span(int a, int b) {
        int span = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            span += Math.abs((byte) ((a >>> shift) - (b >>> shift)));
        }
        return span;
    }

    private long cost(int[] order) {
        long cost = 0;
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < a; b++) {
                cost += together[order[a] * size + order[b]] * gaps[a - b];
            }
        }
        return cost;
    }

    /** Moves single entries as long as that makes the order cheaper. */
    private int[] improved(int[] order) {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean moved = false;
            for (int entry = 0; entry < size; entry++) {
                moved |= move(entry, order);
            }
            if (!moved) {
                break;
            }
        }
        return order;
    }

    /** Moves an entry to its best place; false if that is where it is. */
    private boolean move(int entry, int[] order) {
        int at = 0;
        while (order[at] != entry) {
            at++;
        }
        long best = 0;
        int bestPlace = at;
        for (int direction = -1; direction <= 1; direction += 2) {
            long gain = 0;
            int place = at;
            int end = direction < 0 ? Math.max(0, at - REACH) : Math.min(size - 1, at + REACH);
            for (; place != end; place += direction) {
                gain += swapGain(place, place + direction, order);
                swap(order, place, place + direction);
                if (gain > best) {
                    best = gain;
                    bestPlace = place + direction;
                }
            }
            for (; place != at; place -= direction) {
                swap(order, place, place - direction);
            }
        }
        int direction = Integer.signum(bestPlace - at);
        for (int place = at; place != bestPlace; place += direction) {
            swap(order, place, place + direction);
        }
        return bestPlace != at;
    }

    private static void swap(int[] order, int a, int b) {
        int entry = order[a];
        order[a] = order[b];
        order[b] = entry;
    }

    /** What swapping two adjacent places gains. */
    private long swapGain(int a, int b, int[] order) {
        int rowA = order[a] * size;
        int rowB = order[b] * size;
        long gain = 0;
        for (int place = 0; place < size; place++) {
            if (place != a && place != b) {
                int other = order[place];
                long change = gaps[Math.abs(place - a)] - gaps[Math.abs(place - b)];
                gain += (together[rowA + other] - together[rowB + other]) * change;
            }
        }
        return gain;
    }

    /** Counts pairs side by side and one above the other. */
    private int[] together(IndexedImage image) {
        int[] pairs = new int[size * size];
        byte[] places = colors.places();
        byte[] indices = image.indices();
        int width = image.width();
        for (int p = 0; p < indices.length; p++) {
            int entry = places[indices[p] & 0xFF] & 0xFF;
            if (p % width > 0) {
                add(pairs, entry, places[indices[p - 1] & 0xFF] & 0xFF);
            }
            if (p >= width) {
                add(pairs, entry, places[indices[p - width] & 0xFF] & 0xFF);
            }
        }
        return pairs;
    }

    private void add(int[] pairs, int a, int b) {
        pairs[a * size + b]++;
        pairs[b * size + a]++;
    }
}
