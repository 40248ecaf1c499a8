package tinct.remap;

import tinct.color.ColorSpace;
import tinct.image.IndexedColors;

/**
 * The index of the nearest entry of each of the 2^24 opaque colours, looked for when a colour is first met. Alpha is
 * ignored. For large pictures of many colours: colours that are alike lie together, so it misses the caches less than a
 * hash table of as many.
 *
 * <p>Threads share it. Two that meet a colour at the same time find the same.
 */
final class IndexTable {
    /** 0 for not known, else one more than the index [2^24]. */
    private final short[] known = new short[1 << 24];

    private final ColorSpace space;
    private final EntrySearch search;

    IndexTable(ColorSpace space, EntrySearch search, IndexedColors colors) {
        this.space = space;
        this.search = search;
        for (int i = 0; i < colors.size(); i++) {
            known[colors.color(i) & 0xFFFFFF] = (short) (colors.index(i) + 1);
        }
    }

    /** A mapper for one thread. */
    PixelMapper mapper() {
        ColorSearch nearest = new ColorSearch(space, search);
        return (argb, from, count, x, y, indices, to) -> {
            short[] table = known;
            for (int i = 0; i < count; i++) {
                int rgb = argb[from + i] & 0xFFFFFF;
                int index = table[rgb];
                if (index == 0) {
                    index = nearest.find(rgb) + 1;
                    table[rgb] = (short) index;
                }
                indices[to + i] = (byte) (index - 1);
            }
        };
    }
}
