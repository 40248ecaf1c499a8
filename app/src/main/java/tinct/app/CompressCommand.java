package tinct.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tinct.app.compress.Account;
import tinct.app.compress.Batch;
import tinct.app.compress.Compressor;
import tinct.app.compress.Job;
import tinct.app.compress.Journals;
import tinct.app.compress.MemoryBudget;
import tinct.app.compress.Outcome;
import tinct.app.compress.Pipe;
import tinct.app.compress.Policy;
import tinct.app.compress.Totals;
import tinct.app.file.Problem;
import tinct.app.text.Console;
import tinct.app.text.ProgressLine;

/** {@code tinct compress}: the main job. Each group of options is a mixin, which names its heading in the help. */
@Command(
        name = CompressCommand.NAME,
        description = "Make pictures small by giving each one the best few colours.",
        customSynopsis = {"tinct compress [OPTIONS] FILE|DIR|PATTERN|-...", ""},
        parameterListHeading = "%n",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  tinct compress photo.jpg                          photo-tinct.png of 256 colours beside it",
            "  tinct compress -k 64 photo.jpg -o small.webp      another format, by the name of the result",
            "  tinct compress -r photos -o small --preset web    a tree of folders, kept in small/",
            "  tinct compress -r photos -o small --resume        go on after a run that was killed",
            "  tinct compress 'photos/**/*.png' -d small -v      a pattern of our own; a line for each file",
            "  convert x.tif png:- | tinct compress - > x.png    in a pipe",
            "",
            "A result that is not smaller than its source is not written, and that is said; with -o the source is "
                    + "copied there instead, under its own name in a folder, and to standard output it passes "
                    + "through. Two things change that: --force-larger, "
                    + "and asking for another format than the source's, by --format or the extension of -o FILE: "
                    + "that is a conversion, which is written whatever its size.",
            "",
            "Flags of pngquant are understood where they mean the same: 256 as a first word, --nofs, --ordered, "
                    + "--floyd[=N], --ext, --speed, --skip-if-larger, --strip.",
            "",
            "Exit code: 0 every file was written or knowingly kept, 1 a file failed (the others are done all the "
                    + "same), 2 the command line is wrong, 98 with --strict if a file was kept and "
                    + "99 if one missed -q or --max-bytes, 130 interrupted."
        })
final class CompressCommand implements Callable<Integer> {
    static final String NAME = "compress";

    private final Console systemConsole;
    private final String version;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE|DIR",
            arity = "1..*",
            description = "Pictures, folders of pictures, patterns such as 'photos/**/*.png', or - for standard input.")
    private List<String> inputs = new ArrayList<>();

    @Mixin
    private FileOptions files = new FileOptions();

    @Mixin
    private QuantizerOptions quantizer = new QuantizerOptions();

    @Mixin
    private TargetOptions target = new TargetOptions();

    @Mixin
    private PaletteOptions palettes = new PaletteOptions();

    @Mixin
    private TileOptions tiles = new TileOptions();

    @Mixin
    private FrameOptions frames = new FrameOptions();

    @Mixin
    private MetadataOptions metadata = new MetadataOptions();

    @Mixin
    private BatchOptions batch = new BatchOptions();

    @Mixin
    @SuppressWarnings("unused") // Arguments puts others in their place
    private DefaultOptions defaults = new DefaultOptions();

    @Mixin
    private AccountOptions accounts = new AccountOptions();

    @Mixin
    private PictureOptions pictures = new PictureOptions();

    /**
     * The command on a console.
     *
     * @param version of the program, on which results depend
     */
    CompressCommand(Console console, String version) {
        this.systemConsole = console;
        this.version = version;
    }

    @Override
    public Integer call() throws IOException {
        try {
            boolean output = files.toStandardOutput(inputs);
            return output || inputs.contains(Job.STANDARD) ? piped(output) : named();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private int named() throws IOException {
        List<Job> jobs = files.jobs(inputs);
        PaletteOptions.Colors colors = colors(jobs);
        boolean journal = !batch.dryRun() && (batch.resume() || jobs.size() > 1);
        Journals journals = journal
                ? Journals.of(
                        batch.resume(),
                        ResultOptions.fingerprint(
                                spec.commandLine().getParseResult(),
                                palettes.shared() ? version + colors.settings().quantizer() : version))
                : Journals.none();
        Compressor compressor = compressor(colors, journals, accounts.tellsLikeness(jobs.size() > 1, false, pictures));
        Console console = accounts.on(systemConsole);
        Account account = accounts.account(console, jobs, pictures, batch.dryRun(), false);
        boolean complete = false;
        try {
            Totals totals = new Batch(compressor, pictures.threads(), new ProgressLine(console)).run(jobs, account);
            complete = totals.failed() == 0;
            return totals.exitCode(accounts.strict());
        } finally {
            journals.end(complete);
        }
    }

    private PaletteOptions.Colors colors(List<Job> jobs) {
        List<Path> sources = jobs.stream()
                .filter(job -> job.refusal().isEmpty())
                .map(Job::source)
                .toList();
        PaletteOptions.Colors colors = palettes.colors(sources, tiles.columns(), quantizer, 256, pictures);
        target.checkSearch(palettes);
        return target.adapted(colors);
    }

    private Compressor compressor(PaletteOptions.Colors colors, Journals journals, boolean measured) {
        Policy policy = batch.policy(files.overwrite(), files.preserve());
        return new Compressor(
                colors.settings(),
                colors.settingsForPng(),
                metadata.demands(colors.demands()),
                metadata.kept(),
                target.goal(),
                frames.palette(),
                pictures.limit(),
                palettes.written() ? policy.always() : policy,
                accounts.comparePlain() ? Optional.of(quantizer.kMeans()) : Optional.empty(),
                accounts.explain(),
                measured,
                journals,
                MemoryBudget.ofHeap());
    }

    /** One picture that comes by standard input, or goes to standard output, or both. */
    private int piped(boolean output) {
        String input = inputs.get(0);
        if (inputs.size() > 1) {
            throw new IllegalArgumentException("- is for one picture, not for " + inputs.size());
        }
        if (output && systemConsole.outTerminal()) {
            throw new IllegalArgumentException("a picture is not for a terminal; name a file with -o");
        }
        Console console = accounts.on(output ? systemConsole.toldOnError() : systemConsole);
        try (Pipe pipe = Pipe.open()) {
            boolean standard = input.equals(Job.STANDARD);
            Path source = standard ? pipe.spool(console.in()) : file(input);
            Job job = output
                    ? pipe.job(source, standard ? Job.STANDARD : input, files.format())
                    : files.fromStandardInput(source);
            Outcome outcome = compressor(
                            colors(List.of(job)), Journals.none(), accounts.tellsLikeness(false, output, pictures))
                    .compress(
                            job,
                            pictures.threads(),
                            stage -> {}); // Progress would be in the way of other programs' messages.
            if (output && !batch.dryRun()) {
                pipe.deliver(outcome, systemConsole.out());
            }
            Account account = accounts.account(console, List.of(job), pictures, batch.dryRun(), output);
            Totals totals = Totals.NONE.plus(outcome);
            account.file(outcome);
            account.total(totals, outcome.seconds());
            return totals.exitCode(accounts.strict());
        } catch (IOException e) {
            console.fail(input, Problem.describe(e, Path.of(input)));
            return 1;
        }
    }

    private static Path file(String input) {
        Path file = Path.of(input);
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException("-o - is for one picture, was the folder " + input);
        }
        return file;
    }
}
