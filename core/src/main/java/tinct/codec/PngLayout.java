package tinct.codec;

import java.util.ArrayList;
import java.util.List;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.internal.Parallel;

/**
 * What deflate gets of a picture in memory: the order of its palette, how many bits an index has, and how rows are filtered.
 *
 * <p>Filters take from an index what those around it let expect, which helps only where neighbours have numbers that are near
 * each other, and spoils what repeats. So layouts are tried, on some of the rows (ADR-0036).
 *
 * @param image the picture with its palette in that order
 * @param depth bits of an index
 * @param effort of deflate, 1..9
 */
record PngLayout(IndexedImage image, int depth, FilterChoice filters, int effort) {
    /** Of deflate at first, and then: quicker ones flatter rows as they are, in which they find copies more easily. */
    private static final int QUICK_TRIAL = 5;

    private static final int TRIAL = 7;

    /** Where filters make the first sample so much larger, they hardly ever made a picture smaller. */
    private static final double HOPELESS = 1.05;

    /** Rows as they are gain the more from those that a trial leaves out, to copy from: so much on photographs. */
    private static final double LEFT_OUT = 1.01;

    /** Rows are tried of about so many pixels at first, and then. */
    private static final int FIRST = 1 << 15;

    private static final int MOST = 1 << 19;

    /** What gets so many times smaller in a trial gains from a higher effort, as do rows with filters: how much higher. */
    private static final double FLAT = 3.5;

    private static final int HIGHER = 2;

    /** The effort from which the order of the palette is sought longer. */
    private static final int LONG = 8;

    /**
     * The layout with which the file becomes small.
     *
     * @param keepOrder whether the palette stays in order, and an index has the fewest bits: for those who use indices
     * @param effort 1..9
     * @param threads most threads to use, at least 1; the layout does not depend on it
     */
    static PngLayout of(IndexedImage image, boolean keepOrder, int effort, int threads) {
        Palette palette = image.palette();
        int depth = PngWriter.depth(palette.size());
        PaletteNeighbours neighbours = new PaletteNeighbours(image.indices(), image.width(), palette.size());
        int[] order = keepOrder ? new int[0] : neighbours.order();
        IndexedImage some = Bands.of(image, FIRST);
        long plain = new PngLayout(some, depth, FilterChoice.NONE, QUICK_TRIAL).compressed();
        double times = some.indices().length * depth / 8.0 / plain;
        int higher = Math.min(Effort.MAX, effort + HIGHER);
        if (depth == 8 && hopeless(ordered(some, order), plain)) {
            return new PngLayout(image, depth, FilterChoice.NONE, times > FLAT ? higher : effort);
        }
        if (!keepOrder) {
            order = neighbours.sought(effort >= LONG, threads);
        }
        IndexedImage more = Bands.of(image, MOST);
        PngLayout found = smallest(
                all(more, ordered(more, order), depth, keepOrder ? depth : 8),
                more.height() == image.height() ? 1 : LEFT_OUT,
                threads);
        boolean gains = times > FLAT || found.filters != FilterChoice.NONE;
        boolean moved = !found.image.palette().equals(palette);
        return new PngLayout(
                moved ? ordered(image, order) : image, found.depth, found.filters, gains ? higher : effort);
    }

    /** The first of the smallest, if those with filters are so many times larger than they are. */
    private static PngLayout smallest(List<PngLayout> layouts, double filtered, int threads) {
        double[] sizes = new double[layouts.size()];
        Parallel.forEach(sizes.length, threads, i -> {
            PngLayout layout = layouts.get(i);
            sizes[i] = layout.size() * (layout.filters == FilterChoice.NONE ? 1 : filtered);
        });
        int best = 0;
        for (int i = 1; i < sizes.length; i++) {
            best = sizes[i] < sizes[best] ? i : best;
        }
        return layouts.get(best);
    }

    private static boolean hopeless(IndexedImage ordered, long plain) {
        double limit = HOPELESS * plain;
        return new PngLayout(ordered, 8, FilterChoice.SUB, QUICK_TRIAL).compressed() > limit
                && new PngLayout(ordered, 8, FilterChoice.ENTROPY, QUICK_TRIAL).compressed() > limit;
    }

    /** Of indices of a byte all is tried; of packed ones what won once. */
    private static List<PngLayout> all(IndexedImage before, IndexedImage ordered, int least, int most) {
        List<PngLayout> layouts = new ArrayList<>();
        if (least < 8) {
            for (int depth : least == most ? new int[] {least} : new int[] {least, most}) {
                layouts.add(new PngLayout(before, depth, FilterChoice.NONE, TRIAL));
                layouts.add(new PngLayout(ordered, depth, FilterChoice.ENTROPY, TRIAL));
            }
            return layouts;
        }
        layouts.add(new PngLayout(before, least, FilterChoice.NONE, TRIAL));
        layouts.add(new PngLayout(
                before, least, FilterChoice.ENTROPY, TRIAL)); // smooth drawings like the order of lightness
        layouts.add(new PngLayout(ordered, least, FilterChoice.SUB, TRIAL));
        layouts.add(new PngLayout(ordered, least, FilterChoice.ENTROPY, TRIAL));
        layouts.add(new PngLayout(ordered, least, FilterChoice.PAIRS, TRIAL));
        return layouts;
    }

    /**
     * The picture with its palette in an order or the reverse, whichever has its translucent entries sooner; as it is if there
     * is none.
     */
    private static IndexedImage ordered(IndexedImage image, int... order) {
        if (order.length == 0) {
            return image;
        }
        int[] reverse = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            reverse[i] = order[order.length - 1 - i];
        }
        Palette palette = image.palette();
        return image.withOrder(alphas(palette, reverse) < alphas(palette, order) ? reverse : order);
    }

    /** How many entries a tRNS chunk has. */
    private static int alphas(Palette palette, int... order) {
        int alphas = order.length;
        while (alphas > 0 && palette.entry(order[alphas - 1]) >>> 24 == 255) {
            alphas--;
        }
        return alphas;
    }

    /** How many bytes of the file depend on the layout, about. */
    private long size() {
        return (long) compressed() + PngWriter.transparency(image.palette()).length;
    }

    private int compressed() {
        return Deflate.compress(rows(), effort).length;
    }

    /** The rows, each filtered and behind the number of its filter. */
    byte[] rows() {
        int width = image.width();
        int length = PngWriter.rowBytes(width, depth);
        if (depth == 8) {
            return filters.filtered(image.indices(), length);
        }
        byte[] packed = new byte[Math.multiplyExact(length, image.height())];
        for (int y = 0; y < image.height(); y++) {
            PngWriter.pack(image.indices(), y * width, width, depth, packed, y * length);
        }
        return filters.filtered(packed, length);
    }
}
