package tinct.codec;

import java.io.IOException;
import java.util.Arrays;

/**
 * The description of a dynamic block's two codes (RFC 1951, 3.2.7), with its runs chosen by a shortest path.
 *
 * <p>Runs and the code of their symbols depend on each other, so a few rounds are made and the smallest is kept.
 */
final class CodeHeader {
    private static final int ROUNDS = 3;
    private static final int SYMBOLS = 19;
    private static final int LENGTH_LIMIT = 7;
    private static final int REPEAT = 16; // the length before, 3..6 times
    private static final int ZEROS = 17; // 3..10
    private static final int MANY_ZEROS = 18; // 11..138
    private static final int[] EXTRA_BITS = new int[SYMBOLS];
    private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    static {
        EXTRA_BITS[REPEAT] = 2;
        EXTRA_BITS[ZEROS] = 3;
        EXTRA_BITS[MANY_ZEROS] = 7;
    }

    private final int literalLengths; // how many lengths of the first code are sent
    private final byte[] lengths; // of both codes, in one row
    private int[] runs = {}; // symbol << 8 | how many lengths it stands for
    private byte[] code = {};
    private int bits = Integer.MAX_VALUE;

    CodeHeader(byte[] literalLengthCode, byte[] distanceCode) {
        literalLengths = used(literalLengthCode, Step.FIRST_LENGTH_SYMBOL);
        int distances = used(distanceCode, 1);
        lengths = Arrays.copyOf(literalLengthCode, literalLengths + distances);
        System.arraycopy(distanceCode, 0, lengths, literalLengths, distances);
        int[] costs = new int[SYMBOLS];
        Arrays.fill(costs, 4);
        for (int round = 0; round < ROUNDS; round++) {
            int[] tried = cheapestRuns(costs);
            byte[] triedCode = HuffmanCode.lengths(counts(tried), LENGTH_LIMIT);
            int triedBits = bits(tried, triedCode);
            if (triedBits >= bits) {
                break;
            }
            runs = tried;
            code = triedCode;
            bits = triedBits;
            for (int symbol = 0; symbol < SYMBOLS; symbol++) {
                costs[symbol] = code[symbol] == 0 ? LENGTH_LIMIT : code[symbol];
            }
        }
    }

    private static int used(byte[] code, int atLeast) {
        int used = code.length;
        while (used > atLeast && code[used - 1] == 0) {
            used--;
        }
        return used;
    }

    /** The size of what {@link #write} writes. */
    int bits() {
        return bits;
    }

    void write(BitWriter out) throws IOException {
        int sent = sentCodeLengths(code);
        out.write(literalLengths - 257, 5);
        out.write(lengths.length - literalLengths - 1, 5);
        out.write(sent - 4, 4);
        for (int i = 0; i < sent; i++) {
            out.write(code[ORDER[i]], 3);
        }
        int[] codes = HuffmanCode.codes(code);
        for (int run : runs) {
            int symbol = run >> 8;
            out.write(codes[symbol], code[symbol]);
            if (symbol >= REPEAT) {
                out.write((run & 0xFF) - (symbol == MANY_ZEROS ? 11 : 3), EXTRA_BITS[symbol]);
            }
        }
    }

    private static int[] counts(int[] runs) {
        int[] counts = new int[SYMBOLS];
        for (int run : runs) {
            counts[run >> 8]++;
        }
        return counts;
    }

    private static int bits(int[] runs, byte[] code) {
        int bits = 5 + 5 + 4 + 3 * sentCodeLengths(code);
        for (int run : runs) {
            bits += code[run >> 8] + EXTRA_BITS[run >> 8];
        }
        return bits;
    }

    private static int sentCodeLengths(byte[] code) {
        int sent = SYMBOLS;
        while (sent > 4 && code[ORDER[sent - 1]] == 0) {
            sent--;
        }
        return sent;
    }

    /** The runs of least cost, from the back: cost[i] is that of all lengths from i on. */
    private int[] cheapestRuns(int[] costs) {
        int n = lengths.length;
        int[] cost = new int[n + 1];
        int[] choice = new int[n];
        for (int i = n - 1, equal = 0; i >= 0; i--) {
            int length = lengths[i];
            equal = i + 1 < n && lengths[i + 1] == length ? equal + 1 : 1;
            cost[i] = costs[length] + cost[i + 1];
            choice[i] = (length << 8) | 1;
            if (length == 0) {
                tryRuns(ZEROS, 3, Math.min(10, equal), i, costs, cost, choice);
                tryRuns(MANY_ZEROS, 11, Math.min(138, equal), i, costs, cost, choice);
            }
            if (i > 0 && lengths[i - 1] == length) {
                tryRuns(REPEAT, 3, Math.min(6, equal), i, costs, cost, choice);
            }
        }
        int[] runs = new int[n];
        int count = 0;
        for (int i = 0; i < n; i += choice[i] & 0xFF) {
            runs[count++] = choice[i];
        }
        return Arrays.copyOf(runs, count);
    }

    private static void tryRuns(int symbol, int least, int most, int i, int[] costs, int[] cost, int[] choice) {
        for (int length = least; length <= most; length++) {
            int tried = costs[symbol] + EXTRA_BITS[symbol] + cost[i + length];
            if (tried < cost[i]) {
                cost[i] = tried;
                choice[i] = (symbol << 8) | length;
            }
        }
    }
}
