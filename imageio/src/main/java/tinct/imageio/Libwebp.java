package tinct.imageio;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;

/**
 * The reader of WebP that is libwebp itself, where its native code runs. ADR-0032.
 *
 * <p>Its jar carries that code for Linux, macOS and Windows; elsewhere, without the jar, or where files of the folder for
 * temporary files cannot be executed, there is none.
 */
final class Libwebp {
    private static final String NAME = "com.luciad.imageio.webp.WebPImageReaderSpi";

    /** A lossless picture of one pixel: what runs once will run again. */
    private static final String PIXEL = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==";

    /** The provider; empty where it does not run. */
    static final Optional<ImageReaderSpi> PROVIDER = find();

    private Libwebp() {}

    private static Optional<ImageReaderSpi> find() {
        try (var in = new ByteArrayImageInputStream(Base64.getDecoder().decode(PIXEL))) {
            ImageReaderSpi provider = Class.forName(NAME)
                    .asSubclass(ImageReaderSpi.class)
                    .getDeclaredConstructor()
                    .newInstance();
            ImageReader reader = provider.createReaderInstance();
            reader.setInput(in, false, true);
            BufferedImage read = reader.read(0);
            return read.getWidth() == 1 ? Optional.of(provider) : Optional.empty();
        } catch (IOException | ReflectiveOperationException | RuntimeException | LinkageError absent) {
            return Optional.empty();
        }
    }
}
