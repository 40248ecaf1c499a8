package tinct.codec;

import tinct.internal.DeflateSymbols;

/**
 * The numbers of RFC 1951 for symbols of a block, and one step of a parse packed in an int: a literal, or a copy of {@code length}
 * bytes from {@code distance} bytes back.
 *
 * <p>Bits 0–15 hold the distance (0 for a literal), 16–24 the length (1 for a literal), 25–29 the distance's symbol.
 */
final class Step {
    static final int END_OF_BLOCK = 256;
    static final int FIRST_LENGTH_SYMBOL = 257;
    static final int LITERAL_LENGTH_SYMBOLS = 286;

    static final int LITERAL = 1 << 16;

    /** Of each length 0..258, its symbol 257..285; the entries below 3 mean nothing. */
    private static final short[] LENGTH_SYMBOLS = new short[DeflateSymbols.MAX_LENGTH + 1];

    private static final int[] LENGTH_BASES = new int[DeflateSymbols.LENGTHS];

    static {
        for (int length = DeflateSymbols.MAX_LENGTH; length >= DeflateSymbols.MIN_LENGTH; length--) {
            int symbol = DeflateSymbols.ofLength(length);
            LENGTH_SYMBOLS[length] = (short) (FIRST_LENGTH_SYMBOL + symbol);
            LENGTH_BASES[symbol] = length;
        }
    }

    private Step() {}

    static int copy(int length, int distance) {
        return (DeflateSymbols.ofDistance(distance) << 25) | (length << 16) | distance;
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

    static int distanceBase(int symbol) {
        return symbol < 4 ? symbol + 1 : ((2 + (symbol & 1)) << (symbol / 2 - 1)) + 1;
    }

    /** The symbol 257..285 of a length 3..258. */
    static int lengthSymbol(int length) {
        return LENGTH_SYMBOLS[length];
    }

    static int lengthExtraBits(int symbol) {
        return DeflateSymbols.extraBitsOfLength(symbol - FIRST_LENGTH_SYMBOL);
    }

    static int lengthBase(int symbol) {
        return LENGTH_BASES[symbol - FIRST_LENGTH_SYMBOL];
    }
}
