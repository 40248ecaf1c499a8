package tinct.remap;

import tinct.color.ColorSpace;

/** The rows of {@link FloydSteinberg}: keeps the errors that wait for the row at hand and for the next. */
final class Diffusion {
    private final int width;
    private final int dimensions;
    private final float strength;
    private final ColorSpace space;
    private final float[][] entries;
    private final NearestEntry nearest;
    private final float[] low;
    private final float[] high;
    private final int transparentEntry;
    private final float[][] coordinates;
    /* [dimensions][width + 2]: the places beside the row take what leaves it, instead of a test for the border. */
    private float[][] here;
    private float[][] below;
    private boolean leftwards;

    /**
     * Starts at the first row.
     *
     * @param low [dimensions] lower corner of the box around the entries: targets are clipped to it, as error that no
     *     entry can make up for would only pile up
     * @param high [dimensions] upper corner
     * @param transparentEntry index of {@code 0x00000000}, or -1
     */
    Diffusion(
            int width,
            FloydSteinberg options,
            ColorSpace space,
            float[][] entries,
            NearestEntry nearest,
            float[] low,
            float[] high,
            int transparentEntry) {
        this.width = width;
        this.dimensions = entries.length;
        this.strength = (float) options.strength();
        this.space = space;
        this.entries = entries;
        this.nearest = nearest;
        this.low = low;
        this.high = high;
        this.transparentEntry = transparentEntry;
        coordinates = new float[dimensions][width];
        here = new float[dimensions][width + 2];
        below = new float[dimensions][width + 2];
    }

    /** Maps the next row; indices go to {@code indices[to .. to + width)}. */
    void row(int[] argb, byte[] indices, int to) {
        space.coordinates(argb, 0, width, coordinates);
        int step = leftwards ? -1 : 1;
        int x = leftwards ? width - 1 : 0;
        float[] target = new float[4];
        for (int n = 0; n < width; n++, x += step) {
            int alpha = argb[x] >>> 24;
            if (alpha == 0 && transparentEntry >= 0) {
                indices[to + x] = (byte) transparentEntry; // what cannot be seen takes and gives no error
                continue;
            }
            for (int axis = 0; axis < dimensions; axis++) {
                // An opaque pixel stays as opaque as it can: error in alpha does not reach it.
                float error = axis == 3 && alpha == 255 ? 0 : here[axis][x + 1];
                target[axis] = Math.max(low[axis], Math.min(high[axis], coordinates[axis][x] + error));
            }
            int index = nearest.find(target[0], target[1], target[2], target[3]);
            indices[to + x] = (byte) index;
            for (int axis = 0; axis < dimensions; axis++) {
                float error = (target[axis] - entries[axis][index]) * strength;
                here[axis][x + 1 + step] += error * (7f / 16);
                below[axis][x + 1 - step] += error * (3f / 16);
                below[axis][x + 1] += error * (5f / 16);
                below[axis][x + 1 + step] += error * (1f / 16);
            }
        }
        nextRow();
    }

    private void nextRow() {
        float[][] done = here;
        here = below;
        below = done;
        for (float[] axis : below) {
            java.util.Arrays.fill(axis, 0);
        }
        leftwards = !leftwards;
    }
}
