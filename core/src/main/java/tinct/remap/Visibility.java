package tinct.remap;

/**
 * How visible an error is at each pixel: the less the busier the surroundings.
 */
final class Visibility {
    private static final int RADIUS = 2;

    private Visibility() {}

    /** Activity of rows [from, to): the 5x5 standard deviation, at most its own 5x5 mean. */
    static float[] activity(float[][] planes, int width, int height, int from, int to) {
        int top = Math.max(0, from - RADIUS);
        int bottom = Math.min(height, to + RADIUS);
        float[] deviation = new float[(bottom - top) * width];
        double[] variance = new double[deviation.length];
        for (float[] plane : planes) {
            addVariance(plane, width, height, top, bottom, variance);
        }
        for (int i = 0; i < deviation.length; i++) {
            deviation[i] = (float) Math.sqrt(Math.max(0, variance[i]));
        }
        float[] mean = new float[(to - from) * width];
        if (Tuning.MASK == 1) {
            for (int y = from; y < to; y++) for (int x = 0; x < width; x++) {
                float m = Float.MAX_VALUE;
                for (int dy = -2; dy <= 2; dy += 2) for (int dx = -2; dx <= 2; dx += 2) {
                    int yy = Math.max(top, Math.min(bottom - 1, y + dy)), xx = Math.max(0, Math.min(width - 1, x + dx));
                    m = Math.min(m, deviation[(yy - top) * width + xx]);
                }
                mean[(y - from) * width + x] = m;
            }
            return mean;
        }
        double[] columns = new double[width];
        for (int y = from; y < to; y++) {
            java.util.Arrays.fill(columns, 0);
            int first = Math.max(top, y - RADIUS);
            int last = Math.min(bottom - 1, y + RADIUS);
            for (int row = first; row <= last; row++) {
                for (int x = 0; x < width; x++) {
                    columns[x] += deviation[(row - top) * width + x];
                }
            }
            for (int x = 0; x < width; x++) {
                int left = Math.max(0, x - RADIUS);
                int right = Math.min(width - 1, x + RADIUS);
                double sum = 0;
                for (int c = left; c <= right; c++) {
                    sum += columns[c];
                }
                float own = deviation[(y - top) * width + x];
                mean[(y - from) * width + x] =
                        Math.min(own, (float) (sum / ((right - left + 1) * (last - first + 1))));
            }
        }
        return mean;
    }

    /** Adds the 5x5 variance of a plane in rows [top, bottom), the window cut off at the border. */
    private static void addVariance(float[] plane, int width, int height, int top, int bottom, double[] variance) {
        double[] sums = new double[width];
        double[] squares = new double[width];
        for (int y = top; y < bottom; y++) {
            java.util.Arrays.fill(sums, 0);
            java.util.Arrays.fill(squares, 0);
            int first = Math.max(0, y - RADIUS);
            int last = Math.min(height - 1, y + RADIUS);
            for (int row = first; row <= last; row++) {
                int at = row * width;
                for (int x = 0; x < width; x++) {
                    double c = plane[at + x];
                    sums[x] += c;
                    squares[x] += c * c;
                }
            }
            double sum = 0;
            double square = 0;
            int n = 0;
            for (int x = -RADIUS; x < width; x++) {
                int enter = x + RADIUS;
                if (enter < width) {
                    sum += sums[enter];
                    square += squares[enter];
                    n++;
                }
                int leave = x - RADIUS - 1;
                if (leave >= 0) {
                    sum -= sums[leave];
                    square -= squares[leave];
                    n--;
                }
                if (x >= 0) {
                    double size = (double) n * (last - first + 1);
                    double mean = sum / size;
                    variance[(y - top) * width + x] += square / size - mean * mean;
                }
            }
        }
    }
}
