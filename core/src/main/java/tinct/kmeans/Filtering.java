package tinct.kmeans;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import tinct.internal.BoxFilter;
import tinct.internal.Candidates;
import tinct.internal.Parallel;

/**
 * The assignment of {@link Lloyd} by filtering: a walk down a tree of cells with the list of centroids that can still be
 * nearest to some point of the cell. Where one is left, the whole cell is added from its sums and no point is touched.
 *
 * <p>Source: Kanungo et al. 2002, doi 10.1109/TPAMI.2002.1017616; what makes it exact in {@code float} is
 * {@link BoxFilter}.
 */
final class Filtering implements Assigner {
    /* The tree is cut into parts of about this share, walked by whichever thread is free and added in fixed order. */
    private static final int PARTS = 48;

    private final Cells cells;
    private final int threads;
    private final int[] roots;

    Filtering(Points points, int threads) {
        this.cells = new Cells(points);
        this.threads = threads;
        this.roots = roots(cells);
    }

    Cells cells() {
        return cells;
    }

    @Override
    public Sums sums(float[][] centroids) {
        Candidates all = Candidates.all(centroids);
        Sums[] parts = new Sums[roots.length];
        Parallel.forEach(roots.length, threads, part -> {
            SumWalk walk = new SumWalk(cells, all.size);
            walk.descend(roots[part], all, 0);
            parts[part] = walk.sums;
        });
        return Sums.total(parts);
    }

    @Override
    public int[] labels(float[][] centroids) {
        Candidates all = Candidates.all(centroids);
        int[] labels = new int[cells.size()];
        Parallel.forEach(roots.length, threads, part -> new LabelWalk(cells, labels).descend(roots[part], all, 0));
        return labels;
    }

    /** Cells, together all points, none with many more than a {@link #PARTS}th of them unless it is a leaf. */
    private static int[] roots(Cells cells) {
        Deque<Integer> open = new ArrayDeque<>(List.of(0));
        List<Integer> done = new ArrayList<>();
        int most = Math.max(1024, cells.size() / PARTS);
        while (!open.isEmpty()) {
            int cell = open.pop();
            if (cells.childCount[cell] == 0 || cells.to[cell] - cells.from[cell] <= most) {
                done.add(cell);
            } else {
                for (int child = 0; child < cells.childCount[cell]; child++) {
                    open.push(cells.firstChild[cell] + child);
                }
            }
        }
        return done.stream().mapToInt(Integer::intValue).toArray();
    }

    /** One thread's way down the tree; what happens to a cell or a point is the subclass's. */
    private abstract static class Walk {
        final Cells cells;
        private Candidates[] lists = new Candidates[16];

        Walk(Cells cells) {
            this.cells = cells;
        }

        /** All points of the cell have this label. */
        abstract void whole(int cell, int label);

        /** The points of a leaf have labels among the candidates. */
        abstract void points(int from, int to, Candidates candidates);

        final void descend(int cell, Candidates candidates, int depth) {
            Candidates left = list(depth, candidates);
            BoxFilter.filter(cells.low, cells.high, cell * cells.dimensions(), candidates, left);
            if (left.size == 1) {
                whole(cell, left.ids[0]);
            } else if (cells.childCount[cell] == 0) {
                points(cells.from[cell], cells.to[cell], left);
            } else {
                int first = cells.firstChild[cell];
                for (int child = first; child < first + cells.childCount[cell]; child++) {
                    descend(child, left, depth + 1);
                }
            }
        }

        private Candidates list(int depth, Candidates parent) {
            if (depth == lists.length) {
                lists = Arrays.copyOf(lists, depth * 2);
            }
            Candidates list = lists[depth];
            if (list == null || list.x.length < parent.size) {
                list = new Candidates(parent.dimensions, parent.x.length);
                lists[depth] = list;
            }
            return list;
        }
    }

    private static final class SumWalk extends Walk {
        final Sums sums;

        SumWalk(Cells cells, int k) {
            super(cells);
            sums = new Sums(cells.dimensions(), k);
        }

        @Override
        void whole(int cell, int label) {
            sums.weights[label] += cells.weight[cell];
            for (int axis = 0; axis < cells.dimensions(); axis++) {
                sums.coordinates[axis][label] += cells.sums[axis][cell];
            }
        }

        @Override
        void points(int from, int to, Candidates candidates) {
            boolean four = cells.dimensions() == 4;
            float[] xs = cells.axes[0], ys = cells.axes[1], zs = cells.axes[2], ws = cells.axes[four ? 3 : 2];
            double[] sumX = sums.coordinates[0], sumY = sums.coordinates[1], sumZ = sums.coordinates[2];
            for (int i = from; i < to; i++) {
                float w = four ? ws[i] : 0;
                int label = candidates.ids[candidates.nearest(xs[i], ys[i], zs[i], w)];
                double weight = cells.weights[i];
                sums.weights[label] += weight;
                sumX[label] += weight * xs[i];
                sumY[label] += weight * ys[i];
                sumZ[label] += weight * zs[i];
                if (four) {
                    sums.coordinates[3][label] += weight * w;
                }
            }
        }
    }

    private static final class LabelWalk extends Walk {
        private final int[] labels;

        LabelWalk(Cells cells, int[] labels) {
            super(cells);
            this.labels = labels;
        }

        @Override
        void whole(int cell, int label) {
            for (int i = cells.from[cell]; i < cells.to[cell]; i++) {
                labels[cells.order[i]] = label;
            }
        }

        @Override
        void points(int from, int to, Candidates candidates) {
            boolean four = cells.dimensions() == 4;
            float[] xs = cells.axes[0], ys = cells.axes[1], zs = cells.axes[2], ws = cells.axes[four ? 3 : 2];
            for (int i = from; i < to; i++) {
                int nearest = candidates.nearest(xs[i], ys[i], zs[i], four ? ws[i] : 0);
                labels[cells.order[i]] = candidates.ids[nearest];
            }
        }
    }
}
