package tinct.remap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tinct.color.ColorSpace;
import tinct.image.Image;
import tinct.image.IndexedColors;
import tinct.image.IndexedImage;
import tinct.image.IndexedRows;
import tinct.image.Palette;
import tinct.image.PixelRows;
import tinct.internal.Sheets;
import tinct.remap.rate.RateRemap;

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

    /** Fewer pixels than this are done before {@link IndexPages} are made. */
    private static final int SMALL = 1 << 15;

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
     * @param known colours and their nearest entries; only opaque ones are of use
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
     * @param known colours and their nearest entries; only opaque ones are of use
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
        int width = rows.width();
        int height = rows.height();
        if (rows instanceof Image image && eachByItself()) {
            EntrySearch search = EntrySearch.of(palette, space);
            return Sheet.of(image).map(mappers(search, known, pixels), threads, x0, y0);
        }
        byte[] indices = new byte[(int) pixels];
        try (IndexedRows.IndexReader reader = open(rows, known, threads, x0, y0, changed)) {
            for (int y = 0; y < height; y++) {
                reader.readRow(indices, y * width);
            }
        }
        return indices;
    }

    /**
     * Maps pixels as {@link #remap(PixelRows, IndexedColors, int, int, int)} does, while the result is read: some millions at once, so
     * the picture may be of any size. The exception is {@link RateAware} for {@link Coder#LZW}, which brings it into memory.
     *
     * @return the indices, found anew at each {@link IndexedRows#openIndices}
     */
    public IndexedRows rows(PixelRows rows, IndexedColors known, int threads, int x0, int y0) {
        return new IndexedRows() {
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
                return palette;
            }

            @Override
            public IndexReader openIndices() throws IOException {
                return open(rows, known, threads, x0, y0, null);
            }
        };
    }

    private IndexedRows.IndexReader open(
            PixelRows rows, IndexedColors known, int threads, int x0, int y0, boolean @Nullable [] changed)
            throws IOException {
        EntrySearch search = EntrySearch.of(palette, space);
        int width = rows.width();
        if (ditherer.strength() > 0 && (ditherer instanceof FloydSteinberg || ditherer instanceof Atkinson)) {
            return new DiffusedReader(rows, diffusion(width, search), changed);
        }
        if (ditherer.strength() > 0 && ditherer instanceof AutoDither) {
            return new SmoothReader(rows, palette, new IndexCache(space, search), diffusion(width, search), changed);
        }
        Supplier<PixelMapper> mappers = mappers(search, known, rows.pixelCount());
        Sheets sheets = Sheets.of(width, rows.height());
        if (eachByItself()) {
            return new SheetReader(rows, sheets, 0, sheet -> sheet.map(mappers, threads, x0, y0));
        }
        RateAware options = ((RateAware) ditherer).forPixels(rows.pixelCount());
        return new SheetReader(
                rows,
                options.coder().packs() ? sheets : Sheets.whole(rows.height()),
                RateRemap.REACH,
                sheet -> options.indices(sheet, palette, sheet.map(mappers, threads, x0, y0), threads));
    }

    /** Whether the index of a pixel depends on no other pixel. */
    private boolean eachByItself() {
        return ditherer.strength() == 0
                || ditherer instanceof NoDither
                || ditherer instanceof Bayer
                || ditherer instanceof BlueNoise;
    }

    private Diffusion diffusion(int width, EntrySearch search) {
        return new Diffusion(width, ditherer, space, search, transparentEntry());
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
            KnownIndices indices = new KnownIndices(known);
            return () -> indices.mapper(new IndexCache(space, search));
        }
        if (!palette.opaque() || pixels < SMALL) {
            return () -> new IndexCache(space, search);
        }
        return pixels > LARGE ? new IndexTable(space, search, known)::mapper : () -> new IndexPages(space, search);
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
