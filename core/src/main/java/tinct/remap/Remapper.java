package tinct.remap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tinct.color.ColorSpace;
import tinct.image.Image;
import tinct.image.IndexedColors;
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
    /** From so many pixels on the time to make an {@link IndexTable} is small beside what it saves. */
    private static final int LARGE = 1 << 22;

    public Remapper {
        Objects.requireNonNull(palette);
        Objects.requireNonNull(space);
        Objects.requireNonNull(ditherer);
    }

    /** {@link #remap(PixelRows, int, int, int)} of a whole picture: its first pixel is at column 0 of row 0. */
    public IndexedImage remap(PixelRows rows, int threads) throws IOException {
        return remap(rows, IndexedColors.NONE, threads);
    }

    /**
     * {@link #remap(PixelRows, int)} in less time where the nearest entries of colours are known.
     *
     * @param known colours and their nearest entries
     */
    public IndexedImage remap(PixelRows rows, IndexedColors known, int threads) throws IOException {
        return remap(rows, known, threads, 0, 0);
    }

    /**
     * Maps all pixels: to the nearest entry, the lowest index on a tie, or to what the ditherer makes of it; or, with
     * {@link RateAware}, to what makes the file small, wherever its level allows that.
     *
     * @param threads most threads to use, at least 1; the result does not depend on it. Rows that are not in memory are
     *     read by one, and so is error diffused. {@link RateAware} brings them into memory
     * @param x0 column, in a larger picture, of the first pixel: any number. With it and {@code y0} a tile that is mapped
     *     by itself agrees with its neighbours if the ditherer is {@link Bayer} or {@link BlueNoise}; others do not use them
     * @param y0 its row
     * @throws IOException if the source is broken
     * @throws IllegalArgumentException if the picture has more than 2^31 - 9 pixels
     */
    public IndexedImage remap(PixelRows rows, int threads, int x0, int y0) throws IOException {
        return remap(rows, IndexedColors.NONE, threads, x0, y0);
    }

    /**
     * {@link #remap(PixelRows, int, int, int)} in less time where the nearest entries of colours are known.
     *
     * @param known colours and their nearest entries
     */
    public IndexedImage remap(PixelRows rows, IndexedColors known, int threads, int x0, int y0) throws IOException {
        byte[] indices = remap(rows, known, threads, x0, y0, null);
        return new IndexedImage(rows.width(), rows.height(), palette, indices);
    }

    /**
     * Maps those pixels of a part of a picture that have changed; the others keep the indices that they have, whatever the
     * ditherer. Error is spread among the pixels that have changed only.
     *
     * @param part of the picture
     * @param changed [pixels of the part] which of them have changed
     * @param indices [pixels of the part] receives the indices of those; not changed elsewhere
     * @param known colours and their nearest entries; may be none
     * @param threads most threads to use, at least 1; the result does not depend on it
     * @param x0 column of the part in the picture
     * @param y0 its row
     */
    public void remap(Image part, boolean[] changed, byte[] indices, IndexedColors known, int threads, int x0, int y0) {
        if (changed.length != part.pixelCount() || indices.length != changed.length) {
            throw new IllegalArgumentException("a part of " + changed.length + " pixels was " + part);
        }
        byte[] all;
        try {
            all = remap(part, known, threads, x0, y0, changed);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not break
        }
        for (int i = 0; i < indices.length; i++) {
            indices[i] = changed[i] ? all[i] : indices[i];
        }
    }

    private byte[] remap(PixelRows rows, IndexedColors known, int threads, int x0, int y0, boolean @Nullable [] changed)
            throws IOException {
        long pixels = rows.pixelCount();
        if (pixels > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(pixels + " pixels do not fit in one array of indices");
        }
        byte[] indices = new byte[(int) pixels];
        EntrySearch search = EntrySearch.of(palette, space);
        boolean dithers = ditherer.strength() > 0;
        if (dithers && (ditherer instanceof FloydSteinberg || ditherer instanceof Atkinson)) {
            diffuse(rows, search, indices, changed);
        } else if (dithers && ditherer instanceof AutoDither) {
            diffuseSmooth(rows, search, indices, changed);
        } else if (dithers && ditherer instanceof RateAware options) {
            Image image = Image.copyOf(rows);
            map(image, mappers(search, known, pixels), threads, x0, y0, indices);
            indices = options.indices(image, palette, indices, threads);
        } else if (rows instanceof Image image) {
            map(image, mappers(search, known, pixels), threads, x0, y0, indices);
        } else {
            map(rows, mappers(search, known, pixels).get(), x0, y0, indices);
        }
        return indices;
    }

    /** Spreads error among the pixels that have changed, which are all if that is not told. */
    private void diffuse(PixelRows rows, EntrySearch search, byte[] indices, boolean @Nullable [] changed)
            throws IOException {
        int width = rows.width();
        Diffusion diffusion = new Diffusion(width, ditherer, space, search, transparentEntry());
        int[] row = new int[width];
        try (PixelRows.RowReader reader = rows.open()) {
            for (int y = 0; y < rows.height(); y++) {
                reader.readRow(row);
                boolean[] spread = changed == null ? null : Arrays.copyOfRange(changed, y * width, (y + 1) * width);
                diffusion.row(row, spread, indices, y * width);
            }
        }
    }

    private void diffuseSmooth(PixelRows rows, EntrySearch search, byte[] indices, boolean @Nullable [] changed)
            throws IOException {
        int width = rows.width();
        Diffusion diffusion = new Diffusion(width, ditherer, space, search, transparentEntry());
        SmoothAreas areas = new SmoothAreas(width, palette);
        IndexCache nearest = new IndexCache(space, search);
        int[][] waiting = new int[SmoothAreas.DELAY + 1][width];
        boolean[] smooth = new boolean[width];
        try (PixelRows.RowReader reader = rows.open()) {
            for (int y = 0; y < rows.height() + SmoothAreas.DELAY; y++) {
                if (y < rows.height()) {
                    int[] row = waiting[y % waiting.length];
                    reader.readRow(row);
                    nearest.map(row, 0, width, 0, y, indices, y * width);
                    areas.add(row, indices, y * width);
                }
                int judged = y - SmoothAreas.DELAY;
                if (judged >= 0) {
                    int[] row = waiting[judged % waiting.length];
                    areas.judge(judged, smooth);
                    leaveExact(row, indices, judged * width, smooth);
                    for (int x = 0; changed != null && x < width; x++) {
                        smooth[x] &= changed[judged * width + x];
                    }
                    diffusion.row(row, smooth, indices, judged * width);
                }
            }
        }
    }

    /** Colours that are entries need no others. */
    private void leaveExact(int[] row, byte[] indices, int from, boolean[] smooth) {
        int ignored = palette.opaque() ? 0xFF000000 : 0;
        for (int x = 0; x < smooth.length; x++) {
            smooth[x] &= palette.entry(indices[from + x] & 0xFF) != (row[x] | ignored);
        }
    }

    private static void map(Image image, Supplier<PixelMapper> mappers, int threads, int x0, int y0, byte[] indices) {
        int[] argb = image.pixels();
        int width = image.width();
        int height = image.height();
        int bands = Math.max(1, Math.min(Math.min(threads, height), argb.length >>> 14));
        Parallel.forEach(bands, threads, band -> {
            PixelMapper mapper = mappers.get();
            int end = (int) ((long) height * (band + 1) / bands);
            for (int y = (int) ((long) height * band / bands); y < end; y++) {
                mapper.map(argb, y * width, width, x0, y0 + y, indices, y * width);
            }
        });
    }

    private static void map(PixelRows rows, PixelMapper mapper, int x0, int y0, byte[] indices) throws IOException {
        int width = rows.width();
        int[] row = new int[width];
        try (PixelRows.RowReader reader = rows.open()) {
            for (int y = 0; y < rows.height(); y++) {
                reader.readRow(row);
                mapper.map(row, 0, width, x0, y0 + y, indices, y * width);
            }
        }
    }

    /** Makes a mapper for each thread; what is known is of use only where no error is spread. */
    private Supplier<PixelMapper> mappers(EntrySearch search, IndexedColors known, long pixels) {
        if (ditherer.strength() > 0 && ditherer instanceof Bayer options) {
            return () -> new MixtureCache(palette, space, search, Thresholds.bayer(), options.strength());
        }
        if (ditherer.strength() > 0 && ditherer instanceof BlueNoise options) {
            return () -> new MixtureCache(palette, space, search, Thresholds.blueNoise(), options.strength());
        }
        if (known.size() > 0 && known.size() <= KnownIndices.MOST) {
            KnownIndices table = new KnownIndices(known);
            return () -> new KnownMapper(table, new IndexCache(space, search));
        }
        return pixels > LARGE && palette.opaque()
                ? new IndexTable(space, search, known)::mapper
                : () -> new IndexCache(space, search);
    }

    private int transparentEntry() {
        for (int i = 0; i < palette.size(); i++) {
            if (palette.entry(i) == 0) {
                return i;
            }
        }
        return -1;
    }
}
