package tinct.kmeans;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * Fewer points that stand for all: cells of little inertia by their means and weights, the other points as they are.
 *
 * <p>Assigning a cell as a whole leaves out only the inertia within it, so the cells of largest inertia are divided
 * until there are enough of them. Search on these points costs a fraction and leads to nearly the same centroids.
 */
final class Coarse {
    private final Cells cells;
    private final double[] inertia;
    private double inside;

    Coarse(Cells cells) {
        this.cells = cells;
        inertia = new double[cells.count];
        for (int cell = cells.count - 1; cell >= 0; cell--) {
            measure(cell);
        }
    }

    private void measure(int cell) {
        int first = cells.firstChild[cell];
        int end = first + cells.childCount[cell];
        for (int axis = 0; axis < cells.dimensions() && cells.weight[cell] > 0; axis++) {
            double[] sums = cells.sums[axis];
            double mean = sums[cell] / cells.weight[cell];
            if (first == end) {
                for (int i = cells.from[cell]; i < cells.to[cell]; i++) {
                    double d = cells.points.axes[axis][i] - mean;
                    inertia[cell] += cells.points.weights[i] * (d * d);
                }
            }
            for (int child = first; child < end; child++) {
                if (cells.weight[child] > 0) {
                    double d = sums[child] / cells.weight[child] - mean;
                    inertia[cell] += cells.weight[child] * (d * d);
                }
            }
        }
        for (int child = first; child < end; child++) {
            inertia[cell] += inertia[child];
        }
    }

    /** About {@code target} points, in the order of cells; all points if there are no more than that. */
    Points points(int target) {
        PriorityQueue<Integer> open = new PriorityQueue<>(this::costlierFirst);
        open.add(0);
        // Cells by their first point, single points as -1 - point.
        int[] chosen = new int[cells.size()];
        int single = 0;
        while (!open.isEmpty() && open.size() + single < target) {
            int cell = open.remove();
            for (int i = 0; i < cells.childCount[cell]; i++) {
                open.add(cells.firstChild[cell] + i);
            }
            for (int i = cells.from[cell]; i < cells.to[cell] && cells.childCount[cell] == 0; i++) {
                chosen[single++] = -1 - i;
            }
        }
        int[] all = Arrays.copyOf(chosen, single + open.size());
        for (int cell : open) {
            inside += inertia[cell];
            all[single++] = cell;
        }
        return gather(all);
    }

    private int costlierFirst(Integer cell, Integer other) {
        int byInertia = Double.compare(inertia[other], inertia[cell]);
        return byInertia != 0 ? byInertia : Integer.compare(cell, other);
    }

    /** Inertia within the cells that stand for points: what an assignment of {@link #points} leaves out. */
    double inside() {
        return inside;
    }

    private Points gather(int[] chosen) {
        long[] byFirstPoint = new long[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            long first = chosen[i] < 0 ? -1 - chosen[i] : cells.from[chosen[i]];
            byFirstPoint[i] = first << 32 | (chosen[i] & 0xFFFFFFFFL);
        }
        Arrays.sort(byFirstPoint);
        float[][] axes = new float[cells.dimensions()][chosen.length];
        double[] weights = new double[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            int first = (int) (byFirstPoint[i] >> 32);
            int cell = (int) byFirstPoint[i];
            weights[i] = cell < 0 ? cells.points.weights[first] : cells.weight[cell];
            for (int axis = 0; axis < axes.length; axis++) {
                axes[axis][i] = cell < 0 || weights[i] == 0
                        ? cells.points.axes[axis][first]
                        : (float) (cells.sums[axis][cell] / weights[i]);
            }
        }
        return new Points(axes, weights);
    }
}
