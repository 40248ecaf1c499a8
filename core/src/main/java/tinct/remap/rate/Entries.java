package tinct.remap.rate;

import java.util.Arrays;
import tinct.color.ColorSpace;
import tinct.image.Palette;

/** The entries of a palette in Oklab, where errors are measured, and what is fixed for each. */
final class Entries {
    /** A cost that no path can pay if there is another. */
    static final float NEVER = 1e30f;

    private static final int MOST_NEAR = 16;

    final int size;

    /** 3, or 4 with alpha. */
    final int dimensions;

    /** [dimensions][size]. */
    final float[][] coordinates;

    /** [size][at most 16] of each entry, those nearest to it, itself first. */
    final byte[][] near;

    /** [size] what an opaque pixel pays for each entry: only opaque ones are allowed. Empty if all are. */
    final float[] fareOfOpaque;

    /** [size] what a pixel pays that is not wholly transparent: all but transparent ones are allowed. */
    final float[] fareOfVisible;

    private final int[] argb;

    /** At least 1: how many times as much as at the level that looks clean drawings must stand out to stay exact. */
    final float leniency;

    Entries(Palette palette) {
        this(palette, 1);
    }

    Entries(Palette palette, float leniency) {
        this.leniency = leniency;
        argb = palette.toArray();
        size = argb.length;
        dimensions = palette.opaque() ? 3 : 4;
        coordinates = ColorSpace.OKLAB.coordinates(argb, dimensions);
        near = near(coordinates);
        fareOfOpaque = new float[dimensions == 3 ? 0 : size];
        fareOfVisible = new float[dimensions == 3 ? 0 : size];
        for (int k = 0; k < fareOfOpaque.length; k++) {
            fareOfOpaque[k] = argb[k] >>> 24 == 255 ? 0 : NEVER;
            fareOfVisible[k] = argb[k] == 0 ? NEVER : 0;
        }
    }

    /** The colour of an entry, packed. */
    int argb(byte index) {
        return argb[index & 0xFF];
    }

    /** The colour as the palette can see it: without alpha if all entries are opaque. */
    int seen(int color) {
        return dimensions == 3 ? color | 0xFF000000 : Palette.visible(color);
    }

    /** Allows an entry alone. */
    void allowOnly(int entry, float[] errors) {
        Arrays.fill(errors, NEVER);
        errors[entry] = 0;
    }

    /**
     * What each entry costs in error at a pixel that is not fixed; {@link #NEVER} or more where it is not allowed.
     *
     * @param target [dimensions][pixels]
     */
    void measure(float[][] target, int i, float weight, byte kind, float[] errors) {
        measureColor(target, i, weight, errors);
        if (dimensions == 4) {
            addAlpha(target[3][i], weight, kind == Row.OPAQUE ? fareOfOpaque : fareOfVisible, errors);
        }
    }

    private void measureColor(float[][] target, int i, float weight, float[] errors) {
        final float[] e0 = coordinates[0], e1 = coordinates[1], e2 = coordinates[2];
        final float t0 = target[0][i], t1 = target[1][i], t2 = target[2][i];
        for (int k = 0; k < e0.length; k++) {
            float d0 = e0[k] - t0, d1 = e1[k] - t1, d2 = e2[k] - t2;
            errors[k] = (d0 * d0 + d1 * d1 + d2 * d2) * weight;
        }
    }

    private void addAlpha(float t3, float weight, float[] fare, float[] errors) {
        final float[] e3 = coordinates[3];
        for (int k = 0; k < e3.length; k++) {
            float d3 = e3[k] - t3;
            errors[k] += d3 * d3 * weight + fare[k];
        }
    }

    private static byte[][] near(float[][] entries) {
        int size = entries[0].length;
        byte[][] near = new byte[size][Math.min(size, MOST_NEAR)];
        long[] order = new long[size];
        for (int k = 0; k < size; k++) {
            for (int j = 0; j < size; j++) {
                float d = 0;
                for (float[] axis : entries) {
                    d += (axis[j] - axis[k]) * (axis[j] - axis[k]);
                }
                // Squares are not negative, so their bits are ordered as they are; equal ones by number.
                order[j] = (long) Float.floatToIntBits(d) << 32 | j;
            }
            order[k] = -1L << 32 | k;
            Arrays.sort(order);
            for (int i = 0; i < near[k].length; i++) {
                near[k][i] = (byte) order[i];
            }
        }
        return near;
    }
}
