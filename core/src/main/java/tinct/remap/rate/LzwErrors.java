package tinct.remap.rate;

import tinct.image.Image;

/**
 * What every entry costs in error at the pixels of a strip, in the order of the stream.
 *
 * <p>Beside the error itself counts, where the picture is smooth, the drift: the sum of the errors of the pixels before,
 * each pixel's weight 7/8 of the next one's. One string for many pixels would else leave a streak.
 */
final class LzwErrors {
    /** How many pixels a string has at most; longer ones are not sought. */
    static final int LONGEST = 900;

    /** The part of a drift that is left a pixel later. */
    static final float FADING = 0.875f;

    /** More bits than it ever pays to save by one pixel that is wrong. */
    private static final int DETOUR = 400;

    private static final int KEPT = 1024;
    private static final int MASK = KEPT - 1;

    /** What a drift weighs beside an error, by the root of the price: low prices bring little that a plain map has not. */
    private static final double DRIFT = 2;

    /* Where streaks can be seen. */
    private static final float SMOOTH = 0.02f;
    private static final float ROUGH = 0.04f;

    /* How much of its error a row hands down depends on the surroundings. In smooth areas it would turn runs into lines
     * in alternating colours; a little of the opposite there makes rows alike, as long runs make columns alike. With
     * some texture it breaks up banding. In busy surroundings nobody sees that. */
    private static final float SHARE_IF_SMOOTH = -0.1f;
    private static final float MOST_SHARE = 0.5f;
    private static final float BUSY = 0.1f;

    /** Of an error that is handed down, on each axis. */
    private static final float MOST_ERROR = 0.1f;

    private final Entries entries;
    private final int width;
    private final int from;
    private final float[][] target;
    private final float[][] original;
    private final float[] weight;
    private final float[] driftWeight;
    private final float[] share;
    private final byte[] kind;
    private final byte[] plain;
    private final byte[] indices;
    private final double[] plainSums;
    private final float detour;
    private final float[][] tables = new float[KEPT][256];
    private int prepared;

    /**
     * The pixels from..to - 1 of a picture.
     *
     * @param price of a bit
     * @param indices [to - from] of the strip, where it is settled
     */
    LzwErrors(Image image, Entries entries, byte[] plain, int from, int to, double price, byte[] indices) {
        this.entries = entries;
        this.from = from;
        this.plain = plain;
        this.indices = indices;
        width = image.width();
        int pixels = to - from;
        target = new float[entries.dimensions][pixels];
        original = new float[3][];
        weight = new float[pixels];
        driftWeight = new float[pixels];
        share = new float[pixels];
        kind = new byte[pixels];
        plainSums = new double[pixels + 1];
        int top = from / width;
        int bottom = (to + width - 1) / width;
        Scene scene = new Scene(image, entries, plain, top, bottom);
        Row row = new Row(width, entries.dimensions);
        for (int y = top; y < bottom; y++) {
            scene.row(y, row);
            int first = Math.max(from, y * width);
            int count = Math.min(to, (y + 1) * width) - first;
            int x = first - y * width;
            for (int axis = 0; axis < target.length; axis++) {
                System.arraycopy(row.target[axis], x, target[axis], first - from, count);
            }
            System.arraycopy(row.weight, x, weight, first - from, count);
            System.arraycopy(row.kind, x, kind, first - from, count);
        }
        for (int axis = 0; axis < 3; axis++) {
            original[axis] = target[axis].clone();
        }
        detour = (float) (DETOUR * price);
        float drift = (float) (DRIFT * Math.sqrt(price));
        for (int i = 0; i < pixels; i++) {
            if (kind[i] != Row.FIXED) {
                float activity = Scene.activity(weight[i]);
                driftWeight[i] = drift * weight[i] * smoothness(activity);
                share[i] = share(activity);
            }
        }
    }

    private static float smoothness(float activity) {
        return Math.max(0, Math.min(1, (ROUGH - activity) / (ROUGH - SMOOTH)));
    }

    private static float share(float activity) {
        float share = SHARE_IF_SMOOTH + (MOST_SHARE - SHARE_IF_SMOOTH) * Scene.roughness(activity);
        return share * Math.max(0, 1 - activity / BUSY);
    }

    /** [256] of a pixel; valid until the one 1024 later is asked for. What rows above leave counts as far as it is settled. */
    float[] table(int i, int settled) {
        while (prepared <= i) {
            prepare(prepared, settled);
            float plainError = tables[prepared & MASK][plain[from + prepared] & 0xFF];
            plainSums[prepared + 1] = plainSums[prepared] + plainError;
            prepared++;
        }
        return tables[i & MASK];
    }

    /** The errors of the entries of a plain map at some pixels whose tables were asked for. */
    float plain(int first, int end) {
        return (float) (plainSums[end] - plainSums[first]);
    }

    /** The weight of a drift at a pixel; 0 where nobody sees it. */
    float driftWeight(int i) {
        return driftWeight[i];
    }

    /** The error of an entry at a pixel on an axis 0..2. */
    float error(int i, int entry, int axis) {
        return entries.coordinates[axis][entry] - original[axis][i];
    }

    /** Adds to each entry's cost [256] at a pixel that of the drift it would lead to, after the drift before. */
    void addDrift(int i, float before0, float before1, float before2, float[] costs) {
        final float[] e0 = entries.coordinates[0], e1 = entries.coordinates[1], e2 = entries.coordinates[2];
        final float weight = driftWeight[i];
        final float t0 = before0 * FADING - original[0][i];
        final float t1 = before1 * FADING - original[1][i];
        final float t2 = before2 * FADING - original[2][i];
        for (int k = 0; k < e0.length; k++) {
            float d0 = e0[k] + t0, d1 = e1[k] + t1, d2 = e2[k] + t2;
            costs[k] += (d0 * d0 + d1 * d1 + d2 * d2) * weight;
        }
    }

    private void prepare(int i, int settled) {
        float[] table = tables[i & MASK];
        if (kind[i] == Row.FIXED) {
            entries.allowOnly(plain[from + i] & 0xFF, table);
            return;
        }
        int above = i - width;
        if (above > 0 && above + 1 < settled) {
            takeFrom(above, i);
        }
        float most = entries.error(target, i, weight[i], kind[i], plain[from + i] & 0xFF) + detour;
        entries.measure(target, i, weight[i], kind[i], most, table);
    }

    /** Moves a pixel's target by its share of what those above left, smoothed along their row. */
    private void takeFrom(int above, int i) {
        int x = (from + i) % width;
        for (int axis = 0; axis < target.length; axis++) {
            float left = x == 0 ? 0 : leaves(axis, above - 1);
            float right = x == width - 1 ? 0 : leaves(axis, above + 1);
            float smooth = (left + 2 * leaves(axis, above) + right) * 0.25f;
            target[axis][i] += share[i] * Math.max(-MOST_ERROR, Math.min(MOST_ERROR, smooth));
        }
    }

    private float leaves(int axis, int i) {
        return kind[i] == Row.FIXED ? 0 : target[axis][i] - entries.coordinates[axis][indices[i] & 0xFF];
    }
}
