package tinct.app.compress;

import java.io.IOException;
import tinct.image.IndexedRows;
import tinct.image.Palette;

/** Rows of indices that remember which entries were met as they were read. */
final class CountedRows implements IndexedRows {
    private final IndexedRows rows;
    private final boolean[] met;

    CountedRows(IndexedRows rows) {
        this.rows = rows;
        met = new boolean[rows.palette().size()];
    }

    /** How many entries have been met. */
    int used() {
        int used = 0;
        for (boolean one : met) {
            used += one ? 1 : 0;
        }
        return used;
    }

    @Override
    public int width() {
        return rows.width();
    }

    @Override
    public int height() {
        return rows.height();
    }

    @Override
    public Palette palette() {
        return rows.palette();
    }

    @Override
    public IndexReader openIndices() throws IOException {
        IndexReader reader = rows.openIndices();
        int width = width();
        return new IndexReader() {
            @Override
            public void readRow(byte[] indices, int at) throws IOException {
                reader.readRow(indices, at);
                for (int x = at; x < at + width; x++) {
                    met[indices[x] & 0xFF] = true;
                }
            }

            @Override
            public void close() throws IOException {
                reader.close();
            }
        };
    }
}
