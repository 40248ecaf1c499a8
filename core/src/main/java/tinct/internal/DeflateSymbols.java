package tinct.internal;

/** The symbols of deflate for copies, and their extra bits. Source: RFC 1951, 3.2.5. */
public final class DeflateSymbols {
    /** The shortest copy. */
    public static final int MIN_LENGTH = 3;
    /** The longest copy. */
    public static final int MAX_LENGTH = 258;
    /** The longest distance. */
    public static final int WINDOW = 1 << 15;

    /** Number of symbols of lengths. */
    public static final int LENGTHS = 29;
    /** Number of symbols of distances. */
    public static final int DISTANCES = 30;

    /** Symbols of the distances 1..256; each bit more is two symbols more. */
    private static final byte[] NEAR = new byte[256];

    static {
        for (int d = 0; d < NEAR.length; d++) {
            NEAR[d] = (byte) (d < 4 ? d : ofFarther(d));
        }
    }

    private DeflateSymbols() {}

    /** The symbol 0..28 of a length 3..258. */
    public static int ofLength(int length) {
        int l = length - MIN_LENGTH;
        if (l < 8) {
            return l;
        }
        if (length == MAX_LENGTH) {
            return 28;
        }
        int top = 31 - Integer.numberOfLeadingZeros(l);
        return 4 * (top - 1) + ((l >>> (top - 2)) & 3);
    }

    /** The extra bits of a length's symbol 0..28. */
    public static int extraBitsOfLength(int symbol) {
        return symbol < 8 || symbol == 28 ? 0 : symbol / 4 - 1;
    }

    /** The symbol 0..29 of a distance 1..32768; for those that are longer, as if deflate had more symbols. */
    public static int ofDistance(int distance) {
        int d = distance - 1;
        return d < 1 << 8 ? NEAR[d] : d < 1 << 15 ? NEAR[d >>> 7] + 14 : ofFarther(d);
    }

    private static int ofFarther(int d) {
        int top = 31 - Integer.numberOfLeadingZeros(d);
        return 2 * top + (d >>> top - 1 & 1);
    }

    /** The extra bits of a distance's symbol, 0..29 in deflate. */
    public static int extraBitsOfDistance(int symbol) {
        return symbol < 4 ? 0 : symbol / 2 - 1;
    }
}
