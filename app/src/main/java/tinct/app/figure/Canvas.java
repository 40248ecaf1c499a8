package tinct.app.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import tinct.image.Image;

/** A figure in the making: white paper, smooth shapes, text as outlines. Remembers where text was put. */
final class Canvas {
    /** Which point of a text its position is. */
    enum Anchor {
        START(0),
        MIDDLE(0.5),
        END(1);

        private final double part; // of the width that is before the point

        Anchor(double part) {
            this.part = part;
        }
    }

    /** A line of text and the box that it takes. */
    record Label(String text, Rectangle2D box) {}

    private static final int CHEQUER = 10;

    private final BufferedImage image;
    private final Graphics2D graphics;
    private final List<Label> labels = new ArrayList<>();

    Canvas(int width, int height) {
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        fill(new Rectangle2D.Double(0, 0, width, height), Theme.PAPER);
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    /** The figure. The canvas must not be drawn on afterwards. */
    BufferedImage finish() {
        graphics.dispose();
        return image;
    }

    /** The texts drawn so far. */
    List<Label> labels() {
        return List.copyOf(labels);
    }

    /** Draws one line of text; y is its baseline. */
    void text(String text, double x, double y, Style style, Anchor anchor) {
        text(text, x, y, style, style.color(), anchor);
    }

    void text(String text, double x, double y, Style style, Color color, Anchor anchor) {
        if (text.isEmpty()) {
            return;
        }
        double width = style.width(text);
        double left = x - anchor.part * width;
        fill(style.face().outline(text, style.size(), left, y), color);
        double height = style.capHeight() + Typeface.DESCENT * style.size();
        labels.add(new Label(text, new Rectangle2D.Double(left, y - style.capHeight(), width, height)));
    }

    /** Draws one line of text, beginning at (x, y), with paper around it: for text over lines. */
    void haloed(String text, double x, double y, Style style) {
        stroke(style.face().outline(text, style.size(), x, y), 5, Theme.PAPER);
        text(text, x, y, style, Anchor.START);
    }

    void fill(Shape shape, Color color) {
        graphics.setColor(color);
        graphics.fill(shape);
    }

    void rectangle(double x, double y, double width, double height, Color color) {
        fill(new Rectangle2D.Double(x, y, width, height), color);
    }

    void disc(double x, double y, double radius, Color color) {
        fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), color);
    }

    /** Draws a disc that looks like a ball, lit from the upper left; its middle has the colour itself. */
    void ball(double x, double y, double radius, Color color) {
        Ellipse2D disc = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        fill(disc, color);
        Color[] light = {new Color(255, 255, 255, 70), new Color(255, 255, 255, 0), new Color(0, 0, 0, 60)};
        Point2D lit = new Point2D.Double(x - 0.35 * radius, y - 0.4 * radius);
        graphics.setPaint(new RadialGradientPaint(lit, (float) (1.5 * radius), new float[] {0, 0.35f, 1}, light));
        graphics.fill(disc);
    }

    void line(double x1, double y1, double x2, double y2, double thickness, Color color) {
        stroke(new Line2D.Double(x1, y1, x2, y2), thickness, color);
    }

    void stroke(Shape shape, double thickness, Color color) {
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(shape);
    }

    /** Draws a one pixel wide edge just inside a rectangle with whole coordinates. */
    void edge(int x, int y, int width, int height) {
        if (width > 2 && height > 2) {
            stroke(new Rectangle2D.Double(x + 0.5, y + 0.5, width - 1, height - 1), 1, Theme.EDGE);
        }
    }

    /** Draws the light chequers that are seen through transparent pixels. */
    void chequers(int x, int y, int width, int height) {
        rectangle(x, y, width, height, Theme.PAPER);
        for (int row = 0; row < height; row += CHEQUER) {
            for (int column = row % (2 * CHEQUER); column < width; column += 2 * CHEQUER) {
                int right = Math.min(CHEQUER, width - column);
                rectangle(x + column, y + row, right, Math.min(CHEQUER, height - row), Theme.GRID);
            }
        }
    }

    /** Draws pixels one to one; pixels that are not opaque let show what is there. */
    void picture(Image picture, int x, int y) {
        BufferedImage pixels = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_ARGB);
        pixels.setRGB(0, 0, picture.width(), picture.height(), picture.pixels(), 0, picture.width());
        graphics.drawImage(pixels, x, y, null);
    }
}
