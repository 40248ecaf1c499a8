package tinct.color;

/**
 * A space in which colour distance is Euclidean distance: packed 8-bit sRGB to and from planar coordinates.
 *
 * <p>Opaque colours have three coordinates. With alpha there are four: the first three are premultiplied about half of
 * white, {@code alpha * (c - white / 2)}, the fourth is {@code alpha * |white| / 2}. The squared distance of two such
 * points is then the mean of their squared distances composited on black and on white (ADR-0007); for colours of alpha
 * 1 it is the same as with three coordinates. Every fully transparent colour is the origin.
 *
 * <p>Coordinates are rounded to a grid fine enough not to matter, 2^-20 of the range. Sums of them with integer weights
 * are then exact in {@code double} up to 2^31 pixels, and so do not depend on the order of addition (ADR-0004).
 */
public enum ColorSpace {
    /** Gamma-encoded R, G, B in 0..255: its inertia per pixel is the MSE of the quantization literature. */
    SRGB(255, 255, 255, 0x1p12) {
        @Override
        void fromArgb(int argb, double[] out) {
            out[0] = argb >> 16 & 0xFF;
            out[1] = argb >> 8 & 0xFF;
            out[2] = argb & 0xFF;
        }

        @Override
        int toRgb(double x, double y, double z) {
            return clamp(x) << 16 | clamp(y) << 8 | clamp(z);
        }
    },

    /** Linear-light R, G, B in 0..1 (IEC 61966-2-1). */
    LINEAR(1, 1, 1, 0x1p20) {
        @Override
        void fromArgb(int argb, double[] out) {
            out[0] = Transfer.LINEAR[argb >> 16 & 0xFF];
            out[1] = Transfer.LINEAR[argb >> 8 & 0xFF];
            out[2] = Transfer.LINEAR[argb & 0xFF];
        }

        @Override
        int toRgb(double x, double y, double z) {
            return encode(x, y, z);
        }
    },

