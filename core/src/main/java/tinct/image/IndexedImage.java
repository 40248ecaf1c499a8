package tinct.image;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A picture as a palette and one palette index a pixel. */
public final class IndexedImage implements PixelRows, IndexedRows {
    private final int width;
    private final int height;
    private final Palette palette;
    private final byte[] indices;

    /**
     * Wraps the indices without copying them; the caller must not write to them afterwards.
     *
     * @param indices [width * height], row-major, read with {@code & 0xFF}, each below {@code palette.size()}
     * @throws IllegalArgumentException if a side is below 1, the array has another length, or an index is too large
     */
    public IndexedImage(int width, int height, Palette palette, byte[] indices) {
        Sizes.check(width, height, indices.length);
        int size = palette.size();
        for (int i = 0; i < indices.length; i++) {
            if ((indices[i] & 0xFF) >= size) {
                throw new IllegalArgumentException("index " + (indices[i] & 0xFF) + " at pixel " + i
                        + " is outside a palette of " + size + " entries");
            }
        }
        this.width = width;
        this.height = height;
        this.palette = palette;
        this.indices = indices;
    }

    /**
     * Reads all rows into memory; returns {@code rows} itself if it is an {@code IndexedImage}.
     *
     * @throws IOException if the source is broken
     * @throws IllegalArgumentException if the picture has more pixels than an array can hold
     */
    public static IndexedImage copyOf(IndexedRows rows) throws IOException {
        if (rows instanceof IndexedImage image) {
            return image;
        }
        int width = rows.width();
        byte[] indices = new byte[Sizes.pixels(width, rows.height())];
        try (IndexReader reader = rows.openIndices()) {
            for (int at = 0; at < indices.length; at += width) {
                reader.readRow(indices, at);
            }
        }
        return new IndexedImage(width, rows.height(), rows.palette(), indices);
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public Palette palette() {
        return palette;
    }

    /**
     * The same indices with other colours.
     *
     * @throws IllegalArgumentException if an index is too large for the palette
     */
    public IndexedImage withPalette(Palette other) {
        return new IndexedImage(width, height, other, indices);
    }

    /**
     * The same picture with {@code 0x00000000} as the first entry: brought there, or put before the others if there is none.
     * The order of the others stays.
     *
     * @throws IllegalArgumentException if there is none and 256 others leave no room
     */
    public IndexedImage withTransparentFirst() {
        int at = 0;
        while (at < palette.size() && palette.entry(at) != 0) {
            at++;
        }
        if (at == 0) {
            return this;
        }
        int before = at; // entries that move up by one
        int[] entries = new int[at == palette.size() ? at + 1 : palette.size()];
        for (int i = 1; i < entries.length; i++) {
            entries[i] = palette.entry(i <= before ? i - 1 : i);
        }
        byte[] moved = indices.clone();
        for (int i = 0; i < moved.length; i++) {
            int index = moved[i] & 0xFF;
            moved[i] = (byte) (index == before ? 0 : index < before ? index + 1 : index);
        }
        return new IndexedImage(width, height, new Palette(entries), moved);
    }

    /**
     * The same picture with its entries in another order.
     *
     * @param order [size of the palette] of each place the entry that comes to stand there, each entry once
     */
    public IndexedImage withOrder(int... order) {
        int[] entries = new int[palette.size()];
        int[] sorted = order.clone();
        Arrays.sort(sorted);
        if (!Arrays.equals(sorted, IntStream.range(0, entries.length).toArray())) {
            throw new IllegalArgumentException("an order has each of " + entries.length + " entries once");
        }
        byte[] places = new byte[Palette.MAX_SIZE];
        for (int place = 0; place < order.length; place++) {
            entries[place] = palette.entry(order[place]);
            places[order[place]] = (byte) place;
        }
        byte[] moved = new byte[indices.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = places[indices[i] & 0xFF];
        }
        return new IndexedImage(width, height, new Palette(entries), moved);
    }

    /** All indices [width * height], row-major; the array itself, which must not be written to. */
    public byte[] indices() {
        return indices;
    }

    /** The palette index of the pixel at column {@code x} of row {@code y}. */
    public int index(int x, int y) {
        return indices[y * width + x] & 0xFF;
    }

    /** How many pixels use each entry [palette.size()]. */
    public long[] counts() {
        long[] counts = new long[palette.size()];
        for (byte index : indices) {
            counts[index & 0xFF]++;
        }
        return counts;
    }

    /** The picture rebuilt from its palette. */
    public Image toImage() {
        int[] entries = palette.toArray();
        int[] argb = new int[indices.length];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = entries[indices[i] & 0xFF];
        }
        return new Image(width, height, argb);
    }

    @Override
    public RowReader open() {
        int[] entries = palette.toArray();
        return new RowReader() {
            private int next;

            @Override
            public void readRow(int[] row) {
                if (next == height) {
                    throw new IllegalStateException("all " + height + " rows have been read");
                }
                int from = next++ * width;
                for (int x = 0; x < width; x++) {
                    row[x] = entries[indices[from + x] & 0xFF];
                }
            }
        };
    }

    @Override
    public IndexReader openIndices() {
        return new IndexReader() {
            private int next;

            @Override
            public void readRow(byte[] row, int at) {
                if (next == height) {
                    throw new IllegalStateException("all " + height + " rows have been read");
                }
                System.arraycopy(indices, next++ * width, row, at, width);
            }
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IndexedImage that
                && width == that.width
                && palette.equals(that.palette)
                && Arrays.equals(indices, that.indices);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + palette.hashCode()) + Arrays.hashCode(indices);
    }

    @Override
    public String toString() {
        return "IndexedImage[" + width + " x " + height + ", " + palette.size() + " colours]";
    }
}
