package tinct.app.study;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import tinct.Result;
import tinct.color.ColorSpace;
import tinct.histogram.Histogram;
import tinct.image.IndexedImage;
import tinct.image.PixelRows;

/** Where the pixels of a picture went: one pass over them for the entries and the cloud. */
final class Mapping {
    private static final int SIGN = 0x80000000; // makes unsigned order that of ints

    private final Histogram histogram;
    private final int entries;
    private final double[] moved; // [entries]: sums of distances in Oklab
    private final int[] cellOf; // [histogram.size()]; -1 for wholly transparent
    private final int cells;
    private final int[] votes; // [cells * entries]: pixels

    private Mapping(Histogram histogram, int entries, int mostCells) {
        this.histogram = histogram;
        this.entries = entries;
        moved = new double[entries];
        cellOf = new int[histogram.size()];
        cells = divide(mostCells);
        votes = new int[cells * entries];
    }

    /**
     * Looks where each pixel of the original went.
     *
     * @param mostCells most groups that colours are put together in, at least 8
     * @throws IOException if the original is broken
     */
    static Mapping of(PixelRows original, Result result, int mostCells) throws IOException {
        Mapping mapping = new Mapping(result.histogram(), result.palette().size(), mostCells);
        mapping.add(original, result.image());
        return mapping;
    }

    /** Puts colours together in boxes as fine as they can be. */
    private int divide(int most) {
        int[] colors = histogram.colors();
        int bits = 24;
        while (bits > 3 && boxes(colors, bits).cardinality() > most) {
            bits--;
        }
        BitSet boxes = boxes(colors, bits);
        int[] used = boxes.stream().toArray();
        for (int i = 0; i < colors.length; i++) {
            cellOf[i] = colors[i] >>> 24 == 0 ? -1 : Arrays.binarySearch(used, box(colors[i], bits));
        }
        return used.length;
    }

    private static BitSet boxes(int[] colors, int bits) {
        BitSet boxes = new BitSet(1 << bits);
        for (int color : colors) {
            if (color >>> 24 != 0) {
                boxes.set(box(color, bits));
            }
        }
        return boxes;
    }

    /** Of all bits, green has as many as the others or one more, red likewise before blue. */
    private static int box(int color, int bits) {
        int green = (bits + 2) / 3;
        int red = (bits + 1) / 3;
        int blue = bits / 3;
        int r = (color >> 16 & 0xFF) >> 8 - red;
        int g = (color >> 8 & 0xFF) >> 8 - green;
        int b = (color & 0xFF) >> 8 - blue;
        return (r << green | g) << blue | b;
    }

    private void add(PixelRows original, IndexedImage result) throws IOException {
        int[] keys = histogram.colors().clone();
        for (int i = 0; i < keys.length; i++) {
            keys[i] ^= SIGN;
        }
        float[][] from = ColorSpace.OKLAB.coordinates(histogram.colors(), 3);
        float[][] to = ColorSpace.OKLAB.coordinates(result.palette().toArray(), 3);
        int[] row = new int[original.width()];
        try (PixelRows.RowReader reader = original.open()) {
            for (int y = 0; y < original.height(); y++) {
                reader.readRow(row);
                for (int x = 0; x < row.length; x++) {
                    int color = row[x] >>> 24 == 0 ? 0 : row[x];
                    int place = Arrays.binarySearch(keys, color ^ SIGN);
                    int entry = result.index(x, y);
                    if (cellOf[place] >= 0) {
                        moved[entry] += distance(from, place, to, entry);
                        votes[cellOf[place] * entries + entry]++;
                    }
                }
            }
        }
    }

    private static double distance(float[][] from, int i, float[][] to, int j) {
        double l = from[0][i] - to[0][j];
        double a = from[1][i] - to[1][j];
        double b = from[2][i] - to[2][j];
        return Math.sqrt(l * l + a * a + b * b);
    }

    /** Sum over the pixels of an entry of how far each has moved, in Oklab. */
    double moved(int entry) {
        return moved[entry];
    }

    /** The colours of each group as their mean, in the order of the boxes. */
    ColorCloud cloud() {
        long[] sums = new long[3 * cells];
        long[] counts = new long[cells];
        for (int i = 0; i < cellOf.length; i++) {
            int cell = cellOf[i];
            if (cell >= 0) {
                int color = histogram.colors()[i];
                long count = histogram.counts()[i];
                counts[cell] += count;
                sums[3 * cell] += count * (color >> 16 & 0xFF);
                sums[3 * cell + 1] += count * (color >> 8 & 0xFF);
                sums[3 * cell + 2] += count * (color & 0xFF);
            }
        }
        int[] colors = new int[cells];
        int[] labels = new int[cells];
        for (int cell = 0; cell < cells; cell++) {
            int r = mean(sums[3 * cell], counts[cell]);
            int g = mean(sums[3 * cell + 1], counts[cell]);
            int b = mean(sums[3 * cell + 2], counts[cell]);
            colors[cell] = 0xFF000000 | r << 16 | g << 8 | b;
            labels[cell] = label(cell);
        }
        return new ColorCloud(colors, counts, labels);
    }

    private static int mean(long sum, long count) {
        return (int) ((2 * sum + count) / (2 * count));
    }

    /** The entry that most pixels of a group have, the lowest on a tie. */
    private int label(int cell) {
        int best = 0;
        for (int entry = 1; entry < entries; entry++) {
            if (votes[cell * entries + entry] > votes[cell * entries + best]) {
                best = entry;
            }
        }
        return best;
    }
}
