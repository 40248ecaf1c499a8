package tinct.imageio;

import java.util.Locale;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.ImageOutputStream;

/**
 * Makes {@code ImageIO.write(image, "png8", file)} work: indexed PNG files of at most 256 colours, found by Tinct.
 *
 * <p>ImageIO finds it by itself. It answers to the name {@code "png8"} only: {@code "png"}, files named {@code .png} and
 * {@code image/png} stay with the JDK's writer. {@link Png8WriteParam} has the settings.
 */
public final class Png8WriterSpi extends ImageWriterSpi {
    private static final String[] NAMES = {"png8", "PNG8"};

    /** Called by ImageIO. */
    public Png8WriterSpi() {
        super(
                "Tinct",
                "1",
                NAMES,
                new String[] {"png8"},
                new String[] {"image/x-png8"},
                Png8Writer.class.getName(),
                new Class<?>[] {ImageOutputStream.class},
                null, // JDKs bring the reader, and it is not a pair with this
                false,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null);
    }

    /** Whether pixels are grey, RGB, CMYK or indexed: all types of {@code BufferedImage}, and more. */
    @Override
    public boolean canEncodeImage(ImageTypeSpecifier type) {
        return BufferedImages.reads(type.getColorModel());
    }

    @Override
    public ImageWriter createWriterInstance(Object extension) {
        return new Png8Writer(this);
    }

    @Override
    public String getDescription(Locale locale) {
        return "Indexed PNG of at most 256 colours, by Tinct";
    }
}
