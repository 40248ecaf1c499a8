package tinct.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tinct.Progress;
import tinct.Result;
import tinct.Settings;
import tinct.Tinct;
import tinct.app.figure.Caption;
import tinct.app.figure.Figures;
import tinct.app.figure.Sweep;
import tinct.app.file.AtomicFile;
import tinct.app.file.Counter;
import tinct.app.file.Format;
import tinct.app.file.Source;
import tinct.app.text.Console;
import tinct.app.text.Json;
import tinct.app.text.Units;
import tinct.histogram.Histogram;
import tinct.image.Image;
import tinct.metrics.Comparison;

/** {@code tinct figure}: pictures of what compression does to a picture. */
@Command(
        name = "figure",
        description = "Draw a picture and its result side by side, its colours in space, and more.",
        customSynopsis = {"tinct figure [OPTIONS] FILE", ""},
        parameterListHeading = "%n",
        sortOptions = false,
        footer = {
            "",
            "With --sample N alone, the figure shows the N training pixels, shuffled. The size of the result in a "
                    + "figure is that of an indexed PNG."
        })
final class FigureCommand implements Callable<Integer> {
    private static final int COLORS = 16;

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "A picture.")
    private Path file = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The figure, a .png file. Default: NAME-figure.png beside the picture.")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = {"-f", "--force"},
            description = "Overwrite a file that exists.")
    private boolean overwrite;

    @ArgGroup
    private Kind kind = new Kind();

    static final class Kind {
        @Option(names = "--cloud", description = "The colours in space, before and after.")
        private boolean cloud;

        @Option(names = "--sweep", description = "Error and bytes over 2 to 256 colours.")
        private boolean sweep;

        @Option(names = "--convergence", description = "Inertia over the iterations.")
        private boolean convergence;
    }

    @Mixin
    private QuantizerOptions quantizer = new QuantizerOptions();

    @Mixin
    private PictureOptions pictures = new PictureOptions();

    FigureCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Settings settings = quantizer.settings(COLORS, pictures.threads());
        Path target = output.orElseGet(() -> file.resolveSibling(Format.stem(file) + "-figure.png"));
        if (Format.ofName(target).filter(format -> format == Format.PNG).isEmpty()) {
            throw new ParameterException(spec.commandLine(), "-o must be a .png file, was " + target);
        }
        return new EachFile(console, pictures.debug()).run(List.of(file), source -> draw(source, target, settings));
    }

    private void draw(Path source, Path target, Settings settings) throws IOException {
        if (!overwrite && Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        BufferedImage figure = figure(Source.open(source, pictures.maxPixels()).decoded(), settings);
        try (AtomicFile result = AtomicFile.begin(target)) {
            Figures.writePng(figure, result.stream());
            long bytes = result.finish();
            result.commit(overwrite);
            console.out()
                    .println(
                            pictures.json()
                                    ? new Json()
                                            .put("source", source.toString())
                                            .put("file", target.toString())
                                            .put("width", figure.getWidth())
                                            .put("height", figure.getHeight())
                                            .put("bytes", bytes)
                                    : Units.format(
                                            "%s -> %s  %d x %d  %s",
                                            source.getFileName(),
                                            target.getFileName(),
                                            figure.getWidth(),
                                            figure.getHeight(),
                                            Units.bytes(bytes)));
        }
    }

    private BufferedImage figure(Source source, Settings settings) throws IOException {
        if (kind.sweep) {
            return sweep(source, settings);
        }
        if (quantizer.sample() > 0 && !kind.cloud && !kind.convergence) {
            return samplePixels(source, quantizer.sample());
        }
        Result result = Tinct.compress(source.rows(), settings, Progress.NONE);
        if (kind.cloud) {
            return Figures.cloud(
                    result.histogram(),
                    result.palette(),
                    result.shares(),
                    settings.quantizer().space());
        }
        String title = settings.maxColors() + " colours";
        if (kind.convergence) {
            return Figures.convergence(
                    result.quantization().history(), new Caption("Convergence", List.of(name(source), title)));
        }
        return Figures.sideBySide(
                source.rows(),
                Caption.original(source.rows(), result.distinctBefore(), source.bytes()),
                result.image(),
                Caption.result(
                        title,
                        result.distinctAfter(),
                        Counter.bytes(out -> Format.PNG.write(result.image(), out)),
                        Comparison.mse(source.rows(), result.image())));
    }

    private static BufferedImage sweep(Source source, Settings settings) throws IOException {
        List<Integer> ks =
                IntStream.rangeClosed(1, 8).map(bits -> 1 << bits).boxed().toList();
        List<Sweep.Row> rows = Sweep.measure(Image.copyOf(source.rows()), settings, ks);
        return Figures.sweep(rows, new Caption("Error and bytes over the number of colours", List.of(name(source))));
    }

    private BufferedImage samplePixels(Source source, int sample) throws IOException {
        Histogram histogram = Histogram.of(source.rows(), pictures.threads());
        int drawn = (int) Math.min(sample, histogram.total());
        return Figures.sampledPixels(
                histogram.draw(drawn, quantizer.seed()),
                new Caption("Training pixels", List.of(Units.count(drawn) + " drawn at random", name(source))));
    }

    private static String name(Source source) {
        return String.valueOf(source.file().getFileName());
    }
}
