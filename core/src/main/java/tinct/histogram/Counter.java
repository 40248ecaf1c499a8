package tinct.histogram;

import java.util.Arrays;
import tinct.image.Palette;
import tinct.internal.Parallel;

/**
 * Counts colours; for one thread.
 *
 * <p>A hash table that grows, until it holds so many colours that looking them up would mostly miss the caches. Then
 * opaque colours move to a table of one count for each of the 2^24. Pixels are put in order of red, a block at a time,
 * before they are counted there, so that each part of the table serves many of them while it is in the caches.
 */
final class Counter {
    private static final int MOST_HASHED = 1 << 17;

    /** Pixels put in order together. */
    private static final int BLOCK = 1 << 17;

    /* Key and count side by side, so that a look-up touches one cache line. A count of 0 marks a free place. */
    private int[] table = new int[1 << 13];
    private int shift = 32 - 12;
    private int size;
    /** [2^24] counts of opaque colours, or empty. */
    private int[] dense = {};
    /** Opaque colours without their alpha, in order of red. */
    private int[] block = {};
    /** Where the next colour of each red goes in it. */
    private final int[] next = new int[256];

    /** Counts {@code argb[from..to)}; the total of all calls must stay below 2^31. */
    void count(int[] argb, int from, int to) {
        int i = from;
        while (i < to && dense.length == 0) {
            int color = argb[i];
            int start = i++;
            while (i < to && argb[i] == color) {
                i++;
            }
            add(Palette.visible(color), i - start);
        }
        for (; i < to; i = Math.min(to, i + BLOCK)) {
            countBlock(argb, i, Math.min(to, i + BLOCK));
        }
    }

    private void countBlock(int[] argb, int from, int to) {
        int[] table = dense, block = this.block;
        int size = orderByRed(argb, from, to);
        for (int i = 0; i < size; i++) {
            table[block[i]]++;
        }
        for (int i = from; i < to && size < to - from; i++) {
            if (argb[i] >>> 24 != 255) {
                hash(Palette.visible(argb[i]), 1);
            }
        }
    }

    /** Puts opaque colours into {@link #block}; returns how many they are. */
    private int orderByRed(int[] argb, int from, int to) {
        int[] next = this.next, block = this.block;
        Arrays.fill(next, 0);
        for (int i = from; i < to; i++) {
            next[argb[i] >>> 16 & 0xFF] += argb[i] >>> 24 == 255 ? 1 : 0;
        }
        int size = 0;
        for (int red = 0; red < next.length; red++) {
            int count = next[red];
            next[red] = size;
            size += count;
        }
        for (int i = from; i < to; i++) {
            if (argb[i] >>> 24 == 255) {
                block[next[argb[i] >>> 16 & 0xFF]++] = argb[i] & 0xFFFFFF;
            }
        }
        return size;
    }

    private void add(int color, int pixels) {
        if (dense.length > 0 && color >>> 24 == 255) {
            dense[color & 0xFFFFFF] += pixels;
        } else {
            hash(color, pixels);
        }
    }

    private void hash(int color, int pixels) {
        int[] entries = table;
        int mask = entries.length - 1;
        int at = place(color);
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
            if (size > MOST_HASHED && dense.length == 0) {
                spreadOut();
            } else {
                grow();
            }
        }
    }

    /** The even position where the search for a colour starts. */
    private int place(int color) {
        return ((color * 0x9E3779B1) >>> shift) << 1;
    }

    private void spreadOut() {
        int[] old = table;
        dense = new int[1 << 24];
        block = new int[BLOCK];
        table = new int[1 << 13];
        shift = 32 - 12;
        size = 0;
        for (int from = 0; from < old.length; from += 2) {
            if (old[from + 1] != 0) {
                add(old[from], old[from + 1]);
            }
        }
    }

    private void grow() {
        int[] old = table;
        table = new int[old.length * 2];
        shift--;
        int mask = table.length - 1;
        for (int from = 0; from < old.length; from += 2) {
            if (old[from + 1] != 0) {
                int at = place(old[from]);
                while (table[at + 1] != 0) {
                    at = (at + 2) & mask;
                }
                table[at] = old[from];
                table[at + 1] = old[from + 1];
            }
        }
    }

    /**
     * What several counters have counted, which they no longer know afterwards.
     *
     * @param counters at least one
     * @param threads most threads to use, at least 1
     */
    static Histogram total(Counter[] counters, int threads) {
        int[][] dense = Arrays.stream(counters)
                .map(counter -> counter.dense)
                .filter(counts -> counts.length > 0)
                .toArray(int[][]::new);
        Histogram total = counters[0].hashed();
        for (int i = 1; i < counters.length; i++) {
            total = total.merge(counters[i].hashed());
        }
        return dense.length == 0 ? total : total.merge(opaque(dense, threads));
    }

    private Histogram hashed() {
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

    /** The colours of dense tables; the first one is changed to the sum of all. */
    private static Histogram opaque(int[][] dense, int threads) {
        int ranges = 64;
        int length = dense[0].length / ranges;
        int[] ends = new int[ranges];
        Parallel.forEach(ranges, threads, range -> ends[range] = sum(dense, range * length, length));
        Arrays.parallelPrefix(ends, Integer::sum);
        int[] colors = new int[ends[ranges - 1]];
        long[] counts = new long[colors.length];
        int[] sums = dense[0];
        Parallel.forEach(ranges, threads, range -> {
            int next = range == 0 ? 0 : ends[range - 1];
            for (int rgb = range * length; rgb < (range + 1) * length; rgb++) {
                if (sums[rgb] > 0) {
                    colors[next] = 0xFF000000 | rgb;
                    counts[next++] = sums[rgb];
                }
            }
        });
        return Histogram.ofSorted(colors, counts);
    }

    /** Adds a range of all tables to the first one; returns how many colours there are in it. */
    private static int sum(int[][] dense, int from, int length) {
        int[] sums = dense[0];
        for (int table = 1; table < dense.length; table++) {
            int[] counts = dense[table];
            for (int rgb = from; rgb < from + length; rgb++) {
                sums[rgb] += counts[rgb];
            }
        }
        int distinct = 0;
        for (int rgb = from; rgb < from + length; rgb++) {
            distinct += sums[rgb] > 0 ? 1 : 0;
        }
        return distinct;
    }
}
