package tinct.imageio;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.stream.ImageInputStream;
import tinct.image.Image;

/** Reads BMP. */
final class BmpReader {
    private BmpReader() {}

    static Picture read(ImageInputStream in, long maxPixels) throws IOException {
        try (Decoder decoder = new Decoder("BMP", Providers.BMP, in)) {
            BufferedImage decoded = decoder.read(0, maxPixels);
            List<String> notes = new ArrayList<>();
            Image image = BufferedImages.toImage(decoded, notes);
            return new Picture(image, "BMP", Rasters.kind(decoded), notes);
        }
    }
}
