package tinct.remap;

import java.util.Arrays;
import tinct.color.ColorSpace;

/**
 * The index of the nearest entry of each opaque colour met, in {@link ColorPage pages}, looked for when it is first met.
 * Alpha is ignored. For one thread.
 */
final class IndexPages implements PixelMapper {
    private final ColorSearch nearest;
    /** Where the page of a colour begins [2^18]; 0 if there is none yet. */
    private final int[] starts = new int[ColorPage.COUNT];
    /** 0 for not known, else one more than the index. The first page is of no colours. */
    private short[] pages = new short[1 << 18];

    private int end = ColorPage.SIZE;

    IndexPages(ColorSpace space, EntrySearch search) {
        nearest = new ColorSearch(space, search);
    }

    @Override
    public void map(int[] argb, int from, int count, int x, int y, byte[] indices, int to) {
        int[] starts = this.starts;
        short[] pages = this.pages;
        for (int i = 0; i < count; i++) {
            int color = argb[from + i];
            int index = pages[starts[ColorPage.of(color)] + ColorPage.place(color)];
            if (index == 0) {
                index = find(color);
                pages = this.pages;
            }
            indices[to + i] = (byte) (index - 1);
        }
    }

    private int find(int color) {
        int page = ColorPage.of(color);
        if (starts[page] == 0) {
            if (end == pages.length) {
                pages = Arrays.copyOf(pages, 2 * end);
            }
            starts[page] = end;
            end += ColorPage.SIZE;
        }
        int index = nearest.find(color | 0xFF000000) + 1;
        pages[starts[page] + ColorPage.place(color)] = (short) index;
        return index;
    }
}
