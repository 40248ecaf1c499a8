package tinct.image;

import java.io.Closeable;
import java.io.IOException;

/**
 * A picture as rows of pixels, top to bottom, that can be read more than once.
 *
 * <p>Two passes, histogram and remap, never need the whole picture in memory. {@link Image} and {@link IndexedImage}
 * are {@code PixelRows} held in memory; a file reader is one that decodes again at each {@link #open}.
 */
public interface PixelRows {
    /** Pixels in a row; at least 1. */
    int width();

    /** Number of rows; at least 1. */
    int height();

    /**
     * Opens the picture at its first row. May be called any number of times; readers are independent of each other.
     *
     * @throws IOException if the source cannot be opened
     */
    RowReader open() throws IOException;

    /** Number of pixels. */
    default long pixelCount() {
        return (long) width() * height();
    }

    /** One pass over the rows of a picture, in order; not for use by several threads at once. */
    interface RowReader extends Closeable {
        /**
         * Reads the next row.
         *
         * @param argb [width or longer]; receives packed 8-bit sRGB {@code 0xAARRGGBB}, not premultiplied
         * @throws IOException if the source is broken
         * @throws IllegalStateException if all rows have been read
         */
        void readRow(int[] argb) throws IOException;

        @Override
        default void close() throws IOException {}
    }
}
