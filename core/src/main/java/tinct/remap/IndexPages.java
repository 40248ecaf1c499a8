package tinct.remap;

import tinct.color.ColorSpace;

/**
 * The index of the nearest entry of each opaque colour met, looked for when it is first met; where one entry is the nearest of all
 * colours of a page, once for all of them. Alpha is ignored. For one thread.
 */
final class IndexPages implements PixelMapper {
    /** Room for so many indices; colours that are met later are looked for each time. */
    private static final int MOST = 1 << 22;

    private final ColorSearch nearest;
    /** One more than the index. */
    private final ColorPages known = new ColorPages();

    IndexPages(ColorSpace space, EntrySearch search) {
        nearest = new ColorSearch(space, search);
    }

    @Override
    public void map(int[] argb, int from, int count, int x, int y, byte[] indices, int to) {
        int[] starts = known.starts;
        short[] pages = known.pages;
        for (int i = 0; i < count; i++) {
            int color = argb[from + i];
            int number = pages[starts[ColorPages.page(color)] + ColorPages.place(color)];
            if (number == 0) {
                number = find(color);
                pages = known.pages;
            }
            indices[to + i] = (byte) (number - 1);
        }
    }

    private int find(int color) {
        if (known.size() >= MOST) {
            return nearest.find(color | 0xFF000000) + 1;
        }
        if (known.empty(color)) {
            int throughout = nearest.findForPage(color) + 1;
            if (throughout > 0) {
                known.fill(color, throughout);
                return throughout;
            }
        }
        int number = nearest.find(color | 0xFF000000) + 1;
        known.put(color, number);
        return number;
    }
}
