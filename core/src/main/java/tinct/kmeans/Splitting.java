package tinct.kmeans;

import java.util.Arrays;
import java.util.PriorityQueue;
import tinct.internal.Parallel;

/**
 * Divides the points in two, one part in two again, and so on until there are k parts; their means are the centroids.
 *
 * <p>What differs between the methods is which part is divided next and where. {@link Seeding#WU}: the part of largest
 * inertia, by a plane across one of the axes, where the inertia falls most (Wu 1991, "Efficient statistical computations
 * for optimal color quantization", Graphics Gems II). {@link Seeding#PRINCIPAL_AXIS}: the same across the direction of
 * largest variance. {@link Seeding#MEDIAN_CUT}: the part of largest weight, at the median of its longest side (Heckbert
 * 1982, doi 10.1145/965145.801294). Places to cut are the bounds of 256 equal slices of the part.
 *
 * <p>On a tie the part made first is divided. No random numbers.
 */
final class Splitting {
    private static final int SLICES = 256;
    /** So many parts are divided at once; but for the last ones all of them would be. */
    private static final int AHEAD = 4;

    private final Points points;
    private final Seeding method;
    private final int dimensions;
    /** The points, those of a part together [n]. */
    private final int[] order;

    private final int[] spare;
    /** The slice of each point of the part at hand, at its place in {@link #order} [n]. */
    private final short[] slice;

    private final int threads;
    private int parts;

    Splitting(Points points, Seeding method, int threads) {
        this.points = points;
        this.method = method;
        this.threads = threads;
        this.dimensions = points.dimensions();
        int n = points.size();
        order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        spare = new int[n];
        slice = new short[n];
    }

    /** The means of k parts; of fewer if the points are at fewer places, the last one then repeated. */
    float[][] centroids(int k) {
        PriorityQueue<Part> open = new PriorityQueue<>();
        open.add(new Part(0, order.length));
        float[][] centroids = new float[dimensions][k];
        int done = 0;
        while (open.size() + done < k && !open.isEmpty()) {
            if (!open.element().divided) {
                divideAhead(open);
            }
            Part part = open.remove();
            if (part.sides.length == 0) { // at one place, but for rounding or points without weight
                part.mean(centroids, done++);
            } else {
                for (Part side : part.sides) {
                    side.number = parts++;
                    open.add(side);
                }
            }
        }
        while (!open.isEmpty()) {
            open.remove().mean(centroids, done++);
        }
        for (; done < k; done++) {
            for (float[] axis : centroids) {
                axis[done] = axis[done - 1];
            }
        }
        return centroids;
    }

    /** Divides the next part and those that would follow it, each in the order of its points alone. */
    private void divideAhead(PriorityQueue<Part> open) {
        Part[] next = new Part[Math.min(AHEAD, open.size())];
        for (int i = 0; i < next.length; i++) {
            next[i] = open.remove();
        }
        Parallel.forEach(next.length, threads, i -> next[i].divide());
        open.addAll(Arrays.asList(next));
    }

    /** Puts the points of a part on both sides of its best cut; returns where the second side begins. */
    private int divide(Part part) {
        return switch (method) {
            case MEDIAN_CUT -> divideAtMedian(part);
            case WU -> divideAcrossAxes(part);
            default -> divideAcross(part, PrincipalAxis.of(part.covariance()));
        };
    }

    private int divideAtMedian(Part part) {
        double[] direction = unit(part.longestSide());
        slice(part, direction);
        double[] weights = new double[SLICES];
        for (int i = part.from; i < part.to; i++) {
            weights[slice[i]] += points.weights()[order[i]];
        }
        double half = part.weight / 2;
        int cut = 0;
        double below = weights[0];
        while (cut < SLICES - 2 && below + weights[cut + 1] / 2 <= half) {
            below += weights[++cut];
        }
        return partition(part, cut);
    }

    private int divideAcrossAxes(Part part) {
        Cut best = new Cut(0, 0, -1);
        for (int axis = 0; axis < dimensions; axis++) {
            slice(part, unit(axis));
            Cut cut = bestCut(part, axis);
            if (cut.gain > best.gain) {
                best = cut;
            }
        }
        slice(part, unit(best.axis));
        return partition(part, best.slice);
    }

    private int divideAcross(Part part, double[] direction) {
        slice(part, direction);
        return partition(part, bestCut(part, 0).slice);
    }

    private double[] unit(int axis) {
        double[] direction = new double[dimensions];
        direction[axis] = 1;
        return direction;
    }

    /** Numbers the slices across a direction in which the points of the part lie. */
    private void slice(Part part, double[] direction) {
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        double[] along = new double[part.to - part.from];
        for (int axis = 0; axis < dimensions; axis++) {
            float[] coordinates = points.axis(axis);
            double factor = direction[axis];
            for (int i = part.from; i < part.to; i++) {
                along[i - part.from] += factor * coordinates[order[i]];
            }
        }
        for (double position : along) {
            least = position < least ? position : least;
            most = position > most ? position : most;
        }
        double scale = most > least ? SLICES / (most - least) : 0;
        for (int i = part.from; i < part.to; i++) {
            slice[i] = (short) Math.min(SLICES - 1, (int) ((along[i - part.from] - least) * scale));
        }
    }

