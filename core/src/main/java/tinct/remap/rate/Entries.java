package tinct.remap.rate;

import java.util.Arrays;
import java.util.Comparator;
import tinct.color.ColorSpace;
import tinct.image.Palette;

/** The entries of a palette in Oklab, where errors are measured, and what is fixed for each. */
final class Entries {
    /** A cost that no path can pay if there is another. */
    static final float NEVER = 1e30f;

    private static final int MOST_NEAR = 16;

    /** How finely lightness is told apart where entries are looked up by it. */
    private static final int SHADES = 512;

    final int size;

    /** 3, or 4 with alpha. */
    final int dimensions;

    /** [dimensions][size]. */
    final float[][] coordinates;

    /** [4 * size] those of each entry side by side; 0 in the place of alpha if there is none. */
    final float[] points;

    /** [size][at most 16] of each entry, those nearest to it, itself first. */
    final byte[][] near;

    /** [size] what an opaque pixel pays for each entry: only opaque ones are allowed. Empty if all are. */
    final float[] fareOfOpaque;

    /** [size] what a pixel pays that is not wholly transparent: all but transparent ones are allowed. */
    final float[] fareOfVisible;

    private final int[] argb;

    /** [size] the entries from dark to light. */
    private final byte[] sorted;

    /** [3][size] of those. */
    private final float[][] sortedCoordinates;

    /** [SHADES + 2] how many entries are of darker shades than each. */
    private final int[] darker = new int[SHADES + 2];

    private final float darkest;

    /** Shades for a unit of lightness. */
    private final float shades;

    private final float[] never;

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
        points = new float[4 * size];
        for (int axis = 0; axis < dimensions; axis++) {
            for (int k = 0; k < size; k++) {
                points[4 * k + axis] = coordinates[axis][k];
            }
        }
        near = near(coordinates);
        sorted = sorted(coordinates[0]);
        sortedCoordinates = new float[3][size];
        for (int axis = 0; axis < 3; axis++) {
            for (int i = 0; i < size; i++) {
                sortedCoordinates[axis][i] = coordinates[axis][sorted[i] & 0xFF];
            }
        }
        darkest = sortedCoordinates[0][0];
        float range = sortedCoordinates[0][size - 1] - darkest;
        shades = range > 0 ? SHADES / range : 0;
        for (float lightness : sortedCoordinates[0]) {
            darker[shade(lightness) + 1]++;
        }
        for (int shade = 0; shade <= SHADES; shade++) {
            darker[shade + 1] += darker[shade];
        }
        never = new float[size];
        Arrays.fill(never, NEVER);
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

    /** What an entry costs in error at a pixel that is not fixed; see {@link #measure}. */
    float error(float[][] target, int i, float weight, byte kind, int entry) {
        float sum = 0;
        for (int axis = 0; axis < dimensions; axis++) {
            float d = coordinates[axis][entry] - target[axis][i];
            sum += d * d;
        }
        return dimensions == 3 ? sum * weight : sum * weight + fare(kind)[entry];
    }

    /**
     * What each entry costs in error at a pixel that is not fixed; {@link #NEVER} or more where it is not allowed. Where that
     * is more than {@code most} it may be {@code NEVER} too.
     *
     * @param target [dimensions][pixels]
     */
    void measure(float[][] target, int i, float weight, byte kind, float most, float[] errors) {
        float lightness = target[0][i];
        float reach = (float) Math.sqrt(most / weight);
        int first = darker[shade(lightness - reach)];
        int end = darker[shade(lightness + reach) + 1];
        if (2 * (end - first) > size) {
            measureAll(target, i, weight, errors); // all in their order are as quick as half of them
        } else {
            System.arraycopy(never, 0, errors, 0, size);
            measureSome(target, i, weight, first, end, errors);
        }
        if (dimensions == 4) {
            addAlpha(target[3][i], weight, fare(kind), errors);
        }
    }

    /** [size] what each entry costs at a pixel of a kind beside its error; empty if nothing. */
    float[] fare(byte kind) {
        return kind == Row.OPAQUE ? fareOfOpaque : fareOfVisible;
    }

    /** 0..SHADES, not less for more lightness. */
    private int shade(float lightness) {
        return Math.max(0, Math.min(SHADES, (int) ((lightness - darkest) * shades)));
    }

    private void measureAll(float[][] target, int i, float weight, float[] errors) {
        final float[] e0 = coordinates[0], e1 = coordinates[1], e2 = coordinates[2];
        final float t0 = target[0][i], t1 = target[1][i], t2 = target[2][i];
        for (int k = 0; k < e0.length; k++) {
            float d0 = e0[k] - t0, d1 = e1[k] - t1, d2 = e2[k] - t2;
            errors[k] = (d0 * d0 + d1 * d1 + d2 * d2) * weight;
        }
    }

    /** Of the entries first..end - 1 from dark to light. */
    private void measureSome(float[][] target, int i, float weight, int first, int end, float[] errors) {
        final float[] e0 = sortedCoordinates[0], e1 = sortedCoordinates[1], e2 = sortedCoordinates[2];
        final byte[] sorted = this.sorted;
        final float t0 = target[0][i], t1 = target[1][i], t2 = target[2][i];
        for (int k = first; k < end; k++) {
            float d0 = e0[k] - t0, d1 = e1[k] - t1, d2 = e2[k] - t2;
            errors[sorted[k] & 0xFF] = (d0 * d0 + d1 * d1 + d2 * d2) * weight;
        }
    }

    private void addAlpha(float t3, float weight, float[] fare, float[] errors) {
        final float[] e3 = coordinates[3];
        for (int k = 0; k < e3.length; k++) {
            float d3 = e3[k] - t3;
            errors[k] += d3 * d3 * weight + fare[k];
        }
    }

    /** The numbers of the values from the least, the lower of equal ones first. */
    private static byte[] sorted(float[] values) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
        byte[] sorted = new byte[order.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = order[i].byteValue();
        }
        return sorted;
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
