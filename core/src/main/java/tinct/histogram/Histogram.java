package tinct.histogram;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import tinct.image.Animation;
import tinct.image.Image;
import tinct.image.Palette;
import tinct.image.PixelRows;
import tinct.internal.Parallel;
import tinct.internal.RadixSort;

/**
 * The distinct colours of one or more pictures with their exact pixel counts.
 *
 * <p>Colours of alpha 0 count as one, {@code 0x00000000}, as they look alike. The order of colours is that of their
 * packed value, unsigned; so equal contents give equal histograms however they were counted and merged. An 8-bit opaque
 * picture has at most 2^24 colours: a histogram never needs more than 192 MB for those, whatever the number of pixels.
 */
public final class Histogram {
    /* Pixels counted into one table before it is emptied: counts stay below 2^31. */
    private static final long MOST_IN_A_TABLE = 1L << 30;

    /* Sums of up to 15 for each pixel must fit into 32 bits. */
    private static final int MOST_COARSE = 1 << 28;

    /* Pixels that are worth a thread of their own, which has to fill a table anew. */
    private static final int COARSE_BAND = 1 << 16;

    private static final int AREA = 0xF8F8F8F8;

    /* So much that weights are hardly rounded, and not so much that their sums with coordinates are. */
    private static final double DAMPED_TOTAL = 0x1p30;

    private final int[] colors;
    private final long[] counts;
    private final long total;

    private Histogram(int[] colors, long[] counts) {
        this.colors = colors;
        this.counts = counts;
        this.total = Arrays.stream(counts).sum();
    }

    /**
     * Counts the colours of a picture.
     *
     * @param threads most threads to use, at least 1; rows that are not in memory are read by one
     * @throws IOException if the source is broken
     */
    public static Histogram of(PixelRows rows, int threads) throws IOException {
        if (rows instanceof Image image) {
            return of(image.pixels(), threads);
        }
        Histogram histogram = new Histogram(new int[0], new long[0]);
        Counter counter = new Counter();
        long counted = 0;
        int[] row = new int[rows.width()];
        try (PixelRows.RowReader reader = rows.open()) {
            for (int y = 0; y < rows.height(); y++) {
                if (counted + row.length > MOST_IN_A_TABLE) {
                    histogram = histogram.merge(total(counter));
                    counter = new Counter();
                    counted = 0;
                }
                reader.readRow(row);
                counter.count(row, 0, row.length);
                counted += row.length;
            }
        }
        return histogram.merge(total(counter));
    }

    /**
     * Counts the colours of an animation: of each pixel of each frame.
     *
     * @throws IOException if the source is broken
     */
    public static Histogram of(Animation animation) throws IOException {
        return Presence.of(animation);
    }

    private static Histogram total(Counter counter) {
        return Counter.total(new Counter[] {counter}, 1);
    }

    /** Counts the colours of packed pixels. */
    public static Histogram of(int[] argb, int threads) {
        if (argb.length == 0) {
            throw new IllegalArgumentException("there must be at least one pixel");
        }
        // No more than 4: with many colours each band takes 64 MB.
        int bands = Math.max(1, Math.min(Math.min(threads, 4), argb.length >>> 16));
        if (argb.length / bands <= SortedCount.MOST) {
            Histogram[] parts = new Histogram[bands];
            forEachBand(argb, bands, threads, (band, from, to) -> parts[band] = SortedCount.of(argb, from, to));
            return Arrays.stream(parts).reduce(Histogram::merge).orElseThrow();
        }
        Counter[] counters = new Counter[bands];
        forEachBand(argb, bands, threads, (band, from, to) -> {
            counters[band] = new Counter();
            counters[band].count(argb, from, to); // an array has fewer than 2^31 pixels
        });
        return Counter.total(counters, threads);
    }

    private interface Band {
        void count(int band, int from, int to);
    }

    private static void forEachBand(int[] argb, int bands, int threads, Band task) {
        long length = argb.length;
        Parallel.forEach(
                bands, threads, i -> task.count(i, (int) (length * i / bands), (int) (length * (i + 1) / bands)));
    }

    /**
     * A histogram that was taken apart, by {@link #colors} and {@link #counts}, and sent from elsewhere.
     *
     * @param colors ascending as unsigned, all different; taken over, as are the counts
     * @param counts [colors.length], each at least 1
     * @throws IllegalArgumentException if they are not so
     */
    public static Histogram of(int[] colors, long[] counts) {
        if (colors.length != counts.length) {
            throw new IllegalArgumentException(colors.length + " colours cannot have " + counts.length + " counts");
        }
        for (int i = 0; i < colors.length; i++) {
            if (i > 0 && Integer.compareUnsigned(colors[i - 1], colors[i]) >= 0) {
                throw new IllegalArgumentException("colours must ascend, at " + i);
            }
            if (counts[i] < 1) {
                throw new IllegalArgumentException("counts must be at least 1, was " + counts[i] + " at " + i);
            }
        }
        return new Histogram(colors, counts);
    }

