package tinct.codec.palette;

import java.util.Objects;
import java.util.OptionalDouble;
import tinct.image.Palette;

/**
 * A colour of a palette file.
 *
 * @param argb packed sRGB; {@code 0x00000000} if fully transparent
 * @param name what it is called; empty if it has no name
 * @param share of the pixels that have it, 0..1; empty if that is not known
 */
public record Swatch(int argb, String name, OptionalDouble share) {
    public Swatch {
        Objects.requireNonNull(name);
        Objects.requireNonNull(share);
        argb = Palette.visible(argb);
    }

    /** A colour without a share. */
    public Swatch(int argb, String name) {
        this(argb, name, OptionalDouble.empty());
    }

    /** The colour as {@code #rrggbb}, or {@code #rrggbbaa} if it is not opaque. */
    public String hex() {
        return Palette.hex(argb);
    }

    /** The name, in one line, or else the colour as {@link #hex}. */
    String title() {
        String line = name.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.isEmpty() ? hex() : line;
    }
}
