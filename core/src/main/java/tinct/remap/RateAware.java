package tinct.remap;

import tinct.image.Image;
import tinct.image.Palette;
import tinct.remap.rate.RateRemap;

/**
 * Indices that make small files: each row becomes the cheapest sequence of literals, runs and copies for deflate, bits
 * and error weighed against each other. Error is measured in Oklab whatever the remapper's space, and weighs less where
 * the surroundings are busy and hide it.
 *
 * <p>One level means the same trade for all pictures: a bit may cost an error of {@code 2e-6 * level^2}, in squared
 * Oklab distance over activity. Up to level 20 flat fills, thin lines, text and drawings keep their nearest entries, and
 * so do pixels beside transparent ones; above it fills, and what stands out the more. At any level an opaque pixel stays
 * opaque, and none turns transparent. Palettes of at most 16 entries, several of which PNG packs into a byte, get the
 * nearest ones always. Method and figures: ADR-0019.
 *
 * @param level 0..100: 0 takes the nearest entries, higher gives smaller files that look less like the original
 * @param effort 1..9, how hard small files are sought. Default 5
 */
public record RateAware(double level, int effort) implements Ditherer {
    private static final double PRICE = 2e-6;

    /** PNG packs several indices of so small palettes into a byte; what that costs is not known here. */
    private static final int MOST_PACKED = 16;

    public RateAware {
        if (!(level >= 0 && level <= 100)) {
            throw new IllegalArgumentException("level must be in 0..100, was " + level);
        }
        if (effort < 1 || effort > 9) {
            throw new IllegalArgumentException("effort must be in 1..9, was " + effort);
        }
    }

    /** A level at the default effort. */
    public RateAware(double level) {
        this(level, 5);
    }

    @Override
    public double strength() {
        return level / 100;
    }

    /** The indices of a picture; {@code nearest} are those of its nearest entries. */
    byte[] indices(Image image, Palette palette, byte[] nearest, int threads) {
        if (palette.size() <= MOST_PACKED) {
            return nearest;
        }
        return new RateRemap(image, palette, nearest, PRICE * level * level, effort, threads).indices();
    }
}
