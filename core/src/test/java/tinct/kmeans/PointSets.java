package tinct.kmeans;

import java.util.Arrays;
import java.util.SplittableRandom;
import tinct.color.ColorSpace;
import tinct.histogram.Histogram;
import tinct.image.Image;
import tinct.reference.Pictures;

/** Weighted points for tests: integer weights, coordinates on a grid, so that sums are exact. */
final class PointSets {
    private static final double GRID = 0x1p12;

    private PointSets() {}

    /** A set of a kind that depends on the seed, in 3 or 4 dimensions. */
    static Points any(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int dimensions = 3 + random.nextInt(2);
        int n = 1 + random.nextInt(400);
        return switch ((int) (seed % 6)) {
            case 0 -> uniform(seed, dimensions, n);
            case 1 -> clustered(seed, dimensions, n, 1 + random.nextInt(9), 20);
            case 2 -> collinear(seed, dimensions, n);
            case 3 -> repeated(seed, dimensions, n);
            case 4 -> withZeroWeights(uniform(seed, dimensions, n), seed);
            default -> random.nextInt(4) == 0 ? uniform(seed, dimensions, 1) : colors(Pictures.veiled(seed, 20, 12));
        };
    }

    static Points uniform(long seed, int dimensions, int n) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] axes = new float[dimensions][n];
        for (float[] axis : axes) {
            fill(axis, random, 0, 255);
        }
        return new Points(axes, weights(random, n));
    }

    /** Round heaps, each coordinate near normal with the deviation given, at random places of a cube of 255 a side. */
    static Points clustered(long seed, int dimensions, int n, int clusters, double deviation) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] means = new float[dimensions][clusters];
        for (float[] axis : means) {
            fill(axis, random, 0, 255);
        }
        float[][] axes = new float[dimensions][n];
        for (int i = 0; i < n; i++) {
            int cluster = random.nextInt(clusters);
            for (int axis = 0; axis < dimensions; axis++) {
                axes[axis][i] = snap(means[axis][cluster] + deviation * normal(random));
            }
        }
        return new Points(axes, weights(random, n));
    }

    /** On a line through the cube, many of them at one place. */
    static Points collinear(long seed, int dimensions, int n) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] axes = new float[dimensions][n];
        for (int i = 0; i < n; i++) {
            int t = random.nextInt(64);
            for (int axis = 0; axis < dimensions; axis++) {
                axes[axis][i] = axis == 1 ? 7 : t * (axis + 1);
            }
        }
        return new Points(axes, weights(random, n));
    }

    /** At a few places, on a lattice, so that distances tie. */
    static Points repeated(long seed, int dimensions, int n) {
        SplittableRandom random = new SplittableRandom(seed);
        int side = 1 + random.nextInt(3);
        float[][] axes = new float[dimensions][n];
        for (float[] axis : axes) {
            for (int i = 0; i < n; i++) {
                axis[i] = 16 * random.nextInt(side);
            }
        }
        return new Points(axes, weights(random, n));
    }

    /** The distinct colours of a picture. */
    static Points colors(Image image) {
        Histogram histogram = Histogram.of(image.pixels(), 1);
        float[][] axes = ColorSpace.SRGB.coordinates(histogram.colors(), histogram.opaque() ? 3 : 4);
        return new Points(
                axes, Arrays.stream(histogram.counts()).asDoubleStream().toArray());
    }

    static Points withZeroWeights(Points points, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] weights = Arrays.stream(points.weights())
                .map(weight -> random.nextInt(3) == 0 ? 0 : weight)
                .toArray();
        weights[random.nextInt(weights.length)] = 1;
        return new Points(axes(points), weights);
    }

    static float[][] axes(Points points) {
        float[][] axes = new float[points.dimensions()][];
        for (int axis = 0; axis < axes.length; axis++) {
            axes[axis] = points.axis(axis);
        }
        return axes;
    }

    /** The coordinates of point i. */
    static float[] point(Points points, int i) {
        float[] point = new float[points.dimensions()];
        for (int axis = 0; axis < point.length; axis++) {
            point[axis] = points.axis(axis)[i];
        }
        return point;
    }

    /** The centroids of a clustering [dimensions][k]. */
    static float[][] centroids(Clustering clustering) {
        float[][] centroids = new float[clustering.dimensions()][clustering.k()];
        for (int j = 0; j < clustering.k(); j++) {
            float[] centroid = clustering.centroid(j);
            for (int axis = 0; axis < centroids.length; axis++) {
                centroids[axis][j] = centroid[axis];
            }
        }
        return centroids;
    }

    /** The number of places where points of positive weight are. */
    static int places(Points points) {
        java.util.Set<String> places = new java.util.HashSet<>();
        for (int i = 0; i < points.size(); i++) {
            if (points.weights()[i] > 0) {
                places.add(Arrays.toString(point(points, i)));
            }
        }
        return places.size();
    }

    /** Sum of weight times squared distance to the centroid of the label, point by point. */
    static double directInertia(Points points, Clustering clustering) {
        float[][] centroids = centroids(clustering);
        double sum = 0;
        for (int i = 0; i < points.size(); i++) {
            double distance = 0;
            for (int axis = 0; axis < centroids.length; axis++) {
                double d = points.axis(axis)[i]
                        - (double) centroids[axis][clustering.labels()[i]];
                distance += d * d;
            }
            sum += points.weights()[i] * distance;
        }
        return sum;
    }

    private static void fill(float[] axis, SplittableRandom random, double low, double high) {
        for (int i = 0; i < axis.length; i++) {
            axis[i] = snap(random.nextDouble(low, high));
        }
    }

    private static double[] weights(SplittableRandom random, int n) {
        boolean equal = random.nextInt(3) == 0;
        return random.ints(n, 1, equal ? 2 : 300).asDoubleStream().toArray();
    }

    private static double normal(SplittableRandom random) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }

    private static float snap(double value) {
        return (float) (Math.rint(value * GRID) / GRID);
    }
}
