package tinct.internal;

/**
 * The codes of GIF's LZW: one for each index, one that clears the table, one that ends the stream, then one for each
 * string in the order in which they came up. Source: GIF89a specification, appendix F.
 */
public final class LzwCodes {
    /** Number of codes; a table that has them all stays as it is until it is cleared. */
    public static final int MOST = 1 << 12;

    /** A table is cleared only before pixels whose number is a multiple of this, so that a plan of clears can be found again. */
    public static final int CLEAR_STEP = 2048;

    /** Strips that are mapped independently begin with a clear table, at multiples of this: about the time it takes to tell. */
    public static final int STRIP = 96 * CLEAR_STEP;

    private static final int MOST_BITS = 12;

    private LzwCodes() {}

    /** The bits 2..8 of an index of a palette of 1..256 entries, as a stream declares them. */
    public static int indexBits(int entries) {
        return Math.max(2, Integer.SIZE - Integer.numberOfLeadingZeros(entries - 1));
    }

    /** The first code of a string: behind those of 2^bits indices, clear and end. */
    public static int first(int indexBits) {
        return (1 << indexBits) + 2;
    }

    /** The bits of a code that is written while {@code next} is the code that the next new string gets, 6..4096. */
    public static int width(int next) {
        // The decoder is one string behind, so a power of two is not yet a code that it can meet.
        return Math.min(MOST_BITS, Integer.SIZE - Integer.numberOfLeadingZeros(next - 1));
    }
}
