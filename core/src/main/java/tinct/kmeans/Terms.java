package tinct.kmeans;

/** What each point adds to the sums of its cluster, relative to the mean of all points against cancellation. */
final class Terms {
    final Points points;
    /** The mean of all points [dimensions]. */
    final double[] origin;
    /** Weight times coordinate less origin [dimensions][n]. */
    final double[][] moments;

    Terms(Points points) {
        this.points = points;
        int dimensions = points.dimensions();
        double[] weights = points.weights();
        origin = new double[dimensions];
        moments = new double[dimensions][weights.length];
        double weight = 0;
        for (double w : weights) {
            weight += w;
        }
        for (int axis = 0; axis < dimensions; axis++) {
            float[] coordinates = points.axis(axis);
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * coordinates[i];
            }
            double mean = sum / weight;
            origin[axis] = mean;
            for (int i = 0; i < weights.length; i++) {
                moments[axis][i] = weights[i] * (coordinates[i] - mean);
            }
        }
    }
}
