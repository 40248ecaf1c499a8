package tinct.codec;

/**
 * How hard the WebP writer tries.
 *
 * @param nearCodes how many of the near places copies are looked for at, 1..120
 * @param window how far back other copies are looked for, in pixels
 * @param niceLength how many pixels are compared to tell strings apart
 * @param depth how many earlier positions are looked at for each
 * @param guesses how many paths are taken before pixels are grouped
 * @param clusters how many groups are begun with, at most 256
 * @param moves how often tiles may change their groups in a round
 * @param rounds how often pixels are grouped, and a path is taken with the groups
 */
record WebpEffort(
        int nearCodes, int window, int niceLength, int depth, int guesses, int clusters, int moves, int rounds) {
    private static final int FULL = WebpStep.WINDOW;
    private static final WebpEffort[] LEVELS = {
        new WebpEffort(4, 1 << 12, 16, 2, 1, 1, 0, 0),
        new WebpEffort(8, 1 << 14, 16, 4, 2, 1, 0, 0),
        new WebpEffort(8, 1 << 15, 32, 8, 1, 32, 2, 1),
        new WebpEffort(12, 1 << 16, 32, 8, 1, 64, 3, 1),
        new WebpEffort(16, 1 << 17, 64, 12, 2, 96, 3, 1),
        new WebpEffort(16, 1 << 16, 64, 8, 2, 128, 4, 2),
        new WebpEffort(32, FULL, 128, 32, 2, 200, 5, 3),
        new WebpEffort(120, FULL, 256, 100, 2, 256, 6, 4),
        new WebpEffort(120, FULL, 1024, 400, 3, 256, 10, 8),
    };

    /** The effort of a level 1..9. */
    static WebpEffort of(int level) {
        if (level < 1 || level > LEVELS.length) {
            throw new IllegalArgumentException("effort must be 1.." + LEVELS.length + ", not " + level);
        }
        return LEVELS[level - 1];
    }
}
