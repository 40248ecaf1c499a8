package tinct.palette;

import java.util.Objects;
import tinct.histogram.Histogram;

/**
 * Finds the palette as if colours of large areas were rarer than they are, so that small areas get entries of their own:
 * see {@link Histogram#damped}.
 *
 * <p>The inertia of its {@link Quantization} is that of the damped weights, which have another sum than the pixels.
 *
 * @param quantizer who finds it
 * @param power of the number of pixels of an area, 0..1: 1 damps nothing. Default 0.5
 */
public record DampedQuantizer(Quantizer quantizer, double power) implements WrappingQuantizer {
    /** The power that is used if none is asked for. */
    public static final double DEFAULT_POWER = 0.5;

    public DampedQuantizer {
        Objects.requireNonNull(quantizer);
        if (!(power >= 0 && power <= 1)) {
            throw new IllegalArgumentException("power must be in 0..1, was " + power);
        }
    }

    @Override
    public Quantization quantize(Histogram histogram, int maxColors, int threads) {
        return quantizer.quantize(histogram.damped(power), maxColors, threads);
    }
}
