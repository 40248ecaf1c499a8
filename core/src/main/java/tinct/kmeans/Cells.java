package tinct.kmeans;

import tinct.internal.RadixSort;

/**
 * A tree of cells over points: each cell has a tight box, a weight and coordinate sums, and holds either its points or
 * up to 8 (in four dimensions 16) smaller cells.
 *
 * <p>Points are put in Morton order, so that a cell is a range of them and neighbours lie together. Cells are numbered
 * from the root, 0, each before its children, and children follow each other: those of cell c are
 * {@code firstChild[c] .. firstChild[c] + childCount[c] - 1}.
 */
final class Cells {
    /** Cells of no more points than this are not divided: measured in ADR-0006. */
    private static final int LEAF_POINTS = 12;

    private static final int BITS_3D = 10;
    private static final int BITS_4D = 8;

    /** The points' positions before they were put in order [n]. */
    final int[] order;
    /** Coordinates in order [dimensions][n]. */
    final float[][] axes;
    /** Weights in order [n]. */
    final double[] weights;

    /** Number of cells. */
    int count;
    /** Range of points of each cell. */
    int[] from;

    int[] to;
    /** First child of each cell, 0 for a leaf. */
    int[] firstChild;

    int[] childCount;
    /** Corners of the boxes [count * dimensions]. */
    float[] low;

    float[] high;
    /** Weight of each cell [count] and its coordinate sums [dimensions][count]. */
    double[] weight;

    double[][] sums;

    private final int dimensions;
    private final int[] keys;

    Cells(Points points) {
        int n = points.size();
        dimensions = points.dimensions();
        int bits = dimensions == 4 ? BITS_4D : BITS_3D;
        int[] unordered = mortonKeys(points, bits);
        order = RadixSort.order(unordered, n, bits * dimensions);
        keys = new int[n];
        weights = new double[n];
        axes = new float[dimensions][n];
        gather(points, unordered);
        int guess = Math.max(64, n / 2);
        from = new int[guess];
        to = new int[guess];
        firstChild = new int[guess];
        childCount = new int[guess];
        build(bits);
        measure();
    }

    int dimensions() {
        return dimensions;
    }

    int size() {
        return order.length;
    }

    private void gather(Points points, int[] unordered) {
        for (int i = 0; i < order.length; i++) {
            keys[i] = unordered[order[i]];
            weights[i] = points.weights()[order[i]];
        }
        for (int axis = 0; axis < dimensions; axis++) {
            float[] source = points.axis(axis);
            float[] target = axes[axis];
            for (int i = 0; i < order.length; i++) {
                target[i] = source[order[i]];
            }
        }
    }

    /** Interleaved bits of the coordinates, scaled alike on all axes so that cells are cubes. */
    private static int[] mortonKeys(Points points, int bits) {
        int dimensions = points.dimensions();
        float[] least = new float[dimensions];
        float range = Float.MIN_NORMAL;
        for (int axis = 0; axis < dimensions; axis++) {
            float min = Float.MAX_VALUE;
            float max = -Float.MAX_VALUE;
            for (float coordinate : points.axis(axis)) {
                min = Math.min(min, coordinate);
                max = Math.max(max, coordinate);
            }
            least[axis] = min;
            range = Math.max(range, max - min);
        }
        int top = (1 << bits) - 1;
        double scale = top / (double) range;
        int[] keys = new int[points.size()];
        for (int axis = 0; axis < dimensions; axis++) {
            float[] coordinates = points.axis(axis);
            double min = least[axis];
            for (int i = 0; i < keys.length; i++) {
                int q = Math.min(top, (int) ((coordinates[i] - min) * scale));
                keys[i] |= (dimensions == 4 ? spread4(q) : spread3(q)) << axis;
            }
        }
        return keys;
    }

