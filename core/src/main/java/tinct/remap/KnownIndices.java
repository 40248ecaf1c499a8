package tinct.remap;

import tinct.image.IndexedColors;

/** Opaque colours whose index is known; may be read by several threads. */
final class KnownIndices {
    /** More colours than this are found faster in other ways, as what is known of them no longer fits into caches. */
    static final int MOST = 1 << 18;

    /** One more than the index. */
    private final ColorPages known = new ColorPages();

    KnownIndices(IndexedColors colors) {
        for (int i = 0; i < colors.size(); i++) {
            if (colors.color(i) >>> 24 == 255) {
                known.put(colors.color(i), colors.index(i) + 1);
            }
        }
    }

    /** Maps pixels whose colours are known, and leaves the others to another mapper. */
    PixelMapper mapper(PixelMapper otherwise) {
        return (argb, from, count, x, y, indices, to) -> {
            int[] starts = known.starts;
            short[] pages = known.pages;
            for (int i = 0; i < count; i++) {
                int color = argb[from + i];
                int number = pages[starts[ColorPages.page(color)] + ColorPages.place(color)];
                if (number > 0 && color >>> 24 == 255) {
                    indices[to + i] = (byte) (number - 1);
                } else {
                    otherwise.map(argb, from + i, 1, x + i, y, indices, to + i);
                }
            }
        };
    }
}
