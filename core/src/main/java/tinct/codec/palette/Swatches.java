package tinct.codec.palette;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import tinct.image.Palette;

/**
 * What a palette file holds.
 *
 * @param title what the palette is called; empty if it has no name
 * @param list its colours in order, which may repeat
 */
public record Swatches(String title, List<Swatch> list) {
    public Swatches {
        Objects.requireNonNull(title);
        list = List.copyOf(list);
    }

    /** The entries of a palette, without names. */
    public static Swatches of(Palette palette) {
        return new Swatches(
                "",
                Arrays.stream(palette.toArray())
                        .mapToObj(argb -> new Swatch(argb, ""))
                        .toList());
    }

    /**
     * The colours as a palette, in the same order.
     *
     * @throws IllegalArgumentException unless there are 1 to 256
     */
    public Palette palette() {
        return new Palette(list.stream().mapToInt(Swatch::argb).toArray());
    }

    /** The same without colours that are fully transparent. */
    public Swatches visible() {
        return new Swatches(
                title, list.stream().filter(swatch -> swatch.argb() != 0).toList());
    }

    /** The title in one line. */
    String line() {
        return title.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
