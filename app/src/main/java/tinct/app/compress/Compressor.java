package tinct.app.compress;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tinct.Progress;
import tinct.Result;
import tinct.Settings;
import tinct.app.compress.Outcome.Status;
import tinct.app.file.AtomicFile;
import tinct.app.file.Fingerprint;
import tinct.app.file.Source;
import tinct.histogram.Histogram;
import tinct.image.PixelRows;
import tinct.palette.KMeansQuantizer;
import tinct.palette.MovedColor;

/**
 * Compresses one file. A result that is not smaller than its source is not written (ADR-0011).
 *
 * @param settings how; their threads are not used
 * @param settingsForPng how if the result is a PNG file
 * @param colors what is asked of colours beside
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
        Optional<Goal> goal,
        long maxPixels,
        Policy policy,
        Optional<KMeansQuantizer> race,
        boolean explain,
        Journals journals,
        MemoryBudget memory) {

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
        Source source = Source.open(job.source(), maxPixels);
        checkTarget(job, claim);
        try (MemoryBudget.Share share = memory.take(source.rows().pixelCount() * (goal.isPresent() ? SEARCH : 1))) {
            assert share != null;
            Source decoded = source.decoded();
            if (policy.skipDone() && isDone(job, decoded, threads)) {
                return Done.skipped("it has few enough colours already");
            }
            return store(
                    job,
                    decoded,
                    recipe().make(job.source(), decoded.rows(), job.format(), threads, progress),
                    threads,
                    claim);
        }
    }

    private Recipe recipe() {
        return new Recipe(settings, settingsForPng, colors, goal);
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

    private Done store(Job job, Source source, Recipe.Made made, int threads, Optional<Claim> claim)
            throws IOException {
        Optional<String> missed = made.missed().map(Reach::missed);
        if (missed.isPresent() && below() == Goal.Below.FAIL) {
            throw new IOException(missed.get());
        }
        Result result = made.result();
        boolean conversion = job.formatNamed() && !job.format().title().equals(source.format());
        Measure measure = new Measure(source, result, moved(made), made.reach(), job.format(), threads);
        try (AtomicFile file = AtomicFile.begin(policy.dryRun() ? elsewhere() : job.target())) {
            recipe().write(made, job.format(), file.stream());
            long bytes = file.finish();
            Optional<PlainRace> raced =
                    race.flatMap(options -> PlainRace.run(result.histogram(), options, settings.maxColors(), threads));
            Optional<Explanation> explanation = explain
                    ? Optional.of(Explanation.of(made.settings(), result, job.format(), file.temporary()))
                    : Optional.empty();
            boolean accepted = policy.accepts(source.bytes(), bytes, conversion);
            if (!accepted || missed.isPresent() && below() == Goal.Below.KEEP) {
                Work work = measure.kept(bytes, raced, explanation);
                String why = missed.orElseGet(() -> whyKept(source.bytes(), bytes));
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

    private static Path elsewhere() {
        return Path.of(System.getProperty("java.io.tmpdir", "."), "dry-run");
    }

    private String whyKept(long before, long after) {
        return after >= before ? "not smaller" : "saves less than " + policy.savings();
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

    private List<MovedColor> moved(Recipe.Made made) {
        return colors.guard()
                .map(guard -> guard.check(
                        made.result().histogram(),
                        made.result().palette(),
                        made.settings().quantizer().space()))
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
