package tinct;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import tinct.codec.Format;
import tinct.histogram.Histogram;
import tinct.image.Image;
import tinct.palette.KMeansQuantizer;
import tinct.palette.Quantization;
import tinct.remap.Ditherer;
import tinct.remap.NoDither;
import tinct.remap.RateAware;
import tinct.remap.Remapper;

/** Makes the trials of a search, and counts them. What they share is made once: colours, palettes, the scale of likeness. */
final class Trials {
    private static final int DEFAULT_EFFORT = 5;

    private final Image image;
    private final Settings settings;
    private final Format format;
    private final Histogram histogram;
    private final Likeness likeness;
    private final Map<Integer, Quantization> quantizations = new HashMap<>();
    private int count;

    Trials(Image image, Histogram histogram, Settings settings, Format format) throws IOException {
        this.image = image;
        this.histogram = histogram;
        this.settings = settings;
        this.format = format;
        this.likeness = new Likeness(image, settings.threads());
    }

    /** How many trials were made. */
    int count() {
        return count;
    }

    /** The distinct colours of the picture. */
    Histogram histogram() {
        return histogram;
    }

    /** Whether the ditherer that was asked for leaves the choice of indices free. */
    boolean hasLevels() {
        return settings.ditherer() instanceof NoDither || settings.ditherer() instanceof RateAware;
    }

    /** The palette of so many colours; found once. */
    Quantization palette(int colors) {
        return quantizations.computeIfAbsent(
                colors, k -> settings.quantizer().quantize(histogram, k, settings.threads()));
    }

    /**
     * A palette of few colours made of the entries of a larger one, not of all colours of the picture: quick, and good
     * enough to tell how many colours are worth a palette.
     */
    Quantization quickPalette(Histogram entries, int colors) {
        return settings.quantizer().quantize(entries, colors, settings.threads());
    }

    /** Maps the picture; {@code level} in tenths, 0 for a map by the ditherer asked for or to nearest entries. */
    Trial at(Quantization quantization, int level) throws IOException {
        count++;
        Settings asked = settings.withMaxColors(quantization.palette().size())
                .withDitherer(ditherer(level))
                .forFormat(format);
        Remapper remapper = Tinct.remapper(histogram, quantization.palette(), asked);
        return new Trial(
                likeness,
                settings,
                format,
                quantization,
                level,
                remapper.remap(image, quantization.nearest(), settings.threads()));
    }

    private Ditherer ditherer(int level) {
        if (level > 0) {
            return new RateAware(level / 10.0, effort());
        }
        return hasLevels() ? new NoDither() : settings.ditherer();
    }

    private int effort() {
        if (settings.ditherer() instanceof RateAware options) {
            return options.forPixels(1).effort(); // that of the level alone, whatever the size
        }
        return settings.quantizer().engine().map(KMeansQuantizer::effort).orElse(DEFAULT_EFFORT);
    }
}
