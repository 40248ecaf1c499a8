package tinct;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import tinct.codec.Format;
import tinct.color.ColorSpace;
import tinct.histogram.Histogram;
import tinct.image.Image;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.image.PixelRows;
import tinct.palette.Quantization;
import tinct.remap.NoDither;
import tinct.remap.RateAware;
import tinct.remap.Remapper;

/**
 * Gives a picture its best few colours: histogram, palette, remap.
 *
 * <p>Interrupting the calling thread ends the work soon with a {@link java.util.concurrent.CancellationException}.
 */
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

    /**
     * Compresses a picture so that its file reaches a target: over the levels of {@link RateAware} first, then over fewer
     * colours.
     *
     * <p>The result is one that {@link #compress} gives too, with the palette's size and the level that are told. A picture of
     * no more than {@code maxColors} colours stays exact, unless its file is larger than the target.
     * The picture is brought into memory, some 60 bytes a pixel in all.
     *
     * @param settings their ditherer says how: none or {@link RateAware}, whose level does not matter, for a search over
     *     levels; with others there is a search over colours only. No more than {@code maxColors} colours are used
     * @param format of the file
     * @return what reaches the target, or what comes nearest to it
     * @throws IOException if the source is broken, or the format cannot hold the picture
     */
    public static Targeted compress(PixelRows rows, Settings settings, Target target, Format format, Progress progress)
            throws IOException {
        Map<Stage, Long> nanos = new EnumMap<>(Stage.class);
        long start = System.nanoTime();
        progress.begins(Stage.HISTOGRAM);
        Image image = rows instanceof Image whole ? whole : Image.copyOf(rows);
        Histogram histogram = Histogram.of(image, settings.threads());
        start = lap(nanos, Stage.HISTOGRAM, start);
        progress.begins(Stage.PALETTE);
        Trials trials = new Trials(image, histogram, settings, format);
        trials.palette(settings.maxColors());
        start = lap(nanos, Stage.PALETTE, start);
        progress.begins(Stage.REMAP);
        Aim aim = Aim.of(target);
        Trial best = new TargetSearch(trials, aim, settings.maxColors()).run();
        double score = best.score();
        byte[] file = best.file();
        lap(nanos, Stage.REMAP, start);
        Result result = new Result(best.image(), histogram, best.quantization(), nanos);
        return new Targeted(result, aim.met(best), score, best.level() / 10.0, trials.count(), file);
    }

    /** An exact palette leaves no error to spread, and only in sRGB no two visible colours are one point. */
    static Remapper remapper(Histogram histogram, Palette palette, Settings settings) {
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
