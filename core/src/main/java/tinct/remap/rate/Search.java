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
 * @param near whether a pixel may get the entries nearest to its own only
 * @param trials how often a part of the rows is tried before all are done, to learn what steps cost
 */
record Search(int rows, int side, int literals, int depth, int farCopies, int runs, boolean near, int trials) {
    private static final Search SWIFT = new Search(1, 0, 1, 0, 1, 1, true, 1);
    private static final Search QUICK = new Search(1, 2, 1, 2, 16, 2, false, 1);
    private static final Search NORMAL = new Search(1, 5, 4, 1, 32, 2, false, 1);
    private static final Search CAREFUL = new Search(2, 3, 3, 8, 64, 3, false, 1);
    private static final Search THOROUGH = new Search(3, 6, 4, 16, 128, 4, false, 2);

    /** The search of an effort 1..9. */
    static Search of(int effort) {
        return effort == 1 ? SWIFT : effort <= 3 ? QUICK : effort <= 5 ? NORMAL : effort == 6 ? CAREFUL : THOROUGH;
    }
}
