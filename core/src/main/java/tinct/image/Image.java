package tinct.image;

import java.io.IOException;
import java.util.Arrays;

/**
 * A picture in memory: packed 8-bit sRGB pixels, row-major, not premultiplied.
 *
 * <p>Immutable as long as its creator keeps the promise of {@link #Image(int, int, int[])}.
 */
public final class Image implements PixelRows {
    private final int width;
    private final int height;
    private final int[] argb;

    /**
     * Wraps an array without copying it; the caller must not write to it afterwards.
     *
     * @param argb [width * height], row-major, {@code 0xAARRGGBB}
     * @throws IllegalArgumentException if a side is below 1 or the array has another length
     */
    public Image(int width, int height, int[] argb) {
        Sizes.check(width, height, argb.length);
        this.width = width;
        this.height = height;
        this.argb = argb;
    }

    /**
     * Reads all rows into memory; returns {@code rows} itself if it is an {@code Image}.
     *
     * @throws IOException if the source is broken
     * @throws IllegalArgumentException if the picture has more pixels than an array can hold
     */
    public static Image copyOf(PixelRows rows) throws IOException {
        if (rows instanceof Image image) {
            return image;
        }
        int width = rows.width();
        int height = rows.height();
        int[] argb = new int[Sizes.pixels(width, height)];
        int[] row = new int[width];
        try (RowReader reader = rows.open()) {
            for (int y = 0; y < height; y++) {
                reader.readRow(row);
                System.arraycopy(row, 0, argb, y * width, width);
            }
        }
        return new Image(width, height, argb);
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    /** The pixel at column {@code x} of row {@code y}. */
    public int argb(int x, int y) {
        return argb[y * width + x];
    }

    /** All pixels [width * height], row-major; the array itself, which must not be written to. */
    public int[] pixels() {
        return argb;
    }

    /** Whether every pixel has alpha 255. */
    public boolean opaque() {
        int all = -1;
        for (int pixel : argb) {
            all &= pixel;
        }
        return all >>> 24 == 255;
    }

    @Override
    public RowReader open() {
        return new RowReader() {
            private int next;

            @Override
            public void readRow(int[] row) {
                if (next == height) {
                    throw new IllegalStateException("all " + height + " rows have been read");
                }
                System.arraycopy(argb, next++ * width, row, 0, width);
            }
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Image that && width == that.width && Arrays.equals(argb, that.argb);
    }

    @Override
    public int hashCode() {
        return 31 * width + Arrays.hashCode(argb);
    }

    @Override
    public String toString() {
        return "Image[" + width + " x " + height + "]";
    }
}
