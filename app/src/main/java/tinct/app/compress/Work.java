package tinct.app.compress;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tinct.Stage;
import tinct.metrics.Comparison;
import tinct.palette.MovedColor;
import tinct.palette.Quantization;

/**
 * What was found out about one picture by compressing it.
 *
 * @param sourceFormat such as {@code "JPEG"}
 * @param colorsBefore distinct colours of the source
 * @param colorsAfter colours of the result that are used
 * @param colorsInFile distinct colours of the file written; more than {@code colorsAfter} if its format is not exact
 *     and it was compared
 * @param bytesBefore size of the source file
 * @param bytesAfter size of the result, whether it was written or not
 * @param mse of the file written to the source; see {@link Comparison}; empty if none was, if
 *     transparency was lost in it, or if nobody is told of it
 * @param quantization how the palette was found
 * @param nanos time of each stage
 * @param moved colours that the guard asked for found moved too far
 * @param reach how far the target was reached, if there is one
 * @param race plain Lloyd beside the engine, if it was asked for and there was something to cluster
 * @param explanation what was decided and why, if that was asked for
 * @param frames if it is an animation
 */
public record Work(
        String sourceFormat,
        int width,
        int height,
        int colorsBefore,
        int colorsAfter,
        int colorsInFile,
        long bytesBefore,
        long bytesAfter,
        Optional<Double> mse,
        Quantization quantization,
        Map<Stage, Long> nanos,
        List<MovedColor> moved,
        Optional<Reach> reach,
        Optional<PlainRace> race,
        Optional<Explanation> explanation,
        Optional<Frames> frames) {

    public Work {
        moved = List.copyOf(moved);
    }

    long pixels() {
        return (long) width * height;
    }
}