    /** Takes over colours in any order, all different, and their counts. */
    static Histogram sorted(int[] colors, long[] counts) {
        int[] order = RadixSort.order(colors, colors.length, 32);
        int[] sortedColors = new int[colors.length];
        long[] sortedCounts = new long[colors.length];
        for (int i = 0; i < order.length; i++) {
            sortedColors[i] = colors[order[i]];
            sortedCounts[i] = counts[order[i]];
        }
        return new Histogram(sortedColors, sortedCounts);
    }

    /** Takes over colours in ascending order and their counts. */
    static Histogram ofSorted(int[] colors, long[] counts) {
        return new Histogram(colors, counts);
    }

    /**
     * The means, rounded to 8 bits, of the colours of packed pixels that are alike but for the lower bits of red, green and blue,
     * with the number of pixels of each: several times as quick as to count colours, and enough for a palette in little
     * time.
     *
     * @param low 1..4 bits of each channel
     * @param threads the most to use, at least 1; the result does not depend on it
     * @return empty if a pixel is translucent, or there are none, or 2^28 or more
     */
    public static Optional<Histogram> coarse(int[] argb, int low, int threads) {
        if (argb.length == 0 || argb.length >= MOST_COARSE) {
            return Optional.empty();
        }
        int bands = Math.max(1, Math.min(threads, argb.length / COARSE_BAND));
        CoarseCount[] counts = new CoarseCount[bands];
        AtomicBoolean translucent = new AtomicBoolean();
        Parallel.forEach(bands, threads, band -> {
            counts[band] = new CoarseCount(low);
            int from = (int) ((long) argb.length * band / bands);
            int to = (int) ((long) argb.length * (band + 1) / bands);
            if (!counts[band].add(argb, from, to)) {
                translucent.set(true);
            }
        });
        if (translucent.get()) {
            return Optional.empty();
        }
        for (int band = 1; band < bands; band++) {
            counts[0].add(counts[band]);
        }
        return Optional.of(counts[0].means());
    }

    /** {@link #coarse(int[], int, int)} of the pixels that were counted here. */
    public Optional<Histogram> coarse(int low) {
        Histogram visible = withoutTransparent();
        if (!visible.opaque()) {
            return Optional.empty();
        }
        Histogram means = CoarseCount.means(visible.colors, visible.counts, low);
        return Optional.of(hasTransparent() ? slice(0, 1).merge(means) : means);
    }

    /** The colours of both, counts added; associative and commutative. */
    public Histogram merge(Histogram other) {
        if (size() == 0 || other.size() == 0) {
            return size() == 0 ? other : this;
        }
        int[] left = colors, right = other.colors;
        int[] merged = new int[left.length + right.length];
        long[] sums = new long[merged.length];
        int l = 0, r = 0, size = 0;
        while (l < left.length || r < right.length) {
            int side = l == left.length ? 1 : r == right.length ? -1 : Integer.compareUnsigned(left[l], right[r]);
            merged[size] = side <= 0 ? left[l] : right[r];
            sums[size] = (side <= 0 ? counts[l] : 0) + (side >= 0 ? other.counts[r] : 0);
            l += side <= 0 ? 1 : 0;
            r += side >= 0 ? 1 : 0;
            size++;
        }
        return new Histogram(Arrays.copyOf(merged, size), Arrays.copyOf(sums, size));
    }

    /**
     * The same colours with counts in the same ratios, but for rounding, and another sum.
     *
     * @param wanted about the sum of the counts; it is more if there are more colours, as each counts 1 at least
     */
    public Histogram scaled(long wanted) {
        double[] weights = new double[counts.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = counts[i];
        }
        return weighted(weights, (double) wanted / total);
    }

    /** The same colours with each weight [size()] times the factor, rounded, and at least 1, in place of its count. */
    private Histogram weighted(double[] weights, double factor) {
        long[] rounded = new long[weights.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = Math.max(1, (long) Math.rint(weights[i] * factor));
        }
        return new Histogram(colors, rounded);
    }

    /**
     * The same colours with weights in place of counts, in which areas that many pixels have say less.
     *
     * <p>Colours alike in the upper five bits of every channel are an area. Its pixels N together weigh about N^power, and
     * colours within it are to each other as before. So a flat colour and all the shades of a photograph are damped alike.
     *
     * @param power 0..1; 1 leaves all as it is, 0 gives every area the same weight
     */
    public Histogram damped(double power) {
        if (!(power >= 0 && power <= 1)) {
            throw new IllegalArgumentException("power must be in 0..1, was " + power);
        }
        Map<Integer, Long> areas = new HashMap<>();
        for (int i = 0; i < counts.length; i++) {
            areas.merge(colors[i] & AREA, counts[i], Long::sum);
        }
        double[] weights = new double[counts.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = counts[i] * StrictMath.pow(areas.getOrDefault(colors[i] & AREA, 1L), power - 1);
            sum += weights[i];
        }
        return weighted(weights, DAMPED_TOTAL / sum);
    }

