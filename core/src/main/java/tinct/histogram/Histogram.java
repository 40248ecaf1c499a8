package tinct.histogram;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import tinct.image.Palette;
import tinct.image.PixelRows;

/**
 * The distinct colours of one or more pictures with their exact pixel counts.
 *
 * <p>Colours of alpha 0 count as one, {@code 0x00000000}, as they look alike. The order of colours is that of their
 * packed value, unsigned; so equal contents give equal histograms however they were built and merged.
 */
public final class Histogram {
    private final int[] colors;
    private final long[] counts;
    private final long total;

    private Histogram(int[] colors, long[] counts) {
        this.colors = colors;
        this.counts = counts;
        this.total = Arrays.stream(counts).sum();
    }

    /**
     * Counts the colours of a picture.
     *
     * @param threads most threads to use, at least 1
     * @throws IOException if the source is broken
     */
    public static Histogram of(PixelRows rows, int threads) throws IOException {
        Map<Integer, Long> map = new TreeMap<>(Integer::compareUnsigned);
        int[] row = new int[rows.width()];
        try (PixelRows.RowReader reader = rows.open()) {
            for (int y = 0; y < rows.height(); y++) {
                reader.readRow(row);
                for (int argb : row) {
                    map.merge(Palette.visible(argb), 1L, Long::sum);
                }
            }
        }
        return new Histogram(
                map.keySet().stream().mapToInt(Integer::intValue).toArray(),
                map.values().stream().mapToLong(Long::longValue).toArray());
    }

    /** Number of distinct colours. */
    public int size() {
        return colors.length;
    }

    /** Number of pixels. */
    public long total() {
        return total;
    }

    /** The distinct colours [size()], ascending as unsigned; the array itself, which must not be written to. */
    public int[] colors() {
        return colors;
    }

    /** The pixel counts [size()], in the order of colours; the array itself, which must not be written to. */
    public long[] counts() {
        return counts;
    }

    /** Whether every colour has alpha 255. */
    public boolean opaque() {
        return colors[0] >>> 24 == 255;
    }
}
