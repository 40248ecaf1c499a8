package tinct.remap;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tinct.image.IndexedRows;
import tinct.image.Palette;
import tinct.image.PixelRows;

/** Maps a picture row by row to nearest entries, and spreads error in smooth areas, which are known some rows later. */
final class SmoothReader implements IndexedRows.IndexReader {
    private static final int ROWS = SmoothAreas.DELAY + 1;

    private final PixelRows.RowReader reader;
    private final Palette palette;
    private final PixelMapper nearest;
    private final Diffusion diffusion;
    private final SmoothAreas areas;
    private final int width;
    private final int height;
    private final int[][] pixels; // of the rows that wait, and their nearest entries
    private final byte[][] indices;
    private final boolean[] smooth;
    private final boolean @Nullable [] changed;
    private int read; // rows
    private int next;

    /**
     * Starts at the first row.
     *
     * @param changed [pixels] those among which error is spread; null for all
     */
    SmoothReader(
            PixelRows rows, Palette palette, PixelMapper nearest, Diffusion diffusion, boolean @Nullable [] changed)
            throws IOException {
        this.changed = changed;
        this.palette = palette;
        this.nearest = nearest;
        this.diffusion = diffusion;
        width = rows.width();
        height = rows.height();
        areas = new SmoothAreas(width, palette);
        pixels = new int[ROWS][width];
        indices = new byte[ROWS][width];
        smooth = new boolean[width];
        reader = rows.open();
    }

    @Override
    public void readRow(byte[] row, int at) throws IOException {
        while (read < Math.min(height, next + ROWS)) {
            int[] argb = pixels[read % ROWS];
            byte[] mapped = indices[read % ROWS];
            reader.readRow(argb);
            nearest.map(argb, 0, width, 0, read, mapped, 0);
            areas.add(argb, mapped, 0);
            read++;
        }
        int[] argb = pixels[next % ROWS];
        System.arraycopy(indices[next % ROWS], 0, row, at, width);
        areas.judge(next, smooth);
        leaveExact(argb, row, at);
        for (int x = 0; changed != null && x < width; x++) {
            smooth[x] &= changed[next * width + x];
        }
        diffusion.row(argb, smooth, row, at);
        next++;
    }

    /** Colours that are entries need no others. */
    private void leaveExact(int[] argb, byte[] row, int at) {
        int ignored = palette.opaque() ? 0xFF000000 : 0;
        for (int x = 0; x < width; x++) {
            smooth[x] &= palette.entry(row[at + x] & 0xFF) != (argb[x] | ignored);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
