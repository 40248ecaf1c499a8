package tinct.imageio;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageOutputStream;
import org.jspecify.annotations.Nullable;
import tinct.Progress;
import tinct.Result;
import tinct.Settings;
import tinct.Stage;
import tinct.Tinct;
import tinct.codec.Metadata;
import tinct.codec.PngWriter;
import tinct.image.Image;

/**
 * ImageIO's writer of {@code "png8"}. Metadata is not written; listeners hear of each stage, between which an abort is
 * followed. Nothing reaches the output before all of the file is made.
 */
final class Png8Writer extends ImageWriter {
    Png8Writer(Png8WriterSpi provider) {
        super(provider);
    }

    @Override
    public ImageWriteParam getDefaultWriteParam() {
        return new Png8WriteParam();
    }

    @Override
    public @Nullable IIOMetadata getDefaultStreamMetadata(@Nullable ImageWriteParam param) {
        return null;
    }

    @Override
    public @Nullable IIOMetadata getDefaultImageMetadata(ImageTypeSpecifier type, @Nullable ImageWriteParam param) {
        return null;
    }

    @Override
    public @Nullable IIOMetadata convertStreamMetadata(IIOMetadata data, @Nullable ImageWriteParam param) {
        return null;
    }

    @Override
    public @Nullable IIOMetadata convertImageMetadata(
            IIOMetadata data, ImageTypeSpecifier type, @Nullable ImageWriteParam param) {
        return null;
    }

    @Override
    public void write(@Nullable IIOMetadata metadata, IIOImage image, @Nullable ImageWriteParam param)
            throws IOException {
        if (image.hasRaster()) {
            throw new UnsupportedOperationException("a raster has no colours; png8 is written of images");
        }
        if (!(getOutput() instanceof ImageOutputStream out)) {
            throw new IllegalStateException("the output has not been set");
        }
        clearAbortRequest();
        processImageStarted(0);
        try {
            byte[] file = encode(image.getRenderedImage(), param);
            checkAbort();
            out.write(file);
            out.flushBefore(out.getStreamPosition());
            processImageProgress(100);
            processImageComplete();
        } catch (Aborted e) {
            processWriteAborted();
        }
    }

    private byte[] encode(RenderedImage source, @Nullable ImageWriteParam param) throws IOException {
        Png8WriteParam options = param instanceof Png8WriteParam own ? own : new Png8WriteParam();
        Image image;
        try {
            image = BufferedImages.toImage(Part.of(source, param == null ? options : param));
        } catch (IllegalArgumentException e) {
            throw new IIOException("png8: " + e.getMessage(), e);
        }
        Progress progress = this::begins;
        Result result = Tinct.compress(image, options.getSettings(), progress);
        begins(null);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Settings settings = options.getSettings();
        PngWriter.write(result.image(), bytes, settings.fileEffort(), Metadata.NONE, settings.threads());
        return bytes.toByteArray();
    }

    /** Tells of a stage, or of the packing that follows the last one; the shares of the time are about right. */
    private void begins(@Nullable Stage stage) {
        checkAbort();
        processImageProgress(stage == null ? 80 : 25f * stage.ordinal());
        checkAbort(); // a listener may have had enough
    }

    private void checkAbort() {
        if (abortRequested()) {
            throw new Aborted();
        }
    }

    /** Ends a compression; never leaves {@link #write}. */
    private static final class Aborted extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** What of a picture is to be written. */
    private static final class Part {
        private Part() {}

        static BufferedImage of(RenderedImage source, ImageWriteParam param) throws IIOException {
            if (param.getSourceBands() != null) {
                throw new IIOException("png8: bands of the source cannot be chosen");
            }
            Rectangle bounds = new Rectangle(source.getMinX(), source.getMinY(), source.getWidth(), source.getHeight());
            Rectangle region = bounds;
            if (param.getSourceRegion() != null) {
                Rectangle wanted = new Rectangle(param.getSourceRegion());
                wanted.translate(bounds.x, bounds.y);
                region = bounds.intersection(wanted);
            }
            int stepX = param.getSourceXSubsampling();
            int stepY = param.getSourceYSubsampling();
            region.x += param.getSubsamplingXOffset();
            region.y += param.getSubsamplingYOffset();
            region.width -= param.getSubsamplingXOffset();
            region.height -= param.getSubsamplingYOffset();
            if (region.width < 1 || region.height < 1) {
                throw new IIOException("png8: the region has no pixels");
            }
            boolean whole = region.width == source.getWidth() && region.height == source.getHeight();
            return whole && stepX == 1 && stepY == 1 && source instanceof BufferedImage image
                    ? image
                    : copy(source, region, stepX, stepY);
        }

        private static BufferedImage copy(RenderedImage source, Rectangle region, int stepX, int stepY) {
            Raster from = source.getData(region);
            int width = (region.width + stepX - 1) / stepX;
            int height = (region.height + stepY - 1) / stepY;
            WritableRaster to = from.createCompatibleWritableRaster(width, height);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    to.setDataElements(x, y, from.getDataElements(region.x + x * stepX, region.y + y * stepY, null));
                }
            }
            ColorModel model = source.getColorModel();
            return new BufferedImage(model, to, model.isAlphaPremultiplied(), null);
        }
    }
}
