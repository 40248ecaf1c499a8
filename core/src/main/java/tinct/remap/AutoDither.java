package tinct.remap;

/**
 * Dither only where bands would show: in smooth areas whose colours change by less than the palette can follow.
 *
 * <p>A pixel is dithered if it lies at a corner of a square in which hardly any step between neighbours is
 * large, compared with the distance of the entries about it, and some are small; and if no such large step is at the pixel
 * itself. Flat areas, texture, which hides bands, text and edges keep their nearest entries. So do colours that are entries.
 *
 * @param strength as that of {@link FloydSteinberg}, which dithers what is to be, 0..1. Default 0.75
 */
public record AutoDither(double strength) implements Ditherer {
    /** Strength 0.75. */
    public static final AutoDither DEFAULT = new AutoDither(0.75);

    public AutoDither {
        Strength.checked(strength);
    }
}
