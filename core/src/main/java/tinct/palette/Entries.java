package tinct.palette;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import tinct.color.ColorSpace;
import tinct.histogram.Histogram;
import tinct.image.Palette;
import tinct.kmeans.Clustering;
import tinct.kmeans.Labeller;
import tinct.kmeans.Points;

/** From a clustering of colours to palette entries that keep the promises of {@link Quantizer}. */
final class Entries {
    private Entries() {}

    /**
     * Finds a palette.
     *
     * @param moves most moves of the entries after rounding
     * @param cluster gets the visible colours and the number of clusters wanted
     */
    static Quantization find(
            Histogram histogram,
            int maxColors,
            ColorSpace space,
            int threads,
            int moves,
            BiFunction<Histogram, Integer, Clustering> cluster) {
        if (maxColors < 1 || maxColors > Palette.MAX_SIZE) {
            throw new IllegalArgumentException("maxColors must be in 1..256, was " + maxColors);
        }
        if (histogram.size() <= maxColors) {
            return new Quantization(palette(histogram.colors()), 0, 0, List.of(0.0));
        }
        Histogram visible = histogram.withoutTransparent();
        int k = histogram.hasTransparent() ? maxColors - 1 : maxColors;
        if (k == 0) {
            throw new IllegalArgumentException(
                    "1 colour is not enough for a picture with visible and fully transparent pixels; 2 is the least");
        }
        Clustering clustering = cluster.apply(visible, k);
        Points points = points(visible, space);
        Labeller labeller = new Labeller(points, threads);
        Set<Integer> settled =
                settled(rounded(clustering.k(), clustering::centroid, space), moves, points, labeller, space);
        int[] entries = complete(settled, k, visible, points, labeller, space);
        if (histogram.hasTransparent()) {
            entries = Arrays.copyOf(entries, maxColors); // the last one is 0x00000000
        }
        return new Quantization(palette(entries), clustering.inertia(), clustering.iterations(), clustering.history());
    }

    /** Distinct colours as points weighted by their counts; alpha is a coordinate if there is any. */
    static Points points(Histogram histogram, ColorSpace space) {
        return points(histogram, space, histogram.opaque() ? 3 : 4);
    }

    static Points points(Histogram histogram, ColorSpace space, int dimensions) {
        double[] weights = Arrays.stream(histogram.counts()).asDoubleStream().toArray();
        return new Points(space.coordinates(histogram.colors(), dimensions), weights);
    }

    private static Set<Integer> rounded(int k, IntFunction<float[]> places, ColorSpace space) {
        Set<Integer> entries = new LinkedHashSet<>();
        for (int j = 0; j < k; j++) {
            entries.add(space.toArgb(places.apply(j)));
        }
        return entries;
    }

    /**
     * Goes on as K-means does, on 8-bit entries: each moves to the rounded mean of the colours that are nearest to it, as
     * long as that lowers the inertia. It wins back a part of what rounding costs.
     */
    private static Set<Integer> settled(
            Set<Integer> entries, int moves, Points points, Labeller labeller, ColorSpace space) {
        Set<Integer> best = entries;
        Clustering nearest = nearest(best, points, labeller, space);
        for (int pass = 0; pass < moves; pass++) {
            Set<Integer> next = rounded(nearest.k(), nearest::mean, space);
            if (next.size() < best.size() || next.equals(best)) {
                break;
            }
            Clustering after = nearest(next, points, labeller, space);
            if (after.inertia() >= nearest.inertia()) {
                break;
            }
            best = next;
            nearest = after;
        }
        return best;
    }

    private static Clustering nearest(Set<Integer> entries, Points points, Labeller labeller, ColorSpace space) {
        int[] colors = entries.stream().mapToInt(Integer::intValue).toArray();
        return labeller.label(space.coordinates(colors, points.dimensions()));
    }

    /**
     * Replaces entries that no colour is nearest to, and those lost by rounding to the same 8-bit colour, by the colours
     * that cost most as they are, until k are in use. What is put in is used, so each round has fewer entries to doubt.
     */
    private static int[] complete(
            Set<Integer> entries, int k, Histogram visible, Points points, Labeller labeller, ColorSpace space) {
        while (true) {
            int[] found = entries.stream().mapToInt(Integer::intValue).toArray();
            float[][] coordinates = space.coordinates(found, points.dimensions());
            Clustering nearest = labeller.label(coordinates);
            double[] weights = nearest.weights();
            for (int j = 0; j < found.length; j++) {
                if (weights[j] == 0) {
                    entries.remove(found[j]);
                }
            }
            if (entries.size() == k) {
                return found;
            }
            double[] costs = nearest.costs();
            int[] replacing = costliest(costs, k - entries.size());
            for (int color : replacing) {
                entries.add(visible.colors()[color]);
            }
            if (costs[replacing[replacing.length - 1]] == 0) {
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
                .sorted(Comparator.comparingDouble((Integer i) -> costs[i]).reversed())
                .limit(n)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Not opaque entries first, so that a list of alphas can end with them; then by lightness. */
    private static Palette palette(int[] entries) {
        return new Palette(Arrays.stream(entries)
                .boxed()
                .sorted(Comparator.comparing((Integer argb) -> argb >>> 24 == 255)
                        .thenComparingInt(Entries::luma)
                        .thenComparing(Integer::compareUnsigned))
                .mapToInt(Integer::intValue)
                .toArray());
    }

    /** Rec. 601 luma of the colour on black, in 1/255000. */
    private static int luma(int argb) {
        int rgb = 299 * (argb >> 16 & 0xFF) + 587 * (argb >> 8 & 0xFF) + 114 * (argb & 0xFF);
        return rgb * (argb >>> 24) / 255;
    }
}
