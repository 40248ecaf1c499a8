package tinct.app;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
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
import tinct.app.compress.Inputs;
import tinct.app.compress.Recipe;
import tinct.app.file.AtomicFile;
import tinct.app.file.Format;
import tinct.app.file.Problem;
import tinct.app.report.Report;
import tinct.app.text.Console;
import tinct.app.text.Json;
import tinct.app.text.ProgressLine;
import tinct.app.text.Units;

/** {@code tinct report}: pictures, their results and all figures as one page. */
@Command(
        name = ReportCommand.NAME,
        description = "Make one page of pictures, their results and all figures, to be opened in a browser.",
        customSynopsis = {"tinct report [OPTIONS] FILE|DIR|PATTERN...", ""},
        parameterListHeading = "%n",
        sortOptions = false,
        footer = {
            "",
            "The page is one file that needs no network: pictures to compare by a slider, palette, colours in space, "
                    + "bytes and quality over 2 to 256 colours, and the command line that makes each result. Options "
                    + "of colours mean what they mean for compress. A file that cannot be read is a row that says so.",
            "",
            "Examples:",
            "  tinct report photo.jpg                       report.html",
            "  tinct report -r photos -k 64 -o photos.html  a table of all pictures of a tree, each with its figures",
            "  tinct report *.png --preset web              with the options of that preset, as for compress",
            "  tinct report *.png -q 80                     with as many colours and as few bytes as reach that",
            "",
            "Exit code: 0 done, 1 a file failed (the others are in the report), 2 the command line is wrong."
        })
final class ReportCommand implements Callable<Integer> {
    static final String NAME = "report";

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE|DIR",
            arity = "1..*",
            description = "Pictures, folders of pictures, or patterns such as 'photos/**/*.png'.")
    private List<String> inputs = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The report, an .html file. Default: report.html.")
    private Path output = Path.of("report.html");

    @Option(
            names = {"-f", "--force"},
            description = "Overwrite a file that exists.")
    private boolean overwrite;

    @Option(
            names = {"-r", "--recursive"},
            description = "Take pictures of the folders in folders too.")
    private boolean recursive;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Of the results: ${COMPLETION-CANDIDATES}. Default: png.")
    private Format format = Format.PNG;

    @Option(
            names = "--capacity",
            paramLabel = "SIZE",
            converter = InspectCommand.CapacityConverter.class,
            description = "Of the disk that pictures are counted on: 1GB, 700MB, 4GiB. Default: 1GB.")
    private long capacity = 1_000_000_000L;

    @Option(names = "--title", paramLabel = "TEXT", description = "Of the report. Default: what it is of.")
    private Optional<String> title = Optional.empty();

    @Mixin
    private QuantizerOptions quantizer = new QuantizerOptions();

    @Mixin
    private TargetOptions target = new TargetOptions();

    @Mixin
    private PaletteOptions palettes = new PaletteOptions();

    @Mixin
    @SuppressWarnings("unused") // Arguments puts others in their place
    private DefaultOptions defaults = new DefaultOptions();

    @Mixin
    private PictureOptions pictures = new PictureOptions();

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        try {
            return report();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private int report() throws IOException {
        String name = String.valueOf(output.getFileName()).toLowerCase(java.util.Locale.ROOT);
        if (!name.endsWith(".html") && !name.endsWith(".htm")) {
            throw new IllegalArgumentException("-o must be an .html file, was " + output);
        }
        List<Inputs.Found> found = new Inputs(recursive, Optional.empty(), file -> false).find(inputs);
        Recipe recipe = recipe(found);
        EquivalentCommand commands = new EquivalentCommand(spec.commandLine().getParseResult(), inputs, format);
        Report report = new Report(
                title.orElseGet(() -> heading(found)),
                commands.own(),
                commands::compress,
                recipe,
                format,
                pictures.maxPixels(),
                capacity,
                pictures.threads());
        try {
            if (!overwrite && Files.exists(output)) {
                throw new FileAlreadyExistsException(output.toString());
            }
            return write(report, found);
        } catch (IOException e) {
            console.fail(output.toString(), Problem.describe(e, output));
            return 1;
        }
    }

    private int write(Report report, List<Inputs.Found> found) throws IOException {
        int[] failed = new int[1];
        int[] done = new int[1];
        ProgressLine progress = new ProgressLine(console);
        try (AtomicFile file = AtomicFile.begin(output)) {
            progress.say("0 of " + found.size());
            report.write(found, file.stream(), (picture, error) -> {
                progress.wipe();
                if (error != null) {
                    failed[0]++;
                    console.fail(picture.toString(), Problem.describe(error, picture));
                    if (pictures.debug()) {
                        error.printStackTrace(console.err());
                    }
                }
                progress.say(++done[0] + " of " + found.size() + "  " + picture.getFileName());
            });
            long bytes = file.finish();
            file.commit(overwrite);
            progress.wipe();
            tell(found.size() - failed[0], failed[0], bytes);
        }
        return failed[0] > 0 ? 1 : 0;
    }

    private void tell(int written, int failed, long bytes) {
        console.out()
                .println(
                        pictures.json()
                                ? new Json()
                                        .put("file", output.toString())
                                        .put("pictures", written)
                                        .put("failed", failed)
                                        .put("bytes", bytes)
                                : Units.format(
                                        "%s: %s%s, %s",
                                        output,
                                        written == 1 ? "1 picture" : Units.count(written) + " pictures",
                                        failed > 0 ? ", " + Units.count(failed) + " failed" : "",
                                        Units.bytes(bytes)));
    }

    private Recipe recipe(List<Inputs.Found> found) {
        List<Path> files = found.stream()
                .filter(one -> one.problem().isEmpty())
                .map(Inputs.Found::file)
                .toList();
        target.checkSearch(palettes);
        PaletteOptions.Colors colors = palettes.colors(files, 0, quantizer, 256, pictures);
        Recipe recipe = target.adapted(colors).recipe(target.goal());
        return palettes.weights(files, pictures).map(recipe::weighted).orElse(recipe);
    }

    private static String heading(List<Inputs.Found> found) {
        return found.size() == 1
                ? String.valueOf(found.get(0).file().getFileName())
                : Units.count(found.size()) + " pictures";
    }
}
