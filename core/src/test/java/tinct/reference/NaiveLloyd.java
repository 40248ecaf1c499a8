package tinct.reference;

import java.util.ArrayList;
import java.util.List;

/**
 * Lloyd's K-means without a thought for speed: until no centroid moves, or for a number of moves.
 *
 * <p>Exact as long as sums of weight times coordinate are. A cluster that is empty goes to the costliest point.
 */
public final class NaiveLloyd {
    /** [d][k] */
    public float[][] centroids;
    /** [n] */
    public int[] labels;
    /** Inertia of the first centroids and after each move. */
    public final List<Double> history = new ArrayList<>();
    /** How often an empty cluster was given a point. */
    public int refills;

    private final float[][] axes;
    private final double[] weights;

    /** Runs from a start. */
    public NaiveLloyd(float[][] axes, double[] weights, float[][] start, int maxIterations) {
        this.axes = axes;
        this.weights = weights;
        centroids = start;
        labels = assign();
        history.add(inertia());
        for (int i = 0; i < maxIterations; i++) {
            float[][] moved = means();
            if (same(moved, centroids)) {
                return;
            }
            centroids = moved;
            labels = assign();
            history.add(inertia());
        }
    }

    private int[] assign() {
        int[] nearest = new int[weights.length];
        for (int i = 0; i < nearest.length; i++) {
            nearest[i] = NaiveNearest.find(centroids, point(i));
        }
        return nearest;
    }

    private float[] point(int i) {
        float[] point = new float[axes.length];
        for (int axis = 0; axis < point.length; axis++) {
            point[axis] = axes[axis][i];
        }
        return point;
    }

    private double squaredDistance(int i) {
        double sum = 0;
        for (int axis = 0; axis < axes.length; axis++) {
            double d = axes[axis][i] - (double) centroids[axis][labels[i]];
            sum += d * d;
        }
        return sum;
    }

    /** The sum over all points. */
    public double inertia() {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * squaredDistance(i);
        }
        return sum;
    }

    private float[][] means() {
        int k = centroids[0].length;
        int[] owner = labels.clone();
        float[][] moved = new float[axes.length][];
        for (int axis = 0; axis < axes.length; axis++) {
            moved[axis] = centroids[axis].clone();
        }
        double[] before = weights(owner, k);
        for (int j = 0; j < k; j++) {
            if (before[j] == 0) {
                int point = costliest(owner, k);
                if (point < 0) {
                    break;
                }
                owner[point] = j;
                refills++;
            }
        }
        double[] after = weights(owner, k);
        for (int axis = 0; axis < axes.length; axis++) {
            for (int j = 0; j < k; j++) {
                double sum = 0;
                for (int i = 0; i < owner.length; i++) {
                    sum += owner[i] == j ? weights[i] * axes[axis][i] : 0;
                }
                moved[axis][j] = after[j] > 0 ? (float) (sum / after[j]) : moved[axis][j];
            }
        }
        return moved;
    }

    /** The costliest point that has not been moved and is not alone, the first on a tie; -1 if none costs anything. */
    private int costliest(int[] owner, int k) {
        double[] cluster = weights(owner, k);
        int best = -1;
        double most = 0;
        for (int i = 0; i < owner.length; i++) {
            double cost = weights[i] * squaredDistance(i);
            if (owner[i] == labels[i] && cluster[owner[i]] > weights[i] && cost > most) {
                best = i;
                most = cost;
            }
        }
        return best;
    }

    private double[] weights(int[] owner, int k) {
        double[] sums = new double[k];
        for (int i = 0; i < owner.length; i++) {
            sums[owner[i]] += weights[i];
        }
        return sums;
    }

    private static boolean same(float[][] a, float[][] b) {
        for (int axis = 0; axis < a.length; axis++) {
            for (int j = 0; j < a[axis].length; j++) {
                if (a[axis][j] != b[axis][j]) {
                    return false;
                }
            }
        }
        return true;
    }
}
