package tinct.remap.rate;

/**
 * How hard strings are sought.
 *
 * @param slack how many codes a string may be dearer, so far, than the cheapest way to its end
 * @param breadth how many times as much as a pixel costs in the mean each pixel of a string may cost beside the error of
 *     its nearest entry
 */
record LzwSearch(float slack, float breadth) {
    private static final LzwSearch QUICK = new LzwSearch(1, 1.5f);
    private static final LzwSearch NORMAL = new LzwSearch(3, 5);
    private static final LzwSearch THOROUGH = new LzwSearch(4, 8);

    /** The search of an effort 1..9. */
    static LzwSearch of(int effort) {
        return effort <= 3 ? QUICK : effort <= 6 ? NORMAL : THOROUGH;
    }
}
