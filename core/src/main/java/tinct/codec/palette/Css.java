package tinct.codec.palette;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tinct.codec.CodecException;
import tinct.color.CssColor;

/** CSS: custom properties of {@code :root}. Whatever property is a colour by itself is read, in order. */
final class Css implements PaletteCodec {
    @Override
    public Swatches read(byte[] file) throws CodecException {
        List<Swatch> swatches = new ArrayList<>();
        for (String declaration :
                withoutComments(new String(file, StandardCharsets.UTF_8)).split("[;{}]", -1)) {
            int colon = declaration.indexOf(':');
            if (colon >= 0) {
                add(
                        declaration.substring(0, colon),
                        declaration.substring(colon + 1).strip(),
                        swatches);
            }
        }
        if (swatches.isEmpty()) {
            throw CodecException.refused("style sheet", "has no property that is a colour");
        }
        return new Swatches("", swatches);
    }

    private static void add(String property, String value, List<Swatch> swatches) {
        int from = 0;
        String name = property.strip();
        while (from < name.length() && "-$@".indexOf(name.charAt(from)) >= 0) {
            from++;
        }
        try {
            swatches.add(new Swatch(CssColor.parse(value), name.substring(from)));
        } catch (IllegalArgumentException e) {
            return; // a property of another kind
        }
    }

    private static String withoutComments(String text) {
        StringBuilder rest = new StringBuilder();
        int at = 0;
        while (true) {
            int begin = text.indexOf("/*", at);
            if (begin < 0) {
                return rest.append(text, at, text.length()).toString();
            }
            rest.append(text, at, begin).append(' ');
            int end = text.indexOf("*/", begin + 2);
            at = end < 0 ? text.length() : end + 2;
        }
    }

    @Override
    public byte[] write(Swatches swatches) {
        StringBuilder text = new StringBuilder();
        if (!swatches.line().isEmpty()) {
            text.append("/* ").append(swatches.line().replace("*/", "* /")).append(" */\n");
        }
        text.append(":root {\n");
        int number = 0;
        for (Swatch swatch : swatches.list()) {
            String share = swatch.share().isPresent()
                    ? String.format(
                            Locale.ROOT, "%.2f %%, ", 100 * swatch.share().getAsDouble())
                    : "";
            text.append("  --")
                    .append(property(swatch, number++))
                    .append(": ")
                    .append(swatch.hex())
                    .append("; /* ")
                    .append(share)
                    .append(CssColor.nearestName(swatch.argb()))
                    .append(" */\n");
        }
        return text.append("}\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String property(Swatch swatch, int number) {
        String name = swatch.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String inner = name.replaceAll("^-+|-+$", "");
        return inner.isEmpty() ? "color-" + number : inner;
    }
}
