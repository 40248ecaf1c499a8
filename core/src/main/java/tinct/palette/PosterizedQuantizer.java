package tinct.palette;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import tinct.histogram.Histogram;
import tinct.image.Palette;
import tinct.kmeans.KMeans;

/**
 * A palette of colours that have fewer bits: every entry is one of {@link Posterization#apply}.
 *
 * <p>A picture that has no more than {@code maxColors} colours once they are posterized gets just those. Else entries of
 * the quantizer are rounded, and those that become the same make room for the colours that cost most. There are
 * {@code maxColors} different entries as long as the picture has so many different posterized colours among its costliest;
 * an entry may be the nearest one of no colour.
 *
 * @param quantizer who finds the entries that are rounded
 * @param bits what colours there are
 */
public record PosterizedQuantizer(Quantizer quantizer, Posterization bits) implements WrappingQuantizer {
    public PosterizedQuantizer {
        Objects.requireNonNull(quantizer);
        Objects.requireNonNull(bits);
    }

    @Override
    public Quantization quantize(Histogram histogram, int maxColors, int threads) {
        Set<Integer> all = posterized(histogram.colors(), maxColors);
        if (all.size() <= maxColors) {
            Quantization rounded = fixed(all, histogram, maxColors, threads);
            return new Quantization(
                    rounded.palette(), rounded.inertia(), 0, List.of(rounded.inertia()), rounded.nearest());
        }
        Quantization found = quantizer.quantize(histogram, maxColors, threads);
        Set<Integer> entries = posterized(found.palette().toArray(), Palette.MAX_SIZE);
        fill(entries, found.palette().size(), histogram, threads);
        Quantization rounded = fixed(entries, histogram, maxColors, threads);
        return new Quantization(
                rounded.palette(), rounded.inertia(), found.iterations(), found.history(), rounded.nearest());
    }

    private Quantization fixed(Set<Integer> entries, Histogram histogram, int maxColors, int threads) {
        Palette palette =
                new Palette(entries.stream().mapToInt(Integer::intValue).toArray());
        return new FixedPalette(space(), palette, false).quantize(histogram, maxColors, threads);
    }

    /** The different colours, or the first {@code most} and one more. */
    private Set<Integer> posterized(int[] colors, int most) {
        Set<Integer> different = new LinkedHashSet<>();
        for (int i = 0; i < colors.length && different.size() <= most; i++) {
            different.add(bits.apply(colors[i]));
        }
        return different;
    }

    /** Adds the posterized colours that cost most as they are, until there are so many or none of them is new. */
    private void fill(Set<Integer> entries, int wanted, Histogram histogram, int threads) {
        int[] colors = histogram.colors();
        for (int before = -1; entries.size() < wanted && entries.size() > before; ) {
            before = entries.size();
            int[] found = entries.stream().mapToInt(Integer::intValue).toArray();
            int dimensions = Arrays.stream(found).allMatch(argb -> argb >>> 24 == 255) ? 3 : 4;
            double[] costs = KMeans.assign(
                            Entries.points(histogram, space(), dimensions),
                            space().coordinates(found, dimensions),
                            threads)
                    .costs();
            IntStream.range(0, colors.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -costs[i]))
                    .mapToInt(i -> bits.apply(colors[i]))
                    .filter(argb -> !entries.contains(argb))
                    .distinct()
                    .limit(wanted - entries.size())
                    .boxed()
                    .toList()
                    .forEach(entries::add);
        }
    }
}
