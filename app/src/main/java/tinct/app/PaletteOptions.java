package tinct.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import picocli.CommandLine.TypeConversionException;
import tinct.Settings;
import tinct.app.file.PaletteFiles;
import tinct.app.file.Problem;
import tinct.color.CssColor;
import tinct.image.Palette;
import tinct.palette.FixedPalette;
import tinct.palette.KMeansQuantizer;
import tinct.palette.PinnedQuantizer;
import tinct.palette.Quantizer;

/** Options that say which colours a palette is to have. */
final class PaletteOptions {
    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--palette",
            paramLabel = "FILE",
            description =
                    "Use exactly the colours of a palette file (.gpl .act .pal .hex .ase .css .json) or of a picture "
                            + "of at most 256 colours; all are kept. The result is written whatever its size.")
    private Optional<Path> palette = Optional.empty();

    @Option(names = "--keep-order", description = "Keep the order of the colours of --palette.")
    private boolean keepOrder;

    @Option(
            names = "--pin",
            paramLabel = "COLOR",
            split = ",",
            converter = ColorConverter.class,
            description = "Keep these colours exactly, such as '#e4002b,navy', and find the others around them.")
    private List<Integer> pins = List.of();

    /** Whether there are any of these options. */
    boolean any() {
        return palette.isPresent() || !pins.isEmpty();
    }

    /** Whether a result is wanted even if it is larger than its source, which has not these colours. */
    boolean written() {
        return palette.isPresent();
    }

    /** Settings with the palette that these options say. */
    Settings settings(QuantizerOptions quantizer, int defaultColors, PictureOptions pictures) {
        Settings settings = quantizer.settings(defaultColors, pictures.threads());
        check(palette.isPresent() || !keepOrder, "--keep-order is for --palette");
        check(palette.isEmpty() || pins.isEmpty(), "--palette and --pin exclude each other");
        if (palette.isPresent()) {
            check(!quantizer.colorsGiven(), "--palette keeps all its colours, so -k cannot be given too");
            Palette entries = read(palette.get(), "--palette", pictures.maxPixels());
            return settings.withMaxColors(Palette.MAX_SIZE)
                    .withQuantizer(new FixedPalette(settings.quantizer().space(), entries, keepOrder));
        }
        return pins.isEmpty() ? settings : settings.withQuantizer(pinned(settings));
    }

    private Quantizer pinned(Settings settings) {
        check(pins.size() <= settings.maxColors(), "--pin has more colours than -k allows");
        check(settings.quantizer() instanceof KMeansQuantizer, "--pin is for the methods kmeans, bounds and lloyd");
        try {
            Palette palette =
                    new Palette(pins.stream().mapToInt(Integer::intValue).toArray());
            return new PinnedQuantizer((KMeansQuantizer) settings.quantizer(), palette);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--pin: " + e.getMessage(), e);
        }
    }

    static final class ColorConverter implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            try {
                return CssColor.parse(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }

    private Palette read(Path file, String option, long maxPixels) {
        try {
            return PaletteFiles.palette(file, maxPixels);
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), option + " " + file + ": " + Problem.describe(e, file), e);
        }
    }

    private void check(boolean condition, String message) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }
}
