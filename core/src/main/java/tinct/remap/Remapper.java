package tinct.remap;

import java.io.IOException;
import java.util.Objects;
import tinct.color.ColorSpace;
import tinct.image.Image;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.image.PixelRows;
import tinct.internal.Parallel;

/**
 * Gives each pixel of a picture the index of a palette entry.
 *
 * <p>Alpha counts if an entry is not opaque; else pixels are mapped as if they were opaque. Where the palette has
 * {@code 0x00000000}, a fully transparent pixel gets it whatever the ditherer.
 *
 * @param palette the entries
 * @param space working space of distances
 * @param ditherer how error is spread
 */
public record Remapper(Palette palette, ColorSpace space, Ditherer ditherer) {
    public Remapper {
        Objects.requireNonNull(palette);
        Objects.requireNonNull(space);
        Objects.requireNonNull(ditherer);
    }

    /**
     * Maps all pixels: to the nearest entry, the lowest index on a tie, of the pixel or of what the ditherer makes of it;
     * or, with {@link RateAware}, to what makes the file small, wherever its level allows that.
     *
     * @param threads most threads to use, at least 1; the result does not depend on it. Rows that are not in memory are
     *     read by one, and so is error diffused. {@link RateAware} brings them into memory
     * @throws IOException if the source is broken
     * @throws IllegalArgumentException if the picture has more than 2^31 - 9 pixels
     */
    public IndexedImage remap(PixelRows rows, int threads) throws IOException {
        long pixels = rows.pixelCount();
        if (pixels > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(pixels + " pixels do not fit in one array of indices");
        }
        byte[] indices = new byte[(int) pixels];
        Search search = new Search(space.coordinates(palette.toArray(), palette.opaque() ? 3 : 4));
        if (ditherer instanceof FloydSteinberg options && options.strength() > 0) {
            diffuse(rows, search, options, indices);
        } else if (ditherer instanceof RateAware options && options.level() > 0) {
            Image image = Image.copyOf(rows);
            nearest(image, search, threads, indices);
            indices = options.indices(image, palette, indices, threads);
        } else if (rows instanceof Image image) {
            nearest(image, search, threads, indices);
        } else {
            nearest(rows, search, indices);
        }
        return new IndexedImage(rows.width(), rows.height(), palette, indices);
    }

    private void diffuse(PixelRows rows, Search search, FloydSteinberg options, byte[] indices) throws IOException {
        int width = rows.width();
        Diffusion diffusion = new Diffusion(
                width, options, space, search.entries, search.around(0), search.low, search.high, transparentEntry());
        int[] row = new int[width];
        try (PixelRows.RowReader reader = rows.open()) {
            for (int y = 0; y < rows.height(); y++) {
                reader.readRow(row);
                diffusion.row(row, indices, y * width);
            }
        }
    }

    private void nearest(Image image, Search search, int threads, byte[] indices) {
        int[] argb = image.pixels();
        int bands = Math.max(1, Math.min(threads, argb.length >>> 14));
        Parallel.forEach(bands, threads, band -> {
            int from = (int) ((long) argb.length * band / bands);
            int to = (int) ((long) argb.length * (band + 1) / bands);
            search.cache(space).find(argb, from, to, indices);
        });
    }

    private void nearest(PixelRows rows, Search search, byte[] indices) throws IOException {
        IndexCache cache = search.cache(space);
        int width = rows.width();
        int[] row = new int[width];
        byte[] found = new byte[width];
        try (PixelRows.RowReader reader = rows.open()) {
            for (int y = 0; y < rows.height(); y++) {
                reader.readRow(row);
                cache.find(row, 0, width, found);
                System.arraycopy(found, 0, indices, y * width, width);
            }
        }
    }

    private int transparentEntry() {
        for (int i = 0; i < palette.size(); i++) {
            if (palette.entry(i) == 0) {
                return i;
            }
        }
        return -1;
    }

    /** Coordinates of the entries and the box around them. */
    private static final class Search {
        final float[][] entries;
        final float[] low;
        final float[] high;

        Search(float[][] entries) {
            this.entries = entries;
            low = new float[entries.length];
            high = new float[entries.length];
            for (int axis = 0; axis < entries.length; axis++) {
                low[axis] = Float.MAX_VALUE;
                high[axis] = -Float.MAX_VALUE;
                for (float coordinate : entries[axis]) {
                    low[axis] = Math.min(low[axis], coordinate);
                    high[axis] = Math.max(high[axis], coordinate);
                }
            }
        }

        /** A search with short lists in the box widened by a share of its size on each side. */
        NearestEntry around(float share) {
            float[] from = new float[low.length];
            float[] to = new float[low.length];
            for (int axis = 0; axis < low.length; axis++) {
                float margin = (high[axis] - low[axis]) * share;
                from[axis] = low[axis] - margin;
                to[axis] = high[axis] + margin;
            }
            return new NearestEntry(entries, from, to);
        }

        /** Most pixels lie within the entries, and few far outside. */
        IndexCache cache(ColorSpace space) {
            return new IndexCache(space, around(0.2f), entries.length);
        }
    }
}
