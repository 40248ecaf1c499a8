package tinct.codec;

/**
 * How hard the WebP writer tries.
 *
 * @param nearCodes how many of the near places copies are looked for at, 1..120
 * @param niceLength how many pixels are compared to tell strings apart
 * @param depth how many earlier positions are looked at for each
 * @param guesses how many paths are taken with one code for all pixels, after the first
 * @param rounds how often pixels are grouped, and a path is taken with the groups
 */
record WebpEffort(int nearCodes, int niceLength, int depth, int guesses, int rounds) {
    /** Tells which of several ways to write a picture are worth more. */
    static final WebpEffort QUICK = new WebpEffort(8, WebpStep.MAX_LENGTH, 16, 1, 0);

    private static final WebpEffort FULL = new WebpEffort(32, WebpStep.MAX_LENGTH, 64, 2, 4);

    /** For planes whose copies are looked for anew on every path. */
    private static final WebpEffort LARGE = new WebpEffort(16, 256, 16, 1, 2);

    /** The effort for the file itself. */
    static WebpEffort of(WebpPlane plane) {
        return plane.size() <= WebpParser.SEGMENT ? FULL : LARGE;
    }
}
