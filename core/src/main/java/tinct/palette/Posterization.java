package tinct.palette;

import java.util.Locale;
import java.util.Map;
import tinct.image.Palette;

/**
 * Colours of fewer bits a channel, as displays and textures have them. Their 8-bit values repeat the bits: of 5 bits abcde
 * become abcdeabc, so that white stays white.
 *
 * @param red bits, 1..8
 * @param green bits, 1..8
 * @param blue bits, 1..8
 * @param alpha bits, 1..8; formats without alpha have 8 here, which leaves it as it is
 */
public record Posterization(int red, int green, int blue, int alpha) {
    private static final Map<String, Posterization> NAMES = Map.of(
            "rgb565", new Posterization(5, 6, 5, 8),
            "rgb555", new Posterization(5, 5, 5, 8),
            "rgb444", new Posterization(4, 4, 4, 8),
            "rgb332", new Posterization(3, 3, 2, 8),
            "argb1555", new Posterization(5, 5, 5, 1),
            "argb4444", new Posterization(4, 4, 4, 4));

    public Posterization {
        for (int bits : new int[] {red, green, blue, alpha}) {
            if (bits < 1 || bits > 8) {
                throw new IllegalArgumentException("bits of a channel must be in 1..8, were " + bits);
            }
        }
    }

    /**
     * Reads {@code rgb565}, {@code rgb555}, {@code rgb444}, {@code rgb332}, {@code argb1555}, {@code argb4444}, a number of
     * bits for red, green and blue each, or three or four numbers such as {@code 5,6,5} or {@code 5,5,5,1}, alpha last.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public static Posterization parse(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        Posterization known = NAMES.get(name);
        if (known != null) {
            return known;
        }
        if (!name.matches("\\d(?:,\\d,\\d(?:,\\d)?)?")) {
            throw new IllegalArgumentException(
                    "expected rgb565, rgb555, rgb444, rgb332, argb1555, argb4444 or bits such as 5 or 5,6,5, was '"
                            + text + "'");
        }
        int red = name.charAt(0) - '0';
        return name.length() == 1
                ? new Posterization(red, red, red, 8)
                : new Posterization(
                        red, name.charAt(2) - '0', name.charAt(4) - '0', name.length() > 5 ? name.charAt(6) - '0' : 8);
    }

    /** The nearest colour that has no more bits, channel by channel, the lower on a tie. */
    public int apply(int argb) {
        return Palette.visible(level(argb >>> 24, alpha) << 24
                | level(argb >> 16 & 0xFF, red) << 16
                | level(argb >> 8 & 0xFF, green) << 8
                | level(argb & 0xFF, blue));
    }

    private static int level(int value, int bits) {
        int low = value >> 8 - bits;
        int best = -1;
        for (int level = Math.max(0, low - 1); level <= Math.min((1 << bits) - 1, low + 1); level++) {
            int wide = widened(level, bits);
            best = best < 0 || Math.abs(wide - value) < Math.abs(best - value) ? wide : best;
        }
        return best;
    }

    private static int widened(int level, int bits) {
        int value = level << 8 - bits;
        for (int shift = bits; shift < 8; shift *= 2) {
            value |= value >> shift;
        }
        return value;
    }
}
