package tinct.remap;

/**
 * Ordered dither by Bayer's matrix of 8 x 8 thresholds: a regular pattern that compresses well.
 *
 * <p>A colour is mixed from the few entries around it, in shares that leave the least weighted sum of bias and noise;
 * docs/dithering.md explains it. The index of a pixel depends on its colour, the palette, its column and its row, and on
 * nothing else. Source: B. E. Bayer, "An optimum method for two-level rendition of continuous-tone pictures", IEEE ICC,
 * 1973.
 *
 * @param strength weight of bias against noise, 0..1: 0 gives the nearest entry, 1 all but the mean of a colour that entries
 *     surround it. Default 0.85
 */
public record Bayer(double strength) implements Ditherer {
    /** Strength 0.85. */
    public static final Bayer DEFAULT = new Bayer(0.85);

    public Bayer {
        Strength.checked(strength);
    }
}
