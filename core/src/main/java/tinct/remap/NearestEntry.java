package tinct.remap;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tinct.internal.BoxFilter;
import tinct.internal.Candidates;

/**
 * Finds the palette entry nearest to a point, exactly, the lowest index on a tie; for one thread.
 *
 * <p>A box around the entries is divided into equal blocks and those into cells. Each keeps the short list of entries
 * that can be nearest somewhere in it, made when it is first needed. Points outside of the box are compared with all
 * entries.
 */
final class NearestEntry {
    private static final int BITS = 5;

    /** Cells along an axis in three dimensions. */
    static final int CELLS = 1 << BITS;

    private final int dimensions;
    /** Cells along an axis, as a power of two: 2^5 in three dimensions, 2^4 in four. */
    private final int bits;

    private final float[] low;
    private final float[] high;
    private final float[] scale;
    private final float[] step;
    private final Candidates all;
    private final Candidates work;
    private final @Nullable Candidates[] blocks;
    /** Where in {@link #lists} the list of a cell begins, 0 if there is none yet. */
    private final int[] cells;
    /* Lists one after the other, each with its length first. All of one array, as those of a picture are used in turns. */
    private short[] lists = new short[1 << 12];
    private int end = 1;

    /**
     * Prepares a search.
     *
     * @param entries [3 or 4][size] coordinates
     * @param low [3 or 4] lower corner of the box in which most points will be
     * @param high [3 or 4] upper corner
     */
    NearestEntry(float[][] entries, float[] low, float[] high) {
        dimensions = entries.length;
        bits = dimensions == 4 ? BITS - 1 : BITS;
        this.low = low;
        this.high = high;
        scale = new float[dimensions];
        step = new float[dimensions];
        int perAxis = 1 << bits;
        for (int axis = 0; axis < dimensions; axis++) {
            step[axis] = (high[axis] - low[axis]) / perAxis;
            scale[axis] = step[axis] > 0 ? 1 / step[axis] : 0;
        }
        all = Candidates.all(entries);
        work = new Candidates(dimensions, all.size);
        cells = new int[1 << (bits * dimensions)];
        blocks = new Candidates[1 << ((bits - 2) * dimensions)];
    }

    /** The index of the entry nearest to a point; {@code w} is 0 in three dimensions. */
    int find(float x, float y, float z, float w) {
        if (!holds(x, y, z) || (dimensions == 4 && !(w >= low[3] && w <= high[3]))) {
            return all.nearest(x, y, z, w);
        }
        int list = list(place(x, 0), place(y, 1), place(z, 2), dimensions == 4 ? place(w, 3) : 0);
        return dimensions == 4 ? nearest(list, x, y, z, w) : nearest(list, x, y, z);
    }

    /**
     * The index of the entry that is the nearest one to all points of a box in three dimensions; -1 if there may be several, or if
     * the box is not in one cell.
     *
     * @param box [3][2] the least and the greatest coordinate on each axis
     */
    int throughout(float[][] box) {
        float[] x = box[0], y = box[1], z = box[2];
        if (!holds(x[0], y[0], z[0]) || !holds(x[1], y[1], z[1])) {
            return -1;
        }
        int cellX = place(x[0], 0), cellY = place(y[0], 1), cellZ = place(z[0], 2);
        if (cellX != place(x[1], 0) || cellY != place(y[1], 1) || cellZ != place(z[1], 2)) {
            return -1;
        }
        int list = list(cellX, cellY, cellZ, 0);
        int best = nearest(list, (x[0] + x[1]) * 0.5f, (y[0] + y[1]) * 0.5f, (z[0] + z[1]) * 0.5f);
        float diagonal = square(x[1] - x[0]) + square(y[1] - y[0]) + square(z[1] - z[0]);
        float bestX = all.x[best], bestY = all.y[best], bestZ = all.z[best];
        for (int at = list + 1; at <= list + lists[list]; at++) {
            int id = lists[at];
            float ownX = all.x[id], ownY = all.y[id], ownZ = all.z[id];
            float cornerX = x[ownX > bestX ? 1 : 0],
                    cornerY = y[ownY > bestY ? 1 : 0],
                    cornerZ = z[ownZ > bestZ ? 1 : 0];
            float own = square(ownX - cornerX) + square(ownY - cornerY) + square(ownZ - cornerZ);
            float other = square(bestX - cornerX) + square(bestY - cornerY) + square(bestZ - cornerZ);
            if (id != best && own - other <= BoxFilter.SLACK * (own + diagonal)) {
                return -1;
            }
        }
        return best;
    }

