package tinct.reference;

/** Looks at every entry. */
public final class NaiveNearest {
    private NaiveNearest() {}

    /** The number of the entry [d][size] nearest to a point [d] by its distance in {@code float}; the lowest on a tie. */
    public static int find(float[][] entries, float... point) {
        int best = 0;
        for (int j = 1; j < entries[0].length; j++) {
            if (distance(entries, j, point) < distance(entries, best, point)) {
                best = j;
            }
        }
        return best;
    }

    /** Squared distance of a point to entry j. */
    public static float distance(float[][] entries, int j, float... point) {
        float sum = 0;
        for (int axis = 0; axis < entries.length; axis++) {
            float d = point[axis] - entries[axis][j];
            sum += d * d;
        }
        return sum;
    }
}
