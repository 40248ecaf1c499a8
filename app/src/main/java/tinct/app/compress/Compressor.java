package tinct.app.compress;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tinct.AnimationResult;
import tinct.FramePalette;
import tinct.Progress;
import tinct.Result;
import tinct.Settings;
import tinct.Stage;
import tinct.Streamed;
import tinct.Tinct;
import tinct.app.compress.Outcome.Status;
import tinct.app.file.AtomicFile;
import tinct.app.file.Fingerprint;
import tinct.app.file.Format;
import tinct.app.file.Source;
import tinct.app.text.Units;
import tinct.histogram.Histogram;
import tinct.image.Palette;
import tinct.image.PixelRows;
import tinct.imageio.MovingPicture;
import tinct.imageio.MovingPictures;
import tinct.imageio.PixelLimit;
import tinct.palette.KMeansQuantizer;
import tinct.palette.MovedColor;

/**
 * Compresses one file. A result that is not smaller than its source is not written (ADR-0011).
 *
 * @param recipe how results are made
 * @param kept what results get of the metadata of their sources
 * @param framePalette which frames of an animation share a palette
 * @param limit the largest pictures that are accepted
 * @param policy what may be written
 * @param race what plain Lloyd is to be raced with; empty for no race
 * @param explain whether the account is to say what was decided
 * @param measured whether the account says how close results are to their sources
 * @param journals what has been done before, and is done now
 * @param memory shared by all files
 */
