import java.io.DataInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import smile.clustering.KMeans;

/**
 * K-means of Smile 1.5.3, the last that is under the Apache licence, for java_peer.py; no part of the build.
 *
 * <pre>{@code
 * java -cp 'JARS/*' SmilePeer.java REPS K FILE
 * }</pre>
 *
 * <p>FILE has the number of points and then their coordinates as doubles, three a point, high bytes first. Prints
 * milliseconds of each run, after one that does not count, and then the centroids of the last, a line each.
 */
final class SmilePeer {
    public static void main(String... args) throws Exception {
        int reps = Integer.parseInt(args[0]);
        int k = Integer.parseInt(args[1]);
        double[][] points = points(Path.of(args[2]));
        double[][] centroids = {};
        for (int i = 0; i <= reps; i++) {
            smile.math.Math.setSeed(1);
            long start = System.nanoTime();
            centroids = new KMeans(points, k, 300).centroids();
            if (i > 0) {
                System.out.println((System.nanoTime() - start) / 1e6);
            }
        }
        for (double[] centroid : centroids) {
            System.out.println(centroid[0] + " " + centroid[1] + " " + centroid[2]);
        }
    }

    private static double[][] points(Path file) throws Exception {
        try (DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(file)))) {
            double[][] points = new double[in.readInt()][3];
            for (double[] point : points) {
                for (int axis = 0; axis < 3; axis++) {
                    point[axis] = in.readDouble();
                }
            }
            return points;
        }
    }
}
