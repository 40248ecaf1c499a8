package tinct.remap;

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
    private final @Nullable Candidates[] cells;
    private final @Nullable Candidates[] blocks;

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
        cells = new Candidates[1 << (bits * dimensions)];
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
        Candidates list = cells[cell];
        if (list == null) {
            list = filtered(block(cellX >> 2, cellY >> 2, cellZ >> 2, cellW >> 2), 1, cellX, cellY, cellZ, cellW);
            cells[cell] = list;
        }
        return list.size == 1 ? list.ids[0] : list.ids[list.nearest(x, y, z, w)];
    }

    private int place(float coordinate, int axis) {
        return Math.min((1 << bits) - 1, (int) ((coordinate - low[axis]) * scale[axis]));
    }

    private Candidates block(int x, int y, int z, int w) {
        int blockBits = bits - 2;
        int block = (((((w << blockBits) | z) << blockBits) | y) << blockBits) | x;
        Candidates list = blocks[block];
        if (list == null) {
            list = filtered(all, 4, x, y, z, w);
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
        return work.trimmed();
    }
}
