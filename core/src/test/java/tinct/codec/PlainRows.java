package tinct.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import tinct.image.IndexedImage;

/** What deflate makes of rows of indices without filters. */
public final class PlainRows {
    private PlainRows() {}

    /** How many bytes. */
    public static int deflatedSize(IndexedImage image, int effort) throws IOException {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        PngWriter.writeRows(image, PngWriter.depth(image.palette().size()), rows);
        return Deflate.compress(rows.toByteArray(), effort).length;
    }
}
