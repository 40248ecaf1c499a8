package tinct;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import tinct.image.PixelRows;

/**
 * A picture whose rows are read ahead by a thread of their own, so that a decoder works beside who asks for them.
 *
 * @param rows the picture
 */
record RowsAhead(PixelRows rows) implements PixelRows {
    /** Pixels that are handed over at once. */
    private static final int BATCH = 1 << 18;
    /** Batches that wait at the most. */
    private static final int WAITING = 4;

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
        Reader reader = new Reader(rows);
        reader.thread.start();
        return reader;
    }

    /** Some rows, or what went wrong in their place. */
    private record Batch(int[] argb, @Nullable Throwable failure) {}

    private static final class Reader implements RowReader {
        private final PixelRows rows;
        private final RowReader source;
        private final int width;
        private final int batchRows;
        private final BlockingQueue<Batch> batches = new ArrayBlockingQueue<>(WAITING);
        private final Thread thread = new Thread(this::readAll, "tinct-rows");
        private int[] argb = {};
        private int at;
        private int next;

        Reader(PixelRows rows) throws IOException {
            this.rows = rows;
            width = rows.width();
            batchRows = Math.max(1, BATCH / width);
            thread.setDaemon(true);
            source = rows.open();
        }

        private void readAll() {
            try {
                try {
                    readBatches();
                } catch (IOException | RuntimeException | Error e) {
                    batches.put(new Batch(new int[0], e));
                }
            } catch (InterruptedException e) {
                // Closed before the end: nobody waits for more.
            }
        }

        private void readBatches() throws IOException, InterruptedException {
            int[] row = new int[width];
            for (int y = 0; y < rows.height(); y += batchRows) {
                int[] batch = new int[Math.min(batchRows, rows.height() - y) * width];
                for (int i = 0; i < batch.length; i += width) {
                    source.readRow(row);
                    System.arraycopy(row, 0, batch, i, width);
                }
                batches.put(new Batch(batch, null));
            }
        }

        @Override
        public void readRow(int[] row) throws IOException {
            if (next == rows.height()) {
                throw new IllegalStateException("all " + next + " rows have been read");
            }
            if (at == argb.length) {
                argb = take();
                at = 0;
            }
            System.arraycopy(argb, at, row, 0, width);
            at += width;
            next++;
        }

        private int[] take() throws IOException {
            Batch batch;
            try {
                batch = batches.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new java.io.InterruptedIOException();
            }
            Throwable failure = batch.failure;
            if (failure instanceof IOException io) {
                throw io;
            } else if (failure instanceof RuntimeException unchecked) {
                throw unchecked;
            } else if (failure instanceof Error error) {
                throw error;
            }
            return batch.argb;
        }

        @Override
        public void close() throws IOException {
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                source.close();
            }
        }
    }
}
