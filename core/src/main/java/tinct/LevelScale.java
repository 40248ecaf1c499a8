package tinct;

/**
 * A measure of levels of {@link tinct.remap.RateAware} in which what they change is about even: what they do to a usual
 * photograph of 256 colours, means of three Kodak pictures. Others differ by a factor more than by shape, so a
 * straight line through two trials foretells the third. Numbers and source: ADR-0020.
 */
final class LevelScale {
    /** Levels are counted in tenths: finer ones change less than chance does. */
    static final int HIGHEST = 1000;

    private static final int[] LEVELS = {0, 50, 100, 150, 200, 250, 300, 400, 500, 650, 800, HIGHEST};

    /** Points of SSIMULACRA 2 that are lost. */
    static final LevelScale SCORE = new LevelScale(0, 0.03, 0.24, 1.15, 2.83, 5.2, 8.1, 14.9, 22.6, 34.7, 46.3, 62.3);

    /** The logarithm of the ratio by which files shrink. */
    static final LevelScale BYTES =
            new LevelScale(0, 0.017, 0.09, 0.216, 0.367, 0.52, 0.66, 0.91, 1.12, 1.4, 1.63, 1.92);

    private final double[] places;

    private LevelScale(double... places) {
        this.places = places;
    }

    /** The place of a level 0..{@link #HIGHEST}. */
    double place(int level) {
        int i = 1;
        while (LEVELS[i] < level) {
            i++;
        }
        double part = (double) (level - LEVELS[i - 1]) / (LEVELS[i] - LEVELS[i - 1]);
        return places[i - 1] + part * (places[i] - places[i - 1]);
    }

    /** The level next to a place; the first or last one if the place is outside of all. */
    int level(double place) {
        if (!(place > 0)) {
            return 0;
        }
        int i = 1;
        while (i < places.length && places[i] < place) {
            i++;
        }
        if (i == places.length) {
            return HIGHEST;
        }
        double part = (place - places[i - 1]) / (places[i] - places[i - 1]);
        return (int) Math.rint(LEVELS[i - 1] + part * (LEVELS[i] - LEVELS[i - 1]));
    }
}
