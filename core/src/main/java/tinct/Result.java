package tinct;

import java.util.Map;
import tinct.histogram.Histogram;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.palette.Quantization;

/**
 * What {@link Tinct#compress} made of a picture, and how.
 *
 * @param image the picture in few colours
 * @param histogram the distinct colours of the source
 * @param quantization the palette and how it was found
 * @param nanos time of each stage, nanoseconds
 */
public record Result(IndexedImage image, Histogram histogram, Quantization quantization, Map<Stage, Long> nanos) {

    /** The palette of {@link #image}. */
    public Palette palette() {
        return image.palette();
    }

    /** Time of one stage, milliseconds. */
    public double milliseconds(Stage stage) {
        return nanos.getOrDefault(stage, 0L) / 1e6;
    }

    /** How many pixels use each entry [palette().size()]. */
    public long[] counts() {
        return image.counts();
    }

    /** The share of the pixels that use each entry [palette().size()], 0..1. */
    public double[] shares() {
        long[] counts = counts();
        double[] shares = new double[counts.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (double) counts[i] / image.pixelCount();
        }
        return shares;
    }

    /** Number of distinct colours of the source; fully transparent pixels count as one colour. */
    public int distinctBefore() {
        return histogram.size();
    }

    /** Number of distinct colours of the result. */
    public int distinctAfter() {
        int used = 0;
        for (long count : counts()) {
            used += count > 0 ? 1 : 0;
        }
        return used;
    }
}
