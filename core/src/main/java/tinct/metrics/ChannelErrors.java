package tinct.metrics;

/**
 * The errors of one channel at one scale: sums of three kinds over the pixels, of their first and of their fourth powers.
 *
 * <p>x and y being the original and the result, and E the mean under the window: structure is 1 - SSIM with 1 -
 * (E x - E y)^2 in place of the term of luminance; ringing and blurring are how much more, and less, y differs from E y
 * than x from E x. Rounds where the reference does: see {@link RecursiveGaussian}.
 */
final class ChannelErrors {
    /** Structure, ringing, blurring: first powers, then fourth. */
    static final int KINDS = 3;

    static final int SUMS = 2 * KINDS;

    private static final int RING = RecursiveGaussian.BEHIND + 1 + RecursiveGaussian.AHEAD;
    private static final float C2 = 0.0009f;

    private final int width;
    private final int height;
    private final boolean structure;

    /*
     * The quantities averaged are x, y, and, for structure, x^2, y^2, x y.
     */

    /** [quantities][width and the zeros at both ends]. */
    private final float[][] padded;

    /** [quantities][RING][width]: the last rows averaged along themselves; row y is at y modulo RING. */
    private final float[][][] ring;

    private final RecursiveGaussian[] windows;

    /** [quantities][width]: the means of the row at hand. */
    private final float[][] mean;

    private final float[] zeros;
    private final double[] sums = new double[SUMS];

    /** The row that comes next, ahead of the one whose errors are added. */
    private int next;

    /** Without {@code structure} its sums stay 0, in less than half the time. */
    ChannelErrors(int width, int height, boolean structure) {
        this.width = width;
        this.height = height;
        this.structure = structure;
        int quantities = structure ? 5 : 2;
        this.padded = new float[quantities][RecursiveGaussian.BEHIND + width + RecursiveGaussian.AHEAD];
        this.ring = new float[quantities][RING][width];
        this.mean = new float[quantities][width];
        this.zeros = new float[width];
        this.windows = new RecursiveGaussian[quantities];
        for (int i = 0; i < quantities; i++) {
            windows[i] = new RecursiveGaussian(width);
        }
    }

    /** The first row that is still looked at. */
    int needed() {
        return Math.max(0, next - RecursiveGaussian.AHEAD);
    }

    /** Adds the errors of the rows that both pyramids now have what they reach of. */
    void advance(Pyramid original, Pyramid result, int scale, int channel) {
        int rows = Math.min(original.rows(scale), result.rows(scale));
        int end = rows == height ? height + RecursiveGaussian.AHEAD : rows;
        float[] x = original.plane(scale, channel);
        float[] y = result.plane(scale, channel);
        for (; next < end; next++) {
            if (next < height) {
                fill(x, original.offset(scale, next), y, result.offset(scale, next));
            }
            int row = next - RecursiveGaussian.AHEAD;
            for (int i = 0; i < windows.length; i++) {
                float[] behind =
                        row < RecursiveGaussian.BEHIND ? zeros : ring[i][(row - RecursiveGaussian.BEHIND) % RING];
                float[] ahead = next < height ? ring[i][next % RING] : zeros;
                windows[i].across(behind, ahead, mean[i]);
            }
            if (row >= 0) {
                addEdges(x, original.offset(scale, row), y, result.offset(scale, row));
                if (structure) {
                    addStructure();
                }
            }
        }
    }

    /** The sums [{@link #SUMS}]; to be asked after the last row. */
    double[] sums() {
        assert next == height + RecursiveGaussian.AHEAD;
        return sums;
    }

    private void fill(float[] x, int xAt, float[] y, int yAt) {
        int margin = RecursiveGaussian.BEHIND;
        System.arraycopy(x, xAt, padded[0], margin, width);
        System.arraycopy(y, yAt, padded[1], margin, width);
        if (structure) {
            multiply(padded[0], padded[0], padded[2]);
            multiply(padded[1], padded[1], padded[3]);
            multiply(padded[0], padded[1], padded[4]);
        }
        for (int i = 0; i < padded.length; i++) {
            RecursiveGaussian.along(padded[i], ring[i][next % RING], width);
        }
    }

    private static void multiply(float[] a, float[] b, float[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = a[i] * b[i];
        }
    }

    private void addEdges(float[] x, int xAt, float[] y, int yAt) {
        float[] meanX = mean[0];
        float[] meanY = mean[1];
        double ringing = 0;
        double ringing4 = 0;
        double blurring = 0;
        double blurring4 = 0;
        for (int i = 0; i < width; i++) {
            double edge = 1 + (double) Math.abs(x[xAt + i] - meanX[i]);
            double other = 1 + (double) Math.abs(y[yAt + i] - meanY[i]);
            double more = other / edge - 1;
            double square = more * more;
            if (more > 0) {
                ringing += more;
                ringing4 += square * square;
            } else {
                blurring -= more;
                blurring4 += square * square;
            }
        }
        sums[1] += ringing;
        sums[2] += blurring;
        sums[KINDS + 1] += ringing4;
        sums[KINDS + 2] += blurring4;
    }

    private void addStructure() {
        float[] meanX = mean[0];
        float[] meanY = mean[1];
        float[] squareX = mean[2];
        float[] squareY = mean[3];
        float[] product = mean[4];
        double sum = 0;
        double sum4 = 0;
        for (int i = 0; i < width; i++) {
            float mx = meanX[i];
            float my = meanY[i];
            float apart = mx - my;
            float luminance = Fused.of(apart, -apart, 1);
            float covariance = 2 * (product[i] - mx * my) + C2;
            float variance = (squareX[i] - mx * mx) + (squareY[i] - my * my) + C2;
            double error = Math.max(0, 1 - (double) (luminance * covariance / variance));
            double square = error * error;
            sum += error;
            sum4 += square * square;
        }
        sums[0] += sum;
        sums[KINDS] += sum4;
    }
}
