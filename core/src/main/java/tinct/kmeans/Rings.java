package tinct.kmeans;

import java.util.Arrays;
import tinct.internal.Parallel;

/**
 * For each centroid the others around it, nearest first: a point at distance u of it is nearest to none that is farther
 * than 2 u from it.
 */
final class Rings {
    /* Relative, for roots of float squared distances, which are within 4e-7 of their values. */
    private static final float ABOVE = 1 + 2e-6f;
    private static final float BELOW = 1 - 2e-6f;

    /** Centroids listed around one when nothing is known of how far its points are, about. */
    private static final int SOME = 64;
    /** Of so many centroids one is looked at to guess how far that many are. */
    private static final int SAMPLED = 8;
    /** Listed centroids go to this many times the distance of the farthest point: 2 and room for the next passes. */
    private static final float ROOM = 2.4f;

    private static final int CHUNK = 16;

    private final float[][] centroids;
    private final int[][] ids;
    private final float[][] distances;
    /** Beyond this nothing is listed [k]. */
    private final float[] reach;

    private Rings(float[][] centroids) {
        this.centroids = centroids;
        int k = centroids[0].length;
        ids = new int[k][];
        distances = new float[k][];
        reach = new float[k];
    }

    /** Lists all centroids, or of many some of the nearest. */
    static Rings nearest(float[][] centroids, int threads) {
        Rings rings = new Rings(centroids);
        rings.list(threads, (j, squares) -> rings.ids.length <= SOME ? Float.POSITIVE_INFINITY : sampled(squares));
        return rings;
    }

    /** Lists for points that are no farther from their centroids than {@code radii} [k]; none for a radius of 0. */
    static Rings within(float[][] centroids, float[] radii, int threads) {
        Rings rings = new Rings(centroids);
        rings.list(threads, (j, squares) -> ROOM * ROOM * radii[j] * radii[j]);
        return rings;
    }

    /** A number not below the distance of which this is the square. */
    static float above(float square) {
        return (float) Math.sqrt(square) * ABOVE;
    }

    /** A number not above the distance of which this is the square. */
    static float below(float square) {
        return (float) Math.sqrt(square) * BELOW;
    }

    Search search(Ordered points) {
        return new Search(points);
    }

    private interface Limit {
        /** The squared distance up to which centroids are listed around one. */
        float of(int centroid, float[] squares);
    }

    private static float sampled(float[] squares) {
        float[] sample = new float[squares.length / SAMPLED];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = squares[i * SAMPLED];
        }
        Arrays.sort(sample);
        return sample[Math.min(sample.length, SOME / SAMPLED) - 1];
    }

    private void list(int threads, Limit limit) {
        int k = ids.length;
        Parallel.forEach((k + CHUNK - 1) / CHUNK, threads, chunk -> {
            float[] squares = new float[k];
            long[] keys = new long[k];
            for (int j = chunk * CHUNK; j < Math.min(k, (chunk + 1) * CHUNK); j++) {
                measure(j, squares);
                list(j, squares, limit.of(j, squares), keys);
            }
        });
    }

    private void measure(int centroid, float[] squares) {
        Arrays.fill(squares, 0);
        for (float[] axis : centroids) {
            float own = axis[centroid];
            for (int j = 0; j < squares.length; j++) {
                float d = axis[j] - own;
                squares[j] += d * d;
            }
        }
    }

    private void list(int centroid, float[] squares, float limit, long[] keys) {
        reach[centroid] = below(limit);
        int count = 0;
        for (int j = 0; j < squares.length && limit > 0; j++) {
            if (squares[j] <= limit && j != centroid) {
                keys[count++] = (long) Float.floatToRawIntBits(squares[j]) << 32 | j;
            }
        }
        Arrays.sort(keys, 0, count);
        int[] ids = new int[count];
        float[] distances = new float[count];
        for (int i = 0; i < count; i++) {
            ids[i] = (int) keys[i];
            distances[i] = below(Float.intBitsToFloat((int) (keys[i] >> 32)));
        }
        this.ids[centroid] = ids;
        this.distances[centroid] = distances;
    }

    /** One thread's search for the centroids nearest to points. */
    final class Search {
        private final boolean four;
        private final float[] xs, ys, zs, ws;
        private final float[] cx, cy, cz, cw;
        /** The nearest centroid, the lowest number on a tie. */
        int label;
        /** The second nearest, -1 if it is not known: when all centroids listed around the guess are looked at in vain. */
        int rival;
        /** Not below the distance to the nearest. */
        float upper;
        /** Not above the distance to any other. */
        float lower;

        private Search(Ordered points) {
            four = points.dimensions() == 4;
            xs = points.axes[0];
            ys = points.axes[1];
            zs = points.axes[2];
            ws = points.axes[four ? 3 : 2];
            cx = centroids[0];
            cy = centroids[1];
            cz = centroids[2];
            cw = centroids[four ? 3 : 2];
        }

        /** The squared distance of a point from a centroid. */
        float square(int i, int j) {
            float dx = xs[i] - cx[j], dy = ys[i] - cy[j], dz = zs[i] - cz[j];
            float d = dx * dx + dy * dy + dz * dz;
            if (four) {
                float dw = ws[i] - cw[j];
                d += dw * dw;
            }
            return d;
        }

        /** Finds the nearest centroid of a point by the ring around another, best one that is near. */
        void find(int i, int guess) {
            final int[] ids = Rings.this.ids[guess];
            final float[] distances = Rings.this.distances[guess];
            final float[] cx = this.cx, cy = this.cy, cz = this.cz;
            final float x = xs[i], y = ys[i], z = zs[i];
            float first = square(i, guess);
            float second = Float.POSITIVE_INFINITY;
            float toGuess = above(first);
            float beyond = reach[guess] - toGuess;
            int best = guess;
            rival = -1;
            for (int at = 0; at < ids.length; at++) {
                // No other centroid from here on is nearer to the point than this.
                float gap = distances[at] - toGuess;
                if (gap > 0 && gap * gap * BELOW > second) {
                    beyond = gap;
                    break;
                }
                int j = ids[at];
                float dx = x - cx[j], dy = y - cy[j], dz = z - cz[j];
                float d = dx * dx + dy * dy + dz * dz; // square(i, j), which the quick compiler would call
                if (four) {
                    float dw = ws[i] - cw[j];
                    d += dw * dw;
                }
                if (d <= second) { // where all three are equal the lowest number is still to be found
                    boolean nearer = d < first || (d == first && j < best);
                    second = nearer ? first : d;
                    rival = nearer ? best : j;
                    first = nearer ? d : first;
                    best = nearer ? j : best;
                }
            }
            label = best;
            upper = above(first);
            lower = Math.min(below(second), beyond * BELOW);
            if (beyond * BELOW <= upper) {
                scan(i);
            }
        }

        private void scan(int i) {
            float first = Float.POSITIVE_INFINITY;
            float second = Float.POSITIVE_INFINITY;
            int best = -1;
            for (int j = 0; j < cx.length; j++) {
                float d = square(i, j);
                if (d < first) {
                    second = first;
                    rival = best;
                    first = d;
                    best = j;
                } else if (d < second) {
                    second = d;
                    rival = j;
                }
            }
            label = best;
            upper = above(first);
            lower = below(second);
        }
    }
}
