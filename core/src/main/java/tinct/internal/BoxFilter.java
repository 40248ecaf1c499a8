package tinct.internal;

/**
 * Finds which of some centroids can be the nearest one to any point of an axis-parallel box.
 *
 * <p>A centroid c is dropped if another one, c*, the nearest to the middle of the box, is nearer everywhere in the box.
 * The difference of the two squared distances is affine, so the corner farthest towards c decides (Kanungo et al. 2002,
 * doi 10.1109/TPAMI.2002.1017616). A margin above the rounding error of {@code float} distances makes the answer safe
 * for labels that are computed in {@code float}: whatever is dropped loses, or ties with nobody.
 */
public final class BoxFilter {
    /**
     * A centroid is nearer than another everywhere in a box if at the corner farthest towards the other one its squared distance
     * is less by more than this times the sum of the other's and of the squared diagonal.
     *
     * <p>A float squared distance is within 4e-7 of its value, relatively; 8e-7 of two at any point p of the box, where
     * d(p)^2 <= 2 (d(corner)^2 + diagonal^2); the corner test itself adds 8e-7. 4e-6 covers the sum.
     */
    public static final float SLACK = 4e-6f;

    private BoxFilter() {}

    /**
     * Copies the candidates that may be nearest somewhere in the box from one list to another, in the same order.
     *
     * @param low [d] lower corner of the box
     * @param high [d] upper corner
     * @param boxAt position of the box in {@code low} and {@code high}: its axes are at {@code boxAt .. boxAt + d - 1}
     * @param from candidates to look at, at least one
     * @param to receives those that are left, at least one; may be {@code from} itself
     */
    public static void filter(float[] low, float[] high, int boxAt, Candidates from, Candidates to) {
        boolean four = from.dimensions == 4;
        float lowX = low[boxAt], lowY = low[boxAt + 1], lowZ = low[boxAt + 2], lowW = four ? low[boxAt + 3] : 0;
        float highX = high[boxAt], highY = high[boxAt + 1], highZ = high[boxAt + 2], highW = four ? high[boxAt + 3] : 0;
        int best = nearest(
                from, (lowX + highX) * 0.5f, (lowY + highY) * 0.5f, (lowZ + highZ) * 0.5f, (lowW + highW) * 0.5f);
        float bestX = from.x[best], bestY = from.y[best], bestZ = from.z[best], bestW = from.w[best];
        float diagonal = square(highX - lowX) + square(highY - lowY) + square(highZ - lowZ) + square(highW - lowW);
        int[] ids = from.ids, keptIds = to.ids;
        float[] xs = from.x, ys = from.y, zs = from.z, ws = from.w;
        float[] keptX = to.x, keptY = to.y, keptZ = to.z, keptW = to.w;
        int kept = 0;
        for (int i = 0, size = from.size; i < size; i++) {
            float x = xs[i], y = ys[i], z = zs[i], w = ws[i];
            float cornerX = x > bestX ? highX : lowX;
            float cornerY = y > bestY ? highY : lowY;
            float cornerZ = z > bestZ ? highZ : lowZ;
            float cornerW = w > bestW ? highW : lowW;
            float own = square(x - cornerX) + square(y - cornerY) + square(z - cornerZ) + square(w - cornerW);
            float other = square(bestX - cornerX)
                    + square(bestY - cornerY)
                    + square(bestZ - cornerZ)
                    + square(bestW - cornerW);
            if (i == best || own - other <= SLACK * (own + diagonal)) {
                keptIds[kept] = ids[i];
                keptX[kept] = x;
                keptY[kept] = y;
                keptZ[kept] = z;
                keptW[kept] = w;
                kept++;
            }
        }
        to.size = kept;
    }

    private static int nearest(Candidates candidates, float x, float y, float z, float w) {
        float[] xs = candidates.x, ys = candidates.y, zs = candidates.z, ws = candidates.w;
        int best = 0;
        float least = Float.MAX_VALUE;
        for (int i = 0, size = candidates.size; i < size; i++) {
            float d = square(xs[i] - x) + square(ys[i] - y) + square(zs[i] - z) + square(ws[i] - w);
            if (d < least) {
                least = d;
                best = i;
            }
        }
        return best;
    }

    private static float square(float value) {
        return value * value;
    }
}
