package tinct.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
import tinct.app.compress.Recipe;
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
            "  tinct compress 'photos/**/*.png' --dir small -v   a pattern of our own; a line for each file",
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
    private final Supplier<String> version;

    @Spec
    @SuppressWarnings("NullAway.Init") // by picocli, if it reads the options
    private CommandSpec spec;

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
    private DefaultOptions defaults = new DefaultOptions();

    @Mixin
    private AccountOptions accounts = new AccountOptions();

    @Mixin
    private PictureOptions pictures = new PictureOptions();

    /** Given options, if they were read without picocli. */
    private @Nullable Map<String, String> plain;

    /**
     * The command on a console.
     *
     * @param version of the program, on which results depend
     */
    CompressCommand(Console console, Supplier<String> version) {
        this.systemConsole = console;
        this.version = version;
    }

    /** The command with plain options; empty if picocli has to say what is wrong with them. */
    static Optional<CompressCommand> of(Console console, PlainOptions options) {
        CompressCommand command = new CompressCommand(console, CommandLines::version);
        try {
            command.read(options);
            return Optional.of(command);
        } catch (RuntimeException e) { // of any kind: whoever finds a mistake asks picocli for its command line
            return Optional.empty();
        }
    }

    private void read(PlainOptions options) {
        plain = options.values();
        inputs = options.inputs();
        files.read(options);
        quantizer.read(options);
        batch.read(options);
        accounts.read(options);
        pictures.read(options);
        defaults.read(options);
        files.output();
        making().recipe(List.of(), tiles.columns());
    }

    @Override
    public Integer call() throws IOException {
        try {
            return run();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Does what is asked for.
     *
     * @throws IllegalArgumentException if options contradict each other or the files
     */
    int run() throws IOException {
        boolean output = files.toStandardOutput(inputs);
        return output || inputs.contains(Job.STANDARD) ? piped(output) : named();
    }

    /** The options that were given and their values. */
    private List<Map.Entry<String, String>> given() {
        return plain == null ? ResultOptions.given(spec.commandLine().getParseResult()) : List.copyOf(plain.entrySet());
    }

    private int named() throws IOException {
        List<Job> jobs = files.jobs(inputs);
        Recipe recipe = recipe(jobs);
        boolean journal = !batch.dryRun() && (batch.resume() || jobs.size() > 1);
        Journals journals = journal
                ? Journals.of(
                        batch.resume(),
                        ResultOptions.fingerprint(
                                given(),
                                palettes.shared()
                                        ? version.get() + recipe.settings().quantizer()
                                        : version.get()))
                : Journals.none();
        Compressor compressor = compressor(recipe, journals, accounts.tellsLikeness(jobs.size() > 1, false, pictures));
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

    private Recipe recipe(List<Job> jobs) {
        List<Path> sources = jobs.stream()
                .filter(job -> job.refusal().isEmpty())
                .map(Job::source)
                .toList();
        return making().recipe(sources, tiles.columns());
    }

    private Making making() {
        return new Making(quantizer, target, palettes, frames, metadata, pictures);
    }

    private Compressor compressor(Recipe recipe, Journals journals, boolean measured) {
        Policy policy = batch.policy(files.overwrite(), files.preserve());
        return making().compressor(recipe, policy, accounts, measured, journals, MemoryBudget.ofHeap());
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
                            recipe(List.of(job)), Journals.none(), accounts.tellsLikeness(false, output, pictures))
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
