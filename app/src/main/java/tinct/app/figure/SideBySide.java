package tinct.app.figure;

import java.io.IOException;
import tinct.app.figure.Canvas.Anchor;
import tinct.image.IndexedImage;
import tinct.image.PixelRows;

/** A picture and its result beside each other, the palette with its shares below. */
final class SideBySide {
    private static final int LEAST_PANEL = 520;
    private static final int UNDER_CAPTION = 12;
    private static final int UNDER_PICTURE = 36;
    private static final int MOST_LABELLED = 64;

    private SideBySide() {}

    static Canvas draw(PixelRows original, Caption left, IndexedImage result, Caption right) throws IOException {
        if (original.width() != result.width() || original.height() != result.height()) {
            throw new IllegalArgumentException("the pictures differ in size: " + original.width() + " x "
                    + original.height() + " and " + result.width() + " x " + result.height());
        }
        Shown before = Shown.of(original);
        Shown after = Shown.of(result);
        Caption first = left.and(before.note());
        Caption second = right.and(after.note());
        int panel = Math.max(LEAST_PANEL, before.picture().width());
        int width = 2 * panel + Theme.GAP;
        int captions = Math.max(first.height(panel), second.height(panel));
        PaletteView palette = new PaletteView(result.palette(), shares(result), width, MOST_LABELLED);

        int top = Theme.MARGIN + captions + UNDER_CAPTION;
        int heading = top + before.picture().height() + UNDER_PICTURE;
        int swatches = heading + (int) Style.AXIS.leading() + 4;
        Canvas canvas = new Canvas(width + 2 * Theme.MARGIN, swatches + palette.height() + Theme.MARGIN);
        int middle = Theme.MARGIN + panel + Theme.GAP;
        first.draw(canvas, Theme.MARGIN, Theme.MARGIN, panel);
        second.draw(canvas, middle, Theme.MARGIN, panel);
        before.draw(canvas, Theme.MARGIN, top);
        after.draw(canvas, middle, top);
        canvas.text(palette.heading(), Theme.MARGIN, heading + Style.AXIS.capHeight(), Style.AXIS, Anchor.START);
        palette.draw(canvas, Theme.MARGIN, swatches);
        return canvas;
    }

    private static double[] shares(IndexedImage image) {
        long[] counts = image.counts();
        double[] shares = new double[counts.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (double) counts[i] / image.pixelCount();
        }
        return shares;
    }
}
