package tinct.kmeans;

import java.util.Arrays;

/**
 * The points of a few clusters, to try other centroids on; those of all other clusters are left out.
 *
 * <p>What it finds holds for the whole too: giving up the freedom to take points from or to other clusters can only
 * raise the inertia. Nor does it matter that points are assigned by coordinates rounded to 4096 steps of the group's
 * extent: the score is of the assignment that was made, whether each point's is the very best or not.
 */
final class Group {
    /** Most centroids that can be tried: their number is packed into the lowest bits of a distance. */
    static final int MOST = 1 << Group.LABEL_BITS;

    private static final int LABEL_BITS = 5;
    /** So that squared distances of four axes, with a label below them, fit into an int. */
    private static final int STEPS = 4095;

    private final Terms terms;
    private final int[] members;
    /* Copies, so that the many passes over few points read memory in order. */
    private final int[][] places;
    private final double[] weights;
    private final double[][] moments;
    private final int[] keys;
    private final float[] low;
    private final float scale;
    private Sums sums;

    /**
     * Gathers points.
     *
     * @param members the points of all clusters
     * @param clusters whose points are taken
     */
    Group(Terms terms, int[][] members, int... clusters) {
        this.terms = terms;
        this.members = concatenated(members, clusters);
        int n = this.members.length;
        int dimensions = terms.points.dimensions();
        weights = gathered(terms.points.weights());
        moments = new double[dimensions][];
        places = new int[dimensions][n];
        low = new float[dimensions];
        keys = new int[n];
        sums = new Sums(dimensions, 0);
        float extent = Float.MIN_NORMAL;
        for (int axis = 0; axis < dimensions; axis++) {
            moments[axis] = gathered(terms.moments[axis]);
            extent = Math.max(extent, measure(axis));
        }
        scale = STEPS / extent;
        for (int axis = 0; axis < dimensions; axis++) {
            place(axis);
        }
    }

    private static int[] concatenated(int[][] members, int... clusters) {
        int n = 0;
        for (int cluster : clusters) {
            n += members[cluster].length;
        }
        int[] all = new int[n];
        int next = 0;
        for (int cluster : clusters) {
            System.arraycopy(members[cluster], 0, all, next, members[cluster].length);
            next += members[cluster].length;
        }
        return all;
    }

    private double[] gathered(double[] values) {
        double[] gathered = new double[members.length];
        for (int i = 0; i < gathered.length; i++) {
            gathered[i] = values[members[i]];
        }
        return gathered;
    }

    /** Finds where the points begin along an axis; returns how far they go. */
    private float measure(int axis) {
        float[] coordinates = terms.points.axis(axis);
        float least = Float.MAX_VALUE;
        float most = -Float.MAX_VALUE;
        for (int member : members) {
            least = Math.min(least, coordinates[member]);
            most = Math.max(most, coordinates[member]);
        }
        low[axis] = least;
        return most - least;
    }

    private void place(int axis) {
        float[] coordinates = terms.points.axis(axis);
        int[] into = places[axis];
        for (int i = 0; i < into.length; i++) {
            into[i] = place(coordinates[members[i]], axis);
        }
    }

    private int place(float coordinate, int axis) {
        return Math.max(0, Math.min(STEPS, (int) ((coordinate - low[axis]) * scale + 0.5f)));
    }

    /**
     * Moves centroids to the means of their points, {@code iterations + 1} times.
     *
     * @param centroids [dimensions][1 to {@link #MOST}]; changed
     * @return by how much the means lower the inertia against one centroid at the origin: sum |S_j|^2 / W_j
     */
    double relax(float[][] centroids, int iterations) {
        for (int i = 0; i <= iterations; i++) {
            assign(centroids);
            add(centroids[0].length);
            move(centroids);
        }
        return sums.score();
    }

    /** After {@link #relax}: by how much the mean of one centroid's points lowers the inertia. */
    double score(int centroid) {
        return sums.score(centroid);
    }

    /** After {@link #relax}: the points of each centroid. */
    int[][] members(int centroids) {
        int[] sizes = new int[centroids];
        for (int key : keys) {
            sizes[key & MOST - 1]++;
        }
        int[][] split = new int[centroids][];
        for (int j = 0; j < centroids; j++) {
            split[j] = new int[sizes[j]];
        }
        for (int i = keys.length - 1; i >= 0; i--) {
            int label = keys[i] & MOST - 1;
            split[label][--sizes[label]] = members[i];
        }
        return split;
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
        int dimensions = moments.length;
        sums = new Sums(dimensions, centroids);
        int[] keys = this.keys;
        double[] weights = this.weights, momentsX = moments[0], momentsY = moments[1], momentsZ = moments[2];
        double[] sumW = sums.weights,
                sumX = sums.coordinates[0],
                sumY = sums.coordinates[1],
                sumZ = sums.coordinates[2];
        for (int i = 0; i < keys.length; i++) {
            int label = keys[i] & MOST - 1;
            sumW[label] += weights[i];
            sumX[label] += momentsX[i];
            sumY[label] += momentsY[i];
            sumZ[label] += momentsZ[i];
        }
        if (dimensions == 4) {
            for (int i = 0; i < keys.length; i++) {
                sums.coordinates[3][keys[i] & MOST - 1] += moments[3][i];
            }
        }
    }

    private void move(float[][] centroids) {
        for (int axis = 0; axis < centroids.length; axis++) {
            for (int j = 0; j < centroids[axis].length; j++) {
                if (sums.weights[j] > 0) {
                    centroids[axis][j] = (float) (sums.coordinates[axis][j] / sums.weights[j] + terms.origin[axis]);
                }
            }
        }
    }
}
