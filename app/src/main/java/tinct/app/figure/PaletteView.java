package tinct.app.figure;

import java.awt.geom.RoundRectangle2D;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import tinct.app.figure.Canvas.Anchor;
import tinct.color.ColorSpace;
import tinct.color.CssColor;
import tinct.image.Palette;

/**
 * A palette laid out in a given width: a bar in which each entry has its share, and a swatch for each entry, labelled
 * and ordered by share, or plain and ordered by lightness where there are too many.
 */
final class PaletteView {
    private static final int BAR = 40;
    private static final int BELOW_BAR = 24;
    private static final int GAP = 12;
    private static final int PLAIN_GAP = 3;
    private static final int PLAIN_HEIGHT = 30;
    private static final int LABELS = 50;
    private static final int WIDEST_CHIP = 320;
    private static final int CORNER = 8;

    private final int[] colors; // by share, the largest first
    private final double[] shares; // of colors
    private final int width;
    private final boolean labelled;
    private final boolean named;
    private final int columns;
    private final int rows;

    /** Lays out without names. */
    PaletteView(Palette palette, double[] shares, int width, int mostLabelled) {
        this(palette, shares, width, mostLabelled, false);
    }

    /**
     * Lays out.
     *
     * @param shares of the pixels [palette.size()], sum 1
     * @param width of the whole in pixels
     * @param mostLabelled with more entries than this the swatches are plain
     * @param named whether labels have the nearest CSS names
     */
    PaletteView(Palette palette, double[] shares, int width, int mostLabelled, boolean named) {
        this.named = named;
        int[] order = order(palette.size(), Comparator.comparingDouble(i -> -shares[i]));
        this.colors = Arrays.stream(order).map(palette::entry).toArray();
        this.shares = Arrays.stream(order).mapToDouble(i -> shares[i]).toArray();
        this.width = width;
        this.labelled = colors.length <= mostLabelled;
        int most = labelled ? (int) ((width + GAP) / (widestLabel() + GAP)) : width >= 900 ? 32 : 16;
        this.rows = (colors.length + most - 1) / most;
        this.columns = (colors.length + rows - 1) / rows;
    }

    /** What it shows, in a few words. */
    String heading() {
        return "Palette by share of pixels" + (labelled ? "" : "; below by lightness");
    }

    int height() {
        int swatches = labelled ? rows * (chipHeight() + labels() + GAP) - GAP : rows * (PLAIN_HEIGHT + PLAIN_GAP);
        return BAR + BELOW_BAR + swatches;
    }

    /** Draws with the top left corner at (x, y). */
    void draw(Canvas canvas, int x, int y) {
        drawBar(canvas, x, y);
        if (labelled) {
            drawLabelled(canvas, x, y + BAR + BELOW_BAR);
        } else {
            drawPlain(canvas, x, y + BAR + BELOW_BAR);
        }
    }

    private void drawBar(Canvas canvas, int x, int y) {
        canvas.chequers(x, y, width, BAR);
        double sum = 0;
        for (int i = 0; i < colors.length; i++) {
            double from = Math.rint(sum * width);
            sum += shares[i];
            double to = i + 1 == colors.length ? width : Math.rint(sum * width);
            canvas.rectangle(x + from, y, to - from, BAR, Theme.color(colors[i]));
        }
        canvas.edge(x, y, width, BAR);
    }

    private void drawLabelled(Canvas canvas, int x, int y) {
        double cell = Math.min(WIDEST_CHIP, (double) (width + GAP) / columns);
        int height = chipHeight();
        for (int i = 0; i < colors.length; i++) {
            double left = x + i % columns * cell;
            int top = y + i / columns * (height + labels() + GAP);
            drawChip(canvas, colors[i], left, top, cell - GAP, height);
            double baseline = top + height + 10 + Style.LABEL.capHeight();
            canvas.text(Numbers.hex(colors[i]), left, baseline, Style.LABEL, Anchor.START);
            String share = Numbers.percent(shares[i]);
            canvas.text(share, left, baseline + Style.LABEL.leading(), Style.SMALL, Anchor.START);
            if (named) {
                double below = baseline + Style.LABEL.leading() + Style.SMALL.leading();
                canvas.text(CssColor.nearestName(colors[i]), left, below, Style.SMALL, Anchor.START);
            }
        }
    }

    private void drawPlain(Canvas canvas, int x, int y) {
        float[] lightness = ColorSpace.OKLAB.coordinates(colors, 3)[0];
        int[] order = order(colors.length, Comparator.comparingDouble(i -> lightness[i]));
        double cell = (double) (width + PLAIN_GAP) / columns;
        for (int i = 0; i < order.length; i++) {
            double left = x + Math.rint(i % columns * cell);
            double right = x + Math.rint((i % columns + 1) * cell) - PLAIN_GAP;
            int top = y + i / columns * (PLAIN_HEIGHT + PLAIN_GAP);
            drawChip(canvas, colors[order[i]], left, top, right - left, PLAIN_HEIGHT);
        }
    }

    private void drawChip(Canvas canvas, int argb, double x, int y, double width, int height) {
        double corner = labelled ? CORNER : CORNER / 2.0;
        if (argb >>> 24 != 255) {
            canvas.chequers((int) Math.round(x), y, (int) width, height);
        }
        canvas.fill(new RoundRectangle2D.Double(x, y, width, height, corner, corner), Theme.color(argb));
        canvas.stroke(
                new RoundRectangle2D.Double(x + 0.5, y + 0.5, width - 1, height - 1, corner, corner), 1, Theme.EDGE);
    }

    private int chipHeight() {
        return rows == 1 ? 72 : rows <= 4 ? 52 : 40;
    }

    private int labels() {
        return named ? LABELS + (int) Math.ceil(Style.SMALL.leading()) : LABELS;
    }

    private double widestLabel() {
        double widest = Style.SMALL.width(Numbers.percent(0.999));
        for (int color : colors) {
            widest = Math.max(widest, Style.LABEL.width(Numbers.hex(color)));
            widest = named ? Math.max(widest, Style.SMALL.width(CssColor.nearestName(color))) : widest;
        }
        return widest;
    }

    private static int[] order(int size, Comparator<Integer> by) {
        return IntStream.range(0, size)
                .boxed()
                .sorted(by)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