    /**
     * The same colours, with what their pixels count for together in place of the number of these: a pixel counts 1 where a
     * map is black, up to 256 where it is white, by the luma of its colour on black.
     *
     * @param rows the picture that was counted here
     * @param importance the map, of the same size
     * @throws IOException if one of them is broken
     * @throws IllegalArgumentException if they differ in size, or the picture has a colour that was not counted
     */
    public Histogram weighted(PixelRows rows, PixelRows importance) throws IOException {
        int width = rows.width();
        if (importance.width() != width || importance.height() != rows.height()) {
            throw new IllegalArgumentException("the map of importance is " + importance.width() + " x "
                    + importance.height() + " pixels, and the picture " + width + " x " + rows.height());
        }
        int[] keys =
                Arrays.stream(colors).map(color -> color ^ Integer.MIN_VALUE).toArray(); // ascending as signed
        long[] weights = new long[keys.length];
        int[] row = new int[width];
        int[] map = new int[width];
        try (PixelRows.RowReader pixels = rows.open();
                PixelRows.RowReader maps = importance.open()) {
            for (int y = 0; y < rows.height(); y++) {
                pixels.readRow(row);
                maps.readRow(map);
                for (int x = 0; x < width; x++) {
                    int at = Arrays.binarySearch(keys, Palette.visible(row[x]) ^ Integer.MIN_VALUE);
                    if (at < 0) {
                        throw new IllegalArgumentException("the picture has other colours than were counted");
                    }
                    weights[at] += 1 + Palette.lumaOnBlack(map[x]) / 1000;
                }
            }
        }
        return new Histogram(colors, weights);
    }

    /** Number of distinct colours. */
    public int size() {
        return colors.length;
    }

    /** Number of pixels. */
    public long total() {
        return total;
    }

    /** The distinct colours [size()], ascending as unsigned; the array itself, which must not be written to. */
    public int[] colors() {
        return colors;
    }

    /** The pixel counts [size()], in the order of colours; the array itself, which must not be written to. */
    public long[] counts() {
        return counts;
    }

    /** Whether every colour has alpha 255; true if there are none. */
    public boolean opaque() {
        return colors.length == 0 || colors[0] >>> 24 == 255;
    }

    /** Whether there are fully transparent pixels. */
    public boolean hasTransparent() {
        return colors.length > 0 && colors[0] == 0;
    }

    /** The colours {@code from..to - 1} of these. */
    public Histogram slice(int from, int to) {
        return from == 0 && to == size()
                ? this
                : new Histogram(Arrays.copyOfRange(colors, from, to), Arrays.copyOfRange(counts, from, to));
    }

    /** The same without fully transparent pixels; empty if there are no others. */
    public Histogram withoutTransparent() {
        return slice(hasTransparent() ? 1 : 0, size());
    }

    /** Shannon entropy of the colours, bits a pixel. */
    public double entropy() {
        double bits = 0;
        for (long count : counts) {
            double share = (double) count / total;
            bits -= share * StrictMath.log(share);
        }
        return Math.max(0, bits / StrictMath.log(2));
    }

    /**
     * The colours of pixels drawn at random, each pixel at most once, in random order.
     *
     * @param n how many to draw; all pixels are drawn if there are no more
     * @param seed of the random numbers
     * @return [min(n, total())]
     */
    public int[] draw(int n, long seed) {
        if (n < 1) {
            throw new IllegalArgumentException("at least one pixel must be drawn, n was " + n);
        }
        SplittableRandom random = new SplittableRandom(seed);
        int size = (int) Math.min(n, total);
        long[] ends = new long[colors.length];
        long end = 0;
        for (int i = 0; i < ends.length; i++) {
            end += counts[i];
            ends[i] = end;
        }
        // Floyd's way to draw without replacement (Bentley, Floyd 1987, doi 10.1145/30401.315746); then shuffled.
        Set<Long> chosen = new HashSet<>();
        int[] drawn = new int[size];
        for (int i = 0; i < size; i++) {
            long top = total - size + i;
            long pixel = random.nextLong(top + 1);
            if (!chosen.add(pixel)) {
                chosen.add(top);
                pixel = top;
            }
            int at = Arrays.binarySearch(ends, pixel + 1);
            drawn[i] = colors[at >= 0 ? at : -at - 1];
        }
        for (int i = size - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swap = drawn[i];
            drawn[i] = drawn[other];
            drawn[other] = swap;
        }
        return drawn;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Histogram that
                && Arrays.equals(colors, that.colors)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(colors) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return "Histogram[" + colors.length + " colours, " + total + " pixels]";
    }
}
