package tinct.kmeans;

import tinct.internal.RadixSort;

/** Points in Morton order, so that neighbours lie together. */
final class Ordered {
    private static final int BITS_3D = 10;
    private static final int BITS_4D = 8;

    /** The points' positions before they were put in order [n]. */
    final int[] order;
    /** Coordinates in order [dimensions][n]. */
    final float[][] axes;
    /** Weights in order [n]. */
    final double[] weights;
    /** The numbers that they are ordered by: interleaved bits of the coordinates [n]. */
    final int[] keys;

    Ordered(Points points) {
        int n = points.size();
        axes = new float[points.dimensions()][n];
        int[] unordered = mortonKeys(points, bits());
        order = RadixSort.order(unordered, n, keyBits());
        keys = new int[n];
        weights = new double[n];
        gather(points, unordered);
    }

    int dimensions() {
        return axes.length;
    }

    int size() {
        return order.length;
    }

    /** How many bits the {@link #keys} have. */
    int keyBits() {
        return bits() * dimensions();
    }

    /** Bits of a coordinate in a key. */
    private int bits() {
        return dimensions() == 4 ? BITS_4D : BITS_3D;
    }

    private void gather(Points points, int[] unordered) {
        for (int i = 0; i < order.length; i++) {
            keys[i] = unordered[order[i]];
            weights[i] = points.weights()[order[i]];
        }
        for (int axis = 0; axis < axes.length; axis++) {
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
}
