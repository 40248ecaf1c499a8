package tinct.remap.rate;

import java.util.Arrays;
import tinct.image.Image;

/**
 * Which pixels keep the index of a plain map: those of flat fills, lines, text and drawings, and the edges of what is
 * transparent.
 *
 * <p>A pixel is exact if the palette holds its very colour. Fixed are: exact pixels that have at least two others of
 * the same colour among their eight neighbours (fills, lines of one pixel); all pixels in whose 5x5 surroundings more
 * than half are exact (drawings with soft edges: in photographs few pixels are exact, and those are scattered); and
 * all pixels that are wholly transparent or touch one that is.
 */
final class ExactAreas {
    private static final int RADIUS = 2;

    private final int[] argb;
    private final int width;
    private final int height;
    private final Entries entries;
    private final byte[] plain;

    ExactAreas(Image image, Entries entries, byte[] plain) {
        argb = image.pixels();
        width = image.width();
        height = image.height();
        this.entries = entries;
        this.plain = plain;
    }

    /** Of the rows from..to - 1 [(to - from) * width]. */
    boolean[] fixed(int from, int to) {
        boolean[] fixed = new boolean[(to - from) * width];
        int[] columns = new int[width];
        for (int y = from; y < to; y++) {
            int rows = countExact(y, columns);
            for (int x = 0; x < width; x++) {
                fixed[(y - from) * width + x] = drawn(x, rows, columns) || atEdge(x, y) || repeated(x, y);
            }
        }
        return fixed;
    }

    private boolean exact(int i) {
        return entries.argb(plain[i]) == entries.seen(argb[i]);
    }

    /** Counts the exact pixels of each column in the rows around y; returns how many rows these are. */
    private int countExact(int y, int[] columns) {
        Arrays.fill(columns, 0);
        int first = Math.max(0, y - RADIUS);
        int last = Math.min(height - 1, y + RADIUS);
        for (int row = first; row <= last; row++) {
            for (int x = 0; x < width; x++) {
                columns[x] += exact(row * width + x) ? 1 : 0;
            }
        }
        return last - first + 1;
    }

    private boolean drawn(int x, int rows, int[] columns) {
        int left = Math.max(0, x - RADIUS);
        int right = Math.min(width - 1, x + RADIUS);
        int count = 0;
        for (int c = left; c <= right; c++) {
            count += columns[c];
        }
        return 2 * count > rows * (right - left + 1);
    }

    private boolean atEdge(int x, int y) {
        return entries.dimensions == 4 && around(x, y, 0) > 0;
    }

    private boolean repeated(int x, int y) {
        int i = y * width + x;
        return exact(i) && around(x, y, entries.seen(argb[i])) >= 3;
    }

    /** How many of the 3x3 pixels around are of a colour. */
    private int around(int x, int y, int color) {
        int count = 0;
        for (int row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
            for (int column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
                count += entries.seen(argb[row * width + column]) == color ? 1 : 0;
            }
        }
        return count;
    }
}
