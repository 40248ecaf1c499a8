package tinct.app.compress;

import java.io.IOException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import tinct.image.IndexedRows;
import tinct.image.Palette;
import tinct.image.PixelRows;
import tinct.metrics.RowErrors;

/**
 * A picture that is read for its result, and compared with that as it is mapped: pixels wait for their indices, and nothing is
 * read again for it.
 */
final class JudgedRows implements PixelRows {
    private final PixelRows rows;
    private final boolean measured;
    /* Whoever reads ahead adds rows, whoever writes the result takes them and gives their arrays back. */
    private final Queue<int[]> waiting = new ConcurrentLinkedQueue<>();
    private final Queue<int[]> spare = new ConcurrentLinkedQueue<>();
    private volatile boolean mapping;
    private RowErrors errors = new RowErrors();
    private boolean[] met = {};

    /**
     * A picture that is read row by row.
     *
     * @param measured whether its error is of interest
     */
    JudgedRows(PixelRows rows, boolean measured) {
        this.rows = rows;
        this.measured = measured;
    }

    /** The error of the result, which has been read to its end; empty if it is of no interest. */
    Optional<Double> mse() {
        return measured ? Optional.of(errors.mse()) : Optional.empty();
    }

    /** How many entries of its palette it uses. */
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
    public RowReader open() throws IOException {
        RowReader reader = rows.open();
        boolean kept = mapping && measured;
        return new RowReader() {
            @Override
            public void readRow(int[] argb) throws IOException {
                reader.readRow(argb);
                if (kept) {
                    int[] free = spare.poll();
                    int[] row = free == null ? new int[width()] : free;
                    System.arraycopy(argb, 0, row, 0, row.length);
                    waiting.add(row);
                }
            }

            @Override
            public void close() throws IOException {
                reader.close();
            }
        };
    }

    /** The result, that is made of these rows in one pass, and judged while it is read. */
    IndexedRows judging(IndexedRows result) {
        return new IndexedRows() {
            @Override
            public int width() {
                return result.width();
            }

            @Override
            public int height() {
                return result.height();
            }

            @Override
            public Palette palette() {
                return result.palette();
            }

            @Override
            public IndexReader openIndices() throws IOException {
                errors = new RowErrors();
                met = new boolean[result.palette().size()];
                waiting.clear();
                mapping = true;
                return new Judge(result);
            }
        };
    }

    private final class Judge implements IndexedRows.IndexReader {
        private final IndexedRows.IndexReader reader;
        private final int[] entries;
        private final int[] shown = new int[width()];

        Judge(IndexedRows result) throws IOException {
            entries = result.palette().toArray();
            reader = result.openIndices();
        }

        @Override
        public void readRow(byte[] indices, int at) throws IOException {
            reader.readRow(indices, at);
            for (int x = 0; x < shown.length; x++) {
                int index = indices[at + x] & 0xFF;
                met[index] = true;
                shown[x] = entries[index];
            }
            if (measured) {
                int[] row = waiting.remove(); // It has been read, or it would not be mapped.
                errors.add(row, shown, shown.length);
                spare.add(row);
            }
        }

        @Override
        public void close() throws IOException {
            mapping = false;
            waiting.clear();
            spare.clear();
            reader.close();
        }
    }
}
