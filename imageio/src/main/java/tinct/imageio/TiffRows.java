package tinct.imageio;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tinct.codec.CodecException;
import tinct.image.PixelRows;

/**
 * An upright TIFF picture whose strips or tiles are decoded as its rows are read. In memory are the pixels of some strips, or
 * of one row of tiles, but no more than 16 million, or a row; higher strips are decoded from their beginning for each part.
 *
 * @param file read again at each pass
 * @param page number of the directory
 * @param profiled whether it has an ICC profile
 * @param grid its size and that of its strips or tiles
 * @param most pixels that are decoded at once, if no strip or tile has more
 */
record TiffRows(Path file, int page, boolean profiled, Decoder.Grid grid, int most) implements PixelRows {
    static final int MOST = 1 << 21;

    /** How many times that are held at the most, where tiles or strips are high; those are then decoded more than once. */
    private static final int HELD = 8;

    @Override
    public int width() {
        return grid.width();
    }

    @Override
    public int height() {
        return grid.height();
    }

    @Override
    public RowReader open() throws IOException {
        return new Reader();
    }

    /** Rows that are decoded at once: whole strips or tiles, unless one row of those is too much. */
    private int partRows() {
        long rows = Math.max(1, most / (long) width());
        long whole = Math.max(1, rows / grid.tileHeight()) * grid.tileHeight();
        long held = Math.max(1, (long) HELD * most / width());
        return (int) Math.min(height(), Math.min(whole, held));
    }

    /**
     * Decodes the first rows, so that what cannot be read is told early.
     *
     * @param notes receives what was changed on the way to sRGB pixels
     * @return how the file keeps its pixels
     */
    String probe(Decoder decoder, List<String> notes) throws IOException {
        BufferedImage decoded = decoder.read(page, new Rectangle(width(), partRows()));
        BufferedImages.toImage(decoded, profiled, notes);
        return Rasters.kind(decoded);
    }

    private final class Reader implements RowReader {
        private final FileInput in;
        private final Decoder decoder;
        private int[] pixels = {};
        private int top; // of the rows in pixels
        private int bottom;
        private int next;

        Reader() throws IOException {
            in = new FileInput(file);
            try {
                decoder = Decoder.guard("TIFF", () -> new Decoder("TIFF", Providers.TIFF, in));
            } catch (IOException | RuntimeException e) {
                in.close();
                throw e;
            }
        }

        @Override
        public void readRow(int[] argb) throws IOException {
            if (next == height()) {
                throw new IllegalStateException("all " + next + " rows have been read");
            }
            if (next == bottom) {
                Decoder.guard("TIFF", () -> {
                    decode();
                    return bottom;
                });
            }
            System.arraycopy(pixels, (next - top) * width(), argb, 0, width());
            next++;
        }

        private void decode() throws IOException {
            if (next == 0 && !decoder.grid(page).equals(grid)) {
                throw CodecException.refused("TIFF", "has changed since it was first read");
            }
            top = next;
            bottom = (int) Math.min(height(), (long) top + partRows());
            // Not a mistake to take whole rows: the reader fails at parts of tiles that are narrower than the picture.
            Rectangle part = new Rectangle(0, top, width(), bottom - top);
            pixels = BufferedImages.toImage(decoder.read(page, part), profiled, new ArrayList<>())
                    .pixels();
        }

        @Override
        public void close() throws IOException {
            pixels = new int[0];
            decoder.close();
            in.close();
        }
    }
}
