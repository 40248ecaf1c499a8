package tinct.palette;

import java.util.Optional;
import tinct.color.ColorSpace;
import tinct.histogram.Histogram;

/** Finds the palette of a histogram; a strategy is a record of its own options. */
public sealed interface Quantizer
        permits KMeansQuantizer, SplitQuantizer, PinnedQuantizer, WrappingQuantizer, FixedPalette {
    /** The working space in which distance is measured, here and at the remap. */
    ColorSpace space();

    /** The K-means that finds the entries, here or within; empty if there is none. */
    default Optional<KMeansQuantizer> engine() {
        return Optional.empty();
    }

    /**
     * Finds the palette.
     *
     * <p>These promises are kept by {@link KMeansQuantizer} and {@link SplitQuantizer}; what others put in their place, they
     * say. A histogram of no more than {@code maxColors} colours comes back exactly. Else there are exactly
     * {@code maxColors} different entries, each the nearest one of at least one colour, or if there are more than 2^19, of the
     * mean of some that are alike. If there are fully transparent pixels, one entry is {@code 0x00000000}.
     *
     * @param maxColors 1..256
     * @param threads most threads to use, at least 1; the result does not depend on it
     * @throws IllegalArgumentException if {@code maxColors} is out of range, or is 1 and there are both visible and
     *     fully transparent pixels
     */
    Quantization quantize(Histogram histogram, int maxColors, int threads);
}
