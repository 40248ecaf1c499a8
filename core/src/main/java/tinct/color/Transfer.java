package tinct.color;

/**
 * Curves between encoded and linear values. Only basic arithmetic and {@link StrictMath}: the same bits everywhere.
 */
final class Transfer {
    /** Linear light 0..1 of each 8-bit sRGB value (IEC 61966-2-1). */
    static final double[] LINEAR = new double[256];

    /** Linear light from which on 8-bit value i + 1 is nearer than i. */
    private static final double[] THRESHOLD = new double[255];

    static {
        for (int i = 0; i < 256; i++) {
            LINEAR[i] = decode(i / 255.0);
        }
        for (int i = 0; i < 255; i++) {
            THRESHOLD[i] = decode((i + 0.5) / 255.0);
        }
    }

    private Transfer() {}

    private static double decode(double encoded) {
        return encoded <= 0.04045 ? encoded / 12.92 : StrictMath.pow((encoded + 0.055) / 1.055, 2.4);
    }

    /** The 8-bit sRGB value nearest to linear light, in the encoded scale; clipped to 0..255. */
    static int encode(double linear) {
        int low = 0;
        int high = 255;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (linear < THRESHOLD[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /**
     * Cube root of a value in 0..1.1 to 1e-14 relative. Two Halley steps from an estimate by the bit pattern:
     * several times faster than {@link StrictMath#cbrt} and as repeatable, being basic arithmetic only.
     */
    static double cbrt(double value) {
        if (value < 1e-12) {
            return 0;
        }
        double root = Double.longBitsToDouble(Double.doubleToRawLongBits(value) / 3 + 0x2A9F7893782DA1CEL);
        for (int step = 0; step < 2; step++) {
            double cube = root * root * root;
            root *= (cube + 2 * value) / (2 * cube + value);
        }
        return root;
    }

    /** CIELAB's f: cube root, linear below (6/29)^3. */
    static double labCurve(double ratio) {
        return ratio > 216.0 / 24389 ? cbrt(ratio) : (24389.0 / 27 * ratio + 16) / 116;
    }

    /** The inverse of {@link #labCurve}. */
    static double labInverse(double f) {
        return f > 6.0 / 29 ? f * f * f : (116 * f - 16) * 27 / 24389;
    }
}
