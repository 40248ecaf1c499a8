package tinct.codec;

import java.io.IOException;
import tinct.image.PixelRows;

/** One pass over the rows of a PNG that is not interlaced; holds two rows. */
final class PngRows implements PixelRows.RowReader {
    private final PngLines lines;
    private final PngPixels pixels;
    private final PngHeader header;
    private int next;

    PngRows(PngLines lines, PngPixels pixels, PngHeader header) {
        this.lines = lines;
        this.pixels = pixels;
        this.header = header;
    }

    @Override
    public void readRow(int[] argb) throws IOException {
        if (next == header.height()) {
            throw new IllegalStateException("all " + header.height() + " rows have been read");
        }
        int width = header.width();
        pixels.convert(lines.next((int) header.rowBytes(width)), width, argb);
        next++;
        if (next == header.height()) {
            lines.finish();
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
