package tinct.imageio;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.stream.ImageInputStream;
import tinct.codec.CodecException;
import tinct.image.Image;

/** Reads TIFF files of one page; ICC profile and orientation applied. */
final class TiffReader {
    /** From so many pixels on, 16 MB, decoding again is better than holding all. */
    static final long ROWS_FROM = 1L << 22;

    private TiffReader() {}

    /**
     * Opens a file.
     *
     * @param rowsFrom so many pixels or more are read row by row, at each pass again, if the picture is upright
     */
    static Picture read(Path file, ImageInputStream in, PixelLimit limit, long rowsFrom) throws IOException {
        List<TiffDirectory> directories = TiffDirectory.readAll(in);
        int page = onlyPage(directories);
        TiffDirectory directory = directories.get(page);
        List<String> notes = new ArrayList<>();
        in.seek(0);
        try (Decoder decoder = new Decoder("TIFF", Providers.TIFF, in)) {
            Decoder.Grid grid = decoder.grid(page);
            if (grid.pixels() >= rowsFrom && directory.orientation() == 1) {
                Decoder.checkSize("TIFF", grid.width(), grid.height(), limit.read(), Long.MAX_VALUE);
                TiffRows rows = new TiffRows(file, page, directory.profiled(), grid, TiffRows.MOST);
                String kind = rows.probe(decoder, notes);
                return new Picture(rows, "TIFF", kind, notes);
            }
            BufferedImage decoded = decoder.read(page, limit.held());
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
