package tinct.app.serve;

/**
 * How much is accepted.
 *
 * @param uploadBytes most bytes of one picture
 * @param maxPixels most pixels of one picture, checked before memory is taken for it
 * @param storedBytes most bytes of all pictures and results in the temporary folder; the oldest go first
 * @param pictures most pictures of one tab; the oldest go first
 * @param waiting most jobs that wait
 */
public record Limits(long uploadBytes, long maxPixels, long storedBytes, int pictures, int waiting) {
    private static final long MOST_PIXELS = 100_000_000;
    /** What a picture takes while a preview and a compression of it are in work, and another is read. */
    private static final long BYTES_PER_PIXEL = 48;

    /** For the heap of this process. */
    public static final Limits DEFAULT = new Limits(
            100_000_000,
            Math.min(MOST_PIXELS, Runtime.getRuntime().maxMemory() / BYTES_PER_PIXEL),
            2_000_000_000,
            100,
            128);

    public Limits {
        if (uploadBytes < 1 || maxPixels < 1 || storedBytes < 1 || pictures < 1 || waiting < 1) {
            throw new IllegalArgumentException("limits must be at least 1");
        }
    }

    /** The same with another {@link #maxPixels}. */
    public Limits withMaxPixels(long value) {
        return new Limits(uploadBytes, value, storedBytes, pictures, waiting);
    }

    /** The same with another {@link #uploadBytes}. */
    public Limits withUploadBytes(long value) {
        return new Limits(value, maxPixels, storedBytes, pictures, waiting);
    }

    /** Pixels of decoded pictures that are kept in memory. */
    long keptPixels() {
        return Runtime.getRuntime().maxMemory() / BYTES_PER_PIXEL;
    }
}
