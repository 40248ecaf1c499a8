package tinct.app.figure;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tinct.app.figure.Canvas.Anchor;
import tinct.color.ColorSpace;
import tinct.histogram.Histogram;
import tinct.image.Palette;

/** The colours of a picture in their space, before and after. */
final class Cloud {
    static final int PANEL = 860;
    static final int HEIGHT = 846;
    private static final double SIDE = 535;
    private static final double LARGEST = 34; // radius of a ball with all the pixels
    private static final double SMALLEST = 1.2;
    private static final int FEW = 64; // entries, up to which there are stems and large rings
    private static final int TICK_LENGTH = 9;

    private final Canvas canvas;
    private final Frame frame;
    private final ColorSpace space;
    private final int left;
    private final int top;
    private final Projection projection;

    private Cloud(Canvas canvas, ColorSpace space, int left, int top) {
        this.canvas = canvas;
        this.frame = Frame.of(space);
        this.space = space;
        this.left = left;
        this.top = top;
        this.projection = projection(left, top);
    }

    static Canvas draw(Histogram before, Palette palette, double[] shares, ColorSpace space) {
        double[] weights = new double[before.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (double) before.counts()[i] / before.total();
        }
        int[] entries = palette.toArray();
        String after = Numbers.colors(palette.size()) + " after";
        Caption first = new Caption(
                Numbers.colors(before.size()) + " before", List.of(Frame.name(space), "rings: the palette"));
        Caption second =
                new Caption(after, List.of("the area of a ball grows with the root of its share of the pixels"));
        Canvas canvas = new Canvas(2 * Theme.MARGIN + 2 * PANEL + Theme.GAP, top(first) + HEIGHT + Theme.MARGIN);
        int right = Theme.MARGIN + PANEL + Theme.GAP;
        first.draw(canvas, Theme.MARGIN, Theme.MARGIN, PANEL);
        second.draw(canvas, right, Theme.MARGIN, PANEL);

        Cloud cloud = new Cloud(canvas, space, Theme.MARGIN, top(first));
        cloud.drawBox();
        cloud.drawBalls(before.colors(), weights);
        cloud.drawRings(entries);
        Cloud centers = new Cloud(canvas, space, right, top(first));
        centers.drawBox();
        centers.drawEntries(entries, shares);
        return canvas;
    }

    private static int top(Caption caption) {
        return Theme.MARGIN + caption.height(PANEL);
    }

    /** The view of a panel with its top left corner at (left, top). */
    static Projection projection(int left, int top) {
        return new Projection(left + PANEL / 2.0 + 8, top + HEIGHT / 2.0 - 48, SIDE);
    }

    static double radius(double share) {
        return Math.max(SMALLEST, LARGEST * Math.sqrt(Math.sqrt(share)));
    }

    private void drawBalls(int[] colors, double[] shares) {
        Balls balls = new Balls(PANEL, HEIGHT);
        float[][] planes = space.coordinates(colors, 3);
        for (int i = 0; i < colors.length; i++) {
            if (colors[i] >>> 24 != 0) {
                double[] c = place(planes, i);
                Point2D p = projection.point(c[0], c[1], c[2]);
                double near = projection.nearness(c[0], c[1], c[2]);
                double radius = radius(shares[i]) * projection.enlargement(c[0], c[1], c[2]);
                balls.add(p.getX() - left, p.getY() - top, near, radius, colors[i]);
            }
        }
        canvas.picture(balls.toImage(), left, top);
    }

    private void drawRings(int[] entries) {
        double radius = entries.length <= FEW ? 7 : 4;
        double halo = entries.length <= FEW ? 1.5 : 1;
        float[][] planes = space.coordinates(entries, 3);
        for (int i : farthestFirst(entries, planes)) {
            double[] c = place(planes, i);
            Point2D p = projection.point(c[0], c[1], c[2]);
            canvas.disc(p.getX(), p.getY(), radius + halo, Theme.PAPER);
            canvas.disc(p.getX(), p.getY(), radius, Theme.INK);
            canvas.disc(p.getX(), p.getY(), radius - 1.5, Theme.color(entries[i] | 0xFF000000));
        }
    }

    private void drawEntries(int[] entries, double[] shares) {
        float[][] planes = space.coordinates(entries, 3);
        int[] order = farthestFirst(entries, planes);
        if (entries.length <= FEW) {
            for (int i : order) {
                drawStem(place(planes, i));
            }
        }
        for (int i : order) {
            double[] c = place(planes, i);
            Point2D p = projection.point(c[0], c[1], c[2]);
            double radius = Math.max(4, radius(shares[i])) * projection.enlargement(c[0], c[1], c[2]);
            canvas.disc(p.getX(), p.getY(), radius + 3, Theme.PAPER);
            canvas.disc(p.getX(), p.getY(), radius + 1.5, Theme.INK);
            canvas.ball(p.getX(), p.getY(), radius, Theme.color(entries[i] | 0xFF000000));
        }
    }

