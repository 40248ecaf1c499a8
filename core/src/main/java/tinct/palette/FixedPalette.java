package tinct.palette;

import java.util.Arrays;
import java.util.List;
import tinct.color.ColorSpace;
import tinct.histogram.Histogram;
import tinct.image.IndexedColors;
import tinct.image.Palette;
import tinct.kmeans.Clustering;
import tinct.kmeans.KMeans;

/**
 * A palette that is given: exactly these entries, all of them, whatever the picture and {@code maxColors}.
 *
 * <p>Only to a picture that has fully transparent pixels, where the palette has no {@code 0x00000000}, that is added as
 * the last entry.
 *
 * @param space working space, in which the nearest entry is looked for
 * @param palette the entries; they may repeat
 * @param ordered whether their order is kept; else they are ordered as those of other quantizers are
 */
public record FixedPalette(ColorSpace space, Palette palette, boolean ordered) implements Quantizer {
    /**
     * The palette that a quantizer finds for pictures together: each of them then gets it as it is.
     *
     * @param all the merged histograms of the pictures; {@link tinct.histogram.Weighting} says what each counts
     */
    public static FixedPalette shared(Quantizer quantizer, Histogram all, int maxColors, int threads) {
        Palette found = quantizer.quantize(all, maxColors, threads).palette();
        return new FixedPalette(quantizer.space(), found, true);
    }

    /**
     * The palette, and the inertia of the picture's colours to it.
     *
     * @throws IllegalArgumentException if {@code 0x00000000} must be added to 256 entries
     */
    @Override
    public Quantization quantize(Histogram histogram, int maxColors, int threads) {
        Palette all = entries(histogram);
        if (all.containsAll(histogram.colors())) {
            return new Quantization(all, 0, 0, List.of(0.0), IndexedColors.NONE);
        }
        int dimensions = all.opaque() ? 3 : 4;
        Clustering nearest = KMeans.assign(
                Entries.points(histogram, space, dimensions), space.coordinates(all.toArray(), dimensions), threads);
        boolean known = all.opaque() && histogram.opaque();
        return new Quantization(
                all,
                nearest.inertia(),
                0,
                nearest.history(),
                known ? new IndexedColors(histogram.colors(), nearest.labels()) : IndexedColors.NONE);
    }

    private Palette entries(Histogram histogram) {
        int[] entries = palette.toArray();
        if (histogram.hasTransparent() && !palette.containsAll(0)) {
            if (entries.length == Palette.MAX_SIZE) {
                throw new IllegalArgumentException(
                        "the picture has fully transparent pixels, and 256 fixed colours leave no room for them");
            }
            entries = Arrays.copyOf(entries, entries.length + 1);
        }
        return ordered ? new Palette(entries) : Entries.palette(entries);
    }
}
