package tinct.codec.palette;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tinct.codec.CodecException;
import tinct.color.CssColor;

/**
 * JSON: {@code {"name": ..., "colors": [{"hex": "#e4002b", "name": ..., "share": 0.25, "nearest": ...}]}}.
 *
 * <p>Read are an array, or the member {@code colors}, {@code palette}, {@code entries} or {@code swatches} of an object;
 * in it texts, with {@code #} or without as Lospec has them, arrays of 3 or 4 numbers of 0 to 255, and objects with
 * {@code hex}, {@code color} or {@code value}.
 */
final class JsonColors implements PaletteCodec {
    private static final String FORMAT = "JSON";

    @Override
    public Swatches read(byte[] file) throws CodecException {
        Object root = JsonText.read(new String(file, StandardCharsets.UTF_8));
        Object list = root;
        String title = "";
        if (root instanceof Map<?, ?> object) {
            title = object.get("name") instanceof String name ? name : "";
            list = Stream.of("colors", "palette", "entries", "swatches")
                    .flatMap(name -> Optional.<Object>ofNullable(object.get(name)).stream())
                    .findFirst()
                    .orElse(root);
        }
        if (!(list instanceof List<?> values)) {
            throw CodecException.refused(FORMAT, "has no array of colors");
        }
        List<Swatch> swatches = new ArrayList<>();
        for (Object value : values) {
            swatches.add(swatch(value, swatches.size()));
        }
        return new Swatches(title, swatches);
    }

    private static Swatch swatch(Object value, int number) throws CodecException {
        if (value instanceof String text) {
            return new Swatch(color(text, number), "");
        }
        if (value instanceof List<?> channels && (channels.size() == 3 || channels.size() == 4)) {
            int rgb = channel(channels.get(0), number) << 16
                    | channel(channels.get(1), number) << 8
                    | channel(channels.get(2), number);
            int alpha = channels.size() == 3 ? 255 : channel(channels.get(3), number);
            return new Swatch(alpha << 24 | rgb, "");
        }
        if (value instanceof Map<?, ?> object) {
            for (String member : List.of("hex", "color", "value")) {
                if (object.get(member) instanceof String text) {
                    return new Swatch(color(text, number), object.get("name") instanceof String name ? name : "");
                }
            }
        }
        throw new CodecException(FORMAT, -1, "colour " + number + " of the array is none");
    }

    private static int color(String text, int number) throws CodecException {
        try {
            boolean digits = text.matches("(?:[0-9a-fA-F]{3,4}){1,2}");
            return CssColor.parse(digits ? "#" + text : text);
        } catch (IllegalArgumentException e) {
            throw new CodecException(FORMAT, -1, "colour " + number + " of the array is none");
        }
    }

    private static int channel(Object value, int number) throws CodecException {
        if (value instanceof Double d && d >= 0 && d <= 255 && d == Math.rint(d)) {
            return d.intValue();
        }
        throw new CodecException(FORMAT, -1, "colour " + number + " of the array is none");
    }

    @Override
    public byte[] write(Swatches swatches) {
        StringBuilder text = new StringBuilder("{\n  \"name\": ");
        text.append(JsonText.quoted(swatches.title())).append(",\n  \"colors\": [");
        String separator = "\n";
        for (Swatch swatch : swatches.list()) {
            text.append(separator)
                    .append("    {\"hex\": \"")
                    .append(swatch.hex())
                    .append('"');
            if (!swatch.name().isEmpty()) {
                text.append(", \"name\": ").append(JsonText.quoted(swatch.name()));
            }
            swatch.share().ifPresent(share -> text.append(String.format(Locale.ROOT, ", \"share\": %.6f", share)));
            text.append(", \"nearest\": \"")
                    .append(CssColor.nearestName(swatch.argb()))
                    .append("\"}");
            separator = ",\n";
        }
        return text.append("\n  ]\n}\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
