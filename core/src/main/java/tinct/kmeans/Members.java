package tinct.kmeans;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The points of a cluster with their {@link Terms}, copied so that the many passes over them read memory in order. */
final class Members {
    /** Their numbers [size]. */
    final int[] points;

    final double[] weights;
    /** [dimensions][size] */
    final double[][] moments;
    /** [dimensions][size] */
    final int[][] places;
    /** Least and greatest of the places [dimensions]. */
    final int[] low;

    final int[] high;
    /** What the cluster adds to {@link Sums#score()}. */
    final double score;

    private final Terms terms;
    private @Nullable Halves halves;

    Members(Terms terms, int... points) {
        int dimensions = terms.dimensions();
        this.terms = terms;
        this.points = points;
        weights = gathered(terms.weights, points);
        moments = new double[dimensions][];
        places = new int[dimensions][points.length];
        low = new int[dimensions];
        high = new int[dimensions];
        Sums sums = new Sums(dimensions, 1);
        for (double weight : weights) {
            sums.weights[0] += weight;
        }
        for (int axis = 0; axis < dimensions; axis++) {
            moments[axis] = gathered(terms.moments[axis], points);
            for (double moment : moments[axis]) {
                sums.coordinates[axis][0] += moment;
            }
            place(terms.places[axis], axis);
        }
        score = sums.score();
    }

    int size() {
        return points.length;
    }

    /** The best cut of the cluster in two, found when first asked for. */
    Halves halves() {
        // Threads that ask at the same time find the same.
        Halves known = halves;
        if (known == null) {
            known = Halves.of(terms, this);
            halves = known;
        }
        return known;
    }

    /**
     * What the points cost, each by its squared distance from the nearest of some centroids, in steps of the grid.
     *
     * @param centroids their places [dimensions][at least 1]
     */
    double cost(int[][] centroids) {
        float[] least = new float[size()];
        Arrays.fill(least, Float.MAX_VALUE);
        float[] squares = new float[size()];
        for (int j = 0; j < centroids[0].length; j++) {
            Arrays.fill(squares, 0);
            for (int axis = 0; axis < centroids.length; axis++) {
                int[] own = places[axis];
                int place = centroids[axis][j];
                for (int i = 0; i < squares.length; i++) {
                    float d = own[i] - place;
                    squares[i] += d * d;
                }
            }
            for (int i = 0; i < squares.length; i++) {
                least[i] = Math.min(least[i], squares[i]);
            }
        }
        double cost = 0;
        for (int i = 0; i < least.length; i++) {
            cost += weights[i] * least[i];
        }
        return cost;
    }

    private static double[] gathered(double[] values, int... points) {
        double[] gathered = new double[points.length];
        for (int i = 0; i < gathered.length; i++) {
            gathered[i] = values[points[i]];
        }
        return gathered;
    }

    private void place(int[] source, int axis) {
        int[] into = places[axis];
        int least = Integer.MAX_VALUE;
        int most = 0;
        for (int i = 0; i < into.length; i++) {
            int place = source[points[i]];
            into[i] = place;
            least = Math.min(least, place);
            most = Math.max(most, place);
        }
        low[axis] = least;
        high[axis] = most;
    }
}
