package tinct.palette;

import java.util.Arrays;
import java.util.Objects;
import tinct.color.ColorSpace;
import tinct.histogram.Histogram;

/**
 * Finds the palette of a picture some of whose pixels matter more than others, by weights in place of the counts of its
 * colours: see {@link Histogram#weighted(tinct.image.PixelRows, tinct.image.PixelRows)}.
 *
 * <p>The inertia of its {@link Quantization} is that of the weights, which have another sum than the pixels.
 *
 * @param quantizer who finds it
 * @param weights of the colours of the one picture that it is for
 */
public record ImportanceQuantizer(Quantizer quantizer, Histogram weights) implements Quantizer {
    public ImportanceQuantizer {
        Objects.requireNonNull(quantizer);
        Objects.requireNonNull(weights);
    }

    @Override
    public ColorSpace space() {
        return quantizer.space();
    }

    /** {@inheritDoc} The counts of a histogram of other colours than those with weights are taken as they are. */
    @Override
    public Quantization quantize(Histogram histogram, int maxColors, int threads) {
        boolean same = Arrays.equals(histogram.colors(), weights.colors());
        return quantizer.quantize(same ? weights : histogram, maxColors, threads);
    }
}
