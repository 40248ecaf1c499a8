package tinct.remap;

import java.util.Arrays;
import tinct.image.IndexedColors;

/**
 * Opaque colours whose index is known, in {@link ColorPage pages}, of which those with a known colour are kept. May be read by
 * several threads.
 */
final class KnownIndices {
    /** More colours than this are found faster in other ways, as the pages no longer fit into caches. */
    static final int MOST = 1 << 18;

    /** Where the page of a colour begins [2^18]; at 0 is one that knows nothing. */
    private final int[] starts = new int[ColorPage.COUNT];

    private final byte[] pages;
    /** The index that stands for not known: the one that the fewest colours have. These are not known, then. */
    private final byte unknown;

    KnownIndices(IndexedColors known) {
        int end = ColorPage.SIZE;
        int[] uses = new int[256];
        for (int i = 0; i < known.size(); i++) {
            uses[known.index(i)]++;
            int page = ColorPage.of(known.color(i));
            if (starts[page] == 0) {
                starts[page] = end;
                end += ColorPage.SIZE;
            }
        }
        unknown = (byte) least(uses);
        pages = new byte[end];
        Arrays.fill(pages, unknown);
        for (int i = 0; i < known.size(); i++) {
            int color = known.color(i);
            if (color >>> 24 == 255) {
                pages[starts[ColorPage.of(color)] + ColorPage.place(color)] = (byte) known.index(i);
            }
        }
    }

    /** Maps pixels whose colours are known, and leaves the others to another mapper. */
    PixelMapper mapper(PixelMapper otherwise) {
        return (argb, from, count, x, y, indices, to) -> {
            int[] starts = this.starts;
            byte[] pages = this.pages;
            byte unknown = this.unknown;
            for (int i = 0; i < count; i++) {
                int color = argb[from + i];
                byte index = pages[starts[ColorPage.of(color)] + ColorPage.place(color)];
                if (index != unknown && color >>> 24 == 255) {
                    indices[to + i] = index;
                } else {
                    otherwise.map(argb, from + i, 1, x + i, y, indices, to + i);
                }
            }
        };
    }

    private static int least(int... uses) {
        int least = 0;
        for (int index = 1; index < uses.length; index++) {
            least = uses[index] < uses[least] ? index : least;
        }
        return least;
    }
}
