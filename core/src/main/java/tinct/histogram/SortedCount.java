package tinct.histogram;

import java.util.Arrays;
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
        int[] colors = new int[n];
        int[] low = new int[1 << DIGIT];
        int[] high = new int[1 << DIGIT];
        int all = -1;
        int any = 0;
        for (int i = 0; i < n; i++) {
            int color = Palette.visible(argb[from + i]);
            colors[i] = color;
            low[color & MASK]++;
            high[color >>> DIGIT & MASK]++;
            all &= color;
            any |= color;
        }
        int[] other = new int[n];
        scatter(colors, other, 0, low);
        scatter(other, colors, DIGIT, high);
        if ((all ^ any) >>> 24 == 0) {
            return counted(colors, other);
        }
        int[] alpha = new int[256];
        for (int color : colors) {
            alpha[color >>> 24]++;
        }
        scatter(colors, other, 24, alpha);
        return counted(other, colors);
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

    /** Without branches, as nobody can guess where the next colour begins. Overwrites both arrays. */
    private static Histogram counted(int[] ascending, int[] ends) {
        int last = ascending.length - 1;
        int distinct = 0;
        for (int i = 0; i < last; i++) {
            int color = ascending[i];
            ascending[distinct] = color;
            ends[distinct] = i + 1;
            distinct += color == ascending[i + 1] ? 0 : 1;
        }
        ascending[distinct] = ascending[last];
        ends[distinct++] = last + 1;
        long[] counts = new long[distinct];
        for (int i = 0, start = 0; i < distinct; i++) {
            counts[i] = (long) ends[i] - start;
            start = ends[i];
        }
        return Histogram.ofSorted(Arrays.copyOf(ascending, distinct), counts);
    }
}
