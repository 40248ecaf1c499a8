package tinct;

import java.util.Objects;
import tinct.codec.Format;
import tinct.palette.KMeansQuantizer;
import tinct.palette.Quantizer;
import tinct.remap.Coder;
import tinct.remap.Ditherer;
import tinct.remap.NoDither;
import tinct.remap.RateAware;

/**
 * What {@link Tinct#compress} is asked to do.
 *
 * @param maxColors most colours of the result, 1..256. Default 256
 * @param quantizer how the palette is found. Default {@link KMeansQuantizer#DEFAULT}
 * @param ditherer how pixels are mapped. Default {@link NoDither}
 * @param threads most threads to use, at least 1; the result does not depend on it. Default: the machine's processors
 * @param fileEffort how hard a small file is sought where one is written, 1..9; PNG has several ways, and packed files two. Default 6
 * @param keepOrder whether a PNG has the palette in the quantizer's order and the fewest bits for an index, even if it were
 *     smaller otherwise. Default no
 */
public record Settings(
        int maxColors, Quantizer quantizer, Ditherer ditherer, int threads, int fileEffort, boolean keepOrder) {
    private static final int FILE_EFFORT = 6;

    /** All defaults. */
    public static final Settings DEFAULT = new Settings(
            256, KMeansQuantizer.DEFAULT, new NoDither(), Runtime.getRuntime().availableProcessors());

    public Settings {
        if (maxColors < 1 || maxColors > 256) {
            throw new IllegalArgumentException("maxColors must be in 1..256, was " + maxColors);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, were " + threads);
        }
        if (fileEffort < 1 || fileEffort > 9) {
            throw new IllegalArgumentException("fileEffort must be in 1..9, was " + fileEffort);
        }
        Objects.requireNonNull(quantizer);
        Objects.requireNonNull(ditherer);
    }

    /** Settings with the defaults of {@link #fileEffort} and {@link #keepOrder}. */
    public Settings(int maxColors, Quantizer quantizer, Ditherer ditherer, int threads) {
        this(maxColors, quantizer, ditherer, threads, FILE_EFFORT, false);
    }

    /** The same with another {@link #maxColors}. */
    public Settings withMaxColors(int value) {
        return new Settings(value, quantizer, ditherer, threads, fileEffort, keepOrder);
    }

    /** The same with another {@link #quantizer}. */
    public Settings withQuantizer(Quantizer value) {
        return new Settings(maxColors, value, ditherer, threads, fileEffort, keepOrder);
    }

    /** The same with another {@link #ditherer}. */
    public Settings withDitherer(Ditherer value) {
        return new Settings(maxColors, quantizer, value, threads, fileEffort, keepOrder);
    }

    /** The same with rate-aware indices, if those are asked for, that suit the coder of a format. */
    public Settings forFormat(Format format) {
        return ditherer instanceof RateAware options ? withDitherer(options.withCoder(coder(format))) : this;
    }

    private static Coder coder(Format format) {
        return switch (format) {
            case PNG -> Coder.DEFLATE;
            case WEBP -> Coder.WEBP;
            case GIF -> Coder.LZW;
            case TINCT -> Coder.PACKED;
        };
    }

    /** The same with another {@link #threads}. */
    public Settings withThreads(int value) {
        return new Settings(maxColors, quantizer, ditherer, value, fileEffort, keepOrder);
    }

    /** The same with another {@link #fileEffort}. */
    public Settings withFileEffort(int value) {
        return new Settings(maxColors, quantizer, ditherer, threads, value, keepOrder);
    }

    /** The same with another {@link #keepOrder}. */
    public Settings withKeepOrder(boolean value) {
        return new Settings(maxColors, quantizer, ditherer, threads, fileEffort, value);
    }
}
