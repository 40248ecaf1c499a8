package tinct.remap;

import java.io.IOException;
import java.util.function.Function;
import tinct.image.Image;
import tinct.image.IndexedRows;
import tinct.image.PixelRows;
import tinct.internal.Sheets;

/** Maps a picture sheet by sheet. */
final class SheetReader implements IndexedRows.IndexReader {
    private final PixelRows.RowReader reader;
    private final Sheets sheets;
    private final int reach;
    private final Function<Sheet, byte[]> mapper;
    private final int width;
    private int[] pixels = {}; // of the rows from top to read
    private int top;
    private byte[] indices = {};
    private int sheetNumber = -1;
    private int read; // rows
    private int next;

    /**
     * Starts at the first row.
     *
     * @param reach how many rows above and below a sheet are looked at
     * @param mapper gives all pixels of the image of a sheet their indices; those of rows that are not meant do not matter
     */
    SheetReader(PixelRows rows, Sheets sheets, int reach, Function<Sheet, byte[]> mapper) throws IOException {
        this.sheets = sheets;
        this.reach = reach;
        this.mapper = mapper;
        width = rows.width();
        reader = rows.open();
    }

    @Override
    public void readRow(byte[] row, int at) throws IOException {
        if (next == sheets.height()) {
            throw new IllegalStateException("all " + next + " rows have been read");
        }
        if (sheetNumber < 0 || next == sheets.to(sheetNumber)) {
            sheetNumber++;
            indices = mapper.apply(nextSheet());
        }
        System.arraycopy(indices, (next - top) * width, row, at, width);
        next++;
    }

    private Sheet nextSheet() throws IOException {
        int from = sheets.from(sheetNumber);
        int to = sheets.to(sheetNumber);
        int first = Math.max(0, from - reach);
        int bottom = (int) Math.min(sheets.height(), (long) to + reach);
        int[] kept = pixels;
        pixels = new int[Math.multiplyExact(bottom - first, width)];
        System.arraycopy(kept, (first - top) * width, pixels, 0, (read - first) * width);
        top = first;
        int[] row = new int[width];
        for (; read < bottom; read++) {
            reader.readRow(row);
            System.arraycopy(row, 0, pixels, (read - top) * width, width);
        }
        return new Sheet(new Image(width, bottom - top, pixels), top, from - top, to - top);
    }

    @Override
    public void close() throws IOException {
        pixels = new int[0];
        indices = new byte[0];
        reader.close();
    }
}
