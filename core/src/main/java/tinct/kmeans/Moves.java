package tinct.kmeans;

import java.util.Arrays;

/** How far centroids have moved in one pass, and which moves matter to which cluster. */
final class Moves {
    private final float[][] after;
    private final float[] moves;
    /** Numbers of the centroids, the farthest moved last. */
    private final int[] ranked;

    /** After {@link #look}: the largest move of a centroid that matters. */
    float near;
    /** After {@link #look}: no centroid that has moved farther than {@link #near} is nearer than this. */
    double apart;

    Moves(float[][] before, float[][] after) {
        this.after = after;
        int k = after[0].length;
        moves = new float[k];
        long[] keys = new long[k];
        for (int j = 0; j < k; j++) {
            float squares = 0;
            for (int axis = 0; axis < after.length; axis++) {
                float d = after[axis][j] - before[axis][j];
                squares += d * d;
            }
            moves[j] = Rings.above(squares);
            keys[j] = (long) Float.floatToIntBits(moves[j]) << 32 | j;
        }
        Arrays.sort(keys);
        ranked = new int[k];
        for (int i = 0; i < k; i++) {
            ranked[i] = (int) keys[i];
        }
    }

    float of(int centroid) {
        return moves[centroid];
    }

    /** Finds the largest move among the other centroids, those farther than {@code radius} from this one left out. */
    void look(int centroid, float radius) {
        near = 0;
        float least = Float.POSITIVE_INFINITY;
        float enough = radius * radius;
        for (int at = ranked.length - 1; at >= 0; at--) {
            int j = ranked[at];
            if (j == centroid) {
                continue;
            }
            float squares = 0;
            for (float[] axis : after) {
                float d = axis[j] - axis[centroid];
                squares += d * d;
            }
            if (squares <= enough) {
                near = moves[j];
                break;
            }
            least = Math.min(least, squares);
        }
        apart = Rings.below(least);
    }
}
