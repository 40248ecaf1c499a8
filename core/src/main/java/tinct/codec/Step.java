package tinct.codec;

/**
 * The facts of RFC 1951 on symbols, and one step of a parse packed in an int: a literal, or a copy of {@code length}
 * bytes from {@code distance} bytes back.
 *
 * <p>Bits 0–15 hold the distance (0 for a literal), 16–24 the length (1 for a literal), 25–29 the distance's symbol.
 */
final class Step {
    static final int MIN_LENGTH = 3;
    static final int MAX_LENGTH = 258;
    static final int WINDOW = 1 << 15;

    static final int END_OF_BLOCK = 256;
    static final int FIRST_LENGTH_SYMBOL = 257;
    static final int LITERAL_LENGTH_SYMBOLS = 286;
    static final int DISTANCE_SYMBOLS = 30;

    static final int LITERAL = 1 << 16;

    /** Of each length 0..258, its symbol 257..285; the entries below 3 mean nothing. */
    private static final short[] LENGTH_SYMBOLS = new short[MAX_LENGTH + 1];

    private static final int[] LENGTH_BASES = new int[29];
    private static final int[] LENGTH_EXTRA_BITS = new int[29];

    static {
        for (int symbol = 0, length = MIN_LENGTH; symbol < 28; symbol++) {
            LENGTH_EXTRA_BITS[symbol] = symbol < 8 ? 0 : symbol / 4 - 1;
            LENGTH_BASES[symbol] = length;
            for (int i = 0; i < (1 << LENGTH_EXTRA_BITS[symbol]) && length <= MAX_LENGTH; i++) {
                LENGTH_SYMBOLS[length++] = (short) (FIRST_LENGTH_SYMBOL + symbol);
            }
        }
        LENGTH_BASES[28] = MAX_LENGTH; // the longest has a symbol of its own, without extra bits
        LENGTH_SYMBOLS[MAX_LENGTH] = FIRST_LENGTH_SYMBOL + 28;
    }

    private Step() {}

    static int copy(int length, int distance) {
        return (distanceSymbol(distance) << 25) | (length << 16) | distance;
    }

    /** The same copy, with another length. */
    static int withLength(int step, int length) {
        return (step & ~(0x1FF << 16)) | (length << 16);
    }

    /** How many bytes the step covers: 1 for a literal. */
    static int length(int step) {
        return (step >>> 16) & 0x1FF;
    }

    /** How far back a copy reaches, 0 for a literal. */
    static int distance(int step) {
        return step & 0xFFFF;
    }

    static boolean isLiteral(int step) {
        return (step & 0xFFFF) == 0;
    }

    /** The symbol 0..29 of a copy's distance. */
    static int symbolOfDistance(int step) {
        return step >>> 25;
    }

    /** The symbol 0..29 of a distance 1..32768. */
    static int distanceSymbol(int distance) {
        int d = distance - 1;
        if (d < 4) {
            return d;
        }
        int top = 31 - Integer.numberOfLeadingZeros(d);
        return 2 * top + ((d >>> (top - 1)) & 1);
    }

    static int distanceExtraBits(int symbol) {
        return symbol < 4 ? 0 : symbol / 2 - 1;
    }

    static int distanceBase(int symbol) {
        return symbol < 4 ? symbol + 1 : ((2 + (symbol & 1)) << (symbol / 2 - 1)) + 1;
    }

    /** The symbol 257..285 of a length 3..258. */
    static int lengthSymbol(int length) {
        return LENGTH_SYMBOLS[length];
    }

    static int lengthExtraBits(int symbol) {
        return LENGTH_EXTRA_BITS[symbol - FIRST_LENGTH_SYMBOL];
    }

    static int lengthBase(int symbol) {
        return LENGTH_BASES[symbol - FIRST_LENGTH_SYMBOL];
    }
}
