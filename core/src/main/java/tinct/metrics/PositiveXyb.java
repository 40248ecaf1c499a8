package tinct.metrics;

/**
 * The colours that SSIMULACRA 2 compares: XYB of JPEG XL, moved and scaled to about 0..1.
 *
 * <p>Tables and basic arithmetic only: the same bits everywhere. Rounds to float where the reference does. Source:
 * libjxl, {@code opsin_params.h} and {@code tools/ssimulacra2.cc} (BSD).
 */
final class PositiveXyb {
    /** Linear light 0..1 of each 8-bit sRGB value. */
    private static final float[] LINEAR = new float[256];

    private static final float M00 = 0.30f;
    private static final float M02 = 0.078f;
    private static final float M01 = 1f - M02 - M00;
    private static final float M10 = 0.23f;
    private static final float M12 = 0.078f;
    private static final float M11 = 1f - M12 - M10;
    private static final float M20 = 0.24342269f;
    private static final float M21 = 0.20476745f;
    private static final float M22 = 1f - M20 - M21;
    private static final float BIAS = 0.0037930734f;

    /*
     * Cube roots of BIAS..1 + BIAS. A cell is an exponent and the upper ROOT_BITS bits of the mantissa of a float: its
     * middle m has the root, and x = m (1 + u) has the series of (1 + u)^(1/3) over that, |u| <= 2^-8: cut after the
     * fifth power it is as near as a double. Nothing less will do: a root that rounds to another float changes a column.
     */
    private static final int ROOT_BITS = 7;
    private static final int SHIFT = 23 - ROOT_BITS;
    private static final int FIRST_CELL = Float.floatToRawIntBits(0x1p-9f) >>> SHIFT;
    private static final int CELLS = (Float.floatToRawIntBits(2) >>> SHIFT) - FIRST_CELL;
    private static final double[] RECIPROCAL = new double[CELLS];
    private static final double[] ROOT = new double[CELLS];
    private static final float BIAS_ROOT;

    static {
        for (int i = 0; i < 256; i++) {
            LINEAR[i] = SrgbCurve.linear(i / 255f);
        }
        for (int cell = 0; cell < CELLS; cell++) {
            double from = Float.intBitsToFloat(FIRST_CELL + cell << SHIFT);
            double to = Float.intBitsToFloat(FIRST_CELL + cell + 1 << SHIFT);
            double middle = (from + to) / 2;
            RECIPROCAL[cell] = 1 / middle;
            ROOT[cell] = StrictMath.cbrt(middle);
        }
        BIAS_ROOT = root(BIAS);
    }

    private PositiveXyb() {}

    /** Linear R, G, B [3][n or longer] of {@code n} packed sRGB pixels from {@code argb[from]} on. */
    static void linear(int[] argb, int from, int n, float[][] rgb) {
        float[] table = LINEAR;
        float[] r = rgb[0];
        float[] g = rgb[1];
        float[] b = rgb[2];
        for (int i = 0; i < n; i++) {
            int pixel = argb[from + i];
            r[i] = table[pixel >> 16 & 0xFF];
            g[i] = table[pixel >> 8 & 0xFF];
            b[i] = table[pixel & 0xFF];
        }
    }

    /** Writes X, Y, B - Y of {@code n} linear pixels [3][n or longer] to the planes [3][...] from {@code at} on. */
    static void of(float[][] rgb, int n, float[][] planes, int at) {
        float[] red = rgb[0];
        float[] green = rgb[1];
        float[] blue = rgb[2];
        float[] xs = planes[0];
        float[] ys = planes[1];
        float[] bs = planes[2];
        float biasRoot = BIAS_ROOT;
        for (int i = 0; i < n; i++) {
            float r = red[i];
            float g = green[i];
            float b = blue[i];
            float l = root(mix(M00, r, M01, g, M02, b)) - biasRoot;
            float m = root(mix(M10, r, M11, g, M12, b)) - biasRoot;
            float s = root(mix(M20, r, M21, g, M22, b)) - biasRoot;
            float y = 0.5f * (l + m);
            xs[at + i] = Fused.of(0.5f * (l - m), 14, 0.42f);
            ys[at + i] = y + 0.01f;
            bs[at + i] = s - y + 0.55f;
        }
    }

    private static float mix(float ofR, float r, float ofG, float g, float ofB, float b) {
        return Fused.of(ofR, r, Fused.of(ofG, g, Fused.of(ofB, b, BIAS)));
    }

    private static float root(float x) {
        int cell = (Float.floatToRawIntBits(x) >>> SHIFT) - FIRST_CELL;
        double u = x * RECIPROCAL[cell] - 1;
        double series = 5 / 81.0 - u * (10 / 243.0 - u * (22 / 729.0));
        return (float) (ROOT[cell] * (1 + u * (1 / 3.0 - u * (1 / 9.0 - u * series))));
    }
}
