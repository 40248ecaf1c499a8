package tinct.remap;

import java.io.IOException;
import tinct.color.ColorSpace;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.image.PixelRows;

/**
 * Gives each pixel of a picture the index of a palette entry.
 *
 * @param palette the entries
 * @param space working space of distances
 * @param ditherer how error is spread
 */
public record Remapper(Palette palette, ColorSpace space, Ditherer ditherer) {
    /**
     * Maps all pixels: to the nearest entry, the lowest index on a tie, of the pixel or of what the ditherer makes of it.
     *
     * @param threads most threads to use, at least 1
     * @throws IOException if the source is broken
     */
    public IndexedImage remap(PixelRows rows, int threads) throws IOException {
        int width = rows.width();
        byte[] indices = new byte[Math.multiplyExact(width, rows.height())];
        int[] row = new int[width];
        float[][] entries = space.coordinates(palette.toArray(), 4);
        float[][] pixels = new float[4][width];
        try (PixelRows.RowReader reader = rows.open()) {
            for (int y = 0; y < rows.height(); y++) {
                reader.readRow(row);
                space.coordinates(row, 0, width, pixels);
                for (int x = 0; x < width; x++) {
                    indices[y * width + x] = (byte) nearest(entries, pixels, x);
                }
            }
        }
        return new IndexedImage(width, rows.height(), palette, indices);
    }

    private static int nearest(float[][] entries, float[][] pixels, int x) {
        int best = 0;
        double least = Double.MAX_VALUE;
        for (int j = 0; j < entries[0].length; j++) {
            double d = 0;
            for (int axis = 0; axis < 4; axis++) {
                double t = entries[axis][j] - pixels[axis][x];
                d += t * t;
            }
            if (d < least) {
                least = d;
                best = j;
            }
        }
        return best;
    }
}
