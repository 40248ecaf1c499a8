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
        bits = dimensions == 4 ? 4 : 5;
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
        if (!(x >= low[0] && x <= high[0] && y >= low[1] && y <= high[1] && z >= low[2] && z <= high[2])
                || (dimensions == 4 && !(w >= low[3] && w <= high[3]))) {
            return all.nearest(x, y, z, w);
        }
        int cellX = place(x, 0), cellY = place(y, 1), cellZ = place(z, 2), cellW = dimensions == 4 ? place(w, 3) : 0;
        int cell = (((((cellW << bits) | cellZ) << bits) | cellY) << bits) | cellX;
        int list = cells[cell];
        if (list == 0) {
            list = list(filtered(block(cellX >> 2, cellY >> 2, cellZ >> 2, cellW >> 2), 1, cellX, cellY, cellZ, cellW));
            cells[cell] = list;
        }
        return dimensions == 4 ? nearest(list, x, y, z, w) : nearest(list, x, y, z);
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
