package tinct.image;

import java.io.Closeable;
import java.io.IOException;

/**
 * A picture of palette indices as rows, top to bottom, that can be read more than once. {@link IndexedImage} is one that is
 * held in memory; others make their rows as they are read.
 */
public interface IndexedRows {
    /** Pixels in a row; at least 1. */
    int width();

    /** Number of rows; at least 1. */
    int height();

    /** The colours. */
    Palette palette();

    /**
     * Opens the picture at its first row. May be called any number of times.
     *
     * @throws IOException if the source cannot be opened
     */
    IndexReader openIndices() throws IOException;

    /** One pass over the rows of a picture, in order; not for use by several threads at once. */
    interface IndexReader extends Closeable {
        /**
         * Reads the next row.
         *
         * @param indices {@code indices[at .. at + width)} receives palette indices, to be read with {@code & 0xFF}
         * @throws IOException if the source is broken
         * @throws IllegalStateException if all rows have been read
         */
        void readRow(byte[] indices, int at) throws IOException;

        @Override
        default void close() throws IOException {}
    }
}
