package tinct.app.compress;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tinct.Progress;
import tinct.Result;
import tinct.Settings;
import tinct.Tinct;
import tinct.app.compress.Outcome.Status;
import tinct.app.file.AtomicFile;
import tinct.app.file.Format;
import tinct.app.file.Source;
import tinct.histogram.Histogram;
import tinct.image.PixelRows;
import tinct.metrics.Comparison;
import tinct.palette.KMeansQuantizer;

/**
 * Compresses one file. A result that is not smaller than its source is not written (ADR-0011).
 *
 * @param settings how; their threads are not used
 * @param settingsForPng how if the result is a PNG file
 * @param maxPixels the largest picture that is accepted
 * @param overwrite whether files that exist may be replaced, the source among them
 * @param forceLarger whether results are written that are not smaller
 * @param race what plain Lloyd is to be raced with; empty for no race
 * @param memory shared by all files
 */
public record Compressor(
        Settings settings,
        Settings settingsForPng,
        long maxPixels,
        boolean overwrite,
        boolean forceLarger,
        Optional<KMeansQuantizer> race,
        MemoryBudget memory) {

    /** Does a job; what goes wrong is told by the outcome. */
    public Outcome compress(Job job, int threads, Progress progress) {
        long start = System.nanoTime();
        try {
            Done done = attempt(job, threads, progress);
            return new Outcome(
                    job, done.status, done.file, Optional.of(done.work), Optional.empty(), secondsSince(start));
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            return new Outcome(
                    job, Status.FAILED, Optional.empty(), Optional.empty(), Optional.of(e), secondsSince(start));
        }
    }

    private record Done(Status status, Optional<Path> file, Work work) {}

    private Done attempt(Job job, int threads, Progress progress) throws IOException {
        if (job.refusal().isPresent()) {
            throw new IOException(job.refusal().get());
        }
        Source source = Source.open(job.source(), maxPixels);
        checkTarget(job);
        try (MemoryBudget.Share share = memory.take(source.rows().pixelCount())) {
            assert share != null;
            Source decoded = source.decoded();
            Settings wanted = job.format() == Format.PNG ? settingsForPng : settings;
            Result result = Tinct.compress(decoded.rows(), wanted.withThreads(threads), progress);
            return store(job, decoded, result, threads);
        }
    }

    private void checkTarget(Job job) throws IOException {
        if (overwrite || !Files.exists(job.target())) {
            return;
        }
        if (Files.isSameFile(job.source(), job.target())) {
            throw new IOException(
                    "the result would replace its source; -f does that, --suffix or -o name it otherwise");
        }
        throw new FileAlreadyExistsException(job.target().toString());
    }

    private Done store(Job job, Source source, Result result, int threads) throws IOException {
        boolean conversion = job.formatNamed() && !job.format().title().equals(source.format());
        try (AtomicFile file = AtomicFile.begin(job.target())) {
            job.format().write(result.image(), file.stream());
            long bytes = file.finish();
            if (bytes >= source.bytes() && !conversion && !forceLarger) {
                Work work = work(source, result, bytes, Optional.empty(), result.distinctAfter(), threads);
                return new Done(Status.KEPT, keep(job), work);
            }
            boolean exact = job.format().keeps(result.palette());
            // What is not exact is judged by what is in the file.
            PixelRows written = exact
                    ? result.image()
                    : Source.open(file.temporary(), maxPixels).decoded().rows();
            int inFile = exact
                    ? result.distinctAfter()
                    : Histogram.of(written, threads).size();
            boolean flattened =
                    job.format() == Format.JPEG && !result.histogram().opaque();
            Optional<Double> mse = flattened ? Optional.empty() : Optional.of(Comparison.mse(source.rows(), written));
            Work work = work(source, result, bytes, mse, inFile, threads);
            file.commit(overwrite);
            return new Done(Status.WRITTEN, Optional.of(job.target()), work);
        }
    }

    private Work work(Source source, Result result, long bytes, Optional<Double> mse, int inFile, int threads) {
        return new Work(
                source.format(),
                source.rows().width(),
                source.rows().height(),
                result.distinctBefore(),
                result.distinctAfter(),
                inFile,
                source.bytes(),
                bytes,
                mse,
                result.quantization(),
                result.nanos(),
                race.flatMap(options -> PlainRace.run(result.histogram(), options, settings.maxColors(), threads)));
    }

    /** Copies the source to where the result would have gone, unless it is there. */
    private Optional<Path> keep(Job job) throws IOException {
        if (job.keepAs().isEmpty()) {
            return Optional.empty();
        }
        Path copy = job.keepAs().get();
        if (Files.exists(copy) && Files.isSameFile(job.source(), copy)) {
            return Optional.empty();
        }
        try (AtomicFile file = AtomicFile.begin(copy)) {
            Files.copy(job.source(), file.stream());
            file.commit(overwrite);
        }
        return Optional.of(copy);
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
