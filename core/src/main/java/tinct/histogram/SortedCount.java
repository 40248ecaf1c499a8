package tinct.histogram;

import tinct.image.Palette;

/**
 * Counts the colours of few pixels by sorting them: where most are different, as in photographs, that is twice as quick as to
 * look each up in a hash table, and what it gives is in order already.
 *
 * <p>Counting sorts by 12 bits, lowest first, twice; and by alpha only if there are several. Colours are moved themselves, as
 * nobody asks for their order, which {@link tinct.internal.RadixSort} gives at the price of a look-up for each in each pass.
 */
final class SortedCount {
    /** More pixels than this leave the caches. */
    static final int MOST = 1 << 19;

    private static final int DIGIT = 12;
    private static final int MASK = (1 << DIGIT) - 1;

    private SortedCount() {}

    /** The histogram of {@code argb[from..to)}, which is not changed. */
    static Histogram of(int[] argb, int from, int to) {
        int n = to - from;
        int[] low = new int[1 << DIGIT];
        int[] high = new int[1 << DIGIT];
        int[] alpha = new int[256];
        int[] colors = new int[n];
        for (int i = 0; i < n; i++) {
            int color = Palette.visible(argb[from + i]);
            colors[i] = color;
            low[color & MASK]++;
            high[color >>> DIGIT & MASK]++;
            alpha[color >>> 24]++;
        }
        int[] other = new int[n];
        scatter(colors, other, 0, low);
        scatter(other, colors, DIGIT, high);
        if (alpha[colors[0] >>> 24] == n) {
            return counted(colors);
        }
        scatter(colors, other, 24, alpha);
        return counted(other);
    }

    /** Moves colours in order of some of their bits, of which there are {@code counts}. */
    private static void scatter(int[] from, int[] to, int shift, int[] counts) {
        int mask = counts.length - 1;
        int next = 0;
        for (int digit = 0; digit < counts.length; digit++) {
            int count = counts[digit];
            counts[digit] = next;
            next += count;
        }
        for (int color : from) {
            to[counts[color >>> shift & mask]++] = color;
        }
    }

    private static Histogram counted(int[] ascending) {
        int distinct = 1;
        for (int i = 1; i < ascending.length; i++) {
            distinct += ascending[i] != ascending[i - 1] ? 1 : 0;
        }
        int[] colors = new int[distinct];
        long[] counts = new long[distinct];
        int start = 0;
        for (int next = 0; next < distinct; next++) {
            int color = ascending[start];
            int end = start + 1;
            while (end < ascending.length && ascending[end] == color) {
                end++;
            }
            colors[next] = color;
            counts[next] = (long) end - start;
            start = end;
        }
        return Histogram.ofSorted(colors, counts);
    }
}
