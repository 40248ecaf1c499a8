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
