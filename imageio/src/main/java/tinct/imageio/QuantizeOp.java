package tinct.imageio;

import java.awt.RenderingHints;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ColorModel;
import java.util.Map;
import java.util.Objects;
import tinct.Settings;
import tinct.Tinct;
import tinct.image.IndexedImage;

/**
 * Gives an image its best few colours.
 *
 * <p>{@code new QuantizeOp(Settings.DEFAULT).filter(image)} is a new image of {@code TYPE_BYTE_INDEXED}, whose
 * {@code IndexColorModel} has at most {@code maxColors} entries. Images of all types are taken, as by
 * {@link BufferedImages#toImage}. May be used by several threads at once.
 */
public final class QuantizeOp implements BufferedImageOp {
    private final Settings settings;

    /** An operation with these settings. */
    public QuantizeOp(Settings settings) {
        this.settings = Objects.requireNonNull(settings);
    }

    /**
     * A new indexed image.
     *
     * @throws IllegalArgumentException if the pixels are neither grey, RGB nor CMYK
     */
    public BufferedImage filter(BufferedImage source) {
        return BufferedImages.of(indexed(source));
    }

    private IndexedImage indexed(BufferedImage source) {
        return Tinct.compress(BufferedImages.toImage(source), settings).image();
    }

    /**
     * The image in few colours.
     *
     * @param target null for a new indexed image; else an image of the same size, of RGB and not
     *     indexed, whose pixels get the colours. It may be the source itself
     * @return {@code target}, or the new image
     * @throws IllegalArgumentException if the pixels of the source are neither grey, RGB nor CMYK, or the target does not fit
     */
    @Override
    public BufferedImage filter(BufferedImage source, BufferedImage target) {
        if (target == null) {
            return filter(source);
        }
        int width = source.getWidth();
        int height = source.getHeight();
        if (target.getWidth() != width || target.getHeight() != height) {
            throw new IllegalArgumentException("the target must be " + width + " x " + height + ", was "
                    + target.getWidth() + " x " + target.getHeight());
        }
        checkColors(target.getColorModel());
        target.setRGB(0, 0, width, height, indexed(source).toImage().pixels(), 0, width);
        return target;
    }

    /**
     * An image that {@link #filter} can fill.
     *
     * @param colors of RGB; null for {@code TYPE_INT_ARGB}
     */
    @Override
    public BufferedImage createCompatibleDestImage(BufferedImage source, ColorModel colors) {
        int width = source.getWidth();
        int height = source.getHeight();
        if (colors == null) {
            return new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        }
        checkColors(colors);
        return new BufferedImage(
                colors, colors.createCompatibleWritableRaster(width, height), colors.isAlphaPremultiplied(), null);
    }

    private static void checkColors(ColorModel model) {
        if (model instanceof java.awt.image.IndexColorModel || model.getNumColorComponents() != 3) {
            throw new IllegalArgumentException("the target must be of RGB and not indexed; null makes an indexed one");
        }
    }

    @Override
    public Rectangle2D getBounds2D(BufferedImage source) {
        return source.getRaster().getBounds();
    }

    /** The same place, put into {@code target} unless that is null. */
    @Override
    public Point2D getPoint2D(Point2D source, Point2D target) {
        Point2D place = target == null ? new Point2D.Double() : target;
        place.setLocation(source);
        return place;
    }

    @Override
    public RenderingHints getRenderingHints() {
        return new RenderingHints(Map.of());
    }
}
