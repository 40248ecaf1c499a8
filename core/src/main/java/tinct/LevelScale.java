package tinct;

/**
 * What levels of {@link tinct.remap.RateAware} do to a usual photograph of 256 colours: means of ten Kodak pictures.
 *
 * <p>Other pictures do as this one does at levels about a constant factor higher or lower, whatever the level. So one
 * trial nearly tells what the next one should be. Levels are tenths, 0..{@link #HIGHEST}. Figures: ADR-0020.
 */
final class LevelScale {
    /** The highest level. */
    static final int HIGHEST = 1000;

    private static final int[] LEVELS = {0, 120, 150, 200, 250, 300, 370, 450, 550, 650, 750, 900, HIGHEST};

    /* Levels that do the opposite, as low ones do, stand here for the least that is not nothing. */

    /** Points of SSIMULACRA 2 that are lost. */
    static final LevelScale SCORE =
            new LevelScale(0, 0.001, 1.8, 5.0, 8.7, 12.6, 18.2, 24.5, 32.2, 39.5, 46.6, 55.8, 61.6);

    /** The logarithm of the ratio by which files shrink. */
    static final LevelScale BYTES =
            new LevelScale(0, 0.001, 0.39, 0.63, 0.82, 0.99, 1.19, 1.37, 1.57, 1.73, 1.87, 2.06, 2.16);

    private final double[] effects;

    private LevelScale(double... effects) {
        this.effects = effects;
    }

    /** The level that has the effect; 0 of one that is not positive, above the highest if no level has so much. */
    double level(double effect) {
        if (!(effect > 0)) {
            return 0;
        }
        int i = 1;
        while (i < effects.length - 1 && effects[i] < effect) {
            i++;
        }
        double part = (effect - effects[i - 1]) / (effects[i] - effects[i - 1]);
        return LEVELS[i - 1] + part * (LEVELS[i] - LEVELS[i - 1]);
    }
}
