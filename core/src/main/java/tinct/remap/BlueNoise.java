package tinct.remap;

/**
 * Ordered dither by 64 x 64 thresholds without low frequencies: grain without a pattern.
 *
 * <p>Mixes colours as {@link Bayer} does. The thresholds are made by void-and-cluster when they are first needed. Source:
 * R. Ulichney, "The void-and-cluster method for dither array generation", Proc. SPIE 1913, 1993,
 * https://doi.org/10.1117/12.152707.
 *
 * @param strength weight of bias against noise, 0..1: 0 gives the nearest entry, 1 all but the mean of a colour that entries
 *     surround it. Default 0.85
 */
public record BlueNoise(double strength) implements Ditherer {
    /** Strength 0.85. */
    public static final BlueNoise DEFAULT = new BlueNoise(0.85);

    public BlueNoise {
        Strength.checked(strength);
    }
}
