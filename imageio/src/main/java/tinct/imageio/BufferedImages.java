package tinct.imageio;

import java.awt.Point;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.SinglePixelPackedSampleModel;
import java.awt.image.WritableRaster;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tinct.image.Image;
import tinct.image.IndexedImage;

/** The bridge between {@link BufferedImage} and Tinct's images. */
public final class BufferedImages {
    private BufferedImages() {}

    /**
     * The pixels of an image as 8-bit sRGB.
     *
     * <p>An image of {@code TYPE_INT_ARGB} whose raster is whole is not copied: its array is handed over, and the
     * caller must not draw on it afterwards. All others are copied. Samples of 16 bits are rounded. Grey samples are
     * taken as sRGB unless the image has an ICC profile of its own; RGB and CMYK with a profile are converted by it; CMYK
     * comes out opaque.
     *
     * @throws IllegalArgumentException if the pixels are neither grey, RGB nor CMYK
     */
    public static Image toImage(BufferedImage image) {
        return toImage(image, true, new ArrayList<>());
    }

    /** The same, telling what was done. */
    static Image toImage(BufferedImage image, List<String> notes) {
        return toImage(image, true, notes);
    }

    /**
     * The same.
     *
     * @param profiled whether the colour space is the picture's own, and not one that its reader chose
     */
    static Image toImage(BufferedImage image, boolean profiled, List<String> notes) {
        Optional<int[]> whole = wholeArray(image);
        if (whole.isPresent()) {
            return new Image(image.getWidth(), image.getHeight(), whole.get());
        }
        ColorModel model = image.getColorModel();
        int colors = model.getNumColorComponents();
        if (!reads(model)) {
            throw new IllegalArgumentException("pixels of " + colors + " colours are not read");
        }
        int[] pixels = Rasters.unpack(image);
        if (model.getComponentSize(0) > 8) {
            notes.add(model.getComponentSize(0) + "-bit rounded to 8");
        }
        if (colors == 4 && model.hasAlpha()) {
            notes.add("alpha of CMYK was ignored");
        }
        if (Rasters.keepsColorSpace(image)) {
            Optional<byte[]> profile = profiled ? profile(model.getColorSpace()) : Optional.empty();
            Srgb.convert(pixels, colors, profile, notes);
        }
        return new Image(image.getWidth(), image.getHeight(), pixels);
    }

    /** Whether {@link #toImage} takes pixels of such colours. */
    static boolean reads(ColorModel model) {
        int colors = model.getNumColorComponents();
        return model instanceof IndexColorModel || colors == 1 || colors == 3 || colors == 4;
    }

    /**
     * An image of {@code TYPE_INT_RGB} if every pixel is opaque, else of {@code TYPE_INT_ARGB}. It shares its array
     * with {@code image} and so must not be drawn on.
     */
    public static BufferedImage of(Image image) {
        int[] masks = {0xFF0000, 0xFF00, 0xFF, 0xFF000000};
        DirectColorModel model = image.opaque()
                ? new DirectColorModel(24, masks[0], masks[1], masks[2])
                : new DirectColorModel(32, masks[0], masks[1], masks[2], masks[3]);
        int width = image.width();
        int height = image.height();
        int[] pixels = image.pixels();
        WritableRaster raster = Raster.createPackedRaster(
                new DataBufferInt(pixels, pixels.length),
                width,
                height,
                width,
                model.hasAlpha() ? masks : rgb(masks),
                null);
        return new BufferedImage(model, raster, false, null);
    }

    /**
     * An image of {@code TYPE_BYTE_INDEXED}, 8 bits a pixel, with the palette of {@code image}. It shares its array of
     * indices with {@code image} and so must not be drawn on.
     */
    public static BufferedImage of(IndexedImage image) {
        int[] entries = image.palette().toArray();
        boolean alpha = !image.palette().opaque();
        var model = new IndexColorModel(8, entries.length, entries, 0, alpha, -1, DataBuffer.TYPE_BYTE);
        byte[] indices = image.indices();
        WritableRaster raster = Raster.createInterleavedRaster(
                new DataBufferByte(indices, indices.length),
                image.width(),
                image.height(),
                image.width(),
                1,
                new int[] {0},
                new Point());
        return new BufferedImage(model, raster, false, null);
    }

    private static int[] rgb(int[] masks) {
        return new int[] {masks[0], masks[1], masks[2]};
    }

    /** The array of a {@code TYPE_INT_ARGB} image that is not a part of another. */
    private static Optional<int[]> wholeArray(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_INT_ARGB
                && image.getRaster().getParent() == null
                && image.getRaster().getDataBuffer() instanceof DataBufferInt buffer
                && buffer.getOffset() == 0
                && image.getRaster().getSampleModel() instanceof SinglePixelPackedSampleModel model
                && model.getScanlineStride() == image.getWidth()
                && buffer.getData().length == image.getWidth() * image.getHeight()) {
            return Optional.of(buffer.getData());
        }
        return Optional.empty();
    }

    /** The profile of a colour space, unless it is one that Java gives to pixels that came without. */
    private static Optional<byte[]> profile(ColorSpace space) {
        if (space instanceof ICC_ColorSpace icc
                && !space.isCS_sRGB()
                && !space.equals(ColorSpace.getInstance(ColorSpace.CS_GRAY))) {
            return Optional.of(icc.getProfile().getData());
        }
        return Optional.empty();
    }
}
