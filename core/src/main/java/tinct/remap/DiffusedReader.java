package tinct.remap;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tinct.image.IndexedRows;
import tinct.image.PixelRows;

/** Maps a picture row by row, each taking the error that those above leave. */
final class DiffusedReader implements IndexedRows.IndexReader {
    private final PixelRows.RowReader reader;
    private final Diffusion diffusion;
    private final boolean @Nullable [] changed;
    private final int[] row;
    private int next;

    /**
     * Starts at the first row.
     *
     * @param changed [pixels] those among which error is spread; null for all
     */
    DiffusedReader(PixelRows rows, Diffusion diffusion, boolean @Nullable [] changed) throws IOException {
        this.diffusion = diffusion;
        this.changed = changed;
        row = new int[rows.width()];
        reader = rows.open();
    }

    @Override
    public void readRow(byte[] indices, int at) throws IOException {
        reader.readRow(row);
        int from = next++ * row.length;
        boolean[] spread = changed == null ? null : Arrays.copyOfRange(changed, from, from + row.length);
        diffusion.row(row, spread, indices, at);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
