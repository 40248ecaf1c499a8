package tinct.codec;

import tinct.internal.DeflateSymbols;

/**
 * How hard deflate tries.
 *
 * @param optimal whether by shortest paths, else by the lazy parser
 * @param depth how many earlier positions are looked at for each
 * @param lazy of the lazy parser: whether the next position is looked at before a copy is taken
 * @param niceLength of the optimal parser: how many bytes are compared to tell strings apart
 * @param rounds of the optimal parser: how often the division into blocks is made anew
 * @param passes of the optimal parser: how many shortest paths a block gets in a round, at most
 */
record Effort(boolean optimal, int depth, boolean lazy, int niceLength, int rounds, int passes) {
    private static final Effort[] LEVELS = {
        new Effort(false, 2, false, 0, 0, 0),
        new Effort(false, 4, true, 0, 0, 0),
        new Effort(false, 16, true, 0, 0, 0),
        new Effort(false, 64, true, 0, 0, 0),
        new Effort(true, 60, true, 32, 1, 1),
        new Effort(true, 100, true, 64, 1, 1),
        new Effort(true, 150, true, 128, 1, 2),
        new Effort(true, 300, true, DeflateSymbols.MAX_LENGTH, 1, 4),
        new Effort(true, 1000, true, DeflateSymbols.MAX_LENGTH, 3, 4),
    };

    /** The highest level. */
    static final int MAX = LEVELS.length;

    /** The effort of a level 1..9. */
    static Effort of(int level) {
        if (level < 1 || level > MAX) {
            throw new IllegalArgumentException("effort must be 1.." + MAX + ", not " + level);
        }
        return LEVELS[level - 1];
    }

    Parser parser(int size) {
        return optimal ? new OptimalParser(size, this) : new LazyParser(size, this);
    }
}
