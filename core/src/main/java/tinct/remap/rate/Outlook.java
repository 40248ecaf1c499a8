package tinct.remap.rate;

import java.util.Arrays;

/**
 * What the entry of a pixel costs those behind it in its row.
 *
 * <p>It is found from the end of a row on, by a rule of thumb in place of the model that will code the row: to keep an entry
 * takes next to no bits, to take that from above a few, to take another more. Without it an entry would be left only where a
 * single pixel pays for that, though all that follow gain.
 */
final class Outlook {
    /** Pixels that are looked at together. */
    static final int SPAN = 512;

    /** Pixels behind those that are looked at first: what lies beyond them hardly counts. */
    private static final int MARGIN = 32;

    /* Bits. */
    private static final float KEPT = 0.1f;
    private static final float FROM_ABOVE = 4;
    private static final float OTHER = 16;

    /** An entry that is neither takes fewer bits for each of the pixels above and around that has another than the one before it. */
    private static final float LESS_IF_CHANGED = 2.4f;

    /** Pixels above on either side that are looked at for that. */
    private static final int AROUND = 2;

    /** With each pixel, what lies ahead counts so much less. */
    private static final float FADING = 0.8f;

    private final Entries entries;
    private final float price;
    private final int width;
    private final float[] costs;
    private final float[] errors;
    private int first;

    /** @param price of a bit */
    Outlook(Entries entries, float price, int width) {
        this.entries = entries;
        this.price = price;
        this.width = width;
        costs = new float[Math.min(width, SPAN + MARGIN) * entries.size];
        errors = new float[entries.size];
    }

    /** What the entries of pixels cost those ahead: for each pixel all entries, from {@link #at} on. */
    float[] costs() {
        return costs;
    }

    /** Where the costs of the pixel in column x begin, one of {@link #SPAN} that are known. */
    int at(int x) {
        return (x - first) * entries.size;
    }

    /**
     * Looks at the pixels from column {@code start} on.
     *
     * @param row with its targets as far as they are known
     * @param indices of the picture
     * @param above where the row above begins in those; negative if there is none
     */
    void look(int start, Row row, byte[] indices, int above) {
        first = start;
        int last = Math.min(width, start + SPAN + MARGIN) - 1;
        Arrays.fill(costs, at(last), at(last) + entries.size, 0);
        for (int x = last; x > start; x--) {
            measure(row, x);
            if (above < 0) {
                lookBack(at(x), -1, OTHER);
            } else {
                lookBack(at(x), indices[above + x] & 0xFF, OTHER - LESS_IF_CHANGED * changes(indices, above, x));
            }
        }
    }

    /** How many pixels around column x, in a row that begins at p, have another entry than the one before them. */
    private int changes(byte[] indices, int p, int x) {
        int end = Math.min(width - 1, x + AROUND);
        int changes = 0;
        for (int i = p + Math.max(1, x - AROUND); i <= p + end; i++) {
            changes += indices[i] != indices[i - 1] ? 1 : 0;
        }
        return changes;
    }

    private void measure(Row row, int x) {
        if (row.kind[x] == Row.FIXED) {
            entries.allowOnly(row.plain[x] & 0xFF, errors);
        } else {
            entries.measure(row.target, x, row.weight[x], row.kind[x], Entries.NEVER, errors);
        }
    }

    /** Finds the costs of the pixel before one whose errors and costs are known. */
    private void lookBack(int at, int above, float other) {
        final float[] errors = this.errors, costs = this.costs;
        for (int k = 0; k < errors.length; k++) {
            errors[k] += costs[at + k];
        }
        float kept = price * KEPT;
        float least = least(errors);
        float most = least + price * other;
        if (above >= 0) {
            most = Math.min(most, errors[above] + price * FROM_ABOVE);
        }
        least = Math.min(least + kept, most);
        int before = at - errors.length;
        for (int k = 0; k < errors.length; k++) {
            costs[before + k] = FADING * (Math.min(errors[k] + kept, most) - least);
        }
    }

    private static float least(float[] values) {
        float least = values[0];
        for (float value : values) {
            least = Math.min(least, value);
        }
        return least;
    }
}
