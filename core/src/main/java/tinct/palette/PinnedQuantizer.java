package tinct.palette;

import java.util.Arrays;
import java.util.Optional;
import tinct.color.ColorSpace;
import tinct.histogram.Histogram;
import tinct.image.Palette;
import tinct.kmeans.Algorithm;

/**
 * K-means around colours that are given: these are entries, bit for bit, used or not, and the others are the best beside
 * them.
 *
 * <p>All other promises of {@link Quantizer} are kept; a picture is exact if its colours and the pinned ones are together
 * no more than {@code maxColors}.
 *
 * @param kMeans how the other entries are found; not by mini-batch or online K-means
 * @param pins opaque colours; one that is given twice is one entry
 */
public record PinnedQuantizer(KMeansQuantizer kMeans, Palette pins) implements Quantizer {
    public PinnedQuantizer {
        if (kMeans.algorithm() == Algorithm.MINI_BATCH || kMeans.algorithm() == Algorithm.ONLINE) {
            throw new IllegalArgumentException(
                    "colours can be pinned in batch K-means only, the algorithm was " + kMeans.algorithm());
        }
        for (int pin : pins.toArray()) {
            if (pin >>> 24 != 255) {
                throw new IllegalArgumentException("pinned colours must be opaque, " + Palette.hex(pin) + " is not");
            }
        }
    }

    @Override
    public Optional<KMeansQuantizer> engine() {
        return Optional.of(kMeans);
    }

    @Override
    public ColorSpace space() {
        return kMeans.space();
    }

    /**
     * Finds the other entries.
     *
     * @throws IllegalArgumentException as {@link Quantizer#quantize}, or if there are more pinned colours than entries for
     *     visible pixels
     */
    @Override
    public Quantization quantize(Histogram histogram, int maxColors, int threads) {
        return kMeans.quantize(
                histogram,
                maxColors,
                threads,
                Arrays.stream(pins.toArray()).distinct().toArray());
    }
}
