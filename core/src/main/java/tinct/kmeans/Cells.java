package tinct.kmeans;

/**
 * A tree of cells over points: each cell has a tight box, a weight and coordinate sums, and holds either its points or
 * up to 8 (in four dimensions 16) smaller cells.
 *
 * <p>Points are in Morton order, so that a cell is a range of them. Cells are numbered
 * from the root, 0, each before its children, and children follow each other: those of cell c are
 * {@code firstChild[c] .. firstChild[c] + childCount[c] - 1}.
 */
final class Cells {
    /** Cells of no more points than this are not divided: measured in ADR-0006. */
    private static final int LEAF_POINTS = 12;

    /** The points, those of a cell in a row. */
    final Ordered points;

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

    Cells(Ordered points) {
        this.points = points;
        dimensions = points.dimensions();
        int guess = Math.max(64, points.size() / 2);
        from = new int[guess];
        to = new int[guess];
        firstChild = new int[guess];
        childCount = new int[guess];
        build();
        measure();
    }

    int dimensions() {
        return dimensions;
    }

    int size() {
        return points.size();
    }

    /** Divides cells breadth first, by {@code dimensions} bits of the key at a time. */
    private void build() {
        to[0] = size();
        count = 1;
        int[] shifts = new int[from.length];
        shifts[0] = points.keyBits();
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
        int different = points.keys[from[cell]] ^ points.keys[to[cell] - 1];
        while (shift > 0 && different >>> (shift - dimensions) == 0) {
            shift -= dimensions;
        }
        return shift;
    }

    private void divide(int cell, int shift, int[] shifts) {
        int[] keys = points.keys;
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
        final double[] weights = points.weights;
        final int first = from[cell], end = to[cell];
        for (int i = first; i < end; i++) {
            weight[cell] += weights[i];
        }
        for (int axis = 0; axis < dimensions; axis++) {
            final float[] coordinates = points.axes[axis];
            int at = cell * dimensions + axis;
            float least = low[at];
            float most = high[at];
            double sum = sums[axis][cell];
            for (int i = first; i < end; i++) { // comparisons: Math.min and max are calls for the quick compiler
                float coordinate = coordinates[i];
                least = coordinate < least ? coordinate : least;
                most = coordinate > most ? coordinate : most;
                sum += weights[i] * coordinate;
            }
            low[at] = least;
            high[at] = most;
            sums[axis][cell] = sum;
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
