package tinct.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tinct.app.compress.Account;
import tinct.app.compress.Batch;
import tinct.app.compress.Compressor;
import tinct.app.compress.Job;
import tinct.app.compress.JsonAccount;
import tinct.app.compress.MemoryBudget;
import tinct.app.compress.Plan;
import tinct.app.compress.TextAccount;
import tinct.app.file.Format;
import tinct.app.text.Console;
import tinct.app.text.ProgressLine;

/** {@code tinct compress}: the main job. */
@Command(
        name = "compress",
        description = "Make pictures small by giving each one the best few colours.",
        customSynopsis = {"tinct compress [OPTIONS] FILE|DIR...", ""},
        parameterListHeading = "%n",
        sortOptions = false,
        footer = {
            "",
            "A result that is not smaller than its source is not written, and that is said; with -o the source is "
                    + "copied there instead, under its own name in a folder. Two things change that: --force-larger, "
                    + "and asking for another format than the source's, by --format or the extension of -o FILE: "
                    + "that is a conversion, which is written whatever its size.",
            "",
            "Exit code: 0 every file was written or knowingly kept, 1 a file failed (the others are done all the "
                    + "same), 2 the command line is wrong, 98 with --strict if a file was kept, 130 interrupted."
        })
final class CompressCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE|DIR", arity = "1..*", description = "Pictures, or folders of pictures.")
    private List<Path> inputs = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE|DIR",
            description = "Where the result goes: a file, or a folder, which is made. Default: beside the source.")
    private Optional<String> output = Optional.empty();

    @Option(
            names = "--suffix",
            paramLabel = "TEXT",
            description = "Put after the name of a result. Default: -tinct beside the source, nothing with -o.")
    private Optional<String> suffix = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Of the result: ${COMPLETION-CANDIDATES}. Default: what the name of -o says, else png.")
    private Optional<Format> format = Optional.empty();

    @Option(
            names = {"-f", "--force"},
            description = "Overwrite files that exist, the source too if the result has its name.")
    private boolean overwrite;

    @Option(names = "--force-larger", description = "Write results that are not smaller than their source.")
    private boolean forceLarger;

    @Mixin
    private QuantizerOptions quantizer = new QuantizerOptions();

    @Option(
            names = "--compare-plain",
            description = "Time plain Lloyd and the engine on the same colours from the same start.")
    private boolean comparePlain;

    @Option(names = "--strict", description = "End with 98 if a result was not smaller than its source.")
    private boolean strict;

    @Option(names = "--quiet", description = "Tell failures only.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "Tell times and iterations too.")
    private boolean verbose;

    @Mixin
    private PictureOptions pictures = new PictureOptions();

    CompressCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        int threads = pictures.threads();
        List<Job> jobs = jobs();
        Compressor compressor = new Compressor(
                quantizer.settings(256, threads),
                quantizer.settingsForPng(256, threads),
                pictures.maxPixels(),
                overwrite,
                forceLarger,
                comparePlain ? Optional.of(quantizer.kMeans()) : Optional.empty(),
                MemoryBudget.ofHeap());
        Account account = pictures.json()
                ? new JsonAccount(console)
                : new TextAccount(console, jobs, quiet, verbose, pictures.debug());
        return new Batch(compressor, threads, new ProgressLine(console))
                .run(jobs, account)
                .exitCode(strict);
    }

    private List<Job> jobs() {
        try {
            return new Plan(output, inputs, format, suffix).jobs(inputs);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
