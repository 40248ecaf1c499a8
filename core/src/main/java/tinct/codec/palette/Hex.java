package tinct.codec.palette;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tinct.codec.CodecException;
import tinct.color.CssColor;

/**
 * A colour a line as {@code rrggbb}, as Lospec has it, or {@code rrggbbaa}; with {@code #} before it or without. Lines
 * that begin with {@code ;} or {@code //} say nothing.
 */
final class Hex implements PaletteCodec {
    @Override
    public Swatches read(byte[] file) throws CodecException {
        Lines lines = new Lines("hex list", file);
        List<Swatch> swatches = new ArrayList<>();
        while (lines.more()) {
            String line = lines.line();
            if (line.isEmpty() || line.startsWith(";") || line.startsWith("//")) {
                continue;
            }
            try {
                swatches.add(new Swatch(CssColor.parse(line.startsWith("#") ? line : "#" + line), ""));
            } catch (IllegalArgumentException e) {
                throw lines.broken("must be a colour such as e4002b");
            }
        }
        return new Swatches("", swatches);
    }

    @Override
    public byte[] write(Swatches swatches) {
        return swatches.list().stream()
                .map(swatch -> swatch.hex().substring(1) + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.US_ASCII);
    }
}
