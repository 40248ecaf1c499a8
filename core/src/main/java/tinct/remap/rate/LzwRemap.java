package tinct.remap.rate;

import tinct.image.Image;
import tinct.image.Palette;
import tinct.internal.LzwCodes;
import tinct.internal.Parallel;

/**
 * Maps a picture so that error and the codes of a GIF are cheap together; as {@link RateRemap} does for deflate.
 *
 * <p>Strips of a fixed number of pixels begin with a clear table and are mapped independently, so the result does not
 * depend on the number of threads.
 */
public final class LzwRemap {
    private final byte[] indices;
    private double cost;
    private long bits;

    /**
     * Maps the picture.
     *
     * @param plain [pixels] indices of a plain map; not changed
     * @param price of a bit, in squared Oklab distance over activity
     * @param effort 1..9
     */
    public LzwRemap(Image image, Palette palette, byte[] plain, double price, int effort, int threads) {
        Entries entries = new Entries(palette);
        LzwSearch search = LzwSearch.of(effort);
        indices = new byte[plain.length];
        int strips = (plain.length - 1) / LzwCodes.STRIP + 1;
        double[] costs = new double[strips];
        long[] sizes = new long[strips];
        Parallel.forEach(strips, threads, strip -> {
            int from = strip * LzwCodes.STRIP;
            int to = (int) Math.min(plain.length, (long) from + LzwCodes.STRIP);
            LzwWays ways = new LzwWays(to - from, new LzwStrings(LzwCodes.indexBits(palette.size())));
            LzwErrors errors = new LzwErrors(image, entries, plain, from, to, price, ways.indices);
            costs[strip] = new LzwPath(ways, errors, palette.size(), price, search).settle();
            sizes[strip] = ways.bits;
            System.arraycopy(ways.indices, 0, indices, from, to - from);
        });
        for (int strip = 0; strip < strips; strip++) {
            cost += costs[strip];
            bits += sizes[strip];
        }
    }

    /** The result [pixels]. */
    public byte[] indices() {
        return indices;
    }

    /** What the result costs: errors by their weights and bits by their price. */
    double cost() {
        return cost;
    }

    /** The bits of the codes of the result; a writer may find clears that need fewer. */
    long bits() {
        return bits;
    }
}
