package tinct.app.figure;

import tinct.image.Palette;

/** A palette: a bar of the shares and every entry with its value, share and nearest CSS name. */
final class Swatches {
    private static final int WIDTH = 1400;
    private static final int UNDER_CAPTION = 16;

    private Swatches() {}

    static Canvas draw(Palette palette, double[] shares, Caption caption) {
        if (shares.length != palette.size()) {
            throw new IllegalArgumentException(palette.size() + " entries, but " + shares.length + " shares");
        }
        PaletteView view = new PaletteView(palette, shares, WIDTH, Palette.MAX_SIZE, true);
        int top = Theme.MARGIN + caption.height(WIDTH) + UNDER_CAPTION;
        Canvas canvas = new Canvas(WIDTH + 2 * Theme.MARGIN, top + view.height() + Theme.MARGIN);
        caption.draw(canvas, Theme.MARGIN, Theme.MARGIN, WIDTH);
        view.draw(canvas, Theme.MARGIN, top);
        return canvas;
    }
}