    private boolean holds(float x, float y, float z) {
        return x >= low[0] && x <= high[0] && y >= low[1] && y <= high[1] && z >= low[2] && z <= high[2];
    }

    private static float square(float value) {
        return value * value;
    }

    /** Where the list of a cell begins. */
    private int list(int x, int y, int z, int w) {
        int cell = (((((w << bits) | z) << bits) | y) << bits) | x;
        int list = cells[cell];
        if (list == 0) {
            list = list(filtered(block(x >> 2, y >> 2, z >> 2, w >> 2), 1, x, y, z, w));
            cells[cell] = list;
        }
        return list;
    }

    /** The nearest of a list in three dimensions, the first on a tie. */
    private int nearest(int list, float x, float y, float z) {
        short[] ids = lists;
        int count = ids[list];
        int best = ids[list + 1];
        if (count == 1) {
            return best;
        }
        float[] xs = all.x, ys = all.y, zs = all.z;
        float least = Float.MAX_VALUE;
        for (int at = list + 1; at <= list + count; at++) {
            int id = ids[at];
            float dx = x - xs[id], dy = y - ys[id], dz = z - zs[id];
            float d = dx * dx + dy * dy + dz * dz;
            if (d < least) {
                least = d;
                best = id;
            }
        }
        return best;
    }

    private int nearest(int list, float x, float y, float z, float w) {
        short[] ids = lists;
        int best = ids[list + 1];
        float least = Float.MAX_VALUE;
        for (int at = list + 1; at <= list + ids[list]; at++) {
            int id = ids[at];
            float dx = x - all.x[id], dy = y - all.y[id], dz = z - all.z[id], dw = w - all.w[id];
            float d = dx * dx + dy * dy + dz * dz + dw * dw;
            if (d < least) {
                least = d;
                best = id;
            }
        }
        return best;
    }

    /** Appends a list; returns where it begins. */
    private int list(Candidates candidates) {
        int start = end;
        end += 1 + candidates.size;
        if (end > lists.length) {
            lists = Arrays.copyOf(lists, 2 * end);
        }
        lists[start] = (short) candidates.size;
        for (int i = 0; i < candidates.size; i++) {
            lists[start + 1 + i] = (short) candidates.ids[i];
        }
        return start;
    }

    private int place(float coordinate, int axis) {
        return Math.min((1 << bits) - 1, (int) ((coordinate - low[axis]) * scale[axis]));
    }

    private Candidates block(int x, int y, int z, int w) {
        int blockBits = bits - 2;
        int block = (((((w << blockBits) | z) << blockBits) | y) << blockBits) | x;
        Candidates list = blocks[block];
        if (list == null) {
            list = filtered(all, 4, x, y, z, w).trimmed();
            blocks[block] = list;
        }
        return list;
    }

    /** Those of a list that can be nearest in a box of {@code size} cells a side at {@code position * size} cells. */
    private Candidates filtered(Candidates from, int size, int... position) {
        float[] boxLow = new float[dimensions];
        float[] boxHigh = new float[dimensions];
        for (int axis = 0; axis < dimensions; axis++) {
            // A hundredth of a cell more on each side covers the rounding of place().
            boxLow[axis] = low[axis] + (position[axis] * size - 0.01f) * step[axis];
            boxHigh[axis] = low[axis] + ((position[axis] + 1) * size + 0.01f) * step[axis];
        }
        BoxFilter.filter(boxLow, boxHigh, 0, from, work);
        return work;
    }
}
