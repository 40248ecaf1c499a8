package tinct.kmeans;

/**
 * Both sides of the best cut of a cluster across its principal axis, at the bounds of equal slices.
 *
 * @param gain by how much inertia falls; 0 if the cluster cannot be cut
 * @param means [dimensions][2] of the sides
 */
record Halves(double gain, float[][] means) {
    private static final int SLICES = 64;

    static Halves of(Terms terms, Members members) {
        double[] direction = direction(members);
        if (direction.length == 0) {
            return new Halves(0, new float[terms.dimensions()][2]);
        }
        return cut(terms, members, slices(members, direction));
    }

    /** The principal axis; of length 0 if all points are at one place. */
    private static double[] direction(Members members) {
        int dimensions = members.places.length;
        double[] weights = members.weights;
        double weight = 0;
        for (double w : weights) {
            weight += w;
        }
        double[][] offsets = new double[dimensions][];
        for (int axis = 0; axis < dimensions; axis++) {
            offsets[axis] = offsets(members.places[axis], weights, weight);
        }
        double[][] covariance = new double[dimensions][dimensions];
        double variance = 0;
        for (int a = 0; a < dimensions; a++) {
            for (int b = 0; b <= a; b++) {
                double[] first = offsets[a], second = offsets[b];
                double sum = 0;
                for (int i = 0; i < weights.length; i++) {
                    sum += weights[i] * (first[i] * second[i]);
                }
                covariance[a][b] = sum;
                covariance[b][a] = sum;
            }
            variance += covariance[a][a];
        }
        return variance > 0 ? PrincipalAxis.of(covariance) : new double[0];
    }

    private static double[] offsets(int[] places, double[] weights, double weight) {
        double sum = 0;
        for (int i = 0; i < places.length; i++) {
            sum += weights[i] * places[i];
        }
        double mean = sum / weight;
        double[] offsets = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            offsets[i] = places[i] - mean;
        }
        return offsets;
    }

    private static byte[] slices(Members members, double[] direction) {
        double[] along = new double[members.size()];
        for (int axis = 0; axis < direction.length; axis++) {
            int[] places = members.places[axis];
            double factor = direction[axis];
            for (int i = 0; i < along.length; i++) {
                along[i] += factor * places[i];
            }
        }
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        for (double position : along) {
            least = Math.min(least, position);
            most = Math.max(most, position);
        }
        double scale = most > least ? SLICES / (most - least) : 0;
        byte[] slices = new byte[along.length];
        for (int i = 0; i < slices.length; i++) {
            slices[i] = (byte) Math.min(SLICES - 1, (int) ((along[i] - least) * scale));
        }
        return slices;
    }

    private static Halves cut(Terms terms, Members members, byte[] slices) {
        int dimensions = terms.dimensions();
        Sums sums = new Sums(dimensions, SLICES);
        for (int i = 0; i < slices.length; i++) {
            sums.weights[slices[i]] += members.weights[i];
        }
        for (int axis = 0; axis < dimensions; axis++) {
            double[] moments = members.moments[axis], into = sums.coordinates[axis];
            for (int i = 0; i < slices.length; i++) {
                into[slices[i]] += moments[i];
            }
        }
        Sums sides = new Sums(dimensions, 2);
        for (int slice = 0; slice < SLICES; slice++) {
            move(sums, slice, sides, 1, 1);
        }
        double gain = 0;
        float[][] means = new float[dimensions][2];
        for (int slice = 0; slice < SLICES - 1; slice++) {
            if (sums.weights[slice] == 0) {
                continue;
            }
            move(sums, slice, sides, 0, 1);
            move(sums, slice, sides, 1, -1);
            double value = sides.weights[1] > 0 ? sides.score() - members.score : 0;
            if (value > gain) {
                gain = value;
                for (int axis = 0; axis < dimensions; axis++) {
                    means[axis][0] = mean(terms, sides, axis, 0);
                    means[axis][1] = mean(terms, sides, axis, 1);
                }
            }
        }
        return new Halves(gain, means);
    }

    private static void move(Sums from, int slice, Sums to, int side, double factor) {
        to.weights[side] += factor * from.weights[slice];
        for (int axis = 0; axis < to.coordinates.length; axis++) {
            to.coordinates[axis][side] += factor * from.coordinates[axis][slice];
        }
    }

    private static float mean(Terms terms, Sums sides, int axis, int side) {
        return (float) (sides.coordinates[axis][side] / sides.weights[side] + terms.origin[axis]);
    }
}
