package tinct.remap.rate;

import tinct.color.ColorSpace;
import tinct.image.Image;

/** Some rows of a picture in Oklab, with the weight of errors at each pixel. */
final class Scene {
    /** Activity that is added to all, so that errors in flat areas do not count without end. */
    private static final float LEAST_ACTIVITY = 0.01f;

    /* Of activity. */
    private static final float SMOOTH = 0.01f;
    private static final float ROUGH = 0.03f;

    /* Of activity, where streaks would be seen; that of a clear sky or of skin. */
    private static final float CALM = 0.006f;
    private static final float LIVELY = 0.01f;

    /** How much the row below counts, beside 1 for a row itself, where both want the same. */
    static final float BELOW = 0.4f;

    /** From that many bits on that a pixel would cost in error with the target of the one below, the row below does not count. */
    private static final float UNLIKE_BITS = 8;

    private final int width;
    private final int first;
    private final int skipped;
    private final float[][] planes;
    private final float[] activity;
    private final boolean[] fixed;
    private final byte[] plain;
    private final int[] argb;
    private final Entries entries;

    /** The rows from..to - 1. */
    Scene(Image image, Entries entries, byte[] plain, int from, int to) {
        this.entries = entries;
        this.plain = plain;
        width = image.width();
        argb = image.pixels();
        first = from;
        int top = Math.max(0, from - Visibility.REACH);
        int bottom = Math.min(image.height(), to + Visibility.REACH);
        skipped = (from - top) * width;
        planes = new float[entries.dimensions][(bottom - top) * width];
        ColorSpace.OKLAB.coordinates(argb, top * width, bottom * width, planes);
        activity = Visibility.activity(planes, width, from - top, to - top);
        fixed = new ExactAreas(image, entries, plain, top, bottom).fixed(from - top, to - top, planes);
    }

    /** Fills a row but for the shares: with what it would want if no error were handed on. */
    void row(int y, Row row) {
        int at = (y - first) * width;
        for (int axis = 0; axis < planes.length; axis++) {
            System.arraycopy(planes[axis], skipped + at, row.target[axis], 0, width);
        }
        System.arraycopy(plain, y * width, row.plain, 0, width);
        for (int x = 0; x < width; x++) {
            row.kind[x] = kind(y * width + x, fixed[at + x]);
            row.weight[x] = 1 / (activity[at + x] + LEAST_ACTIVITY);
        }
    }

    /**
     * Sets targets and weights so that a row serves the row below too where both want about the same: then that can be copied
     * from it.
     *
     * @param wanted the row y
     * @param bit the price of a bit
     * @param ifCalm how much the row below counts where streaks would be seen, in place of {@link #BELOW}
     * @param aim the same row with other targets, which are set
     */
    void aim(int y, Row wanted, float bit, float ifCalm, Row aim) {
        System.arraycopy(wanted.weight, 0, aim.weight, 0, width);
        for (int axis = 0; axis < planes.length; axis++) {
            System.arraycopy(wanted.target[axis], 0, aim.target[axis], 0, width);
        }
        int below = skipped + (y + 1 - first) * width;
        if (below >= planes[0].length) {
            return; // the picture ends
        }
        for (int x = 0; x < width; x++) {
            float part = wanted.kind[x] == Row.FIXED ? 0 : part(wanted, x, below + x, bit, ifCalm);
            for (int axis = 0; axis < planes.length; axis++) {
                aim.target[axis][x] += part / (1 + part) * (planes[axis][below + x] - aim.target[axis][x]);
            }
            aim.weight[x] *= 1 + part;
        }
    }

    /** How much the pixel i counts beside the one in column x of a row. */
    private float part(Row row, int x, int i, float bit, float ifCalm) {
        float error = 0;
        for (int axis = 0; axis < planes.length; axis++) {
            float difference = row.target[axis][x] - planes[axis][i];
            error += difference * difference;
        }
        float most = BELOW + calmness(activity(row.weight[x])) * (ifCalm - BELOW);
        return most * Math.max(0, 1 - error * row.weight[x] / (UNLIKE_BITS * bit));
    }

    /** The activity of a pixel by the weight of its errors. */
    static float activity(float weight) {
        return 1 / weight - LEAST_ACTIVITY;
    }

    /** 0 where surroundings are smooth, 1 where they are rough. */
    static float roughness(float activity) {
        return Math.max(0, Math.min(1, (activity - SMOOTH) / (ROUGH - SMOOTH)));
    }

    /** 1 where streaks would be seen, 0 where surroundings are lively. */
    static float calmness(float activity) {
        return Math.max(0, Math.min(1, (LIVELY - activity) / (LIVELY - CALM)));
    }

    private byte kind(int i, boolean isFixed) {
        if (isFixed) {
            return Row.FIXED;
        }
        if (entries.dimensions == 3) {
            return Row.OPAQUE;
        }
        boolean opaque = argb[i] >>> 24 == 255;
        float[] fare = opaque ? entries.fareOfOpaque : entries.fareOfVisible;
        // An entry that is forbidden here would not be the nearest if there were another.
        return fare[plain[i] & 0xFF] > 0 ? Row.FIXED : opaque ? Row.OPAQUE : Row.VEILED;
    }
}
