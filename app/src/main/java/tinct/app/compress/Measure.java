package tinct.app.compress;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tinct.Result;
import tinct.app.file.Format;
import tinct.app.file.Source;
import tinct.histogram.Histogram;
import tinct.image.PixelRows;
import tinct.metrics.Comparison;
import tinct.palette.MovedColor;

/**
 * Compares a result with its source.
 *
 * @param moved colours that moved too far
 * @param reach how far the target was reached, if there is one
 * @param format that the result is written in
 */
record Measure(
        Source source, Result result, List<MovedColor> moved, Optional<Reach> reach, Format format, int threads) {
    /** Of a result that was not written, or that nobody wants to have compared. */
    Work unmeasured(long bytes, Optional<PlainRace> race, Optional<Explanation> explanation) {
        return work(bytes, result.distinctAfter(), Optional.empty(), race, explanation);
    }

    /**
     * Of a result that was written.
     *
     * @param written the pixels as they are in the file, {@code result.image()} itself if its format is exact
     */
    Work written(PixelRows written, long bytes, Optional<PlainRace> race, Optional<Explanation> explanation)
            throws IOException {
        boolean exact = written == result.image();
        boolean flattened = format == Format.JPEG && !result.histogram().opaque();
        Optional<Double> mse = flattened ? Optional.empty() : Optional.of(Comparison.mse(source.rows(), written));
        int inFile =
                exact ? result.distinctAfter() : Histogram.of(written, threads).size();
        return work(bytes, inFile, mse, race, explanation);
    }

    private Work work(
            long bytes,
            int colorsInFile,
            Optional<Double> mse,
            Optional<PlainRace> race,
            Optional<Explanation> explanation) {
        return new Work(
                source.format(),
                source.rows().width(),
                source.rows().height(),
                result.distinctBefore(),
                result.distinctAfter(),
                colorsInFile,
                source.bytes(),
                bytes,
                mse,
                result.quantization(),
                result.nanos(),
                moved,
                reach,
                race,
                explanation,
                Optional.empty());
    }
}
