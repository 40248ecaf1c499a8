package tinct.imageio;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.w3c.dom.NodeList;
import tinct.codec.CodecException;
import tinct.image.Image;

/** Writes baseline JPEG by the JDK's encoder. */
public final class JpegWriter {
    private static final int MAX_SIDE = 65_535;
    private static final String METADATA = "javax_imageio_jpeg_image_1.0";

    private JpegWriter() {}

    /**
     * Writes the picture to the stream, which stays open.
     *
     * <p>Colour is not subsampled (4:4:4) and the Huffman tables are made for the picture. JPEG has no transparency:
     * pixels are laid on white. The bytes may differ from one JDK to another.
     *
     * @param quality 0..1; 1 is the best
     * @throws IllegalArgumentException if the quality is outside of 0..1
     * @throws CodecException if a side of the picture has more than 65,535 pixels
     * @throws IOException if the stream cannot be written to
     */
    public static void write(Image image, float quality, OutputStream out) throws IOException {
        if (!(quality >= 0 && quality <= 1)) {
            throw new IllegalArgumentException("quality must be in 0..1, was " + quality);
        } else if (image.width() > MAX_SIDE || image.height() > MAX_SIDE) {
            throw CodecException.refused(
                    "JPEG", "format holds at most 65535 x 65535 pixels, not " + image.width() + " x " + image.height());
        }
        ImageWriter writer = Providers.JPEG_WRITER.createWriterInstance();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            var options = (JPEGImageWriteParam) writer.getDefaultWriteParam();
            options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            options.setCompressionQuality(quality);
            options.setOptimizeHuffmanTables(true);
            BufferedImage opaque = BufferedImages.of(onWhite(image));
            writer.setOutput(stream);
            writer.write(null, new IIOImage(opaque, null, fullColor(writer, opaque, options)), options);
        } finally {
            writer.dispose();
        }
    }

    /** The metadata of a JPEG whose three components have the same resolution. */
    private static IIOMetadata fullColor(ImageWriter writer, BufferedImage image, ImageWriteParam options)
            throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), options);
        var root = (IIOMetadataNode) metadata.getAsTree(METADATA);
        NodeList components = root.getElementsByTagName("componentSpec");
        for (int i = 0; i < components.getLength(); i++) {
            var component = (IIOMetadataNode) components.item(i);
            component.setAttribute("HsamplingFactor", "1");
            component.setAttribute("VsamplingFactor", "1");
        }
        metadata.setFromTree(METADATA, root);
        return metadata;
    }

    private static Image onWhite(Image image) {
        if (image.opaque()) {
            return image;
        }
        int[] pixels = image.pixels().clone();
        for (int i = 0; i < pixels.length; i++) {
            int argb = pixels[i];
            int alpha = argb >>> 24;
            pixels[i] = 0xFF000000
                    | onWhite(argb >> 16 & 0xFF, alpha) << 16
                    | onWhite(argb >> 8 & 0xFF, alpha) << 8
                    | onWhite(argb & 0xFF, alpha);
        }
        return new Image(image.width(), image.height(), pixels);
    }

    private static int onWhite(int level, int alpha) {
        return (level * alpha + 255 * (255 - alpha) + 127) / 255;
    }
}
