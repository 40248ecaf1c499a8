package tinct.app.figure;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import tinct.app.figure.Canvas.Anchor;

/** A line over two axes with grid, ticks and labels. */
final class Chart {
    private static final int TICK_GAP = 12;
    private static final double LINE = 2.5;
    private static final double DOT = 5;
    private static final double SPARSE = 20; // pixels a point, from which on each has a dot

    private final Canvas canvas;
    private final Rectangle2D plot;
    private final Axis x;
    private final Axis y;

    /**
     * A chart not yet drawn.
     *
     * @param plot the area between the axes; their labels are outside
     */
    Chart(Canvas canvas, Rectangle2D plot, Axis x, Axis y) {
        this.canvas = canvas;
        this.plot = plot;
        this.x = x;
        this.y = y;
    }

    /** Draws the grid, the labels of the ticks below and on the left, and the titles of both axes. */
    void drawAxes() {
        for (double tick : y.ticks()) {
            double at = vertical(tick);
            canvas.line(plot.getMinX(), at, plot.getMaxX(), at, 1, Theme.GRID);
            double baseline = at + Style.TICK.capHeight() / 2;
            canvas.text(y.format().apply(tick), plot.getMinX() - TICK_GAP, baseline, Style.TICK, Anchor.END);
        }
        double bottom = plot.getMaxY();
        canvas.line(plot.getMinX(), bottom, plot.getMaxX(), bottom, 1.5, Theme.RULE);
        double baseline = bottom + TICK_GAP + Style.TICK.capHeight();
        for (double tick : x.ticks()) {
            double at = horizontal(tick);
            canvas.line(at, bottom, at, bottom + 6, 1.5, Theme.RULE);
            canvas.text(x.format().apply(tick), at, baseline, Style.TICK, Anchor.MIDDLE);
        }
        canvas.text(x.title(), plot.getCenterX(), baseline + 34, Style.AXIS, Anchor.MIDDLE);
        canvas.text(y.title(), plot.getMinX(), plot.getMinY() - 26, Style.AXIS, Anchor.START);
    }

    /** Draws a second scale on the right, which measures the same line in another unit. */
    void drawRight(Axis right, Color color) {
        for (double tick : right.ticks()) {
            double at = plot.getMaxY() - right.place(tick) * plot.getHeight();
            if (at >= plot.getMinY() - 0.5 && at <= plot.getMaxY() + 0.5) {
                canvas.line(plot.getMaxX(), at, plot.getMaxX() + 6, at, 1.5, Theme.RULE);
                double baseline = at + Style.TICK.capHeight() / 2;
                canvas.text(
                        right.format().apply(tick),
                        plot.getMaxX() + TICK_GAP,
                        baseline,
                        Style.TICK,
                        color,
                        Anchor.START);
            }
        }
        canvas.text(right.title(), plot.getMaxX(), plot.getMinY() - 26, Style.AXIS, Anchor.END);
    }

    /**
     * Draws points joined by a line. Labels stand above their points, on the side that the line leaves free; one that
     * would run into the one before is left out.
     *
     * @param values x and y of each point, x ascending
     * @param labels of the points, empty for none
     */
    void drawLine(List<Point2D.Double> values, List<String> labels, Color color) {
        List<Point2D.Double> points = new ArrayList<>();
        Path2D line = new Path2D.Double();
        for (Point2D.Double value : values) {
            Point2D.Double point = new Point2D.Double(horizontal(value.x), vertical(value.y));
            if (points.isEmpty()) {
                line.moveTo(point.x, point.y);
            } else {
                line.lineTo(point.x, point.y);
            }
            points.add(point);
        }
        canvas.stroke(line, LINE, color);
        boolean falling = points.get(points.size() - 1).y > points.get(0).y;
        double free = Double.NEGATIVE_INFINITY;
        boolean sparse = plot.getWidth() / points.size() >= SPARSE;
        for (int i = 0; i < points.size(); i++) {
            Point2D.Double point = points.get(i);
            String label = labels.get(i);
            if (sparse || !label.isEmpty()) {
                canvas.disc(point.x, point.y, DOT + 2, Theme.PAPER);
                canvas.disc(point.x, point.y, DOT, color);
            }
            double width = Style.LABEL.width(label);
            double left = Math.max(plot.getMinX() + 4, falling ? point.x + 2 : point.x - width - 2);
            if (left > free && !label.isEmpty()) {
                canvas.haloed(label, left, point.y - 13, Style.LABEL);
                free = left + width + 6;
            }
        }
    }

    private double horizontal(double value) {
        return plot.getMinX() + x.place(value) * plot.getWidth();
    }

    private double vertical(double value) {
        return plot.getMaxY() - y.place(value) * plot.getHeight();
    }
}
