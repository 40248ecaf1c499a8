package tinct.remap.rate;

import tinct.image.Image;

/**
 * Rows that are mapped one after another, each pixel taking on a part of the error that the pixels above and to the left
 * leave. Detail that is lost in one place so comes back in another, where it is cheaper.
 */
final class Strip {
    /* The parts, where the surroundings are smooth and where they are rough. More from above, or less from the left, would
     * turn runs into lines in alternating colours where it is smooth: streaks. */
    private static final float SMOOTH_FROM_ABOVE = 0.07f;
    private static final float SMOOTH_FROM_LEFT = 0.42f;
    private static final float ROUGH_FROM_ABOVE = 0.5f;
    private static final float ROUGH_FROM_LEFT = 0.3f;

    private final Image image;
    private final Entries entries;
    private final byte[] plain;
    private final int width;
    private final int from;
    private final int to;

    /** The rows from..to - 1. */
    Strip(Image image, Entries entries, byte[] plain, int from, int to) {
        this.image = image;
        this.entries = entries;
        this.plain = plain;
        this.width = image.width();
        this.from = from;
        this.to = to;
    }

    /**
     * Maps the rows.
     *
     * @param above [width * height] of the picture; the {@code known} rows above the strip stand there and can be copied
     * @param indices [width * height] of the picture, where the result goes
     * @param gap bytes between rows
     * @return the cost: errors by their weights and bits by their price
     */
    double map(byte[] above, int known, byte[] indices, int gap, BitCosts costs, Search search, Steps steps) {
        Window window = new Window(width, gap, known + to - from);
        for (int row = 0; row < known; row++) {
            System.arraycopy(above, (from - known + row) * width, window.bytes, window.start(row), width);
            System.arraycopy(plain, (from - known + row) * width, window.repeats.plain, window.start(row), width);
            window.learn(row);
        }
        RowPath path = new RowPath(width, entries, costs, search, window);
        Scene scene = new Scene(image, entries, plain, Math.max(0, from - Math.min(1, known)), to);
        Row row = new Row(width, entries.dimensions);
        Row aim = row.withOtherTargets();
        float[][] left = new float[Distortions.AXES][width + 2];
        if (known > 0) {
            scene.row(from - 1, row);
            take(left, row);
            leave(row, above, (from - 1) * width, left);
        }
        double cost = 0;
        for (int y = from; y < to; y++) {
            scene.row(y, row);
            take(left, row);
            System.arraycopy(row.plain, 0, window.repeats.plain, window.start(known + y - from), width);
            scene.aim(y, row, costs.bit, Scene.BELOW, aim);
            cost += path.settle(known + y - from, aim, steps);
            System.arraycopy(window.bytes, window.start(known + y - from), indices, y * width, width);
            leave(row, indices, y * width, left);
        }
        return cost;
    }

    /** Says what a row takes from the left, and moves its targets by what the row above has left, smoothed along the row. */
    private void take(float[][] left, Row row) {
        for (int x = 0; x < width; x++) {
            if (row.kind[x] == Row.FIXED) {
                continue; // takes nothing
            }
            float rough = Scene.roughness(Scene.activity(row.weight[x]));
            row.share[x] = SMOOTH_FROM_LEFT + (ROUGH_FROM_LEFT - SMOOTH_FROM_LEFT) * rough;
            float part = SMOOTH_FROM_ABOVE + (ROUGH_FROM_ABOVE - SMOOTH_FROM_ABOVE) * rough;
            for (int axis = 0; axis < left.length; axis++) {
                float[] error = left[axis];
                row.target[axis][x] += part * (error[x] + 2 * error[x + 1] + error[x + 2]) * 0.25f;
            }
        }
    }

    /** What a row leaves to the next, [3][width + 2]; pixels that are fixed leave nothing. */
    private void leave(Row row, byte[] indices, int at, float[][] left) {
        for (int axis = 0; axis < left.length; axis++) {
            float[] coordinates = entries.coordinates[axis];
            float error = 0;
            for (int x = 0; x < width; x++) {
                error = row.kind[x] == Row.FIXED
                        ? 0
                        : row.target[axis][x] + row.share[x] * error - coordinates[indices[at + x] & 0xFF];
                left[axis][x + 1] = error;
            }
        }
    }
}
