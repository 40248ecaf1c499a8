package tinct.internal.packed;

/**
 * The questions that find the level of a rank, 0..7, each answered by a bit. A question for each level in turn would be an
 * eighth more of them in photographs of 256 colours.
 */
final class LevelTree {
    /* Question q is about the levels FIRST[q]..LAST[q]; a 1 says that it is no later one than SPLITS[q]. */
    private static final int[] FIRST = {0, 1, 1, 3, 3, 5, 6};
    private static final int[] SPLITS = {0, 2, 1, 4, 3, 5, 6};
    private static final int[] LAST = {7, 7, 2, 7, 4, 7, 7};

    /* What follows: another question, or the level as -1 - level. */
    private static final int[] AFTER_ONE = {-1, 2, -2, 4, -4, -6, -7};
    private static final int[] AFTER_ZERO = {1, 3, -3, 5, -5, 6, -8};

    private static final byte[] WAYS = ways();

    private LevelTree() {}

    private static byte[] ways() {
        byte[] ways = new byte[FIRST.length << 4];
        for (int q = 0; q < FIRST.length; q++) {
            for (int level = FIRST[q]; level <= LAST[q]; level++) {
                ways[q << 4 | level] = (byte) (level <= SPLITS[q] ? 1 : -1);
            }
        }
        return ways;
    }

    /** Whether the answer is not known before, where no rank is of a later level than {@code last}. */
    static boolean asks(int question, int last) {
        return SPLITS[question] < last;
    }

    /** The answer if the rank is of that level. */
    static int answer(int question, int level) {
        return level <= SPLITS[question] ? 1 : 0;
    }

    /** The next question, or -1 - level where the level is found. */
    static int next(int question, int answer) {
        return answer == 1 ? AFTER_ONE[question] : AFTER_ZERO[question];
    }

    /** 1 if the level speaks for an answer of 1, -1 if for 0, and 0 if the question is not about it. */
    static int way(int question, int level) {
        return WAYS[question << 4 | level & 15];
    }
}
