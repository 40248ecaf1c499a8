package tinct;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import tinct.codec.Format;
import tinct.color.ColorSpace;
import tinct.histogram.Histogram;
import tinct.image.Animation;
import tinct.image.Image;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.image.PixelRows;
import tinct.palette.KMeansQuantizer;
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
     * The picture of {@link #compress(Image, Settings)} and nothing else. Where {@link KMeansQuantizer#quickPalette} finds a
     * palette, and there is no dither, that takes about half the time: for previews, and frames of a video.
     */
    public static IndexedImage index(Image image, Settings settings) {
        int threads = settings.threads();
        if (settings.quantizer() instanceof KMeansQuantizer quantizer
                && settings.ditherer() instanceof NoDither plain) {
            Optional<IndexedImage> quick = quantizer
                    .quickPalette(image.pixels(), settings.maxColors(), threads)
                    .map(palette -> remapped(new Remapper(palette, quantizer.space(), plain), image, threads))
                    .filter(Tinct::usesAllEntries);
            if (quick.isPresent()) {
                return quick.orElseThrow();
            }
        }
        return compress(image, settings).image();
    }

    private static boolean usesAllEntries(IndexedImage image) {
        boolean[] used = new boolean[image.palette().size()];
        for (byte index : image.indices()) {
            used[index & 0xFF] = true;
        }
        for (boolean entry : used) {
            if (!entry) {
                return false;
            }
        }
        return true;
    }

    private static IndexedImage remapped(Remapper remapper, Image image, int threads) {
        try {
            return remapper.remap(image, threads);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not break
        }
    }

    /**
     * Compresses a picture of any size, of which only some millions of pixels are in memory at once: the first pass counts its
     * colours here, the second maps them when the result is read, and to write it by {@link tinct.codec.PngWriter} needs no
     * more. The result is that of {@link #compress(PixelRows, Settings, Progress)}, for pictures that this can hold.
     *
     * <p>With more than one thread the source is read by one of its own, beside the others.
     *
     * @throws IOException if the source is broken
     */
    public static Streamed stream(PixelRows rows, Settings settings, Progress progress) throws IOException {
        return stream(rows, settings, 0, 0, progress);
    }

    /**
     * {@link #stream(PixelRows, Settings, Progress)} of a tile of a larger picture; see {@link #compress(PixelRows, Settings,
     * int, int, Progress)}.
     *
     * @param x0 column, in the larger picture, of the first pixel: any number
     * @param y0 its row
     * @throws IOException if the source is broken
     */
    public static Streamed stream(PixelRows rows, Settings settings, int x0, int y0, Progress progress)
            throws IOException {
        PixelRows ahead = settings.threads() == 1 || rows instanceof Image ? rows : new RowsAhead(rows);
        Map<Stage, Long> nanos = new EnumMap<>(Stage.class);
        long start = System.nanoTime();
        progress.begins(Stage.HISTOGRAM);
        Histogram histogram = Histogram.of(new WatchedRows(ahead, Stage.HISTOGRAM, progress), settings.threads());
        start = lap(nanos, Stage.HISTOGRAM, start);
        progress.begins(Stage.PALETTE);
        Quantization quantization = settings.quantizer().quantize(histogram, settings.maxColors(), settings.threads());
        lap(nanos, Stage.PALETTE, start);
        Remapper remapper = remapper(histogram, quantization.palette(), settings);
        PixelRows watched = new WatchedRows(ahead, Stage.REMAP, progress);
        return new Streamed(
                remapper.rows(watched, quantization.nearest(), settings.threads(), x0, y0),
                histogram,
                quantization,
                nanos);
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

    /**
     * Compresses an animation and writes its file as it goes: two passes over the frames, of which a few are in memory at a
     * time.
     *
     * <p>A pixel whose colour is the same as in the frame before is shown in the same colour as there, whatever the
     * ditherer. An animation that has no more than {@code maxColors} colours in all, transparency counted, stays exact;
     * only {@code GIF} makes pixels of alpha below 128 transparent and others opaque. An entry with which pixels that do not
     * change are written counts as one of {@code maxColors}. Frames that show the same are written as one.
     *
     * @param settings their ditherer, if it is {@link RateAware}, is one for the coder of the format
     * @param palettes {@link FramePalette#EACH} is for GIF; there it is as {@link FramePalette#ONE} if pixels become
     *     transparent again, or the palette is given
     * @param format {@link Format#GIF} or {@link Format#PNG}
     * @param out stays open; what was written when an exception is thrown is of no use
     * @throws IOException if the source is broken, or the format cannot hold the animation
     * @throws IllegalArgumentException if PNG is to have several palettes
     */
    public static AnimationResult compress(
            Animation animation,
            Settings settings,
            FramePalette palettes,
            Format format,
            OutputStream out,
            Progress progress)
            throws IOException {
        if (palettes == FramePalette.EACH && format == Format.PNG) {
            throw new IllegalArgumentException("a PNG has one palette for all frames, not one for each");
        }
        if (!format.animated()) {
            format.animation(
                    animation.width(), animation.height(), 0, Optional.empty(), 1, 1, out); // says what is wrong
        }
        return new AnimationRun(animation, settings, format, progress).run(palettes, out);
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
