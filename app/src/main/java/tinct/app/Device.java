package tinct.app;

import java.util.Locale;
import tinct.image.Palette;
import tinct.palette.DevicePalette;

/**
 * Displays of coloured e-paper. What each ink looks like, and what drivers call it, are the numbers of Pimoroni's Inky library
 * (MIT, github.com/pimoroni/inky: SATURATED_PALETTE and DESATURATED_PALETTE), in its order. Pixels are matched with what is
 * halfway between the two, as that library does by default: next to inks alone, which are darker than any page, all that is
 * light would become white.
 */
enum Device {
    /** E Ink Spectra 6: black, white, yellow, red, blue, green. */
    SPECTRA6(
            new int[] {0x000000, 0xA1A4A5, 0xD0BE47, 0x9C484B, 0x3D3B5E, 0x3A5B46},
            new int[] {0x000000, 0xFFFFFF, 0xFFFF00, 0xFF0000, 0x0000FF, 0x00FF00}),
    /** E Ink ACeP (Gallery) of seven colours: black, white, green, blue, red, yellow, orange. */
    ACEP7(
            new int[] {0x393039, 0xFFFFFF, 0x3A5B46, 0x3D3B5E, 0x9C484B, 0xD0BE47, 0xB16A49},
            new int[] {0x000000, 0xFFFFFF, 0x00FF00, 0x0000FF, 0xFF0000, 0xFFFF00, 0xFF8C00});

    @SuppressWarnings("ImmutableEnumChecker") // palettes do not change
    private final DevicePalette palette;

    Device(int[] seen, int[] codes) {
        palette = new DevicePalette(halfway(seen, codes), opaque(codes));
    }

    private static Palette halfway(int[] seen, int[] codes) {
        int[] between = new int[seen.length];
        for (int i = 0; i < between.length; i++) {
            // The mean of each channel, without their lowest bits running over.
            between[i] = (seen[i] & codes[i]) + ((seen[i] ^ codes[i]) >>> 1 & 0x7F7F7F);
        }
        return opaque(between);
    }

    private static Palette opaque(int[] rgb) {
        int[] argb = new int[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            argb[i] = 0xFF000000 | rgb[i];
        }
        return new Palette(argb);
    }

    DevicePalette palette() {
        return palette;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
