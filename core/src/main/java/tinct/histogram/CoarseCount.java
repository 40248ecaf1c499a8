package tinct.histogram;

import java.util.Arrays;
import java.util.stream.IntStream;
import tinct.internal.RadixSort;

/**
 * Counts opaque colours that are alike in the upper bits of each channel as one, which is several times quicker than to count
 * each, and sums them up; for one thread.
 *
 * <p>Moments of cells take the place of colours since Wu 1991, "Efficient statistical computations for optimal color
 * quantization", Graphics Gems II.
 */
final class CoarseCount {
    /** Lower bits of a channel that differ within a cell. */
    private final int low;
    /** Where the moments of a cell are; 0 for a cell without pixels. */
    private final int[] places;

    /* Moments of each cell: two numbers of 32 bits in each long, so that a pixel costs two additions to memory. */
    private long[] countAndRed = new long[1 << 14];
    private long[] greenAndBlue = new long[1 << 14];
    /** The upper bits of each cell's channels, the lower ones 0. */
    private int[] corners = new int[1 << 14];
    /** One more than there are cells; place 0 is of none. */
    private int end = 1;

    /** @param low 1..4 lower bits of each channel, in which the colours of a cell differ */
    CoarseCount(int low) {
        this.low = low;
        places = new int[1 << 24 - 3 * low];
    }

    /** Adds opaque pixels: their sums must stay below 2^32. */
    void add(int[] argb) {
        int[] places = this.places;
        int low = this.low;
        int mask = (1 << low) - 1;
        for (int color : argb) {
            int at = places[cell(color, low)];
            if (at == 0) {
                at = begin(color);
            }
            countAndRed[at] += 1L << 32 | color >>> 16 & mask;
            greenAndBlue[at] += (long) (color >>> 8 & mask) << 32 | color & mask;
        }
    }

    private int begin(int color) {
        if (end == corners.length) {
            countAndRed = Arrays.copyOf(countAndRed, 2 * end);
            greenAndBlue = Arrays.copyOf(greenAndBlue, 2 * end);
            corners = Arrays.copyOf(corners, 2 * end);
        }
        places[cell(color, low)] = end;
        corners[end] = corner(color, low);
        return end++;
    }

    /** The mean colour of each cell, rounded, which is in the cell and so differs from all others, with its pixels. */
    Histogram means() {
        int[] colors = new int[end - 1];
        long[] counts = new long[end - 1];
        for (int i = 0; i < colors.length; i++) {
            long first = countAndRed[i + 1];
            long second = greenAndBlue[i + 1];
            counts[i] = first >>> 32;
            colors[i] = mean(corners[i + 1], counts[i], first & 0xFFFFFFFFL, second >>> 32, second & 0xFFFFFFFFL);
        }
        return Histogram.sorted(colors, counts);
    }

    /** A colour so much above a corner as the mean of so many pixels is, of which sums are known. */
    private static int mean(int corner, long count, long red, long green, long blue) {
        long half = count >> 1;
        return corner
                + ((int) ((red + half) / count) << 16
                        | (int) ((green + half) / count) << 8
                        | (int) ((blue + half) / count));
    }

    /** The upper bits of the channels, side by side. */
    private static int cell(int color, int low) {
        int bits = 8 - low;
        return (color >>> 16 + low & 0xFF >>> low) << 2 * bits
                | (color >>> 8 + low & 0xFF >>> low) << bits
                | (color & 0xFF) >>> low;
    }

    /** The colour with lower bits 0. */
    private static int corner(int color, int low) {
        return color & ~(((1 << low) - 1) * 0x010101);
    }

    /** The same of opaque colours that were counted, in any numbers. */
    static Histogram means(int[] colors, long[] counts, int low) {
        int n = colors.length;
        int[] cells = IntStream.of(colors).map(color -> cell(color, low)).toArray();
        int[] order = RadixSort.order(cells, n, 24 - 3 * low);
        int[] means = new int[n];
        long[] totals = new long[n];
        int mask = (1 << low) - 1;
        int size = 0;
        for (int i = 0; i < n; size++) {
            int first = order[i];
            long red = 0, green = 0, blue = 0;
            for (; i < n && cells[order[i]] == cells[first]; i++) {
                int color = colors[order[i]];
                long count = counts[order[i]];
                totals[size] += count;
                red += count * (color >>> 16 & mask);
                green += count * (color >>> 8 & mask);
                blue += count * (color & mask);
            }
            means[size] = mean(corner(colors[first], low), totals[size], red, green, blue);
        }
        return Histogram.sorted(Arrays.copyOf(means, size), Arrays.copyOf(totals, size));
    }
}
