package tinct.remap;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tinct.color.ColorSpace;

/** The rows of an error-diffusing ditherer: keeps the errors that wait for the row at hand and the two after it. */
final class Diffusion {
    private final int width;
    private final int dimensions;
    private final float strength;
    private final boolean atkinson;
    private final ColorSpace space;
    private final float[][] entries;
    private final NearestEntry nearest;
    private final float[] low;
    private final float[] high;
    private final int transparentEntry;
    private final float[][] coordinates;
    private final float[] target = new float[4];
    private final float[] error = new float[4];
    /* [dimensions][width + 4]: the places beside the row take what leaves it, instead of a test for the border. */
    private float[][] here;
    private float[][] below;
    private float[][] second;
    private boolean leftwards;

    /**
     * Starts at the first row.
     *
     * @param ditherer whose strength it is; spreads as {@link Atkinson} does or, for any other, {@link FloydSteinberg}
     * @param search targets are clipped to its box, as error that no entry can make up for would only pile up
     * @param transparentEntry index of {@code 0x00000000}, or -1
     */
    Diffusion(int width, Ditherer ditherer, ColorSpace space, EntrySearch search, int transparentEntry) {
        this.width = width;
        this.dimensions = search.dimensions();
        this.strength = (float) ditherer.strength();
        this.atkinson = ditherer instanceof Atkinson;
        this.space = space;
        this.entries = search.entries;
        this.nearest = search.within();
        this.low = search.low;
        this.high = search.high;
        this.transparentEntry = transparentEntry;
        coordinates = new float[dimensions][width];
        here = new float[dimensions][width + 4];
        below = new float[dimensions][width + 4];
        second = new float[dimensions][width + 4];
    }

    /**
     * Maps the next row.
     *
     * @param argb [width or longer]
     * @param spread [width] tells the pixels that take and give error; the others keep the indices they have. Null for all
     * @param indices {@code indices[to .. to + width)} receives the indices
     */
    void row(int[] argb, boolean @Nullable [] spread, byte[] indices, int to) {
        space.coordinates(argb, 0, width, coordinates);
        if (atkinson && transparentEntry >= 0) {
            stopBelowTransparent(argb);
        }
        int step = leftwards ? -1 : 1;
        int x = leftwards ? width - 1 : 0;
        for (int n = 0; n < width; n++, x += step) {
            int alpha = argb[x] >>> 24;
            if (alpha == 0 && transparentEntry >= 0) {
                indices[to + x] = (byte) transparentEntry; // what cannot be seen takes and gives no error
                continue;
            }
            if (spread != null && !spread[x]) {
                continue;
            }
            for (int axis = 0; axis < dimensions; axis++) {
                // An opaque pixel stays as opaque as it can: error in alpha does not reach it.
                float carried = axis == 3 && alpha == 255 ? 0 : here[axis][x + 2];
                target[axis] = Math.max(low[axis], Math.min(high[axis], coordinates[axis][x] + carried));
            }
            int index = nearest.find(target[0], target[1], target[2], target[3]);
            indices[to + x] = (byte) index;
            for (int axis = 0; axis < dimensions; axis++) {
                error[axis] = (target[axis] - entries[axis][index]) * strength;
            }
            if (atkinson) {
                int next = x + step;
                boolean wall = next >= 0 && next < width && argb[next] >>> 24 == 0 && transparentEntry >= 0;
                spreadSixEighths(x + 2, step, wall);
            } else {
                spreadSixteenths(x + 2, step);
            }
        }
        nextRow();
    }

    private void spreadSixteenths(int at, int step) {
        for (int axis = 0; axis < dimensions; axis++) {
            float e = error[axis];
            here[axis][at + step] += e * (7f / 16);
            below[axis][at - step] += e * (3f / 16);
            below[axis][at] += e * (5f / 16);
            below[axis][at + step] += e * (1f / 16);
        }
    }

    private void spreadSixEighths(int at, int step, boolean wall) {
        for (int axis = 0; axis < dimensions; axis++) {
            float e = error[axis] * (1f / 8);
            here[axis][at + step] += e;
            if (!wall) {
                here[axis][at + 2 * step] += e;
            }
            below[axis][at - step] += e;
            below[axis][at] += e;
            below[axis][at + step] += e;
            second[axis][at] += e;
        }
    }

    /** What the row above gave to the row after this one does not pass through a transparent pixel. */
    private void stopBelowTransparent(int[] argb) {
        for (int x = 0; x < width; x++) {
            if (argb[x] >>> 24 == 0) {
                for (float[] axis : below) {
                    axis[x + 2] = 0;
                }
            }
        }
    }

    private void nextRow() {
        float[][] done = here;
        here = below;
        below = second;
        second = done;
        for (float[] axis : second) {
            Arrays.fill(axis, 0);
        }
        leftwards = !leftwards;
    }
}
