package tinct.app.compress;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tinct.AnimationResult;
import tinct.Result;
import tinct.Settings;
import tinct.Streamed;
import tinct.app.file.FileParts;
import tinct.app.file.Format;
import tinct.app.text.Json;
import tinct.app.text.Table;
import tinct.app.text.Units;
import tinct.palette.Quantization;
import tinct.remap.Ditherer;
import tinct.remap.RateAware;

/**
 * What was decided for one picture and why, and what became of its bytes.
 *
 * @param asked most colours that were asked for
 * @param colors entries of the palette
 * @param distinct colours of the source
 * @param quantizer how the palette was found
 * @param space where distance was measured
 * @param ditherer how pixels were given entries
 * @param iterations moves of the centroids
 * @param bits a pixel takes before it is coded
 * @param filter of the rows of a PNG; empty for other formats
 * @param frames of an animation; empty for a still picture
 * @param held what was in memory of a picture that was not as a whole; else empty
 * @param parts bytes of each part of the file
 */
public record Explanation(
        int asked,
        int colors,
        int distinct,
        String quantizer,
        String space,
        String ditherer,
        int iterations,
        int bits,
        String filter,
        String frames,
        String held,
        Map<String, Long> parts) {
    /** Of a result and the file that was made of it. */
    static Explanation of(Settings settings, Result result, Format format, Path file) throws IOException {
        return of(
                settings,
                result.quantization(),
                result.distinctBefore(),
                result.image().pixelCount(),
                format,
                "",
                "",
                FileParts.of(file, format, result.image()),
                file);
    }

    /** Of a picture that was mapped as its file was written. */
    static Explanation of(Settings settings, Streamed result, boolean interlaced, Format format, Path file)
            throws IOException {
        return of(
                settings,
                result.quantization(),
                result.histogram().size(),
                result.histogram().total(),
                format,
                "",
                interlaced
                        ? "all pixels, as the source is interlaced: "
                                + Units.bytes(Integer.BYTES * result.histogram().total())
                        : "some millions of pixels at a time: read, mapped and written row by row, the source twice",
                FileParts.ofAnimation(file, format),
                file);
    }

    /** Of an animation and its file. */
    static Explanation of(Settings settings, AnimationResult result, Format format, Path file) throws IOException {
        String palettes = result.palettes() == 1 ? "one palette for all" : "a palette for each";
        return of(
                settings,
                result.quantization(),
                result.histogram().size(),
                1, // a frame is small
                format,
                result.frames() + ", " + palettes + "; of each what changes",
                "",
                FileParts.ofAnimation(file, format),
                file);
    }

    private static Explanation of(
            Settings settings,
            Quantization found,
            int distinct,
            long pixels,
            Format format,
            String frames,
            String held,
            Map<String, Long> parts,
            Path file)
            throws IOException {
        int colors = found.palette().size();
        Optional<RowFilters> rows = format == Format.PNG ? Optional.of(RowFilters.of(file)) : Optional.empty();
        return new Explanation(
                settings.maxColors(),
                colors,
                distinct,
                words(settings.quantizer()),
                settings.quantizer().space().toString().toLowerCase(Locale.ROOT),
                words(settings.ditherer(), pixels),
                found.iterations(),
                rows.map(RowFilters::bits).orElseGet(() -> bits(colors, format)),
                rows.map(RowFilters::filters).orElse(""),
                frames,
                held,
                parts);
    }

    private static int bits(int colors, Format format) {
        int least = 32 - Integer.numberOfLeadingZeros(colors - 1);
        return format == Format.JPEG ? 24 : least;
    }

    /** How pixels are given entries, in words; an effort that their number has settled is told with the reason. */
    public static String words(Ditherer asked, long pixels) {
        if (asked instanceof RateAware options) {
            RateAware settled = options.forPixels(pixels);
            boolean many = !options.forPixels(1).equals(settled);
            return words(settled) + (many ? ": quick, as there are " + Units.count(pixels) + " pixels" : "");
        }
        return words(asked);
    }

    /** A record such as {@code FloydSteinberg[strength=1.0]} in words: {@code floyd-steinberg, strength 1.0}. */
    public static String words(Object options) {
        String text = options.toString();
        int bracket = text.indexOf('[');
        if (bracket < 0) {
            return kebab(text);
        }
        String name = kebab(text.substring(0, bracket)).replaceFirst("-quantizer$|-dither$", "");
        String values = kebab(text.substring(bracket + 1, text.length() - 1))
                .replaceFirst("^space=\\w+(, )?", "") // told by itself
                .replace('=', ' ')
                .replace('_', ' ');
        return (name.equals("no") ? "none" : name) + (values.isEmpty() ? "" : ", " + values);
    }

    private static String kebab(String text) {
        return text.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private boolean exact() {
        return distinct <= asked;
    }

    /** Lines of text, each with four spaces before it. */
    String text() {
        Table table = Table.ofText();
        if (exact()) {
            table.line("    colours", colors + " of " + asked + ": the source has no more, so each stays as it is");
            table.line("    space", "none: nothing is approximated");
            table.line("    dither", "none: there is no error to spread");
        } else {
            table.line(
                    "    colours",
                    colors + " of " + asked + ", for " + Units.count(distinct) + " of the source; " + iterations
                            + " moves of the centroids");
            table.line("    palette", quantizer);
            table.line("    space", space + ": where colours are compared");
            table.line("    dither", ditherer);
        }
        if (!frames.isEmpty()) {
            table.line("    frames", frames);
        }
        if (!held.isEmpty()) {
            table.line("    in memory", held);
        }
        table.line("    pixels", bits + (bits == 1 ? " bit each" : " bits each") + " before coding");
        if (!filter.isEmpty()) {
            table.line("    filter", filter);
        }
        parts.forEach((part, bytes) -> table.line("    " + part, Units.count(bytes) + " bytes"));
        return table.toString();
    }

    Json json() {
        Json bytes = new Json();
        parts.forEach(bytes::put);
        return new Json()
                .put("asked", asked)
                .put("colors", colors)
                .put("exact", exact())
                .put("quantizer", quantizer)
                .put("space", space)
                .put("dither", exact() ? "none" : ditherer)
                .put("bitsPerPixel", bits)
                .put("filter", filter)
                .put("parts", bytes);
    }
}
