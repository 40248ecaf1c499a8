package tinct.remap;

import java.util.Arrays;
import tinct.internal.ColorCells;

/**
 * A small number for each of some opaque colours, in pages: the 64 colours that are alike in the upper six bits of each channel
 * are a page, as long as one or two lines of the cache, and pixels that lie together mostly share them.
 */
final class ColorPages {
    private static final int LOW = 2;
    private static final int SIZE = 1 << 3 * LOW;

    /** Where the page of a colour begins [2^18]; at 0 is one of no colours. */
    final int[] starts = new int[1 << 24 - 3 * LOW];
    /** 0 for colours without a number; another array once {@link #put} has needed more room. */
    short[] pages = new short[1 << 14];

    private int end = SIZE;

    /** Where a page's start is in {@link #starts}. */
    static int page(int color) {
        return ColorCells.cell(color, LOW);
    }

    /** The place of a colour from there. */
    static int place(int color) {
        return ColorCells.place(color, LOW);
    }

    /** How many numbers there is room for. */
    int size() {
        return end;
    }

    /** Gives a colour a number. */
    void put(int color, int number) {
        int page = page(color);
        if (starts[page] == 0) {
            if (end == pages.length) {
                pages = Arrays.copyOf(pages, 2 * end);
            }
            starts[page] = end;
            end += SIZE;
        }
        pages[starts[page] + place(color)] = (short) number;
    }
}
