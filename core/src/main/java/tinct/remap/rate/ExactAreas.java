package tinct.remap.rate;

import java.util.Arrays;
import tinct.image.Image;

/**
 * Which pixels keep the index of a plain map: those of flat fills, lines, text and drawings, and the edges of what is
 * transparent.
 *
 * <p>A pixel is exact if the palette holds its very colour, repeated if at least two of its eight neighbours have its
 * colour, at the border one. Fixed are: pixels of 3x3 squares of one colour, as far as these are in the picture (fills); exact and repeated ones that stand out (lines of one
 * pixel) or have the middle of a fill around, in 5x5; those that stand out and have around a majority of exact ones or
 * two thirds of repeated ones (text and drawings with soft edges, whether the palette holds all their colours or not: in
 * photographs few pixels are exact or repeated, and those are scattered); and all pixels that are wholly transparent or
 * touch one that is. What does not stand out is a gradient, in which bands are no drawing.
 */
final class ExactAreas {
    /** How many rows above and below a row matter to it. */
    static final int REACH = 3;

    /** Squared Oklab distance of a pixel from what two opposite neighbours promise, doubled: noise of 4 steps of 8 bits passes. */
    private static final float OUTSTANDING = 0.04f * 0.04f;

    private static final int RADIUS = 2;

    private static final byte EXACT = 1;
    private static final byte REPEATED = 2;
    private static final byte FILLED = 4;

    /* Of each mark the pixels of a window are counted, all marks in one number. */
    private static final int COUNT_BITS = 8;
    private static final int COUNT = (1 << COUNT_BITS) - 1;
    private static final int[] COUNTED = new int[8];

    static {
        for (int marks = 0; marks < COUNTED.length; marks++) {
            COUNTED[marks] =
                    (marks & EXACT) | (marks & REPEATED) << COUNT_BITS - 1 | (marks & FILLED) << 2 * COUNT_BITS - 2;
        }
    }

    private final int width;
    private final int height;
    private final int dimensions;
    private final float outstanding;
    private final boolean strict;
    private final int[] seen;
    private final byte[] marks;

    /** Looks at the rows from..to - 1 of a picture. */
    ExactAreas(Image image, Entries entries, byte[] plain, int from, int to) {
        width = image.width();
        height = to - from;
        dimensions = entries.dimensions;
        outstanding = OUTSTANDING * entries.leniency * entries.leniency;
        strict = entries.leniency == 1;
        seen = Arrays.copyOfRange(image.pixels(), from * width, to * width);
        for (int i = 0; i < seen.length; i++) {
            seen[i] = entries.seen(seen[i]);
        }
        marks = new byte[seen.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                boolean exact = entries.argb(plain[from * width + i]) == seen[i];
                int same = around(x, y, seen[i]);
                int looked =
                        (Math.min(width, x + 2) - Math.max(0, x - 1)) * (Math.min(height, y + 2) - Math.max(0, y - 1));
                // A line ends at the border with one neighbour.
                boolean repeated = same >= (looked < 9 ? 2 : 3);
                marks[i] = (byte) ((exact ? EXACT : 0) | (repeated ? REPEATED : 0) | (same == looked ? FILLED : 0));
            }
        }
    }

    /**
     * Of the rows from..to - 1, counted from the first that was looked at [(to - from) * width].
     *
     * @param planes [dimensions][rows * width] of the rows that were looked at
     */
    boolean[] fixed(int from, int to, float[][] planes) {
        boolean[] fixed = new boolean[(to - from) * width];
        int[] columns = new int[width]; // counts of marks in the rows around, as COUNTED tells
        int first = Math.max(0, from - RADIUS);
        int end = first;
        for (int y = from; y < to; y++) {
            while (end < Math.min(height, y + RADIUS + 1)) {
                count(1, end++, columns);
            }
            while (first < y - RADIUS) {
                count(-1, first++, columns);
            }
            for (int x = 0; x < width; x++) {
                fixed[(y - from) * width + x] =
                        drawn(x, y, end - first, columns, planes) || inFill(x, y) || dimensions == 4 && atEdge(x, y);
            }
        }
        return fixed;
    }

    private boolean atEdge(int x, int y) {
        int color = seen[y * width + x];
        return color == 0 || strict && around(x, y, 0) > 0;
    }

    private boolean drawn(int x, int y, int rows, int[] columns, float[][] planes) {
        int left = Math.max(0, x - RADIUS);
        int right = Math.min(width - 1, x + RADIUS);
        int counts = 0;
        for (int c = left; c <= right; c++) {
            counts += columns[c];
        }
        int exact = counts & COUNT;
        int repeated = counts >> COUNT_BITS & COUNT;
        int filled = counts >> 2 * COUNT_BITS;
        int all = rows * (right - left + 1);
        boolean line = (marks[y * width + x] & (EXACT | REPEATED)) == (EXACT | REPEATED);
        return line && filled > 0 || (line || 2 * exact > all || 3 * repeated > 2 * all) && standsOut(x, y, planes);
    }

    /** Adds the marks of a row to the counts of the columns, or takes them away. */
    private void count(int sign, int row, int[] columns) {
        for (int x = 0; x < width; x++) {
            columns[x] += sign * COUNTED[marks[row * width + x]];
        }
    }

    private boolean inFill(int x, int y) {
        if ((marks[y * width + x] & REPEATED) == 0) {
            return false;
        }
        for (int row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
            for (int column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
                int i = row * width + column;
                if ((marks[i] & FILLED) != 0 && seen[i] == seen[y * width + x]) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the pixel is not about the mean of two opposite neighbours, as it is in fills and gradients. Corners have none. */
    private boolean standsOut(int x, int y, float[][] planes) {
        boolean inRow = x > 0 && x < width - 1;
        boolean inColumn = y > 0 && y < height - 1;
        int here = y * width + x;
        return !inRow && !inColumn
                || inRow && bend(here, 1, planes) >= outstanding
                || inColumn && bend(here, width, planes) >= outstanding
                || inRow && inColumn && bend(here, width - 1, planes) >= outstanding
                || inRow && inColumn && bend(here, width + 1, planes) >= outstanding;
    }

    private static float bend(int here, int step, float[][] planes) {
        float bend = 0;
        for (float[] plane : planes) {
            float d = plane[here - step] + plane[here + step] - 2 * plane[here];
            bend += d * d;
        }
        return bend;
    }

    /** How many of the 3x3 pixels around are of a colour. */
    private int around(int x, int y, int color) {
        int here = y * width + x;
        int count = alike(here, x, color);
        if (y > 0) {
            count += alike(here - width, x, color);
        }
        if (y < height - 1) {
            count += alike(here + width, x, color);
        }
        return count;
    }

    /** How many of a pixel and those to its sides are of a colour. */
    private int alike(int i, int x, int color) {
        int count = seen[i] == color ? 1 : 0;
        if (x > 0 && seen[i - 1] == color) {
            count++;
        }
        if (x < width - 1 && seen[i + 1] == color) {
            count++;
        }
        return count;
    }
}