    /** Oklab: L in 0..1, a and b about -0.4..0.4. Source: B. Ottosson 2020, bottosson.github.io/posts/oklab. */
    OKLAB(1, 0, 0, 0x1p20) {
        @Override
        void fromArgb(int argb, double[] out) {
            double r = Transfer.LINEAR[argb >> 16 & 0xFF];
            double g = Transfer.LINEAR[argb >> 8 & 0xFF];
            double b = Transfer.LINEAR[argb & 0xFF];
            double l = Transfer.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
            double m = Transfer.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
            double s = Transfer.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
            out[0] = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
            out[1] = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
            out[2] = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
        }

        @Override
        int toRgb(double x, double y, double z) {
            double l = x + 0.3963377774 * y + 0.2158037573 * z;
            double m = x - 0.1055613458 * y - 0.0638541728 * z;
            double s = x - 0.0894841775 * y - 1.2914855480 * z;
            l = l * l * l;
            m = m * m * m;
            s = s * s * s;
            return encode(
                    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
                    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
                    -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
        }
    },

    /** CIELAB of 1976 with white D65: L in 0..100, a and b about -128..128. Source: CIE 15:2004. */
    CIELAB(100, 0, 0, 0x1p13) {
        @Override
        void fromArgb(int argb, double[] out) {
            double r = Transfer.LINEAR[argb >> 16 & 0xFF];
            double g = Transfer.LINEAR[argb >> 8 & 0xFF];
            double b = Transfer.LINEAR[argb & 0xFF];
            double fx = Transfer.labCurve((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.9504700);
            double fy = Transfer.labCurve(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
            double fz = Transfer.labCurve((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.0888300);
            out[0] = 116 * fy - 16;
            out[1] = 500 * (fx - fy);
            out[2] = 200 * (fy - fz);
        }

        @Override
        int toRgb(double lightness, double a, double b) {
            double fy = (lightness + 16) / 116;
            double x = Transfer.labInverse(fy + a / 500) * 0.9504700;
            double y = Transfer.labInverse(fy);
            double z = Transfer.labInverse(fy - b / 200) * 1.0888300;
            return encode(
                    3.2404542 * x - 1.5371385 * y - 0.4985314 * z,
                    -0.9692660 * x + 1.8760108 * y + 0.0415560 * z,
                    0.0556434 * x - 0.2040259 * y + 1.0572252 * z);
        }
    };

    /** Beside so large a number doubles have no fractions. */
    private static final double WHOLE = 0x1.8p52;

    private final double halfX;
    private final double halfY;
    private final double halfZ;
    private final double alphaScale;
    private final double grid;
    private final double cell;

    ColorSpace(double whiteX, double whiteY, double whiteZ, double grid) {
        this.halfX = whiteX / 2;
        this.halfY = whiteY / 2;
        this.halfZ = whiteZ / 2;
        this.alphaScale = Math.sqrt(whiteX * whiteX + whiteY * whiteY + whiteZ * whiteZ) / 2;
        this.grid = grid;
        cell = 1 / grid;
    }

    /** Coordinates of the opaque colour {@code argb}, alpha ignored, into {@code out} [3]. */
    abstract void fromArgb(int argb, double[] out);

    /** The nearest {@code 0xRRGGBB}; coordinates outside the gamut are clipped channel by channel. */
    abstract int toRgb(double x, double y, double z);

    /**
     * Coordinates of colours, planar.
     *
     * @param argb packed sRGB colours
     * @param dimensions 3 to ignore alpha, 4 to include it
     * @return [dimensions][argb.length]
     */
    public float[][] coordinates(int[] argb, int dimensions) {
        float[][] planes = new float[checkDimensions(dimensions)][argb.length];
        coordinates(argb, 0, argb.length, planes);
        return planes;
    }

    /**
     * Coordinates of the colours {@code argb[from..to)} into {@code planes[axis][0..to - from)}.
     *
     * @param planes [3 or 4][to - from or longer]; four planes include alpha
     */
    public void coordinates(int[] argb, int from, int to, float[][] planes) {
        int dimensions = checkDimensions(planes.length);
        double[] c = new double[3];
        for (int i = from; i < to; i++) {
            int pixel = argb[i];
            fromArgb(pixel, c);
            if (dimensions == 4) {
                double alpha = (pixel >>> 24) / 255.0;
                planes[0][i - from] = snap(alpha * (c[0] - halfX));
                planes[1][i - from] = snap(alpha * (c[1] - halfY));
                planes[2][i - from] = snap(alpha * (c[2] - halfZ));
                planes[3][i - from] = snap(alpha * alphaScale);
            } else {
                for (int axis = 0; axis < 3; axis++) {
                    planes[axis][i - from] = snap(c[axis]);
                }
            }
        }
    }

    /**
     * The 8-bit colour nearest to a point.
     *
     * @param point [3 or 4] coordinates as {@link #coordinates} makes them; three give an opaque colour
     * @return packed sRGB; {@code 0x00000000} where alpha rounds to 0
     */
    public int toArgb(float... point) {
        if (checkDimensions(point.length) == 3) {
            return 0xFF000000 | toRgb(point[0], point[1], point[2]);
        }
        double alpha = point[3] / alphaScale;
        int alpha8 = clamp(alpha * 255);
        if (alpha8 == 0) {
            return 0;
        }
        return alpha8 << 24 | toRgb(point[0] / alpha + halfX, point[1] / alpha + halfY, point[2] / alpha + halfZ);
    }

    /** To the grid. Adding what leaves no room for fractions rounds to the even one on a tie as Math.rint does, but quicker. */
    private float snap(double coordinate) {
        return (float) ((coordinate * grid + WHOLE - WHOLE) * cell);
    }

    private static int encode(double r, double g, double b) {
        return Transfer.encode(r) << 16 | Transfer.encode(g) << 8 | Transfer.encode(b);
    }

    private static int clamp(double channel) {
        return (int) Math.max(0, Math.min(255, Math.rint(channel)));
    }

    private static int checkDimensions(int dimensions) {
        if (dimensions != 3 && dimensions != 4) {
            throw new IllegalArgumentException("dimensions must be 3 or 4, were " + dimensions);
        }
        return dimensions;
    }
}
