package tinct.remap;

import java.util.Arrays;
import tinct.image.Palette;

/**
 * Tells row by row where the colours of a picture change, but by less than its palette can follow.
 *
 * <p>Works on the steps between neighbours, in 8-bit sRGB premultiplied with alpha, and on counts: no rounding, no matter in
 * what order. Rows come in order and answers follow {@link #SIDE} - 1 rows later.
 */
final class SmoothAreas {
    /** Columns and rows of the squares that are judged. */
    private static final int SIDE = 12;
    /** By how many rows the answers follow. */
    static final int DELAY = SIDE - 1;

    /** A step is large if it is more than this share of the distance between entries. */
    private static final int LARGE_SHARE = 2;
    /* Of the 2 * SIDE * SIDE steps of a square, per mille. */
    private static final int MOST_LARGE = 30;
    private static final int LEAST_SMALL = 40;

    private static final int SMALL = 1;
    private static final int LARGE = 1 << 16;
    private static final int SMOOTH = 1;
    private static final int ROUGH = 2;

    private final int width;
    private final boolean opaque;
    /** The squared length from which on a step at a pixel of an entry is large [size]. */
    private final int[] large;

    /* Of the last SIDE rows, by y % SIDE: sums over SIDE columns of small and of large steps, and their sum over rows. */
    private final int[][] across = new int[SIDE][];
    private final int[] square;
    private final int[] steps;
    /* Bits SMOOTH: the square that begins here is, ROUGH: a large step at this pixel. Of row y at y % (2 * SIDE). */
    private final byte[][] marks = new byte[2 * SIDE][];
    private final int[] above;
    private int rows;

    SmoothAreas(int width, Palette palette) {
        this.width = width;
        this.opaque = palette.opaque();
        large = new int[palette.size()];
        for (int i = 0; i < large.length; i++) {
            large[i] = spacing(palette, i) / (LARGE_SHARE * LARGE_SHARE);
        }
        for (int i = 0; i < SIDE; i++) {
            across[i] = new int[width];
        }
        for (int i = 0; i < marks.length; i++) {
            marks[i] = new byte[width];
        }
        square = new int[width];
        steps = new int[width];
        above = new int[width];
    }

    /** Squared distance to the second nearest of the other entries: the nearest may be a near twin. */
    private int spacing(Palette palette, int entry) {
        int[] distances = new int[palette.size()];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = step(palette.entry(entry), palette.entry(i));
        }
        Arrays.sort(distances);
        return distances[Math.min(2, distances.length - 1)];
    }

    /** Takes the next row and the nearest entries of its pixels. */
    void add(int[] argb, byte[] indices, int to) {
        byte[] mark = marks[rows % marks.length];
        Arrays.fill(mark, (byte) 0);
        byte[] markAbove = marks[(rows + marks.length - 1) % marks.length];
        for (int x = 0; x < width; x++) {
            int limit = large[indices[to + x] & 0xFF];
            int color = argb[x];
            int count = 0;
            if (x > 0 && argb[x - 1] != color) {
                int kind = kind(argb[x - 1], color, limit);
                count += kind;
                if (kind == LARGE) {
                    mark[x] |= ROUGH;
                    mark[x - 1] |= ROUGH;
                }
            }
            if (rows > 0 && above[x] != color) {
                int kind = kind(above[x], color, limit);
                count += kind;
                if (kind == LARGE) {
                    mark[x] |= ROUGH;
                    markAbove[x] |= ROUGH;
                }
            }
            steps[x] = count;
        }
        System.arraycopy(argb, 0, above, 0, width);
        sum();
        rows++;
    }

    /** Adds the row to the squares that end with it and judges those. */
    private void sum() {
        int[] sums = across[rows % SIDE];
        int sum = 0;
        for (int x = width - 1; x >= 0; x--) {
            sum += steps[x] - (x + SIDE < width ? steps[x + SIDE] : 0);
            square[x] += sum - sums[x];
            sums[x] = sum;
        }
        byte[] begin = marks[Math.max(0, rows - SIDE + 1) % marks.length];
        int all = 2 * SIDE * SIDE;
        for (int x = 0; x < width; x++) {
            int larges = square[x] >>> 16, smalls = square[x] & 0xFFFF;
            if (larges * 1000 <= all * MOST_LARGE && smalls * 1000 >= all * LEAST_SMALL) {
                begin[x] |= SMOOTH;
            }
        }
    }

    /** Whether the pixels of row {@code y} are in a smooth area: the last row but {@link #DELAY}, or after the last any. */
    void judge(int y, boolean[] smooth) {
        byte[] mark = marks[y % marks.length];
        byte[] up = marks[Math.max(0, y - SIDE + 1) % marks.length];
        for (int x = 0; x < width; x++) {
            int left = Math.max(0, x - SIDE + 1);
            boolean square = ((mark[x] | mark[left] | up[x] | up[left]) & SMOOTH) != 0;
            smooth[x] = square && (mark[x] & ROUGH) == 0;
        }
    }

    private int kind(int a, int b, int limit) {
        int step = step(a, b);
        return step == 0 ? 0 : step <= limit ? SMALL : LARGE;
    }

    private int step(int a, int b) {
        if (opaque || (a & b) >>> 24 == 255) {
            int red = (a >> 16 & 0xFF) - (b >> 16 & 0xFF);
            int green = (a >> 8 & 0xFF) - (b >> 8 & 0xFF);
            int blue = (a & 0xFF) - (b & 0xFF);
            return red * red + green * green + blue * blue;
        }
        int alphaA = a >>> 24, alphaB = b >>> 24;
        int red = ((a >> 16 & 0xFF) * alphaA - (b >> 16 & 0xFF) * alphaB) / 255;
        int green = ((a >> 8 & 0xFF) * alphaA - (b >> 8 & 0xFF) * alphaB) / 255;
        int blue = ((a & 0xFF) * alphaA - (b & 0xFF) * alphaB) / 255;
        int alpha = alphaA - alphaB;
        return red * red + green * green + blue * blue + 3 * alpha * alpha;
    }
}
