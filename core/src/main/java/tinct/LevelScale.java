package tinct;

/**
 * What levels of {@link tinct.remap.RateAware} do to a usual photograph of 256 colours: means of the 24 Kodak pictures.
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
            new LevelScale(0, 0.001, 1.3, 4.0, 7.2, 10.5, 15.4, 21.0, 28.3, 35.1, 41.7, 51.2, 57.0);

    /** The logarithm of the ratio by which files shrink. */
    static final LevelScale BYTES =
            new LevelScale(0, 0.001, 0.32, 0.54, 0.73, 0.89, 1.09, 1.27, 1.48, 1.65, 1.81, 2.00, 2.11);

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
