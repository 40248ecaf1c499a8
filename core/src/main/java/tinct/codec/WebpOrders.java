package tinct.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tinct.image.IndexedImage;

/** Orders in which a palette may be written: of each place the entry that stands there. */
final class WebpOrders {
    private static final int SWEEPS = 20;

    private final WebpColors colors;
    private final int size;

    WebpOrders(WebpColors colors) {
        this.colors = colors;
        size = colors.size();
    }

    /** Those that are worth a try for predicting, of the picture with that. */
    List<int[]> all(IndexedImage image) {
        List<int[]> orders = new ArrayList<>();
        orders.add(given());
        orders.add(byLuma());
        orders.add(tour());
        orders.add(byNeighbours(image, byLuma()));
        orders.add(byNeighbours(image, tour()));
        return orders;
    }

    int[] given() {
        return IntStream.range(0, size).toArray();
    }

    /** From dark to light. */
    private int[] byLuma() {
        return IntStream.range(0, size)
                .mapToObj(i -> new int[] {luma(colors.entry(i)), i})
                .sorted((a, b) -> a[0] != b[0] ? Integer.compare(a[0], b[0]) : Integer.compare(a[1], b[1]))
                .mapToInt(pair -> pair[1])
                .toArray();
    }

    private static int luma(int argb) {
        return 299 * (argb >> 16 & 0xFF) + 587 * (argb >> 8 & 0xFF) + 114 * (argb & 0xFF);
    }

    /** From black on always the entry of the smallest differences, the first on a tie. */
    int[] tour() {
        int[] tour = given();
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

    /** Moves single entries as long as that brings those nearer together that are neighbours in the picture. */
    private int[] byNeighbours(IndexedImage image, int[] start) {
        int[] together = together(image);
        int[] order = start.clone();
        long[] gaps = new long[size + 1];
        for (int gap = 1; gap <= size; gap++) {
            gaps[gap] = Integer.getInteger("gap", 0) == 0 ? Ideal.log2(1 + gap) : gap << 12;
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean moved = false;
            for (int entry = 0; entry < size; entry++) {
                moved |= move(entry, order, together, gaps);
            }
            if (!moved) {
                break;
            }
        }
        return order;
    }

    /** Moves an entry to its best place; false if that is where it is. */
    private boolean move(int entry, int[] order, int[] together, long[] gaps) {
        int at = 0;
        while (order[at] != entry) {
            at++;
        }
        long best = 0;
        int bestPlace = at;
        for (int direction = -1; direction <= 1; direction += 2) {
            long gain = 0;
            int place = at;
            for (; place + direction >= 0 && place + direction < size; place += direction) {
                gain += swapGain(place, place + direction, order, together, gaps);
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
    private long swapGain(int a, int b, int[] order, int[] together, long[] gaps) {
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

    /** [size * size] how often two entries are neighbours, side by side or one above the other. */
    private int[] together(IndexedImage image) {
        int[] together = new int[size * size];
        byte[] places = colors.places();
        byte[] indices = image.indices();
        int width = image.width();
        for (int p = 0; p < indices.length; p++) {
            int entry = places[indices[p] & 0xFF] & 0xFF;
            if (p % width > 0) {
                add(together, entry, places[indices[p - 1] & 0xFF] & 0xFF);
            }
            if (p >= width) {
                add(together, entry, places[indices[p - width] & 0xFF] & 0xFF);
            }
        }
        return together;
    }

    private void add(int[] together, int a, int b) {
        together[a * size + b]++;
        together[b * size + a]++;
    }
}
