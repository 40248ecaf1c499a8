package tinct.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import tinct.app.compress.Job;
import tinct.app.compress.Plan;
import tinct.app.file.Format;

/** Options that say which pictures are taken and where results go. */
@Command(optionListHeading = "%nPictures and results:%n")
final class FileOptions {
    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // by picocli, if it reads the options
    private CommandSpec spec;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE|DIR",
            description = "Where the result goes: a file, a folder, which is made, or - for standard output. "
                    + "Default: beside the source.")
    private Optional<String> output = Optional.empty();

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "The same for a folder, whatever its name and however few the pictures.")
    private Optional<String> folder = Optional.empty();

    @Option(
            names = {"-r", "--recursive"},
            description = "Take pictures of the folders in folders too; with -o or --dir the tree is kept.")
    private boolean recursive;

    @Option(
            names = "--suffix",
            paramLabel = "TEXT",
            parameterConsumer = AnyText.class,
            description = "Put after the name of a result. Default: -tinct beside the source, nothing with -o.")
    private Optional<String> suffix = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Of the result: ${COMPLETION-CANDIDATES}. Default: what the name of -o says, else png, "
                    + "and gif for an animated GIF.")
    private Optional<Format> format = Optional.empty();

    @Option(
            names = {"-f", "--force"},
            description = "Overwrite files that exist, the source too if the result has its name.")
    private boolean overwrite;

    @Option(
            names = {"-p", "--preserve"},
            description = "Give results the times and permissions of their sources.")
    private boolean preserve;

    /** Takes what is given in a plain way. */
    void read(PlainOptions options) {
        output = options.value("--output");
        folder = options.value("--dir");
        recursive = options.has("--recursive");
        suffix = options.value("--suffix");
        format = options.value("--format").map(name -> NameConverter.read(Format.class, name));
        overwrite = options.has("--force");
        preserve = options.has("--preserve");
    }

    boolean overwrite() {
        return overwrite;
    }

    boolean preserve() {
        return preserve;
    }

    Optional<Format> format() {
        return format;
    }

    /** What {@code -o} or {@code --dir} says. */
    Optional<String> output() {
        if (output.isPresent() && folder.isPresent()) {
            throw new ParameterException(spec.commandLine(), "-o and --dir exclude each other");
        }
        return output.or(() -> folder);
    }

    /** Whether the one picture goes to standard output: as asked, or as it came by standard input. */
    boolean toStandardOutput(List<String> inputs) {
        return output().isEmpty()
                ? inputs.contains(Job.STANDARD)
                : output().get().equals(Job.STANDARD);
    }

    /** A job for each picture. */
    List<Job> jobs(List<String> inputs) {
        return new Plan(output(), folder.isPresent(), inputs, format, suffix).jobs(inputs, recursive);
    }

    /** The one job of a picture that came by standard input and goes to a file. */
    Job fromStandardInput(Path spooled) {
        String file = output().orElseThrow();
        if (folder.isPresent() || file.endsWith("/") || java.nio.file.Files.isDirectory(Path.of(file))) {
            throw new IllegalArgumentException("standard input has no name: -o must name a file, was " + file);
        }
        return new Plan(output, false, List.of(spooled.toString()), format, suffix)
                .jobs(List.of(spooled.toString()), false)
                .get(0)
                .called(Job.STANDARD);
    }
}
