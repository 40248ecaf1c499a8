package tinct.app.study;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tinct.Stage;
import tinct.app.compress.Capacity;
import tinct.app.text.Json;
import tinct.codec.PackedSize;
import tinct.metrics.Comparison;
import tinct.palette.Quantization;

/**
 * What a compression did to one picture. {@link StudyMaker} makes it; its {@link #json()} is what the figures of pages
 * read, each from one member, so that members may come later or be left out.
 *
 * @param name of the picture, as it is told to people
 * @param width of the picture
 * @param height likewise
 * @param before the source
 * @param after the result
 * @param palette its entries, in the order of the palette
 * @param quantization how the palette was found
 * @param cloud the colours before, each with the entry that it went to
 * @param milliseconds of each stage
 * @param settings name and value, as people read them
 * @param command a command line that makes the same result
 * @param likeness how far the result is from the source
 * @param sizes bytes of the result in every format, beside those of the source
 * @param packed what the packed file takes, and what capacity holds such pictures
 * @param training the pixels that the palette would be trained on, were it a sample, in the order in which they are drawn
 * @param curve over the number of colours; empty if the palette was given
 */
public record Study(
        String name,
        int width,
        int height,
        Before before,
        After after,
        List<Swatch> palette,
        Quantization quantization,
        ColorCloud cloud,
        Map<Stage, Long> milliseconds,
        List<Setting> settings,
        String command,
        Comparison likeness,
        List<Size> sizes,
        Packed packed,
        Training training,
        Optional<Curve> curve) {

    /**
     * The source.
     *
     * @param format such as {@code "PNG"}
     * @param kind how its pixels are kept
     * @param bytes of the file
     * @param colors distinct ones
     * @param entropy bits a pixel
     * @param notes what was changed on the way to sRGB pixels
     */
    public record Before(String format, String kind, long bytes, int colors, double entropy, List<String> notes) {
        Json json() {
            return new Json()
                    .put("format", format)
                    .put("kind", kind)
                    .put("bytes", bytes)
                    .put("colors", colors)
                    .put("entropy", entropy)
                    .putTexts("notes", notes);
        }
    }

    /**
     * The result.
     *
     * @param format such as {@code "PNG"}
     * @param bytes of the file
     * @param colors that are used
     */
    public record After(String format, long bytes, int colors) {
        Json json() {
            return new Json().put("format", format).put("bytes", bytes).put("colors", colors);
        }
    }

    /** A setting in words. */
    public record Setting(String name, String value) {
        Json json() {
            return new Json().put("name", name).put("value", value);
        }
    }

    /**
     * A file of some format.
     *
     * @param what the format, of the result unless it says otherwise
     * @param bytes it takes
     */
    public record Size(String what, long bytes) {
        Json json() {
            return new Json().put("what", what).put("bytes", bytes);
        }
    }

    /**
     * The packed file and the capacity.
     *
     * @param plain what it takes if labels are not coded
     * @param coded bytes of the file as it is written
     */
    public record Packed(PackedSize plain, long pixels, int entries, long coded, Capacity capacity) {
        Json json() {
            return new Json()
                    .put("pixels", pixels)
                    .put("entries", entries)
                    .put("frameBits", plain.frameBits())
                    .put("paletteBits", plain.paletteBits())
                    .put("bitsPerPixel", plain.bitsPerPixel())
                    .put("labelBits", plain.labelBits())
                    .put("plainBytes", plain.fileBytes())
                    .put("codedBytes", coded);
        }

        Json capacityJson() {
            return new Json()
                    .put("bytes", capacity.capacity())
                    .put(
                            "rows",
                            capacity.rows().stream()
                                    .map(row -> new Json()
                                            .put("as", row.what())
                                            .put("bytes", row.bytes())
                                            .put("pictures", capacity.capacity() / row.bytes()))
                                    .toList());
        }
    }

    /** All figures. */
    public Json json() {
        Json times = new Json();
        milliseconds.forEach((stage, nanos) -> times.put(stage.name().toLowerCase(Locale.ROOT), nanos / 1e6));
        Json json = new Json()
                .put("name", name)
                .put("width", width)
                .put("height", height)
                .put("before", before.json())
                .put("after", after.json())
                .put("palette", palette.stream().map(Swatch::json).toList())
                .put("inertia", inertia())
                .put("cloud", cloud.json())
                .put("milliseconds", times)
                .put("settings", settings.stream().map(Setting::json).toList())
                .put("command", command)
                .put("likeness", json(likeness))
                .put("sizes", sizes.stream().map(Size::json).toList())
                .put("packed", packed.json())
                .put("capacity", packed.capacityJson())
                .put("training", training.json());
        curve.ifPresent(it -> json.put("curve", it.json()));
        return json;
    }

    private Json inertia() {
        return new Json()
                .put("final", quantization.inertia())
                .put("iterations", quantization.iterations())
                .put(
                        "history",
                        quantization.history().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray());
    }

    /** How far pictures are apart. */
    public static Json json(Comparison likeness) {
        return new Json()
                .put("mse", likeness.mse())
                .put("psnr", likeness.psnr())
                .put("ssim", likeness.ssim())
                .put("ssimulacra2", likeness.ssimulacra2())
                .put("deltaE", likeness.deltaE())
                .put("maxError", likeness.maxError());
    }
}
