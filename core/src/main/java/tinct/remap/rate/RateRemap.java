package tinct.remap.rate;

import java.util.function.IntFunction;
import tinct.image.Image;
import tinct.image.Palette;
import tinct.internal.DeflateSymbols;
import tinct.internal.Parallel;

/**
 * Maps a picture so that error and bytes are small together.
 *
 * <p>Each row becomes the cheapest sequence of literals, runs and copies: error in Oklab, weighted by how visible it is,
 * plus the price of the bits that a coder needs which copies. What a step costs is learned on a part of the rows. Strips of a fixed
 * number of pixels are mapped independently, so the result does not depend on the number of threads.
 */
public final class RateRemap {
    /**
     * How much dearer a bit is than the level says where errors are handed on in two dimensions: they may be larger then at the
     * same score.
     */
    static final double DEARER = 2.25;

    /** The price up to which all drawings stay exact: that of level 20. */
    private static final double CLEAN = 8e-4;

    /** One row of so many is tried at first, or a part of what fills the window. */
    private static final int TRIED_SHARE = 24;

    private static final int TRIED_SHARE_OF_WINDOW = 3;

    /** How many rows above and below a row matter to it. */
    public static final int REACH = Visibility.REACH;

    private final Image image;
    private final int from;
    private final int to;
    private final Entries entries;
    private final double price;
    private final CopyCode code;
    private final Search search;
    private final int threads;
    private final byte[] plain;
    private final byte[] indices;
    private final byte[] tried;
    private final int stripRows;
    private final int strips;
    private final int triedRows;
    private double cost;
    private final double bits;

    /**
     * Maps the picture.
     *
     * @param plain [pixels] indices of a plain map; not changed
     * @param from the first row that is mapped
     * @param to the row after the last that is mapped
     * @param price of a bit, in squared Oklab distance over activity
     * @param effort 1..9
     * @param code what writes the steps
     */
    public RateRemap(
            Image image,
            Palette palette,
            byte[] plain,
            int from,
            int to,
            double price,
            int effort,
            CopyCode code,
            int threads) {
        this.image = image;
        this.from = from;
        this.to = to;
        this.entries = new Entries(palette, leniency(price));
        this.plain = plain;
        this.price = DEARER * price;
        this.code = code;
        this.search = Search.of(effort);
        this.threads = threads;
        indices = new byte[plain.length];
        tried = new byte[plain.length];
        int rows = to - from;
        long strip = search.strip();
        int wanted = Math.max(1, (int) (((long) rows * image.width() + strip / 2) / strip));
        stripRows = (rows + wanted - 1) / wanted;
        strips = (rows + stripRows - 1) / stripRows;
        int window = DeflateSymbols.WINDOW / (image.width() + code.gap) + 1;
        triedRows = Math.max(1, Math.max(stripRows / TRIED_SHARE, window / TRIED_SHARE_OF_WINDOW));
        bits = map(learn()).bits();
    }

    /** How many times as much as at the level that looks clean drawings must stand out to stay exact. */
    static float leniency(double price) {
        return (float) Math.max(1, Math.sqrt(price / CLEAN));
    }

    /** The result [pixels]; 0 in rows that are not mapped. */
    public byte[] indices() {
        return indices;
    }

    /** What the result costs: errors by their weights and bits by their price. */
    double cost() {
        return cost;
    }

    /** The bits that the coder should need for the result. */
    double bits() {
        return bits;
    }

    /** What steps cost where they are chosen with care: tried on the last rows of each strip. */
    private BitCosts learn() {
        long[] counts = new long[256];
        for (int i = from * image.width(); i < to * image.width(); i++) {
            counts[plain[i] & 0xFF]++;
        }
        BitCosts costs = BitCosts.guess(code, counts, price);
        for (int trial = 0; trial < search.trials(); trial++) {
            BitCosts known = costs;
            costs = BitCosts.of(
                    code,
                    run(strip -> {
                        StepCounts steps = new StepCounts(code);
                        int end = end(strip);
                        int begin = Math.max(end(strip - 1), end - triedRows);
                        new Strip(image, entries, plain, begin, end)
                                .map(tried, 0, tried, code.gap, known, search, steps);
                        return steps;
                    }),
                    price);
        }
        return costs;
    }

    /** Maps all strips. What is above a strip stands in as it was tried, so no strip waits for another. */
    private StepCounts map(BitCosts costs) {
        double[] parts = new double[strips];
        StepCounts steps = run(strip -> {
            StepCounts counts = new StepCounts(code);
            int begin = end(strip - 1);
            int known = strip == 0 ? 0 : Math.min(triedRows, begin - end(strip - 2));
            parts[strip] = new Strip(image, entries, plain, begin, end(strip))
                    .map(tried, known, indices, code.gap, costs, search, counts);
            return counts;
        });
        for (double part : parts) {
            cost += part;
        }
        return steps;
    }

    /** The row after the last of a strip. */
    private int end(int strip) {
        return (int) Math.min(to, from + (strip + 1L) * stripRows);
    }

    private StepCounts run(IntFunction<StepCounts> task) {
        StepCounts[] parts = new StepCounts[strips];
        Parallel.forEach(strips, threads, strip -> parts[strip] = task.apply(strip));
        StepCounts all = new StepCounts(code);
        for (StepCounts part : parts) {
            all.add(part);
        }
        return all;
    }
}
