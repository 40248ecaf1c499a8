package tinct.app.compress;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tinct.Progress;
import tinct.Result;
import tinct.Settings;
import tinct.Targeted;
import tinct.Tinct;
import tinct.app.compress.Outcome.Status;
import tinct.app.file.AtomicFile;
import tinct.app.file.Fingerprint;
import tinct.app.file.Format;
import tinct.app.file.Source;
import tinct.codec.Metadata;
import tinct.histogram.Histogram;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.image.PixelRows;
import tinct.palette.KMeansQuantizer;
import tinct.palette.MovedColor;
import tinct.remap.RateAware;

/**
 * Compresses one file. A result that is not smaller than its source is not written (ADR-0011).
 *
 * @param settings how; their threads are not used
 * @param settingsForPng how if the result is a PNG file
 * @param colors what is asked of colours beside
 * @param kept what results get of the metadata of their sources
 * @param goal what results are to reach; empty if the settings say all
 * @param maxPixels the largest picture that is accepted
 * @param policy what may be written
 * @param race what plain Lloyd is to be raced with; empty for no race
 * @param explain whether the account is to say what was decided
 * @param journals what has been done before, and is done now
 * @param memory shared by all files
 */
public record Compressor(
        Settings settings,
        Settings settingsForPng,
        ColorDemands colors,
        KeptMetadata kept,
        Optional<Goal> goal,
        long maxPixels,
        Policy policy,
        Optional<KMeansQuantizer> race,
        boolean explain,
        Journals journals,
        MemoryBudget memory) {

    /** The highest effort at which files are written quickly. */
    private static final int QUICK_EFFORT = 2;
    /** How many times the memory of one run a search takes at the most. */
    private static final int SEARCH = 3;

    /** Does a job; what goes wrong is told by the outcome. */
    public Outcome compress(Job job, int threads, Progress progress) {
        long start = System.nanoTime();
        try {
            Done done = attemptTwice(job, threads, progress);
            return new Outcome(
                    job, done.status, done.file, done.work, done.reason, Optional.empty(), secondsSince(start));
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            return new Outcome(
                    job,
                    Status.FAILED,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(e),
                    secondsSince(start));
        }
    }

    private record Done(Status status, Optional<Path> file, Optional<Work> work, Optional<String> reason) {
        static Done skipped(String reason) {
            return new Done(Status.SKIPPED, Optional.empty(), Optional.empty(), Optional.of(reason));
        }
    }

    /** What does not fit in memory beside the others is tried again alone: how much a decoder takes is not known before. */
    private Done attemptTwice(Job job, int threads, Progress progress) throws IOException {
        try {
            return attempt(job, threads, progress);
        } catch (OutOfMemoryError e) {
            try (MemoryBudget.Share all = memory.takeAll()) {
                assert all != null;
                return attempt(job, threads, progress);
            }
        }
    }

    private Done attempt(Job job, int threads, Progress progress) throws IOException {
        if (job.refusal().isPresent()) {
            throw new IOException(job.refusal().get());
        }
        if (!policy.dryRun()) {
            journals.clean(job.target());
        }
        Optional<Claim> claim = claim(job);
        if (claim.isPresent() && journals.resumed() && claim.get().holds()) {
            return Done.skipped("done by an earlier run");
        }
        Source source = Source.open(job.source(), maxPixels, kept.profile(job.format()));
        checkTarget(job, claim);
        try (MemoryBudget.Share share = memory.take(source.rows().pixelCount() * (goal.isPresent() ? SEARCH : 1))) {
            assert share != null;
            Source decoded = source.decoded();
            if (policy.skipDone() && isDone(job, decoded, threads)) {
                return Done.skipped("it has few enough colours already");
            }
            return store(job, decoded, made(job, decoded, threads, progress), threads, claim);
        }
    }

    /** Indices that are to be cheap are so for the coder of the format. */
    private Settings settings(Format format) {
        Settings wanted = format == Format.PNG ? settingsForPng : settings;
        return wanted.ditherer() instanceof RateAware options
                ? wanted.withDitherer(options.withCoder(format.coder()))
                : wanted;
    }

    private Optional<Claim> claim(Job job) throws IOException {
        Optional<Journal> journal = policy.dryRun() ? Optional.empty() : journals.of(job);
        return journal.isEmpty()
                ? Optional.empty()
                : Optional.of(new Claim(journal.get(), job, Fingerprint.of(job.source())));
    }

    /** What the journal says of a job, or is to be told. */
    private record Claim(Journal journal, Job job, String input) {
        boolean holds() throws IOException {
            return journal.holds(job, input);
        }
    }

    private boolean isDone(Job job, Source source, int threads) throws IOException {
        return source.format().equals(job.format().title())
                && source.kind().contains("palette")
                && Histogram.of(source.rows(), threads).size() <= settings.maxColors();
    }

    private void checkTarget(Job job, Optional<Claim> claim) throws IOException {
        if (mayReplace(job, job.target(), claim) || !Files.exists(job.target())) {
            return;
        }
        if (journals.resumed() && !isSource(job, job.target())) {
            return; // It may be just what will be written: by a run whose journal is gone, or one that works beside us.
        }
        if (Files.isSameFile(job.source(), job.target())) {
            throw new IOException(
                    "the result would replace its source; -f does that, --suffix or -o name it otherwise");
        }
        throw new FileAlreadyExistsException(job.target().toString());
    }

    /** With {@code -f}, and when an earlier run is gone on with, whose file this still is. */
    private boolean mayReplace(Job job, Path file, Optional<Claim> claim) throws IOException {
        return policy.overwrite()
                || claim.isPresent()
                        && journals.resumed()
                        && !isSource(job, file)
                        && claim.get().journal.made(job, file);
    }

    private static boolean isSource(Job job, Path file) throws IOException {
        return Files.exists(file) && Files.isSameFile(job.source(), file);
    }

    /**
     * What a compression has made.
     *
     * @param settings that it had
     * @param file its file, if that was made on the way
     * @param metadata that the result gets
     */
    private record Made(
            Settings settings, Result result, Optional<Reach> reach, Optional<byte[]> file, Metadata metadata) {
        Optional<Reach> missed() {
            return reach.filter(it -> !it.enough());
        }
    }

    private Made made(Job job, Source source, int threads, Progress progress) throws IOException {
        Metadata metadata = kept.of(job);
        Settings own = settings(job.format()).withThreads(threads);
        boolean reserved = colors.transparentFirst() && !hasTransparent(source.rows());
        if (reserved) {
            own = own.withMaxColors(Math.max(1, own.maxColors() - 1));
        }
        if (goal.isPresent()) {
            long beside = Goal.beside(job.format(), metadata, colors.transparentFirst());
            Targeted found = goal.get().search(source.rows(), own, job.format(), beside, progress);
            Result result = arranged(found.result());
            boolean asFound = metadata.isEmpty() && isArranged(found.result());
            Optional<byte[]> file = asFound ? Optional.of(found.file()) : Optional.empty();
            return new Made(own, result, Optional.of(goal.get().reach(found, beside)), file, metadata);
        }
        Place place = colors.place(job.source());
        Result result = Tinct.compress(source.rows(), own, place.x(), place.y(), progress);
        return new Made(own, arranged(result), Optional.empty(), Optional.empty(), metadata);
    }

    private static boolean hasTransparent(PixelRows rows) throws IOException {
        int[] row = new int[rows.width()];
        try (PixelRows.RowReader reader = rows.open()) {
            for (int y = 0; y < rows.height(); y++) {
                reader.readRow(row);
                for (int argb : row) {
                    if (argb >>> 24 == 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean isArranged(Result result) {
        return !colors.transparentFirst() || result.palette().entry(0) == 0;
    }

    private Result arranged(Result result) throws IOException {
        if (isArranged(result)) {
            return result;
        }
        if (result.palette().size() == Palette.MAX_SIZE && !result.palette().containsAll(0)) {
            throw new IOException("256 fixed colours leave no room for a transparent one");
        }
        return new Result(
                result.image().withTransparentFirst(), result.histogram(), result.quantization(), result.nanos());
    }

    private Done store(Job job, Source source, Made made, int threads, Optional<Claim> claim) throws IOException {
        Optional<String> missed = made.missed().map(Reach::missed);
        if (missed.isPresent() && below() == Goal.Below.FAIL) {
            throw new IOException(missed.get());
        }
        Result result = made.result;
        boolean conversion = job.formatNamed() && !job.format().title().equals(source.format());
        Measure measure = new Measure(source, result, moved(made), made.reach, job.format(), threads);
        try (AtomicFile file = AtomicFile.begin(policy.dryRun() ? elsewhere() : job.target())) {
            write(made, job, file.stream());
            long bytes = file.finish();
            Optional<PlainRace> raced =
                    race.flatMap(options -> PlainRace.run(result.histogram(), options, settings.maxColors(), threads));
            Optional<Explanation> explanation = explain
                    ? Optional.of(Explanation.of(made.settings, result, job.format(), file.temporary()))
                    : Optional.empty();
            boolean accepted = policy.accepts(source.bytes(), bytes, conversion);
            if (!accepted || missed.isPresent() && below() == Goal.Below.KEEP) {
                Work work = measure.kept(bytes, raced, explanation);
                String why = missed.orElseGet(() -> whyKept(source, bytes));
                return new Done(Status.KEPT, keep(job, claim), Optional.of(work), Optional.of(why));
            }
            Work work = measure.written(written(job, result, file), bytes, raced, explanation);
            if (!policy.dryRun() && !commit(job, file, claim)) {
                return Done.skipped("its result is there already");
            }
            return new Done(Status.WRITTEN, Optional.of(job.target()), Optional.of(work), Optional.empty());
        }
    }

    private Goal.Below below() {
        return goal.map(Goal::below).orElse(Goal.Below.WRITE);
    }

    private void write(Made made, Job job, OutputStream out) throws IOException {
        if (made.file.isPresent()) {
            out.write(made.file.get());
        } else {
            job.format().write(encoded(job, made.result.image()), made.metadata, isQuick(made.settings), out);
        }
    }

    /** At the lowest efforts time counts; indices chosen for their bytes are packed well always. */
    private static boolean isQuick(Settings settings) {
        return settings.quantizer() instanceof KMeansQuantizer kMeans
                && kMeans.effort() <= QUICK_EFFORT
                && !(settings.ditherer() instanceof RateAware);
    }

    private static Path elsewhere() {
        return Path.of(System.getProperty("java.io.tmpdir", "."), "dry-run");
    }

    private String whyKept(Source source, long after) {
        if (after < source.bytes()) {
            return "saves less than " + policy.savings();
        }
        // Who does not know it wonders: it is so for most photographs, and an error for none.
        return source.format().equals(Format.JPEG.title())
                ? "not smaller (JPEG suits photographs better than a palette)"
                : "not smaller";
    }

    /** Gives the result its name; false if an equal one has it, and an earlier run is gone on with. */
    private boolean commit(Job job, AtomicFile file, Optional<Claim> claim) throws IOException {
        if (policy.preserve()) {
            file.resemble(job.source());
        }
        boolean replace = mayReplace(job, job.target(), claim);
        String output = claim.isPresent() ? Fingerprint.of(file.temporary()) : "";
        if (claim.isPresent()) {
            claim.get().journal.written(job, claim.get().input, output);
        }
        return commit(file, job.target(), replace, output);
    }

    private boolean commit(AtomicFile file, Path target, boolean replace, String output) throws IOException {
        try {
            file.commit(replace);
            return true;
        } catch (FileAlreadyExistsException e) {
            if (!journals.resumed()
                    || !Files.isRegularFile(target)
                    || !Fingerprint.of(target).equals(output)) {
                throw e;
            }
            return false;
        }
    }

    private IndexedImage encoded(Job job, IndexedImage image) throws IOException {
        if (colors.device().isEmpty()) {
            return image;
        }
        if (!job.format().keeps(image.palette())) {
            throw new IOException(job.format().title() + " does not keep the codes of a device; png does");
        }
        return colors.device().get().encoded(image);
    }

    private List<MovedColor> moved(Made made) {
        return colors.guard()
                .map(guard -> guard.check(
                        made.result.histogram(),
                        made.result.palette(),
                        made.settings.quantizer().space()))
                .orElse(List.of());
    }

    /** The pixels of a result as they are in its file. */
    private PixelRows written(Job job, Result result, AtomicFile file) throws IOException {
        // What is not exact is judged by what is in the file.
        return job.format().keeps(result.palette())
                ? result.image()
                : Source.open(file.temporary(), maxPixels).decoded().rows();
    }

    /** Copies the source to where the result would have gone, unless it is there. */
    private Optional<Path> keep(Job job, Optional<Claim> claim) throws IOException {
        boolean copied = job.keepAs().isPresent() && !isSource(job, job.keepAs().get());
        if (policy.dryRun()) {
            return job.keepAs().filter(copy -> copied);
        }
        boolean replace = copied && mayReplace(job, job.keepAs().get(), claim);
        if (claim.isPresent()) {
            claim.get().journal.kept(job, claim.get().input);
        }
        if (!copied) {
            return Optional.empty();
        }
        try (AtomicFile file = AtomicFile.begin(job.keepAs().get())) {
            Files.copy(job.source(), file.stream());
            if (policy.preserve()) {
                file.resemble(job.source());
            }
            commit(file, job.keepAs().get(), replace, claim.map(Claim::input).orElse(""));
        }
        return job.keepAs();
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
