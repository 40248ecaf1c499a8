package tinct.kmeans;

import java.util.Arrays;

/**
 * The points of a few clusters, to try other centroids on; those of all other clusters are left out.
 *
 * <p>What it finds holds for the whole too: giving up the freedom to take points from or to other clusters can only
 * raise the inertia. Nor does it matter that points are assigned by coordinates rounded to 4096 steps or fewer over the
 * group's extent: the score is of the assignment that was made, whether each point's is the very best or not.
 */
final class Group {
    /** Most centroids that can be tried: their number is packed into the lowest bits of a distance. */
    static final int MOST = 1 << Group.LABEL_BITS;

    private static final int LABEL_BITS = 5;

    /** How far centroids go beyond the means, as {@link Batch} has it; a group settles sooner with longer steps. */
    private static final float BEYOND = 0.9f;

    private static final double TO_COME = 3;
    private static final double LIKELY_TO_COME = 2;
    /** So that squared distances of four axes, with a label below them, fit into an int. */
    private static final int STEPS = 4095;

    private final Terms terms;
    private final Members[] members;
    private final int[][] places;
    private final int[] keys;
    /** In the sums [n]. */
    private final byte[] labels;

    private final int[] low;
    private final int shift;
    private Sums sums;
    /** By how much the last iteration raised the score. */
    private double gain;
    /** Points of each centroid: when the last one leaves, nothing shall stay behind but zeros. */
    private int[] counts = {};

    /** Puts the points of clusters together. */
    Group(Terms terms, Members... members) {
        this.terms = terms;
        this.members = members;
        int n = 0;
        for (Members cluster : members) {
            n += cluster.size();
        }
        int dimensions = terms.dimensions();
        places = new int[dimensions][n];
        keys = new int[n];
        labels = new byte[n];
        sums = new Sums(dimensions, 0);
        low = new int[dimensions];
        shift = shift();
        int next = 0;
        for (Members cluster : members) {
            copy(cluster, next);
            next += cluster.size();
        }
    }

    /** Finds where the group begins on the grid; returns by how many bits its places must shrink. */
    private int shift() {
        int extent = 0;
        for (int axis = 0; axis < low.length; axis++) {
            int least = Integer.MAX_VALUE;
            int most = 0;
            for (Members cluster : members) {
                least = Math.min(least, cluster.low[axis]);
                most = Math.max(most, cluster.high[axis]);
            }
            low[axis] = least;
            extent = Math.max(extent, most - least);
        }
        int shift = 0;
        while (extent >> shift > STEPS) {
            shift++;
        }
        return shift;
    }

    private void copy(Members cluster, int next) {
        int count = cluster.size();
        for (int axis = 0; axis < places.length; axis++) {
            int[] from = cluster.places[axis], into = places[axis];
            int least = low[axis], bits = shift;
            for (int i = 0; i < count; i++) {
                into[next + i] = (from[i] - least) >> bits;
            }
        }
    }

    /**
     * Moves centroids to the means of their points, {@code iterations + 1} times; all but the last time far beyond them,
     * as there are few iterations ({@link Batch}).
     *
     * @param centroids [dimensions][1 to {@link #MOST}]; changed
     * @return by how much the means lower the inertia against one centroid at the origin: sum |S_j|^2 / W_j
     */
    double relax(float[][] centroids, int iterations) {
        return relax(centroids, iterations, Double.NEGATIVE_INFINITY);
    }

    /**
     * The same, given up early if what is returned is not going to be more than {@code wanted}: moves gain less and less,
     * seldom more than {@link #TO_COME} times the last gain together.
     */
    double relax(float[][] centroids, int iterations, double wanted) {
        assign(centroids);
        add(centroids[0].length);
        move(centroids, iterations > 0);
        double score = sums.score();
        gain = Double.POSITIVE_INFINITY;
        for (int i = 0; i < iterations && score + TO_COME * gain > wanted; i++) {
            assign(centroids);
            update();
            move(centroids, i < iterations - 1);
            gain = sums.score() - score;
            score += gain;
        }
        return score;
    }

    /** After {@link #relax} with at least one iteration: what those to come would gain, probably. */
    double toCome() {
        return gain * LIKELY_TO_COME;
    }

    /** After {@link #relax}: the points of each centroid. */
    Members[] split(int centroids) {
        int[] sizes = new int[centroids];
        for (int key : keys) {
            sizes[key & MOST - 1]++;
        }
        int[][] split = new int[centroids][];
        for (int j = 0; j < centroids; j++) {
            split[j] = new int[sizes[j]];
        }
        int i = keys.length;
        for (int cluster = members.length - 1; cluster >= 0; cluster--) {
            int[] points = members[cluster].points;
            for (int p = points.length - 1; p >= 0; p--) {
                int label = keys[--i] & MOST - 1;
                split[label][--sizes[label]] = points[p];
            }
        }
        return Arrays.stream(split).map(points -> new Members(terms, points)).toArray(Members[]::new);
    }

