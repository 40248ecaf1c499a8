package tinct.imageio;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.util.Iterator;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageWriterSpi;

/**
 * The ImageIO plug-ins that are used, by class: their order in the registry depends on the JDK and the class path, and
 * so would the pixels.
 */
final class Providers {
    static final ImageReaderSpi JPEG = registered(new JPEGImageReaderSpi());
    static final ImageReaderSpi TIFF = registered(new TIFFImageReaderSpi());
    static final ImageReaderSpi WEBP = registered(new WebPImageReaderSpi());
    static final ImageReaderSpi GIF = ofJdk(ImageReaderSpi.class, "com.sun.imageio.plugins.gif.GIFImageReaderSpi");
    static final ImageReaderSpi BMP = ofJdk(ImageReaderSpi.class, "com.sun.imageio.plugins.bmp.BMPImageReaderSpi");
    static final ImageWriterSpi JPEG_WRITER =
            ofJdk(ImageWriterSpi.class, "com.sun.imageio.plugins.jpeg.JPEGImageWriterSpi");

    private Providers() {}

    /** The registered provider of this class; registers this one where ImageIO has not found it on the class path. */
    private static ImageReaderSpi registered(ImageReaderSpi fresh) {
        IIORegistry registry = IIORegistry.getDefaultInstance();
        ImageReaderSpi known = registry.getServiceProviderByClass(fresh.getClass());
        if (known != null) {
            return known;
        }
        registry.registerServiceProvider(fresh, ImageReaderSpi.class);
        return fresh;
    }

    private static <T> T ofJdk(Class<T> category, String name) {
        Iterator<T> providers = IIORegistry.getDefaultInstance().getServiceProviders(category, true);
        while (providers.hasNext()) {
            T provider = providers.next();
            if (provider.getClass().getName().equals(name)) {
                return provider;
            }
        }
        throw new IllegalStateException("this Java runtime has no " + name);
    }
}
