package tinct.app.figure;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import tinct.color.ColorSpace;
import tinct.histogram.Histogram;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.image.PixelRows;

/**
 * Figures for slides and pages. Each is a function of values: the same on every run, and no fonts are needed.
 */
public final class Figures {
    private Figures() {}

    /**
     * A picture and its result beside each other, the palette with its shares below. Pictures of more than 960 pixels a
     * side are shown smaller, those of less than 240 larger, and the figure says so.
     *
     * @throws IOException if the original is broken
     * @throws IllegalArgumentException if the pictures differ in size
     */
    public static BufferedImage sideBySide(PixelRows original, Caption left, IndexedImage result, Caption right)
            throws IOException {
        return SideBySide.draw(original, left, result, right).finish();
    }

    /**
     * A palette, its largest shares first.
     *
     * @param shares of the pixels, sum 1 [palette.size()]
     */
    public static BufferedImage swatches(Palette palette, double[] shares, Caption caption) {
        return Swatches.draw(palette, shares, caption).finish();
    }

    /**
     * The colours of a picture in space, before and after: each drawn in itself, the area of its ball by the square root
     * of its share. The entries of the palette are ringed; alpha is not shown.
     *
     * @param shares of the pixels, sum 1 [palette.size()]
     * @param space that the axes are of
     */
    public static BufferedImage cloud(Histogram before, Palette palette, double[] shares, ColorSpace space) {
        return Cloud.draw(before, palette, shares, space).finish();
    }

    /**
     * Error and bytes over the number of colours.
     *
     * @param rows ascending by k, at least one; {@link Sweep#measure} makes them
     */
    public static BufferedImage sweep(List<Sweep.Row> rows, Caption caption) {
        return Sweep.draw(rows, caption).finish();
    }

    /**
     * Inertia over the iterations of K-means.
     *
     * @param history inertia of the first centroids and after each move, at least one
     */
    public static BufferedImage convergence(List<Double> history, Caption caption) {
        return Convergence.draw(history, caption).finish();
    }

    /**
     * Colours drawn from a picture as a grid of squares, in the order given.
     *
     * @param colors packed sRGB, at least one
     */
    public static BufferedImage sampledPixels(int[] colors, Caption caption) {
        return SampledPixels.draw(colors, caption).finish();
    }

    /** Writes a figure as PNG; does not close the stream. */
    public static void writePng(BufferedImage figure, OutputStream out) throws IOException {
        // Not ImageIO.write(figure, "png", out): that one caches in a temporary file.
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            if (!ImageIO.write(figure, "png", stream)) {
                throw new IOException("this Java has no PNG writer");
            }
        }
    }
}