public record Compressor(
        Recipe recipe,
        KeptMetadata kept,
        FramePalette framePalette,
        PixelLimit limit,
        Policy policy,
        Optional<KMeansQuantizer> race,
        boolean explain,
        boolean measured,
        Journals journals,
        MemoryBudget memory) {

    /** How many times the memory of one run a search takes at the most. */
    private static final int SEARCH = 3;
    /** Pixels of which a picture that is read row by row takes the memory, most of it to count its colours. */
    private static final long STREAMED = 1L << 24;
    /** Of the memory that the budget reckons for a pixel, what it takes decoded. */
    private static final int DECODED_SHARE = 6;
    /** The same for the canvases of an animation. */
    private static final int CANVASES = 2;
    /** Pictures of so few pixels may be done by one thread. */
    private static final int QUICK = 1 << 19;

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
            return attempt(job, threads, progress, memory);
        } catch (OutOfMemoryError e) {
            try (MemoryBudget.Share all = memory.takeAll()) {
                assert all != null;
                return attempt(job, threads, progress, MemoryBudget.taken());
            }
        }
    }

    private Done attempt(Job job, int threads, Progress progress, MemoryBudget budget) throws IOException {
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
        Optional<MovingPicture> moving = MovingPictures.open(job.source(), limit.held());
        if (moving.isPresent()) {
            checkTarget(job, claim);
            return animated(job, moving.get(), threads, progress, claim, budget);
        }
        Source source = Source.open(job.source(), limit, kept.profile(job.format()));
        checkTarget(job, claim);
        if (isStreamed(job, source)) {
            return streamed(job, source, threads, progress, claim, budget);
        }
        try (MemoryBudget.Share share =
                budget.take(source.rows().pixelCount() * (recipe.goal().isPresent() ? SEARCH : 1))) {
            assert share != null;
            Source decoded = source.decoded();
            if (policy.skipDone() && isDone(job, decoded, threads)) {
                return Done.skipped("it has few enough colours already");
            }
            PixelRows rows = decoded.rows();
            int useful = isQuick(job, rows) ? 1 : threads;
            Recipe.Made made = recipe.make(job.source(), rows, job.format(), kept.of(job), useful, progress);
            return store(job, decoded, made, threads, claim);
        }
    }

    /**
     * Whether one thread is done sooner than several would be: a little work, mostly in code that the compiler, which needs a
     * processor too, has not seen yet (ADR-0013).
     */
    private boolean isQuick(Job job, PixelRows rows) {
        Settings settings = recipe.settings(job.format());
        return rows.pixelCount() <= QUICK
                && recipe.goal().isEmpty()
                && settings.ditherer().strength() == 0
                && settings.quantizer()
                        .engine()
                        .filter(engine -> engine.effort() == 1)
                        .isPresent();
    }

    /** Whether a picture is too large to be decoded beside others, and need not be. */
    private boolean isStreamed(Job job, Source source) throws IOException {
        boolean large = source.isRead() && (source.isLarge() || source.rows().pixelCount() > limit.held());
        boolean possible = job.format() == Format.PNG
                && recipe.goal().isEmpty()
                && recipe.colors().device().isEmpty()
                && !recipe.colors().transparentFirst()
                && !policy.skipDone();
        if (large && !possible && source.rows().pixelCount() > limit.held()) {
            throw new IOException(Units.format(
                    "has %d pixels, more than the limit of %d for what is asked of it; as PNG, without a target, %s",
                    source.rows().pixelCount(), limit.held(), "--skip-done and so on, it is compressed row by row"));
        }
        return large && possible;
    }

    private Done streamed(
            Job job, Source source, int threads, Progress progress, Optional<Claim> claim, MemoryBudget budget)
            throws IOException {
        Settings own = recipe.settings(job.format()).withThreads(threads);
        boolean interlaced = source.isInterlaced();
        long held = interlaced ? source.rows().pixelCount() / DECODED_SHARE : 0;
        try (MemoryBudget.Share share = budget.take(STREAMED + held);
                AtomicFile file = AtomicFile.begin(policy.dryRun() ? elsewhere() : job.target())) {
            assert share != null;
            Place place = recipe.colors().place(job.source());
            JudgedRows rows = new JudgedRows(source.rows(), measured);
            Streamed result = Tinct.stream(rows, own, place.x(), place.y(), progress);
            Map<Stage, Long> nanos = new EnumMap<>(result.nanos());
            long start = System.nanoTime();
            job.format().write(rows.judging(result.rows()), kept.of(job), own, file.stream());
            nanos.put(Stage.REMAP, System.nanoTime() - start); // and writing: rows are mapped as they are written
            Sizes sizes = new Sizes(source.bytes(), file.finish());
            List<MovedColor> moved = moved(own, result.histogram(), result.palette());
            Optional<PlainRace> raced = raced(result.histogram(), threads);
            Optional<Explanation> explanation = explain
                    ? Optional.of(Explanation.of(own, result, interlaced, job.format(), file.temporary()))
                    : Optional.empty();
            return settle(
                    job,
                    file,
                    sizes,
                    source.format(),
                    Optional.empty(),
                    claim,
                    written -> new Work(
                            source.format(),
                            source.rows().width(),
                            source.rows().height(),
                            result.histogram().size(),
                            rows.used(),
                            rows.used(),
                            sizes.before,
                            sizes.after,
                            written ? rows.mse() : Optional.empty(),
                            result.quantization(),
                            nanos,
                            moved,
                            Optional.empty(),
                            raced,
                            explanation,
                            Optional.empty()));
        }
    }

    private Done animated(
            Job job, MovingPicture moving, int threads, Progress progress, Optional<Claim> claim, MemoryBudget budget)
            throws IOException {
        Frames.check(moving, job.format(), framePalette, recipe.goal().isPresent(), recipe.colors());
        try (MemoryBudget.Share share = budget.take(moving.animation().pixelCount() * CANVASES)) {
            assert share != null;
            if (policy.skipDone()
                    && moving.format().equals(job.format().title())
                    && moving.kind().contains("palette")
                    && Histogram.of(moving.animation()).size()
                            <= recipe.settings().maxColors()) {
                return Done.skipped("it has few enough colours already");
            }
            Settings own = recipe.settings(job.format()).withThreads(threads);
            try (AtomicFile file = AtomicFile.begin(policy.dryRun() ? elsewhere() : job.target())) {
                AnimationResult result = Tinct.compress(
                        moving.animation(),
                        own,
                        framePalette,
                        job.format().indexed().orElseThrow(),
                        file.stream(),
                        progress);
                long before = Files.size(job.source());
                Sizes sizes = new Sizes(before, file.finish());
                List<MovedColor> moved = result.palettes() == 1
                        ? moved(own, result.histogram(), result.quantization().palette())
                        : List.of();
                Optional<Explanation> explanation = explain
                        ? Optional.of(Explanation.of(own, result, job.format(), file.temporary()))
                        : Optional.empty();
                Work work = Frames.work(
                        moving,
                        result,
                        sizes.before,
                        sizes.after,
                        moved,
                        raced(result.histogram(), threads),
                        explanation);
                return settle(job, file, sizes, moving.format(), Optional.empty(), claim, written -> work);
            }
        }
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
                && (recipe.goal().isEmpty() || recipe.goal().get().allows(Files.size(job.source())))
                && Histogram.of(source.rows(), threads).size()
                        <= recipe.settings().maxColors();
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

    private Done store(Job job, Source source, Recipe.Made made, int threads, Optional<Claim> claim)
            throws IOException {
        Optional<String> missed = made.missed().map(Reach::missed);
        if (missed.isPresent() && below() == Goal.Below.FAIL) {
            throw new IOException(missed.get());
        }
        Result result = made.result();
        List<MovedColor> moved = moved(made.settings(), result.histogram(), result.palette());
        Measure measure = new Measure(source, result, moved, made.reach(), job.format(), threads);
        try (AtomicFile file = AtomicFile.begin(policy.dryRun() ? elsewhere() : job.target())) {
            recipe.write(made, job.format(), file.stream());
            Sizes sizes = new Sizes(source.bytes(), file.finish());
            Optional<PlainRace> raced = raced(result.histogram(), threads);
            Optional<Explanation> explanation = explain
                    ? Optional.of(Explanation.of(made.settings(), result, job.format(), file.temporary()))
                    : Optional.empty();
            return settle(
                    job,
                    file,
                    sizes,
                    source.format(),
                    missed,
                    claim,
                    written -> written && measured
                            ? measure.written(written(job, result, file), sizes.after, raced, explanation)
                            : measure.unmeasured(sizes.after, raced, explanation));
        }
    }

    /** Bytes of a source and of its result. */
    private record Sizes(long before, long after) {}

    /** Tells of the work when it is known whether its result is written. */
    private interface Telling {
        Work work(boolean written) throws IOException;
    }

    /** Gives a result its name, or keeps the source. */
    private Done settle(
            Job job,
            AtomicFile file,
            Sizes sizes,
            String sourceFormat,
            Optional<String> missed,
            Optional<Claim> claim,
            Telling telling)
            throws IOException {
        boolean conversion = job.formatNamed() && !job.format().title().equals(sourceFormat);
        boolean accepted = policy.accepts(sizes.before, sizes.after, conversion);
        if (!accepted || missed.isPresent() && below() == Goal.Below.KEEP) {
            Work work = telling.work(false);
            String why = missed.orElseGet(() -> whyKept(sourceFormat, sizes));
            return new Done(Status.KEPT, keep(job, claim), Optional.of(work), Optional.of(why));
        }
        Work work = telling.work(true);
        if (!policy.dryRun() && !commit(job, file, claim)) {
            return Done.skipped("its result is there already");
        }
        return new Done(Status.WRITTEN, Optional.of(job.target()), Optional.of(work), Optional.empty());
    }

    private Optional<PlainRace> raced(Histogram histogram, int threads) {
        return race.flatMap(
                options -> PlainRace.run(histogram, options, recipe.settings().maxColors(), threads));
    }

    private Goal.Below below() {
        return recipe.goal().map(Goal::below).orElse(Goal.Below.WRITE);
    }

    private static Path elsewhere() {
        return Path.of(System.getProperty("java.io.tmpdir", "."), "dry-run");
    }

    private String whyKept(String sourceFormat, Sizes sizes) {
        if (sizes.after < sizes.before) {
            return "saves less than " + policy.savings();
        }
        // Who does not know it wonders: it is so for most photographs, and an error for none.
        return sourceFormat.equals(Format.JPEG.title())
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

    private List<MovedColor> moved(Settings own, Histogram histogram, Palette palette) {
        return recipe.colors()
                .guard()
                .map(guard -> guard.check(histogram, palette, own.quantizer().space()))
                .orElse(List.of());
    }

    /** The pixels of a result as they are in its file. */
    private PixelRows written(Job job, Result result, AtomicFile file) throws IOException {
        // What is not exact is judged by what is in the file.
        return job.format().keeps(result.palette())
                ? result.image()
                : Source.open(file.temporary(), limit.held()).decoded().rows();
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
