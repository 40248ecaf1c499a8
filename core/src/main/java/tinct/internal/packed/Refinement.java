package tinct.internal.packed;

/** How often a bit was 1 where the mixed chance was as it is: a curve through 37 knots for each kind of bit. */
final class Refinement {
    private static final int KNOTS = 2 * Logistic.LIMIT / 128 + 1;

    private final int[] refined;
    private int knot;

    Refinement(int kinds) {
        refined = new int[kinds * KNOTS];
        for (int i = 0; i < refined.length; i++) {
            refined[i] = Logistic.SQUASH[Math.min(2 * Logistic.LIMIT - 1, i % KNOTS * 128)];
        }
    }

    /** The mean of the mixed chance and of that of the curve; the mixed one is at a position, 0..2 LIMIT - 1, of the scale. */
    int chance(int kind, int position) {
        int low = kind * KNOTS + (position >> 7);
        int part = position & 127;
        int fine = refined[low] * (128 - part) + refined[low + 1] * part >> 7;
        knot = low + (part >> 6);
        return Logistic.SQUASH[position] + fine >> 1;
    }

    /** Moves the knot that is nearest to the last chance. */
    void learn(int bit) {
        refined[knot] += bit * 65535 - refined[knot] >> 6;
    }
}