    /** A line from a point down to the floor: without it nobody could tell where in the depth it is. */
    private void drawStem(double[] c) {
        Point2D p = projection.point(c[0], c[1], c[2]);
        Point2D foot = projection.point(c[0], 0, c[2]);
        canvas.line(p.getX(), p.getY(), foot.getX(), foot.getY(), 1, Theme.RULE);
        canvas.disc(foot.getX(), foot.getY(), 2.5, Theme.RULE);
    }

    private int[] farthestFirst(int[] colors, float[][] planes) {
        return IntStream.range(0, colors.length)
                .filter(i -> colors[i] >>> 24 != 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> {
                    double[] c = place(planes, i);
                    return projection.nearness(c[0], c[1], c[2]);
                }))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Where in the unit cube a colour is: x, y, z. */
    private double[] place(float[][] planes, int i) {
        return new double[] {
            frame.x().place(planes[frame.x().plane()][i]),
            frame.y().place(planes[frame.y().plane()][i]),
            frame.z().place(planes[frame.z().plane()][i])
        };
    }

    /** The three faces behind the colours with their grids, and the labelled edges. */
    private void drawBox() {
        drawFace(0, 0, 0, 1, 0, 0, 0, 0, 1); // the floor
        drawFace(0, 0, 0, 0, 1, 0, 0, 0, 1); // low x, on the left
        drawFace(0, 0, 1, 1, 0, 0, 0, 1, 0); // high z, at the back
        label(frame.x(), 0, 0, 0, 1, 0, 0);
        label(frame.y(), 0, 0, 0, 0, 1, 0);
        label(frame.z(), 1, 0, 0, 0, 0, 1);
    }

    /** A face from its corner and two edges, three numbers each. */
    private void drawFace(double... c) {
        Path2D face = new Path2D.Double();
        for (int[] corner : new int[][] {{0, 0}, {1, 0}, {1, 1}, {0, 1}}) {
            Point2D p = at(c, corner[0], corner[1]);
            if (face.getCurrentPoint() == null) {
                face.moveTo(p.getX(), p.getY());
            } else {
                face.lineTo(p.getX(), p.getY());
            }
        }
        face.closePath();
        canvas.fill(face, Theme.WALL);
        for (int i = 0; i <= 4; i++) {
            line(at(c, i / 4.0, 0), at(c, i / 4.0, 1));
            line(at(c, 0, i / 4.0), at(c, 1, i / 4.0));
        }
    }

    private Point2D at(double[] c, double u, double v) {
        return projection.point(c[0] + u * c[3] + v * c[6], c[1] + u * c[4] + v * c[7], c[2] + u * c[5] + v * c[8]);
    }

    private void line(Point2D from, Point2D to) {
        canvas.line(from.getX(), from.getY(), to.getX(), to.getY(), 1, Theme.WALL_GRID);
    }

    /** Draws an edge from its beginning and its direction with ticks and name on the outer side. */
    private void label(Frame.Edge edge, double x, double y, double z, double dx, double dy, double dz) {
        Point2D from = projection.point(x, y, z);
        Point2D to = projection.point(x + dx, y + dy, z + dz);
        canvas.line(from.getX(), from.getY(), to.getX(), to.getY(), 1.5, Theme.FAINT);
        double length = from.distance(to);
        // The outer side is on the left of the way up, and below the ways to the right.
        double outX = dy > 0 ? -1 : (from.getY() - to.getY()) / length;
        double outY = dy > 0 ? 0 : (to.getX() - from.getX()) / length;
        for (int i = 0; i < 3; i++) {
            if (!edge.ticks()[i].isEmpty()) {
                Point2D p = projection.point(x + dx * i / 2, y + dy * i / 2, z + dz * i / 2);
                double endX = p.getX() + outX * TICK_LENGTH;
                double endY = p.getY() + outY * TICK_LENGTH;
                canvas.line(p.getX(), p.getY(), endX, endY, 1.5, Theme.FAINT);
                // Two edges meet in a corner: their labels keep away from it.
                double away = (1 - i) * (dy > 0 ? 5 : 6 + Style.TICK.width(edge.ticks()[i]) / 2);
                Point2D moved = new Point2D.Double(
                        p.getX() + away * (to.getX() - from.getX()) / length,
                        p.getY() + away * (to.getY() - from.getY()) / length);
                place(edge.ticks()[i], moved, outX, outY, 24, Style.TICK);
            }
        }
        Point2D middle = projection.point(x + dx * 0.5, y + dy * 0.5, z + dz * 0.5);
        place(edge.name(), middle, outX, outY, edge.ticks()[1].isEmpty() ? 30 : 58, Style.TITLE);
    }

    /** Draws a text with its middle at a distance from a point. */
    private void place(String text, Point2D p, double outX, double outY, double distance, Style style) {
        double x = p.getX() + outX * distance;
        double y = p.getY() + outY * distance + style.capHeight() / 2;
        canvas.text(text, x - (outX == -1 ? style.width(text) / 2 - 8 : 0), y, style, Anchor.MIDDLE);
    }
}
