package tinct.internal;

/** A list of centroids by number, their coordinates beside it; mutable, for use by one thread. */
public final class Candidates {
    /** 3 or 4; with three, w is 0 throughout. */
    public final int dimensions;
    /** Numbers of the centroids [capacity], ascending in 0..size-1. */
    public final int[] ids;
    /** First coordinates [capacity]. */
    public final float[] x;
    /** Second coordinates [capacity]. */
    public final float[] y;
    /** Third coordinates [capacity]. */
    public final float[] z;
    /** Fourth coordinates [capacity]. */
    public final float[] w;
    /** How many there are. */
    public int size;

    /** An empty list that can hold {@code capacity} centroids. */
    public Candidates(int dimensions, int capacity) {
        this.dimensions = dimensions;
        ids = new int[capacity];
        x = new float[capacity];
        y = new float[capacity];
        z = new float[capacity];
        w = new float[capacity];
    }

    /** Lists all centroids [3 or 4][k]. */
    public static Candidates all(float[][] centroids) {
        int k = centroids[0].length;
        Candidates all = new Candidates(centroids.length, k);
        for (int j = 0; j < k; j++) {
            all.ids[j] = j;
        }
        System.arraycopy(centroids[0], 0, all.x, 0, k);
        System.arraycopy(centroids[1], 0, all.y, 0, k);
        System.arraycopy(centroids[2], 0, all.z, 0, k);
        if (centroids.length == 4) {
            System.arraycopy(centroids[3], 0, all.w, 0, k);
        }
        all.size = k;
        return all;
    }

    /** A copy just large enough. */
    public Candidates trimmed() {
        Candidates copy = new Candidates(dimensions, size);
        System.arraycopy(ids, 0, copy.ids, 0, size);
        System.arraycopy(x, 0, copy.x, 0, size);
        System.arraycopy(y, 0, copy.y, 0, size);
        System.arraycopy(z, 0, copy.z, 0, size);
        System.arraycopy(w, 0, copy.w, 0, size);
        copy.size = size;
        return copy;
    }

    /** The position in this list of the candidate nearest to a point, the first on a tie. */
    public int nearest(float px, float py, float pz, float pw) {
        int best = 0;
        float least = Float.MAX_VALUE;
        for (int i = 0, n = size; i < n; i++) {
            float dx = px - x[i], dy = py - y[i], dz = pz - z[i], dw = pw - w[i];
            float d = dx * dx + dy * dy + dz * dz + dw * dw;
            if (d < least) {
                least = d;
                best = i;
            }
        }
        return best;
    }
}
