package tinct.kmeans;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import tinct.internal.Parallel;

/**
 * Each point with the two centroids that were nearest to it at first: tells what it changes to move single centroids.
 *
 * <p>A point is taken to belong to the nearer of its two, wherever they have moved. So the costs known here are those of
 * the best assignment at first, and later never below it: a move that lowers them lowers the inertia.
 *
 * <p>Moves of centroids that share no point do not meddle with each other; {@link #apart} lists sets of such.
 */
public final class TwoNearest {
    private static final int CHUNK = 4096;

    private final Ordered points;
    private final int k;
    private final int threads;
    /** The two centroids of point i at 2 i and 2 i + 1, -1 for none [2 n]. */
    private final int[] nearest;
    /** Squared distances to them, infinite for none [2 n]. */
    private final float[] squares;
    /** Where in {@link #shares} those of each centroid begin, and the end of the last [k + 1]. */
    private final int[] first;
    /** Positions in {@link #nearest}, by centroid. */
    private final int[] shares;
    /** Of each centroid those that it shares points with. */
    private final BitSet[] around;

    TwoNearest(Ordered points, float[][] centroids, int threads) {
        this.points = points;
        this.threads = threads;
        k = centroids[0].length;
        nearest = new int[2 * points.size()];
        squares = new float[nearest.length];
        find(centroids);
        first = new int[k + 1];
        for (int centroid : nearest) {
            if (centroid >= 0) {
                first[centroid + 1]++;
            }
        }
        Arrays.parallelPrefix(first, Integer::sum);
        shares = new int[first[k]];
        around = new BitSet[k];
        share();
    }

    private void find(float[][] centroids) {
        Rings rings = Rings.nearest(centroids, threads);
        int n = points.size();
        Parallel.forEach((n + CHUNK - 1) / CHUNK, threads, chunk -> {
            Rings.Search search = rings.search(points);
            for (int i = chunk * CHUNK; i < Math.min(n, (chunk + 1) * CHUNK); i++) {
                search.find(i, search.label);
                nearest[2 * i] = search.label;
                squares[2 * i] = search.square(i, search.label);
                nearest[2 * i + 1] = search.rival;
                squares[2 * i + 1] = search.rival < 0 ? Float.POSITIVE_INFINITY : search.square(i, search.rival);
            }
        });
    }

    private void share() {
        Arrays.setAll(around, j -> new BitSet(k));
        int[] next = first.clone();
        for (int at = 0; at < nearest.length; at++) {
            int centroid = nearest[at];
            int other = nearest[at ^ 1];
            if (centroid >= 0) {
                shares[next[centroid]++] = at;
                if (other >= 0) {
                    around[centroid].set(other);
                }
            }
        }
    }

    /** The centroids that share points with one; not to be changed. */
    public BitSet around(int centroid) {
        return around[centroid];
    }

    /** All centroids in sets of which no two share points; in each set and by their first ones in ascending order. */
    public int[][] apart() {
        int[] sets = new int[k];
        int count = 0;
        for (int j = 0; j < k; j++) {
            BitSet taken = new BitSet();
            for (int other = around[j].nextSetBit(0);
                    other >= 0 && other < j;
                    other = around[j].nextSetBit(other + 1)) {
                taken.set(sets[other]);
            }
            sets[j] = taken.nextClearBit(0);
            count = Math.max(count, sets[j] + 1);
        }
        int[][] apart = new int[count][];
        for (int set = 0; set < count; set++) {
            int wanted = set;
            apart[set] = IntStream.range(0, k).filter(j -> sets[j] == wanted).toArray();
        }
        return apart;
    }

    /** The points that have a centroid among their two, to try it elsewhere. */
    public Part part(int centroid) {
        return new Part(first[centroid], first[centroid + 1] - first[centroid]);
    }

    /**
     * Moves a centroid.
     *
     * @param place [dimensions][1]
     */
    public void move(int centroid, float[][] place) {
        for (int s = first[centroid]; s < first[centroid + 1]; s++) {
            int at = shares[s];
            float square = 0;
            for (int axis = 0; axis < place.length; axis++) {
                float d = points.axes[axis][at >> 1] - place[axis][0];
                square += d * d;
            }
            squares[at] = square;
        }
    }

    /** Points of a centroid, copied together with their squared distances to their other centroids. */
    public final class Part {
        private final float[][] axes;
        private final float[] weights;
        private final float[] others;
        private final float[] costs;

        private Part(int from, int count) {
            axes = new float[points.dimensions()][count];
            weights = new float[count];
            others = new float[count];
            costs = new float[count];
            for (int m = 0; m < count; m++) {
                int at = shares[from + m];
                for (int axis = 0; axis < axes.length; axis++) {
                    axes[axis][m] = points.axes[axis][at >> 1];
                }
                weights[m] = (float) points.weights[at >> 1];
                others[m] = squares[at ^ 1];
            }
        }

        /**
         * What the points cost if the centroid is at a place: weights times squared distances to it or to their other
         * centroids. Within 1e-6 of that, relative.
         *
         * @param place [dimensions][1]
         */
        public double cost(float[][] place) {
            if (axes.length == 4) {
                fill(place[0][0], place[1][0], place[2][0], place[3][0]);
            } else {
                fill(place[0][0], place[1][0], place[2][0]);
            }
            return sum();
        }

        private void fill(float x, float y, float z) {
            float[] xs = axes[0], ys = axes[1], zs = axes[2], ws = weights, os = others, cs = costs;
            for (int m = 0; m < cs.length; m++) {
                float dx = xs[m] - x, dy = ys[m] - y, dz = zs[m] - z;
                cs[m] = ws[m] * Math.min(dx * dx + dy * dy + dz * dz, os[m]);
            }
        }

        private void fill(float x, float y, float z, float w) {
            float[] xs = axes[0], ys = axes[1], zs = axes[2], us = axes[3], ws = weights, os = others, cs = costs;
            for (int m = 0; m < cs.length; m++) {
                float dx = xs[m] - x, dy = ys[m] - y, dz = zs[m] - z, du = us[m] - w;
                cs[m] = ws[m] * Math.min(dx * dx + dy * dy + dz * dz + du * du, os[m]);
            }
        }

        /** In four parts, which a processor can add at the same time. */
        private double sum() {
            float[] cs = costs;
            double a = 0, b = 0, c = 0, d = 0;
            int m = 0;
            for (; m + 3 < cs.length; m += 4) {
                a += cs[m];
                b += cs[m + 1];
                c += cs[m + 2];
                d += cs[m + 3];
            }
            for (; m < cs.length; m++) {
                a += cs[m];
            }
            return a + b + (c + d);
        }
    }
}
