package tinct.kmeans;

import java.util.Arrays;

/** Weight and weighted coordinate sums of clusters; mutable. */
final class Sums {
    /** [k] */
    final double[] weights;
    /** [dimensions][k] */
    final double[][] coordinates;

    Sums(int dimensions, int k) {
        weights = new double[k];
        coordinates = new double[dimensions][k];
    }

    Sums copy() {
        Sums copy = new Sums(coordinates.length, weights.length);
        copy.add(this);
        return copy;
    }

    /** Whether all are equal, as they are when no label has changed. */
    boolean same(Sums that) {
        return Arrays.equals(weights, that.weights) && Arrays.deepEquals(coordinates, that.coordinates);
    }

    Sums reordered(int[] order) {
        Sums reordered = new Sums(coordinates.length, order.length);
        for (int j = 0; j < order.length; j++) {
            reordered.weights[j] = weights[order[j]];
            for (int axis = 0; axis < coordinates.length; axis++) {
                reordered.coordinates[axis][j] = coordinates[axis][order[j]];
            }
        }
        return reordered;
    }

    void add(Sums other) {
        add(weights, other.weights);
        for (int axis = 0; axis < coordinates.length; axis++) {
            add(coordinates[axis], other.coordinates[axis]);
        }
    }

    /** Adds in the order of the array, which fixes the rounding whatever threads made the parts. */
    static Sums total(Sums[] parts) {
        Sums total = parts[0];
        for (int i = 1; i < parts.length; i++) {
            total.add(parts[i]);
        }
        return total;
    }

    /** sum |S_j|^2 / W_j: by how much the means lower the inertia against one centroid at the origin. */
    double score() {
        double score = 0;
        for (int j = 0; j < weights.length; j++) {
            score += score(j);
        }
        return score;
    }

    /** The part of one cluster in {@link #score()}. */
    double score(int j) {
        if (weights[j] == 0) {
            return 0;
        }
        double squares = 0;
        for (double[] axis : coordinates) {
            squares += axis[j] * axis[j];
        }
        return squares / weights[j];
    }

    private static void add(double[] to, double[] from) {
        for (int j = 0; j < to.length; j++) {
            to[j] += from[j];
        }
    }
}
