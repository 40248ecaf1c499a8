package tinct.remap.rate;

import java.util.Arrays;

/**
 * What errors of the same kind one after another cost where a row is calm: there they would be seen as a streak.
 *
 * <p>The errors of a row are added up, each counting less with each pixel behind it; the square of that sum costs, beside
 * the errors themselves. So an entry that is a little off is followed by one that is off the other way, or by none that is.
 */
final class Drift {
    /** The part of a drift that is left a pixel later. */
    private static final float FADING = 0.93f;

    /** What a drift weighs beside an error at the price of level 30. */
    private static final double WEIGHT = 0.16;

    private static final double PRICE = 1.8e-3;

    /* At low prices little drifts; the higher they are, the stronger is the pull of long runs, up to level 66. */
    private static final double MOST = 2.2;

    private final Entries entries;
    private final float weight;
    private final float[][] wanted;
    private final float[] drift = new float[3];
    private final float[] rest = new float[3];
    private float here;

    /** @param price of a bit by the level */
    Drift(Entries entries, double price, int width) {
        this.entries = entries;
        double level = Math.sqrt(price / PRICE);
        double capped = Math.min(MOST, level);
        weight = (float) (WEIGHT * level * capped * capped * Math.sqrt(capped));
        wanted = new float[3][width];
    }

    /** Begins a row, whose targets are those of the picture. */
    void start(Row row) {
        for (int axis = 0; axis < 3; axis++) {
            System.arraycopy(row.target[axis], 0, wanted[axis], 0, row.target[axis].length);
        }
        Arrays.fill(drift, 0);
    }

    /**
     * Goes to the pixel in column x.
     *
     * @param calmness of its surroundings, 0..1
     */
    void go(Row row, int x, float calmness) {
        here = weight * row.weight[x] * calmness;
        for (int axis = 0; axis < 3; axis++) {
            rest[axis] = drift[axis] * FADING - wanted[axis][x];
        }
    }

    /** What the drift costs if the pixel gets an entry. */
    float cost(int entry) {
        if (here == 0) {
            return 0;
        }
        float sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            float drift = rest[axis] + entries.coordinates[axis][entry];
            sum += drift * drift;
        }
        return sum * here;
    }

    /** The pixel gets an entry. */
    void take(int entry) {
        for (int axis = 0; axis < 3; axis++) {
            drift[axis] = rest[axis] + entries.coordinates[axis][entry];
        }
    }
}
