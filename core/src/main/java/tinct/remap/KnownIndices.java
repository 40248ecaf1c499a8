package tinct.remap;

import tinct.image.IndexedColors;

/** A hash table of colours whose index is known; may be read by several threads. */
final class KnownIndices {
    /** More colours than this are found faster in other ways, as the table no longer fits into caches. */
    static final int MOST = 1 << 18;

    /* Colour and index side by side; -1 in place of an index marks a free place. */
    private final int[] table;
    private final int shift;

    KnownIndices(IndexedColors known) {
        int bits = 33 - Integer.numberOfLeadingZeros(Math.max(1, known.size()));
        shift = 32 - bits;
        table = new int[2 << bits];
        for (int at = 1; at < table.length; at += 2) {
            table[at] = -1;
        }
        for (int i = 0; i < known.size(); i++) {
            int at = place(known.color(i));
            table[at] = known.color(i);
            table[at + 1] = known.index(i);
        }
    }

    /** The index of a colour, or -1. */
    int find(int color) {
        return table[place(color) + 1];
    }

    /** Where a colour is, or the free place where it would be. */
    private int place(int color) {
        int[] entries = table;
        int at = ((color * 0x9E3779B1) >>> shift) << 1;
        while (entries[at + 1] >= 0 && entries[at] != color) {
            at = (at + 2) & (entries.length - 1);
        }
        return at;
    }
}
