package tinct.histogram;

import tinct.image.Palette;

/** Counts colours in an open hash table that grows; for one thread. */
final class Counter {
    /* Key and count side by side, so that a look-up touches one cache line. A count of 0 marks a free place. */
    private int[] table = new int[1 << 13];
    private int shift = 32 - 12;
    private int size;

    /** Counts {@code argb[from..to)}; the total of all calls must stay below 2^31. */
    void count(int[] argb, int from, int to) {
        int i = from;
        while (i < to) {
            int color = argb[i];
            int start = i++;
            while (i < to && argb[i] == color) {
                i++;
            }
            add(Palette.visible(color), i - start);
        }
    }

    private void add(int color, int pixels) {
        int[] entries = table;
        int mask = entries.length - 1;
        int at = hash(color);
        while (entries[at + 1] != 0) {
            if (entries[at] == color) {
                entries[at + 1] += pixels;
                return;
            }
            at = (at + 2) & mask;
        }
        entries[at] = color;
        entries[at + 1] = pixels;
        if (++size * 4 > entries.length) {
            grow();
        }
    }

    /** The even position where the search for a colour starts. */
    private int hash(int color) {
        return ((color * 0x9E3779B1) >>> shift) << 1;
    }

    private void grow() {
        int[] old = table;
        table = new int[old.length * 2];
        shift--;
        int mask = table.length - 1;
        for (int from = 0; from < old.length; from += 2) {
            if (old[from + 1] != 0) {
                int at = hash(old[from]);
                while (table[at + 1] != 0) {
                    at = (at + 2) & mask;
                }
                table[at] = old[from];
                table[at + 1] = old[from + 1];
            }
        }
    }

    /** What has been counted. */
    Histogram histogram() {
        int[] colors = new int[size];
        long[] counts = new long[size];
        int next = 0;
        for (int at = 0; at < table.length; at += 2) {
            if (table[at + 1] != 0) {
                colors[next] = table[at];
                counts[next++] = table[at + 1];
            }
        }
        return Histogram.sorted(colors, counts);
    }
}
