package tinct.codec;

import java.util.stream.IntStream;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.internal.Parallel;

/** Orders in which a palette may be written: of each place the entry that stands there. */
final class WebpOrders {
    private static final int SWEEPS = 10;

    private final WebpColors colors;
    private final int size;
    private final PaletteNeighbours neighbours;

    WebpOrders(IndexedImage image, WebpColors colors) {
        this.colors = colors;
        size = colors.size();
        neighbours = new PaletteNeighbours(placed(image), image.width(), size);
    }

    /** One in which neighbours in the picture are near each other: good to predict by. */
    int[] smooth(int threads) {
        int[][] orders = {tour(), byLuma()};
        Parallel.forEach(orders.length, threads, i -> neighbours.improve(orders[i], SWEEPS));
        return neighbours.cost(orders[1]) < neighbours.cost(orders[0]) ? orders[1] : orders[0];
    }

    private byte[] placed(IndexedImage image) {
        byte[] places = colors.places();
        byte[] placed = image.indices().clone();
        for (int p = 0; p < placed.length; p++) {
            placed[p] = places[placed[p] & 0xFF];
        }
        return placed;
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
}
