package tinct.imageio;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.stream.ImageInputStream;
import tinct.codec.CodecException;
import tinct.image.Image;

/** Reads TIFF files of one page; ICC profile and orientation applied. */
final class TiffReader {
    private TiffReader() {}

    static Picture read(ImageInputStream in, long maxPixels) throws IOException {
        List<TiffDirectory> directories = TiffDirectory.readAll(in);
        int page = onlyPage(directories);
        TiffDirectory directory = directories.get(page);
        List<String> notes = new ArrayList<>();
        in.seek(0);
        try (Decoder decoder = new Decoder("TIFF", Providers.TIFF, in)) {
            BufferedImage decoded = decoder.read(page, maxPixels);
            Image image = BufferedImages.toImage(decoded, directory.profiled(), notes);
            image = Orientation.upright(image, directory.orientation(), notes);
            return new Picture(image, "TIFF", Rasters.kind(decoded), notes);
        }
    }

    /** Number of the directory that is neither a preview nor a mask. */
    private static int onlyPage(List<TiffDirectory> directories) throws CodecException {
        if (directories.isEmpty()) {
            throw new CodecException("TIFF", -1, "there is no picture in it");
        }
        int pages = 0;
        int page = 0;
        for (int i = directories.size() - 1; i >= 0; i--) {
            if (!directories.get(i).auxiliary()) {
                pages++;
                page = i;
            }
        }
        if (pages > 1) {
            throw CodecException.refused("TIFF", "has " + pages + " pages; only files of one page are read");
        }
        return page;
    }
}
