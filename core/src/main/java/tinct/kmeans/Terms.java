package tinct.kmeans;

/** What each point adds to the sums of its cluster, relative to the mean of all points against cancellation. */
final class Terms {
    /** Of a grid over the points' extent, the same on all axes. */
    private static final int STEPS = (1 << 20) - 1;

    /** Weights [n]. */
    final double[] weights;
    /** Weight times coordinate less {@link #origin} [dimensions][n]. */
    final double[][] moments;
    /** Coordinates on the grid [dimensions][n]. */
    final int[][] places;
    /** The mean of all points [dimensions]. */
    final double[] origin;

    private final float[] low;
    private final double scale;

    Terms(Points points, Spread spread) {
        int dimensions = points.dimensions();
        weights = points.weights();
        origin = spread.mean();
        moments = new double[dimensions][];
        places = new int[dimensions][];
        low = new float[dimensions];
        float extent = Float.MIN_NORMAL;
        for (int axis = 0; axis < dimensions; axis++) {
            moments[axis] = moments(points.axis(axis), axis);
            extent = Math.max(extent, extent(points.axis(axis), axis));
        }
        scale = STEPS / (double) extent;
        for (int axis = 0; axis < dimensions; axis++) {
            places[axis] = places(points.axis(axis), axis);
        }
    }

    int dimensions() {
        return origin.length;
    }

    private double[] moments(float[] coordinates, int axis) {
        double mean = origin[axis];
        double[] moments = new double[weights.length];
        for (int i = 0; i < moments.length; i++) {
            moments[i] = weights[i] * (coordinates[i] - mean);
        }
        return moments;
    }

    /** Finds where the points begin along an axis; returns how far they go. */
    private float extent(float[] coordinates, int axis) {
        float least = Float.MAX_VALUE;
        float most = -Float.MAX_VALUE;
        for (float coordinate : coordinates) {
            least = Math.min(least, coordinate);
            most = Math.max(most, coordinate);
        }
        low[axis] = least;
        return most - least;
    }

    private int[] places(float[] coordinates, int axis) {
        int[] places = new int[coordinates.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = place(coordinates[i], axis);
        }
        return places;
    }

    /** Where a coordinate is on the grid, the end of the grid if it is beyond. */
    int place(float coordinate, int axis) {
        return (int) Math.max(0, Math.min(STEPS, (coordinate - (double) low[axis]) * scale + 0.5));
    }
}
