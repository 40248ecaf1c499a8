package tinct.remap.rate;

/**
 * How busy the surroundings of each pixel are, in Oklab: where they are, an error is hard to see.
 *
 * <p>The standard deviation in the 5x5 pixels around, of all coordinates together, but no more than its own mean over
 * 5x5: the quiet side of an edge is not busy.
 */
final class Visibility {
    /** How many rows above and below a row matter to it. */
    static final int REACH = 4;

    private static final int RADIUS = 2;

    private Visibility() {}

    /**
     * The activity of some rows.
     *
     * @param planes [dimensions][rows * width]
     * @return [(to - from) * width] of the rows from..to - 1
     */
    static float[] activity(float[][] planes, int width, int from, int to) {
        int rows = planes[0].length / width;
        int top = Math.max(0, from - RADIUS);
        int bottom = Math.min(rows, to + RADIUS);
        double[] squares = new double[(bottom - top) * width];
        for (float[] plane : planes) {
            addVariance(plane, width, top, bottom, squares);
        }
        for (int i = 0; i < squares.length; i++) {
            squares[i] = Math.sqrt(Math.max(0, squares[i]));
        }
        float[] activity = new float[(to - from) * width];
        for (int y = from; y < to; y++) {
            limitByMean(squares, width, y - top, activity, (y - from) * width);
        }
        return activity;
    }

    private static void limitByMean(double[] deviation, int width, int row, float[] activity, int at) {
        int first = Math.max(0, row - RADIUS);
        int last = Math.min(deviation.length / width - 1, row + RADIUS);
        double[] columns = new double[width];
        for (int y = first; y <= last; y++) {
            for (int x = 0; x < width; x++) {
                columns[x] += deviation[y * width + x];
            }
        }
        for (int x = 0; x < width; x++) {
            int left = Math.max(0, x - RADIUS);
            int right = Math.min(width - 1, x + RADIUS);
            double sum = 0;
            for (int c = left; c <= right; c++) {
                sum += columns[c];
            }
            double mean = sum / ((right - left + 1) * (last - first + 1));
            activity[at + x] = (float) Math.min(deviation[row * width + x], mean);
        }
    }

    /** Adds the variance of a plane in the windows of the rows top..bottom - 1; windows end at the border. */
    private static void addVariance(float[] plane, int width, int top, int bottom, double[] variance) {
        int rows = plane.length / width;
        // Over the rows of a window. Coordinates are on a grid, so sums that slide are exact.
        double[] sums = new double[width];
        double[] squares = new double[width];
        int first = Math.max(0, top - RADIUS);
        int end = first;
        for (int y = top; y < bottom; y++) {
            while (end < Math.min(rows, y + RADIUS + 1)) {
                add(1, plane, width * end++, sums, squares);
            }
            while (first < y - RADIUS) {
                add(-1, plane, width * first++, sums, squares);
            }
            addRow(sums, squares, end - first, variance, (y - top) * width);
        }
    }

    private static void add(int sign, float[] plane, int at, double[] sums, double[] squares) {
        for (int x = 0; x < sums.length; x++) {
            double c = plane[at + x];
            sums[x] += sign * c;
            squares[x] += sign * c * c;
        }
    }

    private static void addRow(double[] sums, double[] squares, int rows, double[] variance, int at) {
        int width = sums.length;
        double sum = 0;
        double square = 0;
        int columns = 0;
        for (int x = -RADIUS; x < width; x++) {
            int enter = x + RADIUS;
            if (enter < width) {
                sum += sums[enter];
                square += squares[enter];
                columns++;
            }
            int leave = x - RADIUS - 1;
            if (leave >= 0) {
                sum -= sums[leave];
                square -= squares[leave];
                columns--;
            }
            if (x >= 0) {
                double size = (double) columns * rows;
                double mean = sum / size;
                variance[at + x] += square / size - mean * mean;
            }
        }
    }
}