    /** The last slice of the first side in the cut after which |S1|^2 / W1 + |S2|^2 / W2 is largest, and that value. */
    private Cut bestCut(Part part, int axis) {
        double[][] sums = new double[dimensions + 1][SLICES];
        for (int i = part.from; i < part.to; i++) {
            sums[dimensions][slice[i]] += points.weights()[order[i]];
        }
        for (int a = 0; a < dimensions; a++) {
            float[] coordinates = points.axis(a);
            double mean = part.sums[a] / part.weight; // relative to the mean, against cancellation
            double[] into = sums[a];
            for (int i = part.from; i < part.to; i++) {
                into[slice[i]] += points.weights()[order[i]] * (coordinates[order[i]] - mean);
            }
        }
        int best = 0;
        double gain = -1;
        double[] below = new double[dimensions + 1];
        for (int cut = 0; cut < SLICES - 1; cut++) {
            double squares = 0;
            for (int a = 0; a <= dimensions; a++) {
                below[a] += sums[a][cut];
            }
            for (int a = 0; a < dimensions; a++) {
                squares += below[a] * below[a];
            }
            double weight = below[dimensions];
            double other = part.weight - weight;
            // The sums of both sides are opposite, being relative to the mean of all.
            double value = weight > 0 && other > 0 ? squares / weight + squares / other : -1;
            if (value > gain) {
                gain = value;
                best = cut;
            }
        }
        return new Cut(axis, best, gain);
    }

    /** Moves the points of slices up to {@code last} to the front, keeping their order. */
    private int partition(Part part, int last) {
        int front = part.from;
        int back = part.from;
        for (int i = part.from; i < part.to; i++) {
            if (slice[i] <= last) {
                order[front++] = order[i];
            } else {
                spare[back++] = order[i];
            }
        }
        System.arraycopy(spare, part.from, order, front, back - part.from);
        return front;
    }

    /**
     * Where to cut.
     *
     * @param slice the last one of the first side
     * @param gain by how much inertia falls
     */
    private record Cut(int axis, int slice, double gain) {}

    /** Points {@code order[from..to)} and their moments. */
    private final class Part implements Comparable<Part> {
        final int from;
        final int to;
        final double[] sums = new double[dimensions];
        double weight;
        private final double priority;
        /** How many were made before it. */
        private int number;
        /** Both sides of its best cut once it is divided, none if it cannot be. */
        private Part[] sides = {};

        private boolean divided;

        Part(int from, int to) {
            this.from = from;
            this.to = to;
            for (int i = from; i < to; i++) {
                weight += points.weights()[order[i]];
            }
            double inertia = 0;
            for (int axis = 0; axis < dimensions; axis++) {
                float[] coordinates = points.axis(axis);
                for (int i = from; i < to; i++) {
                    sums[axis] += points.weights()[order[i]] * coordinates[order[i]];
                }
                double mean = weight > 0 ? sums[axis] / weight : 0;
                for (int i = from; i < to; i++) {
                    double d = coordinates[order[i]] - mean;
                    inertia += points.weights()[order[i]] * (d * d);
                }
            }
            // Parts at one place cannot be divided and come last.
            priority = inertia == 0 ? -1 : method == Seeding.MEDIAN_CUT ? weight : inertia;
        }

        void divide() {
            if (divided) {
                return;
            }
            divided = true;
            int middle = priority < 0 ? to : Splitting.this.divide(this);
            if (middle < to) {
                sides = new Part[] {new Part(from, middle), new Part(middle, to)};
            }
        }

        void mean(float[][] centroids, int j) {
            for (int axis = 0; axis < dimensions; axis++) {
                centroids[axis][j] = weight > 0 ? (float) (sums[axis] / weight) : points.axis(axis)[order[from]];
            }
        }

        int longestSide() {
            int longest = 0;
            float range = -1;
            for (int axis = 0; axis < dimensions; axis++) {
                final float[] coordinates = points.axis(axis);
                float least = Float.MAX_VALUE;
                float most = -Float.MAX_VALUE;
                for (int i = from; i < to; i++) {
                    float coordinate = coordinates[order[i]];
                    least = coordinate < least ? coordinate : least;
                    most = coordinate > most ? coordinate : most;
                }
                if (most - least > range) {
                    range = most - least;
                    longest = axis;
                }
            }
            return longest;
        }

        private double[][] covariance() {
            double[][] covariance = new double[dimensions][dimensions];
            for (int a = 0; a < dimensions; a++) {
                for (int b = 0; b <= a; b++) {
                    float[] first = points.axis(a);
                    float[] second = points.axis(b);
                    double meanA = sums[a] / weight;
                    double meanB = sums[b] / weight;
                    double sum = 0;
                    for (int i = from; i < to; i++) {
                        int point = order[i];
                        sum += points.weights()[point] * ((first[point] - meanA) * (second[point] - meanB));
                    }
                    covariance[a][b] = sum;
                    covariance[b][a] = sum;
                }
            }
            return covariance;
        }

        @Override
        public int compareTo(Part that) {
            int byPriority = Double.compare(that.priority, priority);
            return byPriority != 0 ? byPriority : Integer.compare(number, that.number);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return number;
        }
    }
}
