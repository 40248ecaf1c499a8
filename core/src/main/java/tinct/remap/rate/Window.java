package tinct.remap.rate;

import java.util.Arrays;

/**
 * The bytes that were written already, rows of indices with a gap before each, and where pairs of them stand.
 *
 * <p>Rows are numbered from the first that is kept. Pairs are linked to the one before with the same two indices.
 */
final class Window {
    /** Places before the first row, so that eight bytes can be read that end with its first. */
    static final int MARGIN = 8;

    /** [8 + rows * (gap + width)]. */
    final byte[] bytes;

    /** [2^16] the last place of each pair, or -1. */
    final int[] last = new int[1 << 16];

    /** [bytes.length] the place before with the same pair, or -1. */
    final int[] before;

    /** Of the plain map in the same rows. */
    final Repeats repeats;

    private final int width;
    private final int gap;

    /**
     * A window that is empty yet.
     *
     * @param gap bytes before each row, which are 0
     */
    Window(int width, int gap, int rows) {
        this.width = width;
        this.gap = gap;
        bytes = new byte[MARGIN + stride() * rows];
        before = new int[bytes.length];
        repeats = new Repeats(bytes.length);
        Arrays.fill(last, -1);
    }

    /** From a pixel to the one below. */
    int stride() {
        return gap + width;
    }

    /** Where the first pixel of a row is. */
    int start(int row) {
        return MARGIN + row * stride() + gap;
    }

    /** Makes the pairs of a row known, which will not change any more. */
    void learn(int row) {
        learn(start(row), start(row) + width - 1);
    }

    /** Makes the pairs known that begin at the places from..to - 1; in order, and none twice. */
    void learn(int from, int to) {
        for (int p = from; p < to; p++) {
            int pair = (bytes[p] & 0xFF) << 8 | (bytes[p + 1] & 0xFF);
            before[p] = last[pair];
            last[pair] = p;
        }
        repeats.learn(Math.max(0, from - Repeats.ALIKE + 2), Math.max(0, to - Repeats.ALIKE + 2));
    }
}
