package tinct.remap;

import java.util.Arrays;
import tinct.image.Palette;

/**
 * Tells row by row where the colours of a picture change, but by less than its palette can follow.
 *
 * <p>Works on the steps between neighbours, in 8-bit sRGB premultiplied with alpha, all in whole numbers. Rows come in order
 * and answers follow {@link #DELAY} rows later. Where a picture is narrower or lower than a square nothing is smooth.
 */
final class SmoothAreas {
    /** Columns and rows of the squares that are judged. */
    private static final int SIDE = 12;
    /** By how many rows answers follow. */
    static final int DELAY = SIDE - 1;

    /* Squared lengths: of a change by 24 levels, beyond which nothing is smooth, and of one by two in each channel, which is
     * more likely a slope's than a drawn line's. */
    private static final int MOST_SMALL = 24 * 24;
    private static final int MOST_TINY = 12;

    /* How many of the steps of a square may be large, and how many must be tiny, or at least not large. Anything flat has
     * some of the latter along faint edges. */
    private static final int STEPS = 2 * SIDE * SIDE;
    private static final int LARGE_ALLOWED = STEPS * 3 / 100;
    private static final int TINY_NEEDED = STEPS * 4 / 100;
    private static final int SMALL_NEEDED = STEPS / 4;

    /* Counts of the three kinds share an int. */
    private static final int TINY = 1;
    private static final int SMALL = 1 << 10;
    private static final int LARGE = 1 << 20;
    private static final int COUNT = SMALL - 1;

    private static final int SMOOTH = 1;
    private static final int ROUGH = 2;

    private final int width;
    private final boolean opaque;
    /** The squared length beyond which a step at a pixel of an entry is large: the distance of entries [size]. */
    private final int[] large;

    /* Of the last SIDE rows, by y % SIDE: sums of the counts of SIDE columns; and the sum of all these. */
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
            large[i] = Math.min(MOST_SMALL, spacing(palette, i));
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
        if (rows < SIDE - 1) {
            return;
        }
        byte[] begin = marks[(rows - SIDE + 1) % marks.length];
        for (int x = 0; x <= width - SIDE; x++) {
            int counts = square[x];
            int tiny = counts & COUNT, small = counts / SMALL & COUNT;
            boolean slopes = tiny >= TINY_NEEDED || tiny + small >= SMALL_NEEDED;
            if (slopes && counts / LARGE <= LARGE_ALLOWED) {
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
        if (step > limit) {
            return LARGE;
        }
        return step == 0 ? 0 : step <= MOST_TINY ? TINY : SMALL;
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
