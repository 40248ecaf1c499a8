package tinct.remap;

import java.io.IOException;
import tinct.image.IndexedRows;
import tinct.image.PixelRows;

/** Maps a picture row by row, each taking the error that those above leave. */
final class DiffusedReader implements IndexedRows.IndexReader {
    private final PixelRows.RowReader reader;
    private final Diffusion diffusion;
    private final int[] row;

    DiffusedReader(PixelRows rows, Diffusion diffusion) throws IOException {
        this.diffusion = diffusion;
        row = new int[rows.width()];
        reader = rows.open();
    }

    @Override
    public void readRow(byte[] indices, int at) throws IOException {
        reader.readRow(row);
        diffusion.row(row, null, indices, at);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
