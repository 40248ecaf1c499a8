package tinct.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tinct.Progress;
import tinct.Result;
import tinct.Tinct;
import tinct.app.figure.Caption;
import tinct.app.figure.Figures;
import tinct.app.file.AtomicFile;
import tinct.app.file.Format;
import tinct.app.file.Source;
import tinct.app.text.Console;
import tinct.app.text.Json;
import tinct.app.text.Units;
import tinct.histogram.Histogram;
import tinct.image.Palette;

/** {@code tinct palette}: the colours of a picture. */
@Command(
        name = "palette",
        description = "Tell the colours of pictures and their shares: their own, or the best few.",
        customSynopsis = {"tinct palette [OPTIONS] FILE...", ""},
        parameterListHeading = "%n",
        sortOptions = false,
        footer = {
            "",
            "A picture of no more than -k colours (256 if -k is not given) has its own colours told; for others the "
                    + "best -k colours (16) are found."
        })
final class PaletteCommand implements Callable<Integer> {
    private static final int COLORS = 16;

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Pictures.")
    private List<Path> inputs = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Draw the palette of one picture too, as a .png file.")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = {"-f", "--force"},
            description = "Overwrite a file that exists.")
    private boolean overwrite;

    @Mixin
    private QuantizerOptions quantizer = new QuantizerOptions();

    @Mixin
    private PictureOptions pictures = new PictureOptions();

    PaletteCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        quantizer.settings(COLORS, pictures.threads()); // complains before work is done
        output.ifPresent(this::checkOutput);
        return new EachFile(console, pictures.debug()).run(inputs, file -> {
            Source source = Source.open(file, pictures.maxPixels()).decoded();
            Shares shares = shares(source);
            if (output.isPresent()) {
                draw(file, shares, output.get());
            }
            console.out().print(pictures.json() ? json(file, shares) + "\n" : text(file, shares));
        });
    }

    private void checkOutput(Path target) {
        if (Format.ofName(target).filter(format -> format == Format.PNG).isEmpty()) {
            throw new ParameterException(spec.commandLine(), "-o must be a .png file, was " + target);
        }
        if (inputs.size() > 1) {
            throw new ParameterException(spec.commandLine(), "-o is for one picture, there are " + inputs.size());
        }
    }

    private void draw(Path file, Shares shares, Path target) throws IOException {
        String count = shares.palette.size() + " of " + Units.count(shares.colorsBefore) + " colours";
        Caption caption = new Caption(String.valueOf(file.getFileName()), List.of(count));
        try (AtomicFile result = AtomicFile.begin(target)) {
            Figures.writePng(Figures.swatches(shares.palette, shares.shares, caption), result.stream());
            result.commit(overwrite);
        }
    }

    /** A palette and the share of the pixels of each entry. */
    private record Shares(Palette palette, double[] shares, int colorsBefore) {}

    private Shares shares(Source source) throws IOException {
        int threads = pictures.threads();
        Histogram histogram = Histogram.of(source.rows(), threads);
        int most = quantizer.colors(Palette.MAX_SIZE);
        if (histogram.size() <= most) {
            double[] shares = IntStream.range(0, histogram.size())
                    .mapToDouble(i -> (double) histogram.counts()[i] / histogram.total())
                    .toArray();
            return new Shares(new Palette(histogram.colors()), shares, histogram.size());
        }
        Result result = Tinct.compress(source.rows(), quantizer.settings(COLORS, threads), Progress.NONE);
        return new Shares(result.palette(), result.shares(), histogram.size());
    }

    private String text(Path file, Shares shares) {
        StringBuilder text = new StringBuilder();
        int size = shares.palette.size();
        text.append(Units.format(
                "%s: %s%n",
                file,
                size == shares.colorsBefore
                        ? Units.format("%d colours", size)
                        : Units.format("%s colours -> %d", Units.count(shares.colorsBefore), size)));
        for (int i = 0; i < size; i++) {
            int argb = shares.palette.entry(i);
            text.append(Units.format(
                    "%5d  %s%-9s  %3d %3d %3d%s  %6.2f %%%n",
                    i,
                    swatch(argb),
                    Palette.hex(argb),
                    argb >> 16 & 0xFF,
                    argb >> 8 & 0xFF,
                    argb & 0xFF,
                    shares.palette.opaque() ? "" : Units.format("  alpha %3d", argb >>> 24),
                    100 * shares.shares[i]));
        }
        return text.toString();
    }

    private String swatch(int argb) {
        return console.outTerminal()
                ? Units.format("\033[48;2;%d;%d;%dm    \033[0m  ", argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF)
                : "";
    }

    private static Json json(Path file, Shares shares) {
        List<Json> entries = IntStream.range(0, shares.palette.size())
                .mapToObj(i -> {
                    int argb = shares.palette.entry(i);
                    return new Json()
                            .put("hex", Palette.hex(argb))
                            .put("r", argb >> 16 & 0xFF)
                            .put("g", argb >> 8 & 0xFF)
                            .put("b", argb & 0xFF)
                            .put("alpha", argb >>> 24)
                            .put("share", shares.shares[i]);
                })
                .toList();
        return new Json()
                .put("file", file.toString())
                .put("colorsBefore", shares.colorsBefore)
                .put("entries", entries);
    }
}
