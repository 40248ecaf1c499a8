package tinct;

import java.io.IOException;
import tinct.image.PixelRows;

/**
 * Rows whose reading is told of.
 *
 * @param rows the picture
 * @param stage that reads them
 * @param progress who is told, at each hundredth
 */
record WatchedRows(PixelRows rows, Stage stage, Progress progress) implements PixelRows {
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
        return new RowReader() {
            private int next;

            @Override
            public void readRow(int[] argb) throws IOException {
                if (next * 100L / height() != (next - 1L) * 100 / height()) {
                    progress.advances(stage, (double) next / height());
                }
                next++;
                reader.readRow(argb);
            }

            @Override
            public void close() throws IOException {
                reader.close();
            }
        };
    }
}
