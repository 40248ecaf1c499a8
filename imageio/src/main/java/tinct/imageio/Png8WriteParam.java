package tinct.imageio;

import java.util.Objects;
import javax.imageio.ImageWriteParam;
import tinct.Settings;
import tinct.color.ColorSpace;
import tinct.palette.KMeansQuantizer;
import tinct.remap.Ditherer;
import tinct.remap.NoDither;
import tinct.remap.RateAware;

/**
 * How {@code "png8"} files are made of pictures.
 *
 * <p>Where colours are mapped, one thing counts: that which was set last of {@link #setLossy}, {@link #setDitherer} and
 * {@code setCompressionQuality}, of which a quality of {@code q} is a level of {@code 100 (1 - q)}. Of the settings that
 * {@code ImageWriteParam} has, a region and subsampling of the source are followed. Not for use by several threads at once.
 */
public final class Png8WriteParam extends ImageWriteParam {
    private static final double DEFAULT_LEVEL = 20;

    private Settings settings = Settings.DEFAULT
            .withQuantizer(KMeansQuantizer.DEFAULT.withSpace(ColorSpace.OKLAB))
            .withDitherer(new RateAware(DEFAULT_LEVEL));

    /** All defaults: 256 colours in Oklab, lossy level 20, as on the command line. */
    public Png8WriteParam() {
        canWriteCompressed = true;
    }

    /** Everything at once. */
    public Settings getSettings() {
        return settings;
    }

    /** Everything at once, also what has no setter here. */
    public void setSettings(Settings value) {
        settings = Objects.requireNonNull(value);
    }

    /** Sets the most colours of the result, 1..256. Default 256. */
    public void setMaxColors(int value) {
        settings = settings.withMaxColors(value);
    }

    /** Sets where distance is measured. Default {@link ColorSpace#OKLAB}. */
    public void setSpace(ColorSpace value) {
        settings = settings.withQuantizer(kMeans().withSpace(value));
    }

    /** Sets how hard a good palette and cheap indices are sought, 1..9. Default 5. */
    public void setEffort(int value) {
        settings = settings.withQuantizer(kMeans().withEffort(value));
        if (settings.ditherer() instanceof RateAware options) {
            settings = settings.withDitherer(new RateAware(options.level(), value, options.coder()));
        }
    }

    /** Sets the number of pixels, drawn at random, that the palette is made for; 0 is for all. Default 0. */
    public void setSample(int value) {
        settings = settings.withQuantizer(kMeans().withSample(value));
    }

    /** Sets how pixels are mapped. Default {@link RateAware} of level 20. */
    public void setDitherer(Ditherer value) {
        settings = settings.withDitherer(value);
    }

    /** Sets how much the look may suffer for a small file, 0..100; 0 gives each pixel its nearest entry. Default 20. */
    public void setLossy(double level) {
        int effort = settings.quantizer() instanceof KMeansQuantizer options
                ? options.effort()
                : KMeansQuantizer.DEFAULT.effort();
        RateAware options = new RateAware(level, effort);
        settings = settings.withDitherer(level == 0 ? new NoDither() : options);
    }

    /** Sets the most threads to use, on which the result does not depend. Default: the processors. */
    public void setThreads(int value) {
        settings = settings.withThreads(value);
    }

    /** How hard the file is packed, 1..9. */
    public int getFileEffort() {
        return settings.fileEffort();
    }

    /** Sets how hard the file is packed, 1..9. Default 6. */
    public void setFileEffort(int value) {
        settings = settings.withFileEffort(value);
    }

    /** Sets the level of {@link #setLossy} to {@code 100 (1 - quality)}. */
    @Override
    public void setCompressionQuality(float quality) {
        super.setCompressionQuality(quality);
        setLossy(100 * (1 - (double) quality));
    }

    @Override
    public boolean isCompressionLossless() {
        super.isCompressionLossless();
        return false; // a palette is not, whatever the quality
    }

    /** Other quantizers have none of the options that are set one by one. */
    private KMeansQuantizer kMeans() {
        if (settings.quantizer() instanceof KMeansQuantizer options) {
            return options;
        }
        throw new IllegalStateException("the quantizer is not one that has this option; use setSettings");
    }
}
