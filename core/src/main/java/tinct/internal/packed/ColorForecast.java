package tinct.internal.packed;

import java.util.Arrays;

/**
 * The colour that is to be expected of a pixel: seven simple forecasts, each weighing the more, the less it was wrong just
 * before.
 */
final class ColorForecast {
    private static final int FORECASTS = 7;
    private static final int STRIDE = FORECASTS + 1; // the last error is that of the mean of all
    private static final int STEPS = 6; // of a weight, by halves
    private static final int LEAST_ERROR = 30;
    private static final int START = 1 << 12; // columns that memory is taken for at first

    private static final long EACH = 1 | 1L << ColorOrder.GREEN | 1L << ColorOrder.BLUE;
    private static final long BIAS = 256 * EACH; // keeps all parts of a forecast positive
    private static final long BYTES = 255 * EACH;
    private static final int PART = (1 << ColorOrder.GREEN) - 1;
    private static final int[] UNREST = {1, 100, 300, 800, 2000, 5000, 12000}; // first of each level but 0

    private final ColorOrder order;
    private final long[] forecasts = new long[FORECASTS];
    private final int[] sums = new int[STRIDE];
    private final int width;
    /* [(width + 2) * 8] of two rows, with a column of zeros at either side; they grow with the first row. */
    private int[] above;
    private int[] here;

    /* The forecast, 0..255 each. */
    int red;
    int green;
    int blue;

    /** 0..7, how wrong forecasts were around. */
    int unrest;

    ColorForecast(ColorOrder order, int width) {
        this.order = order;
        this.width = width;
        int columns = Math.min(width, START) + 2;
        above = new int[columns * STRIDE];
        here = new int[columns * STRIDE];
    }

    /** Looks ahead to the pixel in column x by the labels around. */
    void look(int x, int w, int ww, int n, int nw, int ne, int nne) {
        final long[] parts = order.parts;
        final long[] f = forecasts;
        long west = parts[w];
        long north = parts[n];
        long northWest = parts[nw];
        long northEast = parts[ne];
        f[0] = west + BIAS;
        f[1] = north + BIAS;
        f[2] = west + north + BIAS - northWest;
        f[3] = (west + northEast + EACH >> 1 & BYTES) + BIAS;
        f[4] = (3 * (west + north) + northWest + northEast + 4 * EACH >> 3 & BYTES) + BIAS;
        f[5] = north + northEast + BIAS - parts[nne];
        f[6] = 2 * west + BIAS - parts[ww];
        sumErrors(x);
        mean();
        int level = 0;
        while (level < UNREST.length && sums[FORECASTS] >= UNREST[level]) {
            level++;
        }
        unrest = level;
    }

    /** Of the pixels to the west, north-west, north and north-east. */
    private void sumErrors(int x) {
        if ((x + 3) * STRIDE > here.length) {
            int columns = (int) Math.min(width + 2L, 2L * x + 2);
            here = Arrays.copyOf(here, columns * STRIDE);
            above = Arrays.copyOf(above, columns * STRIDE);
        }
        final int[] above = this.above, here = this.here, sums = this.sums;
        for (int i = 0, at = x * STRIDE; i < STRIDE; i++, at++) {
            sums[i] = here[at] + above[at] + above[at + STRIDE] + above[at + 2 * STRIDE];
        }
    }

    private void mean() {
        final long[] f = forecasts;
        final int[] sums = this.sums;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < FORECASTS; i++) {
            least = Math.min(least, sums[i]);
        }
        int first = Integer.numberOfLeadingZeros(least + LEAST_ERROR);
        long sum = 0;
        int weights = 0;
        for (int i = 0; i < FORECASTS; i++) {
            int halves = Math.min(STEPS, first - Integer.numberOfLeadingZeros(sums[i] + LEAST_ERROR));
            sum += f[i] << STEPS - halves;
            weights += 1 << STEPS - halves;
        }
        red = part(sum, weights);
        green = part(sum >> ColorOrder.GREEN, weights);
        blue = part(sum >> ColorOrder.BLUE, weights);
    }

    private static int part(long sum, int weights) {
        int mean = (((int) sum & PART) + (weights >> 1)) / weights - 256;
        return cut(mean);
    }

    /** The entry nearest to the cell of one of the forecasts, whose parts are cut to 0..255. */
    int entry(int i) {
        long f = forecasts[i];
        return order.nearest(
                cut(((int) f & PART) - 256),
                cut(((int) (f >> ColorOrder.GREEN) & PART) - 256),
                cut((int) (f >> ColorOrder.BLUE) - 256));
    }

    private static int cut(int part) {
        return Math.max(0, Math.min(255, part));
    }

    /** Takes the label of the pixel in column x. */
    void learn(int label, int x) {
        final int[] here = this.here;
        int r = order.red[label];
        int g = order.green[label];
        int b = order.blue[label];
        int at = (x + 1) * STRIDE;
        for (int i = 0; i < FORECASTS; i++) {
            long f = forecasts[i];
            here[at + i] = squares(
                    ((int) f & PART) - 256 - r,
                    ((int) (f >> ColorOrder.GREEN) & PART) - 256 - g,
                    (int) (f >> ColorOrder.BLUE) - 256 - b);
        }
        here[at + FORECASTS] = squares(red - r, green - g, blue - b);
        if (x == width - 1) {
            int[] done = here;
            this.here = above;
            above = done;
        }
    }

    private static int squares(int r, int g, int b) {
        return r * r + g * g + b * b;
    }
}
