package tinct.imageio;

/**
 * The most pixels that a picture may have, checked before memory is taken for it.
 *
 * @param held of a picture that is brought into memory
 * @param read of one that is read row by row
 */
public record PixelLimit(long held, long read) {
    /** 2^28 in memory, which take a gigabyte; 2^34 row by row. */
    public static final PixelLimit DEFAULT = new PixelLimit(1L << 28, 1L << 34);

    public PixelLimit {
        if (held < 1 || read < held) {
            throw new IllegalArgumentException("limits must be at least 1 and rise, were " + held + " and " + read);
        }
    }

    /** The same for both. */
    public static PixelLimit of(long pixels) {
        return new PixelLimit(pixels, pixels);
    }
}
