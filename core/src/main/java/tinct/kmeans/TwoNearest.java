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
    /** By what share the costs must fall for a place to be better: more than the rounding of squared distances. */
    private static final double LEAST_GAIN = 1e-6;

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

    /**
     * The place to move a centroid to that lowers the costs most, the first on a tie.
     *
     * @param centroid 0..k-1
     * @param places [dimensions][m]
     * @return 0..m-1, or -1 if all places are worse than where it is
     */
    public int best(int centroid, float[][] places) {
        int count = first[centroid + 1] - first[centroid];
        float[][] axes = new float[points.dimensions()][count];
        float[] weights = new float[count];
        float[] others = new float[count];
        double least = gather(first[centroid], axes, weights, others) * (1 - LEAST_GAIN);
        float[] costs = new float[count];
        int best = -1;
        for (int place = 0; place < places[0].length; place++) {
            costs(axes, weights, others, places, place, costs);
            double cost = sum(costs);
            if (cost < least) {
                least = cost;
                best = place;
            }
        }
        return best;
    }

    /** Copies the points of a centroid and their squared distances to their other centroids; returns their costs. */
    private double gather(int from, float[][] axes, float[] weights, float[] others) {
        double costs = 0;
        for (int m = 0; m < weights.length; m++) {
            int at = shares[from + m];
            for (int axis = 0; axis < axes.length; axis++) {
                axes[axis][m] = points.axes[axis][at >> 1];
            }
            weights[m] = (float) points.weights[at >> 1];
            others[m] = squares[at ^ 1];
            costs += weights[m] * Math.min(squares[at], others[m]);
        }
        return costs;
    }

    private static void costs(
            float[][] axes, float[] weights, float[] others, float[][] places, int place, float[] costs) {
        boolean four = axes.length == 4;
        float[] xs = axes[0], ys = axes[1], zs = axes[2], ws = axes[four ? 3 : 2];
        float px = places[0][place], py = places[1][place], pz = places[2][place];
        if (four) {
            float pw = places[3][place];
            for (int m = 0; m < costs.length; m++) {
                float dx = xs[m] - px, dy = ys[m] - py, dz = zs[m] - pz, dw = ws[m] - pw;
                costs[m] = weights[m] * Math.min(dx * dx + dy * dy + dz * dz + dw * dw, others[m]);
            }
        } else {
            for (int m = 0; m < costs.length; m++) {
                float dx = xs[m] - px, dy = ys[m] - py, dz = zs[m] - pz;
                costs[m] = weights[m] * Math.min(dx * dx + dy * dy + dz * dz, others[m]);
            }
        }
    }

    /** In four parts, which a processor can add at the same time. */
    private static double sum(float[] costs) {
        double a = 0, b = 0, c = 0, d = 0;
        int m = 0;
        for (; m + 3 < costs.length; m += 4) {
            a += costs[m];
            b += costs[m + 1];
            c += costs[m + 2];
            d += costs[m + 3];
        }
        for (; m < costs.length; m++) {
            a += costs[m];
        }
        return a + b + (c + d);
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
}
