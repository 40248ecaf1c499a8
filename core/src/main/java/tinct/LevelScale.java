package tinct;

/**
 * What levels of {@link tinct.remap.RateAware} do to a usual photograph of 256 colours: means of three Kodak pictures.
 *
 * <p>Other pictures do as this one does at levels about a constant factor higher or lower, whatever the level. So one
 * trial nearly tells what the next one should be. Levels are tenths, 0..{@link #HIGHEST}. Figures: ADR-0020.
 */
final class LevelScale {
    /** The highest level. */
    static final int HIGHEST = 1000;

    private static final int[] LEVELS = {0, 50, 100, 150, 200, 250, 300, 400, 500, 650, 800, HIGHEST};

    /** Points of SSIMULACRA 2 that are lost. */
    static final LevelScale SCORE = new LevelScale(0, 0.03, 0.24, 1.15, 2.83, 5.2, 8.1, 14.9, 22.6, 34.7, 46.3, 62.3);

    /** The logarithm of the ratio by which files shrink. */
    static final LevelScale BYTES =
            new LevelScale(0, 0.017, 0.09, 0.216, 0.367, 0.52, 0.66, 0.91, 1.12, 1.4, 1.63, 1.92);

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