    /** Moves bit b of 10 bits to bit 3 b. */
    private static int spread3(int v) {
        v = (v | (v << 16)) & 0x030000FF;
        v = (v | (v << 8)) & 0x0300F00F;
        v = (v | (v << 4)) & 0x030C30C3;
        return (v | (v << 2)) & 0x09249249;
    }

    /** Moves bit b of 8 bits to bit 4 b. */
    private static int spread4(int v) {
        v = (v | (v << 12)) & 0x000F000F;
        v = (v | (v << 6)) & 0x03030303;
        return (v | (v << 3)) & 0x11111111;
    }

    /** Divides cells breadth first, by {@code dimensions} bits of the key at a time. */
    private void build(int bits) {
        to[0] = size();
        count = 1;
        int[] shifts = new int[from.length];
        shifts[0] = bits * dimensions;
        for (int cell = 0; cell < count; cell++) {
            int shift = narrowest(cell, shifts[cell]) - dimensions;
            if (to[cell] - from[cell] <= LEAF_POINTS || shift < 0) {
                continue;
            }
            if (count + (1 << dimensions) > from.length) {
                grow();
                shifts = java.util.Arrays.copyOf(shifts, from.length);
            }
            firstChild[cell] = count;
            divide(cell, shift, shifts);
            childCount[cell] = count - firstChild[cell];
        }
    }

    /** The lowest multiple of {@code dimensions} above which all keys of the cell agree, at most {@code shift}. */
    private int narrowest(int cell, int shift) {
        int different = keys[from[cell]] ^ keys[to[cell] - 1];
        while (shift > 0 && different >>> (shift - dimensions) == 0) {
            shift -= dimensions;
        }
        return shift;
    }

    private void divide(int cell, int shift, int[] shifts) {
        int start = from[cell];
        int end = to[cell];
        while (start < end) {
            int prefix = keys[start] >>> shift;
            int next = start + 1;
            while (next < end && keys[next] >>> shift == prefix) {
                next++;
            }
            from[count] = start;
            to[count] = next;
            shifts[count] = shift;
            count++;
            start = next;
        }
    }

    private void grow() {
        int length = from.length * 2;
        from = java.util.Arrays.copyOf(from, length);
        to = java.util.Arrays.copyOf(to, length);
        firstChild = java.util.Arrays.copyOf(firstChild, length);
        childCount = java.util.Arrays.copyOf(childCount, length);
    }

    /** Boxes and sums, children before parents. */
    private void measure() {
        low = new float[count * dimensions];
        high = new float[count * dimensions];
        weight = new double[count];
        sums = new double[dimensions][count];
        for (int cell = count - 1; cell >= 0; cell--) {
            for (int axis = 0; axis < dimensions; axis++) {
                low[cell * dimensions + axis] = Float.MAX_VALUE;
                high[cell * dimensions + axis] = -Float.MAX_VALUE;
            }
            if (childCount[cell] == 0) {
                measureLeaf(cell);
            } else {
                for (int child = firstChild[cell]; child < firstChild[cell] + childCount[cell]; child++) {
                    include(cell, child);
                }
            }
        }
    }

    private void measureLeaf(int cell) {
        for (int i = from[cell]; i < to[cell]; i++) {
            weight[cell] += weights[i];
        }
        for (int axis = 0; axis < dimensions; axis++) {
            int at = cell * dimensions + axis;
            for (int i = from[cell]; i < to[cell]; i++) {
                float coordinate = axes[axis][i];
                low[at] = Math.min(low[at], coordinate);
                high[at] = Math.max(high[at], coordinate);
                sums[axis][cell] += weights[i] * coordinate;
            }
        }
    }

    private void include(int cell, int child) {
        weight[cell] += weight[child];
        for (int axis = 0; axis < dimensions; axis++) {
            int at = cell * dimensions + axis;
            int of = child * dimensions + axis;
            low[at] = Math.min(low[at], low[of]);
            high[at] = Math.max(high[at], high[of]);
            sums[axis][cell] += sums[axis][child];
        }
    }
}
