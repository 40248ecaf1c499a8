package tinct.codec;

/** Decides on steps and blocks; remembers the data before as the window. */
interface Parser {
    /**
     * Plans data[from, end) and returns end, which is above {@code from} and at most {@code to}.
     *
     * @param limit where the known data ends; beyond {@code to} only if data follows the plan
     */
    int plan(byte[] data, int from, int to, int limit, Plan plan);

    /** Takes data[from, to) for the window, without planning it; before the first plan, with the {@code limit} of that. */
    void learn(byte[] data, int from, int to, int limit);

    /** The data has moved by that many bytes, a multiple of {@code 2 * DeflateSymbols.WINDOW}, to the front of its array. */
    void slide(int by);
}
