package tinct.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.internal.Parallel;

/**
 * What deflate gets of a picture in memory: the order of its palette, how many bits an index has, and how rows are filtered.
 *
 * <p>Filters take from an index what those around it let expect, which helps only where neighbours have numbers that are near
 * each other, and spoils what repeats. So layouts are tried, on some of the rows, by a quick deflate (ADR-0036).
 *
 * @param image the picture with its palette in that order
 * @param depth bits of an index
 * @param effort of deflate, 1..9
 */
record PngLayout(IndexedImage image, int depth, FilterChoice filters, int effort) {
    private static final int QUICK = 3;

    /** Of packed indices and of small files a quick deflate says too little. */
    private static final int CAREFUL = 5;

    private static final int SMALL = 1 << 12;

    /** Where filters make the first sample so much larger, they never made a picture smaller. */
    private static final double HOPELESS = 1.06;

    /** By how much a quick deflate may flatter the smallest: filters that change from row to row hide copies from it. */
    private static final double CONTENDER = 1.02;

    /** Rows are tried of about so many pixels at first, and then. */
    private static final int FIRST = 1 << 16;

    private static final int MOST = 1 << 19;

    /** And in all of so many where the quick deflate leaves a choice. */
    private static final int CLOSE = 1 << 18;

    /** What gets so many times smaller, by an effort of {@link #QUICK}, gains from one or two more. */
    private static final int FLAT = 4;

    private static final int VERY_FLAT = 8;

    /** The effort from which the order of the palette is sought longer, and how long before and then. */
    private static final int LONG = 8;

    private static final int SHORT_SWEEPS = 3;
    private static final int LONG_SWEEPS = 10;

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
        long plain = new PngLayout(some, depth, FilterChoice.NONE, QUICK).size();
        double times = some.indices().length * depth / 8.0 / plain;
        int deflate = Math.min(Effort.MAX, effort + (times > VERY_FLAT ? 2 : times > FLAT ? 1 : 0));
        if (depth == 8 && hopeless(ordered(some, order), plain)) {
            return new PngLayout(image, depth, FilterChoice.NONE, deflate);
        }
        if (!keepOrder) {
            neighbours.improve(order, effort < LONG ? SHORT_SWEEPS : LONG_SWEEPS);
        }
        boolean careful = depth < 8 || plain < SMALL;
        IndexedImage more = Bands.of(image, MOST);
        int most = keepOrder ? depth : 8;
        List<PngLayout> layouts = all(more, ordered(more, order), depth, most, careful ? CAREFUL : QUICK);
        if (!careful) {
            layouts = contenders(layouts, threads);
        }
        PngLayout found = layouts.size() == 1 ? layouts.get(0) : smallest(layouts, threads);
        boolean moved = !found.image.palette().equals(palette);
        return new PngLayout(moved ? ordered(image, order) : image, found.depth, found.filters, deflate);
    }

    /** Those that are nearly as small as the smallest, on fewer rows and with a careful deflate. */
    private static List<PngLayout> contenders(List<PngLayout> layouts, int threads) {
        long[] sizes = sizes(layouts, threads);
        double limit = CONTENDER * Arrays.stream(sizes).min().orElseThrow();
        List<PngLayout> close = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] <= limit) {
                PngLayout layout = layouts.get(i);
                close.add(new PngLayout(Bands.of(layout.image, CLOSE), layout.depth, layout.filters, CAREFUL));
            }
        }
        return close;
    }

    /** The first of the smallest. */
    private static PngLayout smallest(List<PngLayout> layouts, int threads) {
        long[] sizes = sizes(layouts, threads);
        int best = 0;
        for (int i = 1; i < sizes.length; i++) {
            best = sizes[i] < sizes[best] ? i : best;
        }
        return layouts.get(best);
    }

    private static long[] sizes(List<PngLayout> layouts, int threads) {
        long[] sizes = new long[layouts.size()];
        Parallel.forEach(sizes.length, threads, i -> sizes[i] = layouts.get(i).size());
        return sizes;
    }

    private static boolean hopeless(IndexedImage ordered, long plain) {
        double limit = HOPELESS * plain;
        return new PngLayout(ordered, 8, FilterChoice.SUB, QUICK).size() > limit
                && new PngLayout(ordered, 8, FilterChoice.ENTROPY, QUICK).size() > limit;
    }

    /** Of indices of a byte all is tried; of packed ones, which take the time of a careful deflate, what won once. */
    private static List<PngLayout> all(IndexedImage before, IndexedImage ordered, int least, int most, int effort) {
        List<PngLayout> layouts = new ArrayList<>();
        if (least < 8) {
            for (int depth : least == most ? new int[] {least} : new int[] {least, most}) {
                layouts.add(new PngLayout(before, depth, FilterChoice.NONE, effort));
                layouts.add(new PngLayout(ordered, depth, FilterChoice.ENTROPY, effort));
            }
            return layouts;
        }
        layouts.add(new PngLayout(before, least, FilterChoice.NONE, effort));
        layouts.add(new PngLayout(
                before, least, FilterChoice.ENTROPY, effort)); // smooth drawings like the order of lightness
        layouts.add(new PngLayout(ordered, least, FilterChoice.SUB, effort));
        layouts.add(new PngLayout(ordered, least, FilterChoice.ENTROPY, effort));
        layouts.add(new PngLayout(ordered, least, FilterChoice.PAIRS, effort));
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
        return (long) Deflate.compress(rows(), effort).length + PngWriter.transparency(image.palette()).length;
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
