package tinct.remap.rate;

import tinct.image.Image;

/** Rows that are mapped one after another, each taking what error the one above leaves. */
final class Strip {
    /** Of an error that is handed down, on each axis. */
    static final float MOST_ERROR = 0.1f;

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
        float[][] left = new float[entries.dimensions][width + 2];
        float[] share = new float[width];
        if (known > 0) {
            scene.row(from - 1, row, share);
            leave(row, above, (from - 1) * width, left);
        }
        double cost = 0;
        for (int y = from; y < to; y++) {
            scene.row(y, row, share);
            take(left, share, row);
            System.arraycopy(row.plain, 0, window.repeats.plain, window.start(known + y - from), width);
            cost += path.settle(known + y - from, row, steps);
            System.arraycopy(window.bytes, window.start(known + y - from), indices, y * width, width);
            leave(row, indices, y * width, left);
        }
        return cost;
    }

    /** Moves the targets of a row by what the row above has left, smoothed along the row. */
    private void take(float[][] left, float[] share, Row row) {
        for (int axis = 0; axis < left.length; axis++) {
            float[] error = left[axis];
            float[] target = row.target[axis];
            for (int x = 0; x < width; x++) {
                float smooth = (error[x] + 2 * error[x + 1] + error[x + 2]) * 0.25f;
                target[x] += share[x] * Math.max(-MOST_ERROR, Math.min(MOST_ERROR, smooth));
            }
        }
    }

    /** What a row leaves to the next, [dimensions][width + 2]; pixels that are fixed leave nothing. */
    private void leave(Row row, byte[] indices, int at, float[][] left) {
        for (int axis = 0; axis < left.length; axis++) {
            float[] coordinates = entries.coordinates[axis];
            for (int x = 0; x < width; x++) {
                left[axis][x + 1] =
                        row.kind[x] == Row.FIXED ? 0 : row.target[axis][x] - coordinates[indices[at + x] & 0xFF];
            }
        }
    }
}
