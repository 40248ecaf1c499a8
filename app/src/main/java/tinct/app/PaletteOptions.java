package tinct.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import tinct.Settings;
import tinct.app.file.PaletteFiles;
import tinct.app.file.Problem;
import tinct.image.Palette;
import tinct.palette.FixedPalette;

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

    /** Whether there are any of these options. */
    boolean any() {
        return palette.isPresent();
    }

    /** Whether a result is wanted even if it is larger than its source, which has not these colours. */
    boolean written() {
        return any();
    }

    /** Settings with the palette that these options say. */
    Settings settings(QuantizerOptions quantizer, int defaultColors, PictureOptions pictures) {
        Settings settings = quantizer.settings(defaultColors, pictures.threads());
        check(palette.isPresent() || !keepOrder, "--keep-order is for --palette");
        if (palette.isPresent()) {
            check(!quantizer.colorsGiven(), "--palette keeps all its colours, so -k cannot be given too");
            Palette entries = read(palette.get(), "--palette", pictures.maxPixels());
            return settings.withMaxColors(Palette.MAX_SIZE)
                    .withQuantizer(new FixedPalette(settings.quantizer().space(), entries, keepOrder));
        }
        return settings;
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
