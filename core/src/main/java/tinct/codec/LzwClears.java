package tinct.codec;

import java.util.Arrays;
import tinct.internal.LzwCodes;

/**
 * Where to clear the table of an LZW stream: the cheapest of all choices among the multiples of
 * {@link LzwCodes#CLEAR_STEP}, found as a shortest path, but for runs that are given up early.
 *
 * <p>A run is what one table writes. From each place that one reaches with a full table, or where a strip begins, a run
 * goes on and offers its end at every later place, until other ways there have been cheaper for long, or by much.
 */
final class LzwClears {
    /** What a full table is worth at most, beside an empty one: bits. */
    private static final long WORTH = 1 << 13;

    /** For how many places a run may be dearer than another before it is given up. */
    private static final int PATIENCE = 24;

    private static final int STEP = LzwCodes.CLEAR_STEP;

    private final byte[] indices;
    private final LzwTable table;
    private final int places;

    /** [places + 1] the bits of the cheapest way to each place, with a clear or end code behind it. */
    private final long[] best;

    /** [places + 1] where the last run of that way begins. */
    private final int[] start;

    /** [places + 1] whether a run that comes there has a full table. */
    private final boolean[] full;

    private LzwClears(byte[] indices, int indexBits) {
        this.indices = indices;
        table = new LzwTable(indexBits);
        places = (indices.length + STEP - 1) / STEP;
        best = new long[places + 1];
        start = new int[places + 1];
        full = new boolean[places + 1];
        Arrays.fill(best, Long.MAX_VALUE);
        best[0] = table.width();
    }

    /** The numbers of the pixels, ascending, before which the table is best cleared; the first is not among them. */
    static int[] of(byte[] indices, int indexBits) {
        LzwClears clears = new LzwClears(indices, indexBits);
        for (int place = 0; place < clears.places; place++) {
            if (place * STEP % LzwCodes.STRIP == 0 || clears.full[place]) {
                clears.run(place);
            }
        }
        int[] found = new int[clears.places];
        int n = 0;
        for (int place = clears.start[clears.places]; place > 0; place = clears.start[place]) {
            found[n++] = place * STEP;
        }
        int[] ascending = new int[n];
        for (int i = 0; i < n; i++) {
            ascending[i] = found[n - 1 - i];
        }
        return ascending;
    }

    private void run(int from) {
        table.clear();
        long bits = best[from];
        int prefix = indices[from * STEP] & 0xFF;
        int dearer = 0;
        for (int place = from + 1, i = from * STEP + 1; place <= places; place++) {
            for (int end = Math.min(indices.length, place * STEP); i < end; i++) {
                int index = indices[i] & 0xFF;
                int width = table.width();
                int code = table.findOrAdd(prefix, index);
                if (code < 0) {
                    bits += width;
                    prefix = index;
                } else {
                    prefix = code;
                }
            }
            long total = bits + table.width() + table.widthAfter();
            if (total < best[place]) {
                best[place] = total;
                start[place] = from;
                dearer = 0;
            } else if (++dearer > PATIENCE || total > best[place] + WORTH) {
                return;
            }
            full[place] |= table.full();
        }
    }
}
