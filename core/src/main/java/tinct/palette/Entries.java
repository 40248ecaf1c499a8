package tinct.palette;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import tinct.color.ColorSpace;
import tinct.histogram.Histogram;
import tinct.image.IndexedColors;
import tinct.image.Palette;
import tinct.kmeans.Clustering;
import tinct.kmeans.Labeller;
import tinct.kmeans.Points;

/** From a clustering of colours to palette entries that keep the promises of {@link Quantizer}. */
final class Entries {
    /** Colours whose inertia is summed up together where they are too many to be held as points at once. */
    private static final int SLICE = 1 << 18;

    private final int maxColors;
    private final ColorSpace space;
    private final int threads;
    private final int most;
    private final int polishes;
    private final int[] pins;
    private final BiFunction<Labeller, Integer, Clustering> cluster;

    /**
     * How to find a palette.
     *
     * @param maxColors 1..256
     * @param most of more visible colours than this, those that are alike count as one
     * @param polishes how often at most the rounded entries go through {@link Polish}
     * @param pins different opaque colours that must be entries
     * @param cluster gets the visible colours and the number of clusters wanted; its first centroids are the pins
     */
    Entries(
            int maxColors,
            ColorSpace space,
            int threads,
            int most,
            int polishes,
            int[] pins,
            BiFunction<Labeller, Integer, Clustering> cluster) {
        if (maxColors < 1 || maxColors > Palette.MAX_SIZE) {
            throw new IllegalArgumentException("maxColors must be in 1..256, was " + maxColors);
        }
        this.maxColors = maxColors;
        this.space = space;
        this.threads = threads;
        this.most = most;
        this.polishes = polishes;
        this.pins = pins;
        this.cluster = cluster;
    }

    /** Finds the palette of all colours of a histogram. */
    Quantization find(Histogram histogram) {
        if (histogram.size() <= maxColors) {
            int[] all = union(pins, histogram.colors());
            if (all.length <= maxColors) {
                return new Quantization(palette(all), 0, 0, List.of(0.0), IndexedColors.NONE);
            }
        }
        Found found = found(histogram);
        boolean known = histogram.opaque() && found.condensed.points().size() == histogram.size();
        double inside = found.condensed.inside();
        Clustering clustering = found.clustering;
        return new Quantization(
                found.palette,
                clustering.inertia() + inside,
                clustering.iterations(),
                history(clustering, inside),
                known ? nearest(histogram, found.entries, found.palette, found.labeller) : IndexedColors.NONE);
    }

    /**
     * Finds the palette of the means of colours, all visible ones opaque, and what it is for the colours themselves.
     *
     * @return empty if an entry is not pinned and the nearest one of a mean only
     */
    Optional<Quantization> find(Histogram histogram, Histogram means) {
        Found found = found(means);
        Clustering clustering = found.clustering;
        Histogram visible = histogram.withoutTransparent();
        int[] entries = Arrays.copyOf(found.entries, clustering.k());
        boolean[] used = new boolean[entries.length];
        IndexedColors nearest = IndexedColors.NONE;
        double inertia = 0;
        for (int from = 0; from < visible.size(); from += SLICE) {
            Histogram slice = visible.slice(from, Math.min(visible.size(), from + SLICE));
            Labeller colors = new Labeller(points(slice, space), threads);
            inertia += colors.label(clustering.centroids()).inertia();
            for (int label : colors.label(space.coordinates(entries, 3)).labels()) {
                used[label] = true;
            }
            if (slice.size() == histogram.size()) { // all of them, and opaque
                nearest = nearest(histogram, entries, found.palette, colors);
            }
        }
        if (!allUsed(entries, used)) {
            return Optional.empty();
        }
        return Optional.of(new Quantization(
                found.palette,
                inertia,
                clustering.iterations(),
                history(clustering, inertia - clustering.inertia()),
                nearest));
    }

    /** The palette of the means of colours alone. */
    Palette ofMeans(Histogram means) {
        return found(means).palette;
    }

    private static List<Double> history(Clustering clustering, double inside) {
        return clustering.history().stream().map(inertia -> inertia + inside).toList();
    }

    private boolean allUsed(int[] entries, boolean... used) {
        return IntStream.range(0, used.length)
                .allMatch(j -> used[j] || IntStream.of(pins).anyMatch(pin -> pin == entries[j]));
    }

    /**
     * A palette and what it was made of.
     *
     * @param entries of the palette, in the order in which they were labelled last
     */
    private record Found(
            Clustering clustering, Condensed condensed, Labeller labeller, int[] entries, Palette palette) {}

