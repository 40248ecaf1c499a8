package tinct.codec;

import tinct.internal.DeflateSymbols;
import tinct.internal.WebpDistances;

/**
 * The facts of RFC 9649 on copies, and one step of a parse packed in an int: 0 for a pixel by itself, or a copy with its
 * distance code in bits 0–19 and its length less one in bits 20–31.
 *
 * <p>Lengths and distance codes become symbols and extra bits just as the distances of deflate do: {@link Step}.
 */
final class WebpStep {
    static final int MAX_LENGTH = 4096;
    static final int LENGTH_SYMBOLS = 24;
    static final int DISTANCE_SYMBOLS = 40;

    /** The largest distance that fits a step. */
    static final int WINDOW = (1 << 20) - 1 - WebpDistances.NEAR_CODES;

    static final int LITERAL = 0;

    private static final int CODE_MASK = (1 << 20) - 1;

    private WebpStep() {}

    static int copy(int length, int code) {
        return (length - 1) << 20 | code;
    }

    /** The same copy, with another length. */
    static int withLength(int step, int length) {
        return copy(length, code(step));
    }

    static boolean isLiteral(int step) {
        return step == LITERAL;
    }

    /** How many pixels the step covers: 1 for a literal. */
    static int length(int step) {
        return (step >>> 20) + 1;
    }

    /** The distance code of a copy, 0 for a literal. */
    static int code(int step) {
        return step & CODE_MASK;
    }

    /** The symbol 0..23 of a copy's length. */
    static int lengthSymbol(int step) {
        return DeflateSymbols.ofDistance(length(step));
    }

    /** The symbol 0..39 of a copy's distance. */
    static int distanceSymbol(int step) {
        return DeflateSymbols.ofDistance(code(step));
    }
}
