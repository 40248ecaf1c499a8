package tinct.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tinct.app.figure.Caption;
import tinct.app.figure.Figures;
import tinct.app.file.AtomicFile;
import tinct.app.file.Format;
import tinct.app.text.Console;
import tinct.app.text.Units;
import tinct.codec.palette.PaletteFormat;
import tinct.codec.palette.Swatches;
import tinct.image.Palette;

/** A palette as a file: in a format of palettes, or drawn as .png. */
record SwatchFile(Path target, boolean overwrite, Console console) {
    static final String EXTENSIONS = ".gpl .act .pal .hex .ase .css .json .svg or .png";

    /** Whether the name of the file tells what to write. */
    boolean known() {
        return drawn() || format().isPresent();
    }

    private boolean drawn() {
        return Format.ofName(target).filter(format -> format == Format.PNG).isPresent();
    }

    private Optional<PaletteFormat> format() {
        return PaletteFormat.ofName(String.valueOf(target.getFileName()));
    }

    /**
     * Writes the palette.
     *
     * @param source where the colours are from
     * @param colorsBefore how many it has
     */
    void write(Swatches swatches, Path source, int colorsBefore) throws IOException {
        try (AtomicFile file = AtomicFile.begin(target)) {
            if (drawn()) {
                Figures.writePng(
                        Figures.swatches(swatches.palette(), shares(swatches), caption(swatches, source, colorsBefore)),
                        file.stream());
            } else {
                PaletteFormat format = format().orElseThrow();
                format.write(fitting(swatches, format), file.stream());
            }
            file.commit(overwrite);
        }
    }

    /** Without full transparency, which is no colour to paint with, where the format does not have it. */
    private Swatches fitting(Swatches swatches, PaletteFormat format) {
        if (format.keeps(swatches.palette())
                || swatches.visible().list().isEmpty()
                || !format.keeps(swatches.visible().palette())) {
            return swatches;
        }
        console.err().println("tinct: " + target + ": full transparency is left out, the format does not have it");
        return swatches.visible();
    }

    private static double[] shares(Swatches swatches) {
        double equal = 1.0 / swatches.list().size();
        return swatches.list().stream()
                .mapToDouble(swatch -> swatch.share().orElse(equal))
                .toArray();
    }

    private static Caption caption(Swatches swatches, Path source, int colorsBefore) {
        Palette palette = swatches.palette();
        boolean shares = swatches.list().get(0).share().isPresent();
        String count = palette.size() + " of " + Units.count(colorsBefore) + " colours";
        return new Caption(
                String.valueOf(source.getFileName()),
                List.of(shares ? count : palette.size() + " colours, alike shares"));
    }
}
