package tinct;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import tinct.color.ColorSpace;
import tinct.histogram.Histogram;
import tinct.image.Image;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.image.PixelRows;
import tinct.palette.Quantization;
import tinct.remap.NoDither;
import tinct.remap.Remapper;

/** Gives a picture its best few colours: histogram, palette, remap. */
public final class Tinct {
    private Tinct() {}

    /** Compresses a picture in memory. */
    public static Result compress(Image image, Settings settings) {
        try {
            return compress(image, settings, Progress.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not break
        }
    }

    /**
     * Compresses a picture that is read row by row, twice.
     *
     * @throws IOException if the source is broken
     */
    public static Result compress(PixelRows rows, Settings settings, Progress progress) throws IOException {
        return compress(rows, settings, 0, 0, progress);
    }

    /**
     * Compresses a tile of a larger picture by itself. With a {@link tinct.palette.FixedPalette}, and no dither or {@link
     * tinct.remap.Bayer} or {@link tinct.remap.BlueNoise}, each of its pixels gets the entry that it has in the whole.
     *
     * @param x0 column, in the larger picture, of the first pixel: any number
     * @param y0 its row
     * @throws IOException if the source is broken
     */
    public static Result compress(PixelRows rows, Settings settings, int x0, int y0, Progress progress)
            throws IOException {
        Map<Stage, Long> nanos = new EnumMap<>(Stage.class);
        long start = System.nanoTime();
        progress.begins(Stage.HISTOGRAM);
        Histogram histogram = Histogram.of(rows, settings.threads());
        start = lap(nanos, Stage.HISTOGRAM, start);
        progress.begins(Stage.PALETTE);
        Quantization quantization = settings.quantizer().quantize(histogram, settings.maxColors(), settings.threads());
        start = lap(nanos, Stage.PALETTE, start);
        progress.begins(Stage.REMAP);
        IndexedImage image = remapper(histogram, quantization.palette(), settings)
                .remap(rows, quantization.nearest(), settings.threads(), x0, y0);
        lap(nanos, Stage.REMAP, start);
        return new Result(image, histogram, quantization, nanos);
    }

    /** An exact palette leaves no error to spread, and only in sRGB no two visible colours are one point. */
    private static Remapper remapper(Histogram histogram, Palette palette, Settings settings) {
        return palette.containsAll(histogram.colors())
                ? new Remapper(palette, ColorSpace.SRGB, new NoDither())
                : new Remapper(palette, settings.quantizer().space(), settings.ditherer());
    }

    private static long lap(Map<Stage, Long> nanos, Stage stage, long start) {
        long now = System.nanoTime();
        nanos.put(stage, now - start);
        return now;
    }
}
