package tinct.metrics;

/**
 * SSIM of two pictures that come row by row; the definition is {@link Comparison}'s.
 *
 * <p>The window is separable. Each row is blurred along itself at once, and the last 11 blurred rows are kept in a ring.
 * Of the five moments of a window, those of x squared and y squared are only needed as their sum: four planes.
 */
final class StructuralSimilarity {
    private static final int RADIUS = 5;
    private static final int TAPS = 2 * RADIUS + 1;
    private static final double[] WINDOW = gaussian(1.5);
    private static final double C1 = (0.01 * 255) * (0.01 * 255);
    private static final double C2 = (0.03 * 255) * (0.03 * 255);

    private final int width;
    private final int height;
    private final int columns;
    private final int windowRows;

    /** Luma of the two rows, mirrored by {@link #RADIUS} at both ends if the row is shorter than the window. */
    private final double[] luma;

    private final double[] otherLuma;

    /** [TAPS][columns]: row y is at y modulo TAPS, blurred along itself. */
    private final double[][] means;

    private final double[][] otherMeans;
    private final double[][] squares;
    private final double[][] products;

    private int rows;
    private double sum;

    StructuralSimilarity(int width, int height) {
        this.width = width;
        this.height = height;
        this.columns = windows(width);
        this.windowRows = windows(height);
        this.luma = new double[columns + TAPS - 1];
        this.otherLuma = new double[columns + TAPS - 1];
        this.means = new double[TAPS][columns];
        this.otherMeans = new double[TAPS][columns];
        this.squares = new double[TAPS][columns];
        this.products = new double[TAPS][columns];
    }

    /** Takes the next row of each picture: opaque packed sRGB [width]. */
    void add(int[] row, int[] otherRow) {
        fillLuma(row, luma);
        fillLuma(otherRow, otherLuma);
        blur(rows++ % TAPS);
        if (height >= TAPS && rows >= TAPS) {
            addWindows(rows - TAPS);
        } else if (rows == height) {
            for (int top = -RADIUS; top < height - RADIUS; top++) {
                addWindows(top);
            }
        }
    }

    /** The mean over all windows; to be asked after the last row. */
    double mean() {
        assert rows == height;
        return sum / ((double) columns * windowRows);
    }

    private void fillLuma(int[] row, double[] out) {
        int shift = (out.length - width) / 2;
        for (int i = 0; i < out.length; i++) {
            int pixel = row[mirror(i - shift, width)];
            out[i] = 0.299 * (pixel >> 16 & 0xFF) + 0.587 * (pixel >> 8 & 0xFF) + 0.114 * (pixel & 0xFF);
        }
    }

    private void blur(int slot) {
        double[] mean = means[slot];
        double[] otherMean = otherMeans[slot];
        double[] square = squares[slot];
        double[] product = products[slot];
        for (int i = 0; i < columns; i++) {
            double m = 0;
            double o = 0;
            double s = 0;
            double p = 0;
            for (int tap = 0; tap < TAPS; tap++) {
                double weight = WINDOW[tap];
                double x = luma[i + tap];
                double y = otherLuma[i + tap];
                m += weight * x;
                o += weight * y;
                s += weight * (x * x + y * y);
                p += weight * (x * y);
            }
            mean[i] = m;
            otherMean[i] = o;
            square[i] = s;
            product[i] = p;
        }
    }

    /** Adds the similarities of the windows whose first row is {@code top}, which may be outside the picture. */
    private void addWindows(int top) {
        int[] slots = new int[TAPS];
        for (int tap = 0; tap < TAPS; tap++) {
            slots[tap] = mirror(top + tap, height) % TAPS;
        }
        double rowSum = 0;
        for (int i = 0; i < columns; i++) {
            double m = 0;
            double o = 0;
            double s = 0;
            double p = 0;
            for (int tap = 0; tap < TAPS; tap++) {
                double weight = WINDOW[tap];
                m += weight * means[slots[tap]][i];
                o += weight * otherMeans[slots[tap]][i];
                s += weight * squares[slots[tap]][i];
                p += weight * products[slots[tap]][i];
            }
            rowSum += similarity(m, o, s, p);
        }
        sum += rowSum;
    }

    private static double similarity(double mean, double otherMean, double squares, double product) {
        double meanProduct = mean * otherMean;
        double meanSquares = mean * mean + otherMean * otherMean;
        return (2 * meanProduct + C1)
                * (2 * (product - meanProduct) + C2)
                / ((meanSquares + C1) * (squares - meanSquares + C2));
    }

    /** Number of window positions along a side. */
    private static int windows(int side) {
        return side < TAPS ? side : side - TAPS + 1;
    }

    /** The pixel of [0, side) seen at {@code position} when the side is mirrored again and again at its edges. */
    private static int mirror(int position, int side) {
        int phase = Math.floorMod(position, 2 * side);
        return Math.min(phase, 2 * side - 1 - phase);
    }

    private static double[] gaussian(double sigma) {
        double[] weights = new double[TAPS];
        double total = 0;
        for (int tap = 0; tap < TAPS; tap++) {
            double distance = (tap - RADIUS) / sigma;
            weights[tap] = StrictMath.exp(-distance * distance / 2);
            total += weights[tap];
        }
        for (int tap = 0; tap < TAPS; tap++) {
            weights[tap] /= total;
        }
        return weights;
    }
}
