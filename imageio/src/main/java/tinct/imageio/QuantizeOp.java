package tinct.imageio;

import java.awt.RenderingHints;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ColorModel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tinct.Settings;
import tinct.Tinct;
import tinct.image.IndexedImage;

/**
 * Gives an image its best few colours.
 *
 * <p>{@code new QuantizeOp(Settings.DEFAULT).filter(image, null)} is a new image of {@code TYPE_BYTE_INDEXED}, whose
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
     * The image in few colours.
     *
     * @param target null for a new indexed image, which is the use of this; else an image of the same size, of RGB and not
     *     indexed, whose pixels get the colours. It may be the source itself
     * @return {@code target}, or the new image
     * @throws IllegalArgumentException if the pixels of the source are neither grey, RGB nor CMYK, or the target does not fit
     */
    @Override
    public BufferedImage filter(BufferedImage source, @Nullable BufferedImage target) {
        IndexedImage indexed =
                Tinct.compress(BufferedImages.toImage(source), settings).image();
        if (target == null) {
            return BufferedImages.of(indexed);
        }
        int width = source.getWidth();
        int height = source.getHeight();
        if (target.getWidth() != width || target.getHeight() != height) {
            throw new IllegalArgumentException("the target must be " + width + " x " + height + ", was "
                    + target.getWidth() + " x " + target.getHeight());
        }
        checkColors(target.getColorModel());
        target.setRGB(0, 0, width, height, indexed.toImage().pixels(), 0, width);
        return target;
    }

    /** An image that {@link #filter} can fill: of {@code TYPE_INT_ARGB}, or with the given colours. */
    @Override
    public BufferedImage createCompatibleDestImage(BufferedImage source, @Nullable ColorModel colors) {
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

    @Override
    public Point2D getPoint2D(Point2D source, @Nullable Point2D target) {
        Point2D place = target == null ? new Point2D.Double() : target;
        place.setLocation(source);
        return place;
    }

    @Override
    public @Nullable RenderingHints getRenderingHints() {
        return null;
    }
}
