package tinct.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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
import tinct.Settings;
import tinct.Tinct;
import tinct.app.compress.Together;
import tinct.app.file.PaletteFiles;
import tinct.app.file.Source;
import tinct.app.text.Console;
import tinct.app.text.Json;
import tinct.app.text.Units;
import tinct.codec.palette.Swatch;
import tinct.codec.palette.Swatches;
import tinct.color.ColorSpace;
import tinct.color.CssColor;
import tinct.histogram.Histogram;
import tinct.image.Palette;
import tinct.kmeans.KMeans;
import tinct.kmeans.Points;
import tinct.palette.FixedPalette;

/** {@code tinct palette}: the colours of a picture. */
@Command(
        name = "palette",
        description = "Tell the colours of pictures and their shares: their own, or the best few; write palette files.",
        customSynopsis = {"tinct palette [OPTIONS] FILE...", ""},
        parameterListHeading = "%n",
        sortOptions = false,
        footer = {
            "",
            "A picture of no more than -k colours (256 if -k is not given) has its own colours told; for others the "
                    + "best -k colours (16) are found. A palette file is told as it is, so with -o it is converted.",
            "",
            "Each colour is told with its share of the pixels and the CSS colour nearest to it in Oklab."
        })
final class PaletteCommand implements Callable<Integer> {
    private static final int COLORS = 16;

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Pictures, or palette files.")
    private List<Path> inputs = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the palette of one picture too: " + SwatchFile.EXTENSIONS + ".")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = {"-f", "--force"},
            description = "Overwrite a file that exists.")
    private boolean overwrite;

    @Mixin
    private QuantizerOptions quantizer = new QuantizerOptions();

    @Mixin
    private PaletteOptions palettes = new PaletteOptions();

    @Mixin
    private PictureOptions pictures = new PictureOptions();

    PaletteCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Settings settings = palettes.settings(quantizer, COLORS, pictures);
        Optional<SwatchFile> target = output.map(this::target);
        if (palettes.shared()) {
            return shared(settings, target);
        }
        return new EachFile(console, pictures.debug()).run(inputs, file -> {
            Shares shares = PaletteFiles.recognizes(file) ? own(PaletteFiles.read(file)) : shares(file, settings);
            tell(file, shares, target);
        });
    }

    /** Tells of all pictures as of one, named as the first. */
    private int shared(Settings settings, Optional<SwatchFile> target) {
        return new EachFile(console, pictures.debug()).run(inputs.subList(0, 1), first -> {
            Together together = palettes.together(inputs, pictures);
            for (Path file : together.unread()) {
                Source.open(file, pictures.maxPixels()); // says what is wrong
            }
            Histogram all = together.histogram().orElseThrow();
            Palette palette = FixedPalette.shared(settings.quantizer(), all, settings.maxColors(), settings.threads())
                    .palette();
            Shares shares = Shares.of(palette, shares(all, palette, settings), all.size());
            tell(inputs.size() == 1 ? first : Path.of(inputs.size() + " pictures"), shares, target);
        });
    }

    private static double[] shares(Histogram histogram, Palette palette, Settings settings) {
        int dimensions = palette.opaque() ? 3 : 4;
        ColorSpace space = settings.quantizer().space();
        Points points = new Points(
                space.coordinates(histogram.colors(), dimensions),
                Arrays.stream(histogram.counts()).asDoubleStream().toArray());
        double[] weights = KMeans.assign(points, space.coordinates(palette.toArray(), dimensions), settings.threads())
                .weights();
        return Arrays.stream(weights).map(weight -> weight / histogram.total()).toArray();
    }

    private void tell(Path source, Shares shares, Optional<SwatchFile> target) throws IOException {
        if (target.isPresent()) {
            target.get().write(shares.swatches, source, shares.colorsBefore);
        }
        console.out().print(pictures.json() ? json(source, shares) + "\n" : text(source, shares));
    }

    private SwatchFile target(Path name) {
        SwatchFile file = new SwatchFile(name, overwrite, console);
        if (!file.known()) {
            throw new ParameterException(
                    spec.commandLine(), "-o must be a file " + SwatchFile.EXTENSIONS + ", was " + name);
        }
        if (inputs.size() > 1 && !palettes.shared()) {
            throw new ParameterException(spec.commandLine(), "-o is for one picture, there are " + inputs.size());
        }
        return file;
    }

    /** Colours, with the share of the pixels of each unless they are from a palette file. */
    private record Shares(Swatches swatches, int colorsBefore) {
        static Shares of(Palette palette, double[] shares, int colorsBefore) {
            List<Swatch> list = IntStream.range(0, palette.size())
                    .mapToObj(i -> new Swatch(palette.entry(i), "", OptionalDouble.of(shares[i])))
                    .toList();
            return new Shares(new Swatches("", list), colorsBefore);
        }
    }

    private static Shares own(Swatches swatches) {
        return new Shares(swatches, swatches.list().size());
    }

    private Shares shares(Path file, Settings settings) throws IOException {
        Source source = Source.open(file, pictures.maxPixels()).decoded();
        Histogram histogram = Histogram.of(source.rows(), settings.threads());
        int most = quantizer.colors(Palette.MAX_SIZE);
        if (histogram.size() <= most && !palettes.any()) {
            double[] shares = IntStream.range(0, histogram.size())
                    .mapToDouble(i -> (double) histogram.counts()[i] / histogram.total())
                    .toArray();
            return Shares.of(new Palette(histogram.colors()), shares, histogram.size());
        }
        Result result = Tinct.compress(source.rows(), settings, Progress.NONE);
        return Shares.of(result.palette(), result.shares(), histogram.size());
    }

    private String text(Path file, Shares shares) {
        StringBuilder text = new StringBuilder();
        List<Swatch> list = shares.swatches.list();
        boolean opaque = shares.swatches.palette().opaque();
        text.append(Units.format(
                "%s: %s%n",
                file,
                list.size() == shares.colorsBefore
                        ? Units.format("%d colours", list.size())
                        : Units.format("%s colours -> %d", Units.count(shares.colorsBefore), list.size())));
        for (int i = 0; i < list.size(); i++) {
            Swatch swatch = list.get(i);
            int argb = swatch.argb();
            String share = swatch.share().isPresent()
                    ? Units.format("  %6.2f %%", 100 * swatch.share().getAsDouble())
                    : "";
            text.append(Units.format(
                    "%5d  %s%-9s  %3d %3d %3d%s%s  %s%n",
                    i,
                    block(argb),
                    swatch.hex(),
                    argb >> 16 & 0xFF,
                    argb >> 8 & 0xFF,
                    argb & 0xFF,
                    opaque ? "" : Units.format("  alpha %3d", argb >>> 24),
                    share,
                    name(swatch)));
        }
        return text.toString();
    }

    private static String name(Swatch swatch) {
        String nearest = CssColor.nearestName(swatch.argb());
        String own = swatch.name().replaceAll("\\p{Cntrl}", " ");
        return own.isEmpty() ? nearest : nearest + "  (" + own + ")";
    }

    private String block(int argb) {
        return console.outTerminal()
                ? Units.format("\033[48;2;%d;%d;%dm    \033[0m  ", argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF)
                : "";
    }

    private static Json json(Path file, Shares shares) {
        List<Json> entries = shares.swatches.list().stream()
                .map(swatch -> {
                    int argb = swatch.argb();
                    Json entry = new Json()
                            .put("hex", swatch.hex())
                            .put("r", argb >> 16 & 0xFF)
                            .put("g", argb >> 8 & 0xFF)
                            .put("b", argb & 0xFF)
                            .put("alpha", argb >>> 24)
                            .put("nearest", CssColor.nearestName(argb));
                    swatch.share().ifPresent(share -> entry.put("share", share));
                    return swatch.name().isEmpty() ? entry : entry.put("name", swatch.name());
                })
                .toList();
        return new Json()
                .put("file", file.toString())
                .put("colorsBefore", shares.colorsBefore)
                .put("entries", entries);
    }
}
