package tinct.metrics;

/**
 * The window of SSIMULACRA 2: a Gaussian of sigma 1.5 made of three cosines that end at 5, each a recursion.
 *
 * <p>It equals a sum over nine pixels, but for rounding errors, which in the recursion live on along a row and a column:
 * the score of much alike pictures hangs on them. So every operation rounds where the reference's does. Pixels outside
 * the picture are 0. Source: Charalampidis 2016, Recursive implementation of the Gaussian filter using truncated cosine
 * functions; libjxl, {@code gauss_blur.cc} (BSD); ADR-0015.
 */
final class RecursiveGaussian {
    /** Pixels ahead that the window reaches. */
    static final int AHEAD = 4;

    /** Pixels behind that a step of the recursion looks at. */
    static final int BEHIND = 6;

    private static final float IN_1 = 0.055295236f;
    private static final float IN_3 = -0.058836687f;
    private static final float IN_5 = 0.012955819f;

    /** Twice the cosine of the angles pi / 10 and 3 pi / 10; that of 5 pi / 10 is 0. */
    private static final float TURN_1 = 1.9021131f;

    private static final float TURN_3 = 1.1755705f;

    /** [3][width]: the last outputs of the three recursions across rows, and those before them. */
    private final float[][] last;

    private final float[][] before;

    /** For rows of {@code width} pixels. */
    RecursiveGaussian(int width) {
        this.last = new float[3][width];
        this.before = new float[3][width];
    }

    /**
     * Averages a row along itself.
     *
     * @param padded [BEHIND + n + AHEAD]: the row between zeros
     * @param out [n]
     */
    static void along(float[] padded, float[] out, int n) {
        float last1 = 0;
        float last3 = 0;
        float last5 = 0;
        float before1 = 0;
        float before3 = 0;
        float before5 = 0;
        for (int i = -AHEAD; i < n; i++) {
            float sum = i < 0 ? padded[i + BEHIND + AHEAD] : padded[i] + padded[i + BEHIND + AHEAD];
            float out1 = Fused.of(TURN_1, last1, sum * IN_1 - before1);
            float out3 = Fused.of(TURN_3, last3, sum * IN_3 - before3);
            float out5 = sum * IN_5 - before5;
            before1 = last1;
            before3 = last3;
            before5 = last5;
            last1 = out1;
            last3 = out3;
            last5 = out5;
            if (i >= 0) {
                out[i] = out1 + out3 + out5;
            }
        }
    }

    /**
     * The next step down the rows: averages row y across rows, from row y - {@link #BEHIND} and row y + {@link #AHEAD},
     * zeros outside the picture. The first step is that of y = -{@link #AHEAD}; its average and those up to y = -1 mean
     * nothing.
     */
    void across(float[] behind, float[] ahead, float[] out) {
        // One recursion and one array written to a loop: that is what the JIT compiler makes vector instructions of.
        add(behind, ahead, out);
        step(out, last[0], before[0], IN_1, TURN_1);
        step(out, last[1], before[1], IN_3, TURN_3);
        step(out, before[2], IN_5);
        for (int i = 0; i < last.length; i++) {
            float[] swapped = last[i];
            last[i] = before[i];
            before[i] = swapped;
        }
        add(last[0], last[1], out);
        add(out, last[2], out);
    }

    private static void add(float[] a, float[] b, float[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = a[i] + b[i];
        }
    }

    /** Writes the next outputs over those before the last. */
    private static void step(float[] in, float[] last, float[] before, float ofIn, float turn) {
        for (int i = 0; i < before.length; i++) {
            before[i] = Fused.of(in[i], ofIn, Fused.of(last[i], turn, -before[i]));
        }
    }

    /** The same for the turn of 0. */
    private static void step(float[] in, float[] before, float ofIn) {
        for (int i = 0; i < before.length; i++) {
            before[i] = Fused.of(in[i], ofIn, -before[i]);
        }
    }
}
