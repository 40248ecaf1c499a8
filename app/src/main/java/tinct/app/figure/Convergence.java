package tinct.app.figure;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Inertia over the iterations of K-means. */
final class Convergence {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 380;
    private static final int LEFT = 84; // for the labels of ticks
    private static final int RIGHT = 60;
    private static final int ABOVE = 76;
    private static final int BELOW = 76;

    private Convergence() {}

    static Canvas draw(List<Double> history, Caption caption) {
        if (history.isEmpty()) {
            throw new IllegalArgumentException("there is no history to draw");
        }
        int top = Theme.MARGIN + caption.height(WIDTH) + ABOVE;
        Canvas canvas = new Canvas(WIDTH + 2 * Theme.MARGIN, top + HEIGHT + BELOW + Theme.MARGIN);
        caption.draw(canvas, Theme.MARGIN, Theme.MARGIN, WIDTH);
        double least = Collections.min(history);
        double most = Collections.max(history);
        boolean wide = least > 0 && most > 20 * least;
        Axis inertia = wide
                ? Axis.logarithmic("Inertia", least, most, Numbers::scaled)
                : Axis.linear("Inertia", least, most, "");
        Rectangle2D plot = new Rectangle2D.Double(Theme.MARGIN + LEFT, top, WIDTH - LEFT - RIGHT, HEIGHT);
        Chart chart = new Chart(canvas, plot, Axis.counts("Iteration", history.size() - 1), inertia);
        chart.drawAxes();
        List<Point2D.Double> points = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            points.add(new Point2D.Double(i, history.get(i)));
            labels.add(i == 0 || i == history.size() - 1 ? Numbers.scaled(history.get(i)) : "");
        }
        chart.drawLine(points, labels, Theme.BLUE);
        return canvas;
    }
}
