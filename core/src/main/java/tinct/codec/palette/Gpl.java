package tinct.codec.palette;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tinct.codec.CodecException;

/**
 * GIMP palette: a line {@code GIMP Palette}, lines of what it is, then red, green, blue and a name a line.
 *
 * <p>Source: the GIMP developers' note on the format, developer.gimp.org/core/standards/gpl. The line {@code Channels:
 * RGBA} is Aseprite's: a fourth number is alpha.
 */
final class Gpl implements PaletteCodec {
    private static final String FORMAT = "GIMP palette";
    private static final String ALPHA = "Channels: RGBA";

    @Override
    public Swatches read(byte[] file) throws CodecException {
        Lines lines = new Lines(FORMAT, file);
        if (!lines.line().equals("GIMP Palette")) {
            throw lines.broken("must be 'GIMP Palette'");
        }
        String title = "";
        int channels = 3;
        List<Swatch> swatches = new ArrayList<>();
        while (lines.more()) {
            String line = lines.line();
            if (line.startsWith("Name:")) {
                title = line.substring(5).strip();
            } else if (line.equals(ALPHA)) {
                channels = 4;
            } else if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith("Columns:")) {
                String[] words = line.split("\\s+", channels + 1);
                if (words.length < channels) {
                    throw lines.broken("must begin with " + channels + " numbers of 0 to 255");
                }
                int argb = lines.color(Arrays.copyOf(words, channels));
                swatches.add(new Swatch(argb, words.length > channels ? words[channels] : ""));
            }
        }
        return new Swatches(title, swatches);
    }

    @Override
    public byte[] write(Swatches swatches) {
        boolean alpha = !swatches.palette().opaque();
        StringBuilder text = new StringBuilder("GIMP Palette\n");
        text.append(alpha ? ALPHA + "\n" : "");
        text.append("Name: ")
                .append(swatches.line().isEmpty() ? "Untitled" : swatches.line())
                .append("\nColumns: 16\n#\n");
        for (Swatch swatch : swatches.list()) {
            int argb = swatch.argb();
            String rgb = String.format("%3d %3d %3d", argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF);
            text.append(rgb)
                    .append(alpha ? String.format(" %3d", argb >>> 24) : "")
                    .append('\t')
                    .append(swatch.title())
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
