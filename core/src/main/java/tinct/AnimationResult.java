package tinct;

import java.util.Map;
import tinct.histogram.Histogram;
import tinct.palette.Quantization;

/**
 * What {@link Tinct#compress} made of an animation, and how.
 *
 * @param frames how many were written; frames that show the same are one
 * @param palettes how many palettes the file has: 1, or one a frame
 * @param histogram the distinct colours of all pixels of all frames of the source
 * @param quantization the palette and how it was found; of several palettes the first, with the inertia and iterations of all
 * @param colors distinct colours of the result
 * @param mse to the source, mean over its frames; see {@link tinct.metrics.Comparison}
 * @param nanos time of each stage, nanoseconds; reading and writing is in the last one
 */
public record AnimationResult(
        int frames,
        int palettes,
        Histogram histogram,
        Quantization quantization,
        int colors,
        double mse,
        Map<Stage, Long> nanos) {}
