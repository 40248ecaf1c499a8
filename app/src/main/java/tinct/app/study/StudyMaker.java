package tinct.app.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tinct.Result;
import tinct.Settings;
import tinct.app.compress.Capacity;
import tinct.app.compress.Explanation;
import tinct.app.compress.Reach;
import tinct.app.compress.Recipe;
import tinct.app.file.Counter;
import tinct.app.file.Format;
import tinct.app.file.Source;
import tinct.app.study.Study.After;
import tinct.app.study.Study.Before;
import tinct.app.study.Study.Packed;
import tinct.app.study.Study.Setting;
import tinct.app.study.Study.Size;
import tinct.codec.CodecException;
import tinct.codec.PackedSize;
import tinct.image.Image;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.metrics.Comparison;
import tinct.palette.FixedPalette;
import tinct.palette.KMeansQuantizer;
import tinct.palette.PinnedQuantizer;
import tinct.palette.Quantizer;
import tinct.palette.WrappingQuantizer;
import tinct.remap.RateAware;

/**
 * Makes figures of a picture and its result. Each part can be had by itself, the quick ones first.
 *
 * @param source the picture, decoded
 * @param made its result
 * @param format of the result's file
 * @param file the result's file
 * @param mostCloud most groups of colours in a cloud, at least 8
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not copied, and never compared
public record StudyMaker(Source source, Recipe.Made made, Format format, byte[] file, int mostCloud) {

    /**
     * All figures: some ten times the work of a compression.
     *
     * @param name of the picture
     * @param command a command line that makes the same result
     * @param capacity bytes
     * @throws IOException if the source is broken
     */
    public Study all(String name, String command, long capacity) throws IOException {
        Result result = made.result();
        Mapping mapping = Mapping.of(source.rows(), result, mostCloud);
        List<Size> sizes = sizes();
        return new Study(
                name,
                source.rows().width(),
                source.rows().height(),
                before(),
                after(),
                Swatch.of(result, mapping),
                result.quantization(),
                mapping.cloud(),
                result.nanos(),
                settings(),
                command,
                likeness(),
                sizes,
                packed(sizes, capacity),
                training(),
                curve(point -> {}));
    }

    /** The source. */
    public Before before() {
        return new Before(
                source.format(),
                source.kind(),
                source.bytes(),
                made.result().distinctBefore(),
                made.result().histogram().entropy(),
                source.notes());
    }

    /** The result. */
    public After after() {
        return new After(format.title(), file.length, made.result().distinctAfter());
    }

    /**
     * How far the result is from the source.
     *
     * @throws IOException if the source is broken
     */
    public Comparison likeness() throws IOException {
        return Comparison.of(
                source.rows(), made.result().image(), made.settings().threads());
    }

    /** What was asked for, in words. */
    public List<Setting> settings() {
        Settings settings = made.settings();
        List<Setting> lines = new ArrayList<>();
        lines.add(new Setting("colours", "at most " + settings.maxColors()));
        lines.add(new Setting("palette", Explanation.words(settings.quantizer())));
        lines.add(new Setting(
                "distance in", settings.quantizer().space().toString().toLowerCase(Locale.ROOT)));
        lines.add(new Setting(
                "pixels", Explanation.words(settings.ditherer(), source.rows().pixelCount())));
        made.reach().map(Reach::found).ifPresent(found -> lines.add(new Setting("target", found)));
        lines.add(new Setting("file", format.title()));
        return lines;
    }

    /**
     * The source, and the result in every format that can hold it.
     *
     * @throws IOException if the memory breaks
     */
    public List<Size> sizes() throws IOException {
        List<Size> sizes = new ArrayList<>();
        sizes.add(new Size("original, " + source.format(), source.bytes()));
        for (Format other : Format.values()) {
            try {
                long bytes = other == format
                        ? file.length
                        : Counter.bytes(out -> other.write(made.result().image(), out));
                sizes.add(new Size(other.title(), bytes));
            } catch (CodecException e) {
                // Such as a side too long for WebP: then there is no such file.
            }
        }
        return sizes;
    }

    /** The packed file and the capacity. */
    public Packed packed(List<Size> sizes, long capacity) {
        IndexedImage image = made.result().image();
        long coded = bytes(sizes, Format.TINCT);
        return new Packed(
                PackedSize.of(image),
                image.pixelCount(),
                image.palette().size(),
                coded,
                Capacity.of(source, image, coded, bytes(sizes, Format.PNG), capacity));
    }

    private static long bytes(List<Size> sizes, Format format) {
        return sizes.stream()
                .filter(size -> size.what().equals(format.title()))
                .findFirst()
                .orElseThrow()
                .bytes();
    }

    /** Pixels as they are drawn for training. */
    public Training training() {
        KMeansQuantizer options = made.settings().quantizer().engine().orElse(KMeansQuantizer.DEFAULT);
        return Training.of(made.result().histogram(), options.sample(), options.seed());
    }

    /**
     * Bytes and quality over the number of colours, the rest as in the result; empty if the palette was given.
     *
     * @throws IOException if the source is broken
     */
    public Optional<Curve> curve(Curve.Listener listener) throws IOException {
        Settings settings = made.settings();
        int least = leastColors(settings.quantizer());
        if (least > Palette.MAX_SIZE) {
            return Optional.empty();
        }
        if (made.reach().isPresent()) {
            settings = Recipe.forCoder(
                    settings.withDitherer(new RateAware(made.reach().get().level())), format);
        }
        int chosen = made.reach().map(Reach::colors).orElse(settings.maxColors());
        Image image = source.rows() instanceof Image whole ? whole : Image.copyOf(source.rows());
        List<Integer> numbers =
                Curve.numbers(chosen).stream().filter(k -> k >= least).toList();
        return Optional.of(Curve.measure(image, settings, format, numbers, chosen, listener));
    }

    /** The fewest colours that a palette can be asked for; more than there can be if all are given. */
    private static int leastColors(Quantizer quantizer) {
        if (quantizer instanceof PinnedQuantizer pinned) {
            return pinned.pins().size();
        }
        if (quantizer instanceof WrappingQuantizer wrapping) {
            return leastColors(wrapping.quantizer());
        }
        return quantizer instanceof FixedPalette ? Palette.MAX_SIZE + 1 : 1;
    }
}
