package tinct.remap.rate;

/**
 * How hard the path is searched.
 *
 * @param rows how many rows above are copied from at about the same column
 * @param side how many pixels to each side of that column
 * @param literals of how many cheap literals, at most, pairs are looked up
 * @param depth how many places of a pair are tried
 * @param farCopies most copies from elsewhere that are followed at once
 * @param runs how many cheap literals begin runs
 * @param trials how often a part of the rows is tried before all are done, to learn what steps cost
 * @param strip about how many pixels of a picture are mapped one after another
 */
record Search(int rows, int side, int literals, int depth, int farCopies, int runs, int trials, int strip) {
    /** Enough for the first rows of a strip, that have a stand-in for what is above, not to matter. */
    private static final int STRIP = 3 << 16;

    /* Its strips are longer: what is tried first is a smaller part of those. */
    private static final Search SWIFT = new Search(1, 0, 1, 0, 1, 1, 1, 2 * STRIP);
    private static final Search QUICK = new Search(1, 2, 1, 2, 16, 2, 1, STRIP);
    private static final Search NORMAL = new Search(1, 5, 4, 1, 32, 2, 1, STRIP);
    private static final Search CAREFUL = new Search(2, 3, 3, 8, 64, 3, 1, STRIP);
    private static final Search THOROUGH = new Search(3, 6, 4, 16, 128, 4, 2, STRIP);

    /** The search of an effort 1..9. */
    static Search of(int effort) {
        return effort == 1 ? SWIFT : effort <= 3 ? QUICK : effort <= 5 ? NORMAL : effort == 6 ? CAREFUL : THOROUGH;
    }
}
