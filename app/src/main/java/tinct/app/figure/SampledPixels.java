package tinct.app.figure;

/** Colours drawn from a picture, each as a square, in the order in which they were drawn. */
final class SampledPixels {
    private static final double ASPECT = 1.6;
    private static final int WIDTH = 1280;
    private static final int UNDER_CAPTION = 16;

    private SampledPixels() {}

    static Canvas draw(int[] colors, Caption caption) {
        if (colors.length == 0) {
            throw new IllegalArgumentException("there are no colours to draw");
        }
        int columns = columns(colors.length);
        int rows = (colors.length + columns - 1) / columns;
        int cell = Math.max(1, WIDTH / Math.max(columns, (int) (ASPECT * rows)));
        int gap = cell >= 24 ? 2 : cell >= 10 ? 1 : 0;
        int width = Math.max(WIDTH, columns * cell);
        int top = Theme.MARGIN + caption.height(width) + UNDER_CAPTION;
        Canvas canvas = new Canvas(width + 2 * Theme.MARGIN, top + rows * cell + Theme.MARGIN);
        caption.draw(canvas, Theme.MARGIN, Theme.MARGIN, width);
        for (int i = 0; i < colors.length; i++) {
            int x = Theme.MARGIN + i % columns * cell;
            int y = top + i / columns * cell;
            canvas.rectangle(x, y, cell - gap, cell - gap, Theme.color(colors[i]));
            if (gap > 0) {
                canvas.edge(x, y, cell - gap, cell - gap);
            }
        }
        return canvas;
    }

    /** Of the grids about 1.6 times as wide as high the one that leaves the fewest cells empty; 40 for 1000. */
    static int columns(int cells) {
        int wish = (int) Math.max(1, Math.round(Math.sqrt(cells * ASPECT)));
        int best = wish;
        for (int columns = wish - wish / 8; columns <= wish + wish / 8; columns++) {
            if (empty(cells, columns) < empty(cells, best)) {
                best = columns;
            }
        }
        return best;
    }

    private static int empty(int cells, int columns) {
        return (columns - cells % columns) % columns;
    }
}
