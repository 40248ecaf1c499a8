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

    /** Where the page is of which all colours have a number; 0 if there is none [257]. */
    private final int[] filled = new int[257];

    private int end = SIZE;

    /** Where a page's start is in {@link #starts}. */
    static int page(int color) {
        return ColorCells.cell(color, LOW);
    }

    /** The place of a colour from there. */
    static int place(int color) {
        return ColorCells.place(color, LOW);
    }

    /** The least level of a channel on the page where it has this level. */
    static int least(int level) {
        return level & -1 << LOW;
    }

    /** The greatest level of a channel there. */
    static int most(int level) {
        return level | (1 << LOW) - 1;
    }

    /** How many numbers there is room for. */
    int size() {
        return end;
    }

    /** Gives a colour a number, which it has alone. Not for colours whose page was {@link #fill filled}. */
    void put(int color, int number) {
        int page = page(color);
        if (starts[page] == 0) {
            starts[page] = begin();
        }
        pages[starts[page] + place(color)] = (short) number;
    }

    /** Whether no colour of this one's page has a number. */
    boolean empty(int color) {
        return starts[page(color)] == 0;
    }

    /** Gives all colours of a colour's page, which is empty, a number: 1..256. Such pages share one place. */
    void fill(int color, int number) {
        if (filled[number] == 0) {
            filled[number] = begin();
            Arrays.fill(pages, filled[number], end, (short) number);
        }
        starts[page(color)] = filled[number];
    }

    private int begin() {
        if (end == pages.length) {
            pages = Arrays.copyOf(pages, 2 * end);
        }
        end += SIZE;
        return end - SIZE;
    }
}
