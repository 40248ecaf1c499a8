package tinct.palette;

import tinct.color.ColorSpace;
import tinct.histogram.Histogram;

/** Finds the palette of a histogram; a strategy is a record of its own options. */
public sealed interface Quantizer permits KMeansQuantizer {
    /** The working space in which distance is measured, here and at the remap. */
    ColorSpace space();

    /**
     * Finds at most {@code maxColors} colours. A histogram of no more than that many colours comes back exactly, and
     * else there are exactly {@code maxColors} different entries, each nearest to at least one colour.
     *
     * @param maxColors 1..256
     * @param threads most threads to use, at least 1
     * @throws IllegalArgumentException if {@code maxColors} is 1 and there are visible and fully transparent pixels
     */
    Quantization quantize(Histogram histogram, int maxColors, int threads);
}
