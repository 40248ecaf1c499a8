package tinct.codec.palette;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tinct.codec.CodecException;
import tinct.color.CssColor;

/** A drawing of the colours: a square each, with its value, its share and the nearest CSS name below it. */
final class Svg implements PaletteCodec {
    private static final int COLUMNS = 8;
    private static final int WIDTH = 120;
    private static final int HEIGHT = 130;
    private static final int SIDE = 80;

    @Override
    public Swatches read(byte[] file) throws CodecException {
        throw CodecException.refused("SVG", "is a drawing; palettes are not read from those");
    }

    @Override
    public byte[] write(Swatches swatches) {
        int size = swatches.list().size();
        int columns = Math.min(COLUMNS, size);
        int rows = (size + COLUMNS - 1) / COLUMNS;
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" "
                        + "font-size=\"12\" text-anchor=\"middle\">%n",
                columns * WIDTH, rows * HEIGHT));
        text.append("<title>").append(escaped(swatches.line())).append("</title>\n");
        text.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        for (int i = 0; i < size; i++) {
            draw(swatches.list().get(i), i % COLUMNS * WIDTH, i / COLUMNS * HEIGHT, text);
        }
        return text.append("</svg>\n").toString().replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void draw(Swatch swatch, int x, int y, StringBuilder text) {
        int argb = swatch.argb();
        String opacity =
                argb >>> 24 == 255 ? "" : String.format(Locale.ROOT, " fill-opacity=\"%.4f\"", (argb >>> 24) / 255.0);
        text.append(String.format(
                "<g transform=\"translate(%d %d)\">"
                        + "<rect x=\"20\" y=\"6\" width=\"%d\" height=\"%d\" fill=\"#%06x\"%s stroke=\"#808080\">",
                x, y, SIDE, SIDE, argb & 0xFFFFFF, opacity));
        text.append("<title>").append(escaped(swatch.title())).append("</title></rect>");
        String share = swatch.share().isPresent()
                ? String.format(Locale.ROOT, " %.2f %%", 100 * swatch.share().getAsDouble())
                : "";
        label(swatch.hex() + share, 102, text);
        label(CssColor.nearestName(argb), 118, text);
        text.append("</g>\n");
    }

    private static void label(String label, int y, StringBuilder text) {
        text.append(String.format("<text x=\"%d\" y=\"%d\">%s</text>", WIDTH / 2, y, escaped(label)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
