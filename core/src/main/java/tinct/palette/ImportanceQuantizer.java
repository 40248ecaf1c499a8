package tinct.palette;

import java.util.Arrays;
import java.util.Objects;
import tinct.histogram.Histogram;

/**
 * Finds the palette of a picture some of whose pixels matter more than others, by weights in place of the counts of its
 * colours: see {@link Histogram#weighted(tinct.image.PixelRows, tinct.image.PixelRows)}.
 *
 * <p>Its promises are those of the quantizer that finds the palette. The inertia of its {@link Quantization} is of the weights,
 * scaled to the number of pixels.
 *
 * @param quantizer who finds it
 * @param weights of the colours of the one picture that it is for
 */
public record ImportanceQuantizer(Quantizer quantizer, Histogram weights) implements WrappingQuantizer {
    public ImportanceQuantizer {
        Objects.requireNonNull(quantizer);
        Objects.requireNonNull(weights);
    }

    /** {@inheritDoc} The counts of a histogram of other colours than those with weights are taken as they are. */
    @Override
    public Quantization quantize(Histogram histogram, int maxColors, int threads) {
        if (!Arrays.equals(histogram.colors(), weights.colors())) {
            return quantizer.quantize(histogram, maxColors, threads);
        }
        Quantization found = quantizer.quantize(weights, maxColors, threads);
        double scale = (double) histogram.total() / weights.total();
        return new Quantization(
                found.palette(),
                found.inertia() * scale,
                found.iterations(),
                found.history().stream().map(inertia -> inertia * scale).toList(),
                found.nearest());
    }
}