    private Found found(Histogram histogram) {
        Histogram visible = histogram.withoutTransparent();
        int k = histogram.hasTransparent() ? maxColors - 1 : maxColors;
        if (k == 0) {
            throw new IllegalArgumentException(
                    "1 colour is not enough for a picture with visible and fully transparent pixels; 2 is the least");
        }
        if (pins.length > k) {
            throw new IllegalArgumentException(
                    pins.length + " pinned colours do not fit into " + k + " visible entries");
        }
        Condensed condensed = Condensed.of(visible, space, most, threads);
        Points points = condensed.points();
        Labeller labeller = new Labeller(points, threads);
        Clustering clustering = cluster.apply(labeller, k);
        boolean grey = isGrey(visible.colors());
        Set<Integer> rounded = new LinkedHashSet<>();
        for (int pin : pins) {
            rounded.add(pin);
        }
        for (int j = pins.length; j < clustering.k(); j++) {
            int argb = space.toArgb(clustering.centroid(j));
            rounded.add(grey ? grey(argb) : argb);
        }
        Set<Integer> polished =
                new Polish(labeller, space, points.dimensions(), grey, threads).apply(rounded, pins.length, polishes);
        int[] entries = complete(polished, k, condensed, visible, labeller);
        if (histogram.hasTransparent()) {
            entries = Arrays.copyOf(entries, maxColors); // the last one is 0x00000000
        }
        return new Found(clustering, condensed, labeller, entries, palette(entries));
    }

    /** Whether all colours are grey, so that all entries are to be: a tint is seen at once, even where it is nearer. */
    private static boolean isGrey(int... colors) {
        for (int argb : colors) {
            if (grey(argb) != argb) {
                return false;
            }
        }
        return true;
    }

    /** The grey of the same green. */
    private static int grey(int argb) {
        return argb & 0xFF000000 | (argb >> 8 & 0xFF) * 0x010101;
    }

    private static int[] union(int[] pins, int[] colors) {
        return IntStream.concat(IntStream.of(pins), IntStream.of(colors))
                .distinct()
                .toArray();
    }

    /** @param labelled the palette's entries in the order in which they were labelled last */
    private IndexedColors nearest(Histogram histogram, int[] labelled, Palette palette, Labeller labeller) {
        Map<Integer, Integer> numbers = new HashMap<>();
        for (int j = 0; j < labelled.length; j++) {
            numbers.put(labelled[j], j);
        }
        int[] order = Arrays.stream(palette.toArray())
                .map(entry -> numbers.getOrDefault(entry, -1))
                .toArray();
        if (Arrays.stream(order).noneMatch(j -> j < 0)) { // some are not if other colours filled the palette up
            labeller.renumber(order);
        }
        int[] labels = labeller.label(space.coordinates(palette.toArray(), 3)).labels();
        return new IndexedColors(histogram.colors(), labels);
    }

    /** Distinct colours as points weighted by their counts; alpha is a coordinate if there is any. */
    static Points points(Histogram histogram, ColorSpace space) {
        return points(histogram, space, histogram.opaque() ? 3 : 4);
    }

    static Points points(Histogram histogram, ColorSpace space, int dimensions) {
        double[] weights = Arrays.stream(histogram.counts()).asDoubleStream().toArray();
        return new Points(space.coordinates(histogram.colors(), dimensions), weights);
    }

    /**
     * Replaces entries that no colour is nearest to, and those lost by rounding to the same 8-bit colour, by the colours
     * that cost most as they are, until k are in use, but for the first ones, the pins, which stay. What is put in is used,
     * so each round has fewer entries to doubt.
     */
    private int[] complete(Set<Integer> entries, int k, Condensed condensed, Histogram visible, Labeller labeller) {
        while (true) {
            int[] found = entries.stream().mapToInt(Integer::intValue).toArray();
            float[][] coordinates = space.coordinates(found, labeller.points().dimensions());
            Clustering nearest = labeller.label(coordinates);
            double[] weights = nearest.weights();
            for (int j = pins.length; j < found.length; j++) {
                if (weights[j] == 0) {
                    entries.remove(found[j]);
                }
            }
            if (entries.size() == k) {
                return found;
            }
            double[] costs = nearest.costs();
            int[] replacing = costliest(costs, k - entries.size());
            boolean added = false;
            for (int color : replacing) {
                added |= entries.add(condensed.colors()[color]);
            }
            if (!added || costs[replacing[replacing.length - 1]] == 0) {
                return filled(entries, k, visible);
            }
        }
    }

    /** Any colours more: those that are left are at the same points as entries, being almost transparent. */
    private static int[] filled(Set<Integer> entries, int k, Histogram visible) {
        IntStream others = IntStream.of(visible.colors()).filter(color -> !entries.contains(color));
        return IntStream.concat(entries.stream().mapToInt(Integer::intValue), others)
                .limit(k)
                .toArray();
    }

    /** The positions of the n largest costs, the first on a tie. */
    private static int[] costliest(double[] costs, int n) {
        return IntStream.range(0, costs.length)
                .boxed()
                .sorted((i, j) -> Double.compare(costs[j], costs[i]))
                .limit(n)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Not opaque entries first, so that a list of alphas can end with them; then by lightness. */
    static Palette palette(int[] entries) {
        return new Palette(Arrays.stream(entries)
                .boxed()
                .sorted(Entries::compare)
                .mapToInt(Integer::intValue)
                .toArray());
    }

    /* Not a chain of Comparator's own, which takes long to make in a new VM: no archive of classes holds its links. */
    private static int compare(Integer argb, Integer other) {
        int byAlpha = Boolean.compare(argb >>> 24 == 255, other >>> 24 == 255);
        if (byAlpha != 0) {
            return byAlpha;
        }
        int byLuma = Integer.compare(Palette.lumaOnBlack(argb), Palette.lumaOnBlack(other));
        return byLuma != 0 ? byLuma : Integer.compareUnsigned(argb, other);
    }
}