    private int place(float coordinate, int axis) {
        return Math.max(0, Math.min(STEPS, (terms.place(coordinate, axis) - low[axis]) >> shift));
    }

    private void assign(float[][] centroids) {
        Arrays.fill(keys, Integer.MAX_VALUE);
        boolean four = places.length == 4;
        for (int j = 0; j < centroids[0].length; j++) {
            int x = place(centroids[0][j], 0), y = place(centroids[1][j], 1), z = place(centroids[2][j], 2);
            if (four) {
                compare(j, x, y, z, place(centroids[3][j], 3));
            } else {
                compare(j, x, y, z);
            }
        }
    }

    /* A loop over points within one over centroids, without branches: the compiler makes it one over vectors. */
    private void compare(int j, int x, int y, int z) {
        int[] keys = this.keys, xs = places[0], ys = places[1], zs = places[2];
        for (int i = 0; i < keys.length; i++) {
            int dx = xs[i] - x, dy = ys[i] - y, dz = zs[i] - z;
            keys[i] = Math.min(keys[i], (dx * dx + dy * dy + dz * dz) << LABEL_BITS | j);
        }
    }

    private void compare(int j, int x, int y, int z, int w) {
        int[] keys = this.keys, xs = places[0], ys = places[1], zs = places[2], ws = places[3];
        for (int i = 0; i < keys.length; i++) {
            int dx = xs[i] - x, dy = ys[i] - y, dz = zs[i] - z, dw = ws[i] - w;
            keys[i] = Math.min(keys[i], (dx * dx + dy * dy + dz * dz + dw * dw) << LABEL_BITS | j);
        }
    }

    private void add(int centroids) {
        sums = new Sums(places.length, centroids);
        counts = new int[centroids];
        int next = 0;
        for (Members cluster : members) {
            add(cluster, next);
            next += cluster.size();
        }
    }

    private void add(Members cluster, int first) {
        int[] keys = this.keys, counts = this.counts;
        byte[] labels = this.labels;
        double[] weights = cluster.weights;
        double[] momentsX = cluster.moments[0], momentsY = cluster.moments[1], momentsZ = cluster.moments[2];
        double[] sumW = sums.weights,
                sumX = sums.coordinates[0],
                sumY = sums.coordinates[1],
                sumZ = sums.coordinates[2];
        for (int p = 0, i = first; p < weights.length; p++, i++) {
            int label = keys[i] & MOST - 1;
            labels[i] = (byte) label;
            counts[label]++;
            sumW[label] += weights[p];
            sumX[label] += momentsX[p];
            sumY[label] += momentsY[p];
            sumZ[label] += momentsZ[p];
        }
        if (places.length == 4) {
            double[] momentsW = cluster.moments[3], last = sums.coordinates[3];
            for (int p = 0; p < weights.length; p++) {
                last[keys[first + p] & MOST - 1] += momentsW[p];
            }
        }
    }

    private void update() {
        int next = 0;
        for (Members cluster : members) {
            update(cluster, next);
            next += cluster.size();
        }
    }

    /** Moves the points whose label has changed, which are few, from sum to sum. */
    private void update(Members cluster, int first) {
        int[] keys = this.keys;
        byte[] labels = this.labels;
        for (int i = first, end = first + cluster.size(); i < end; i++) {
            int label = keys[i] & MOST - 1;
            if (label != labels[i]) {
                change(cluster, i - first, labels[i], label);
                labels[i] = (byte) label;
            }
        }
    }

    private void change(Members cluster, int p, int before, int label) {
        boolean last = --counts[before] == 0;
        counts[label]++;
        double weight = cluster.weights[p];
        sums.weights[before] = last ? 0 : sums.weights[before] - weight;
        sums.weights[label] += weight;
        for (int axis = 0; axis < places.length; axis++) {
            double[] into = sums.coordinates[axis];
            double moment = cluster.moments[axis][p];
            into[before] = last ? 0 : into[before] - moment;
            into[label] += moment;
        }
    }

    /** Moves centroids to the means of their points, or beyond. */
    private void move(float[][] centroids, boolean far) {
        float beyond = far ? BEYOND : 0;
        for (int axis = 0; axis < centroids.length; axis++) {
            for (int j = 0; j < centroids[axis].length; j++) {
                if (sums.weights[j] > 0) {
                    float mean = (float) (sums.coordinates[axis][j] / sums.weights[j] + terms.origin[axis]);
                    centroids[axis][j] = mean + beyond * (mean - centroids[axis][j]);
                }
            }
        }
    }
}
