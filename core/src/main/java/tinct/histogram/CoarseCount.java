package tinct.histogram;

import java.util.Arrays;
import tinct.internal.ColorCells;

/**
 * Counts opaque colours that are alike in the upper bits of each channel as one, which is several times quicker than to count
 * each, and sums them up; for one thread. Counts of parts of the pixels can be added up.
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

    private long transparent;

    /** @param low 1..4 lower bits of each channel, in which the colours of a cell differ */
    CoarseCount(int low) {
        if (low < 1 || low > 4) {
            throw new IllegalArgumentException("low must be in 1..4, was " + low);
        }
        this.low = low;
        places = new int[1 << 24 - 3 * low];
    }

    /**
     * Adds the pixels {@code argb[from..to)}, whose sums must stay below 2^32; those of alpha 0 are counted by themselves.
     *
     * @return false, and this is of no further use, if another alpha than 0 and 255 is met
     */
    boolean add(int[] argb, int from, int to) {
        int[] places = this.places;
        int low = this.low;
        int mask = (1 << low) - 1;
        for (int i = from; i < to; i++) {
            int color = argb[i];
            if (color >>> 24 != 255) {
                if (color >>> 24 != 0) {
                    return false;
                }
                transparent++;
                continue;
            }
            int at = places[ColorCells.cell(color, low)];
            if (at == 0) {
                at = begin(color);
            }
            countAndRed[at] += 1L << 32 | color >>> 16 & mask;
            greenAndBlue[at] += (long) (color >>> 8 & mask) << 32 | color & mask;
        }
        return true;
    }

    /** Adds what another has counted, of as many lower bits. */
    void add(CoarseCount other) {
        for (int i = 1; i < other.end; i++) {
            int corner = other.corners[i];
            int at = places[ColorCells.cell(corner, low)];
            if (at == 0) {
                at = begin(corner);
            }
            countAndRed[at] += other.countAndRed[i];
            greenAndBlue[at] += other.greenAndBlue[i];
        }
        transparent += other.transparent;
    }

    private int begin(int color) {
        if (end == corners.length) {
            countAndRed = Arrays.copyOf(countAndRed, 2 * end);
            greenAndBlue = Arrays.copyOf(greenAndBlue, 2 * end);
            corners = Arrays.copyOf(corners, 2 * end);
        }
        places[ColorCells.cell(color, low)] = end;
        corners[end] = ColorCells.corner(color, low);
        return end++;
    }

    /**
     * The mean colour of each cell, rounded, which is in the cell and so differs from all others, with its pixels; and the
     * transparent ones.
     */
    Histogram means() {
        int[] colors = new int[end - (transparent > 0 ? 0 : 1)];
        long[] counts = new long[colors.length];
        if (transparent > 0) {
            counts[end - 1] = transparent; // of the colour 0
        }
        for (int i = 0; i < end - 1; i++) {
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

    /** The same of colours that were counted, opaque all, in any numbers. */
    static Histogram means(int[] colors, long[] counts, int low) {
        int cells = 1 << 24 - 3 * low;
        int[] corners = new int[cells];
        long[] totals = new long[cells];
        long[][] sums = new long[3][cells];
        int mask = (1 << low) - 1;
        int size = 0;
        for (int i = 0; i < colors.length; i++) {
            int color = colors[i];
            int cell = ColorCells.cell(color, low);
            size += totals[cell] == 0 ? 1 : 0;
            corners[cell] = ColorCells.corner(color, low);
            totals[cell] += counts[i];
            sums[0][cell] += counts[i] * (color >>> 16 & mask);
            sums[1][cell] += counts[i] * (color >>> 8 & mask);
            sums[2][cell] += counts[i] * (color & mask);
        }
        int[] means = new int[size];
        long[] pixels = new long[size];
        for (int cell = 0, to = 0; cell < cells; cell++) {
            if (totals[cell] > 0) {
                means[to] = mean(corners[cell], totals[cell], sums[0][cell], sums[1][cell], sums[2][cell]);
                pixels[to++] = totals[cell];
            }
        }
        return Histogram.sorted(means, pixels);
    }
}
