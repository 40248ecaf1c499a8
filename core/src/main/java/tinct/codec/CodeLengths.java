package tinct.codec;

import java.io.IOException;
import java.util.Arrays;

/**
 * Lengths of prefix codes as deflate (RFC 1951, 3.2.7) and WebP (RFC 9649, 3.7.2) describe them: as runs, chosen by a
 * shortest path, whose symbols have a code of their own.
 *
 * <p>Runs and the code of their symbols depend on each other, so a few rounds are made and the smallest is kept.
 */
final class CodeLengths {
    private static final int ROUNDS = 3;
    private static final int SYMBOLS = 19;
    private static final int LENGTH_LIMIT = 7;
    private static final int REPEAT = 16; // the length before, 3..6 times
    private static final int ZEROS = 17; // 3..10
    private static final int MANY_ZEROS = 18; // 11..138
    private static final int[] EXTRA_BITS = new int[SYMBOLS];

    static {
        EXTRA_BITS[REPEAT] = 2;
        EXTRA_BITS[ZEROS] = 3;
        EXTRA_BITS[MANY_ZEROS] = 7;
    }

    private final byte[] lengths;
    private final byte[] repeated;
    private final int[] order;
    private int[] runs = {}; // symbol << 8 | how many lengths it stands for
    private byte[] code = {};
    private int bits = Integer.MAX_VALUE;

    /**
     * The smallest description that is found.
     *
     * @param lengths of the codes, 0..15
     * @param repeated [lengths.length] what the symbol 16 stands for at each place, -1 for nothing
     * @param order [19] in which the lengths of the symbols' own code are written
     */
    CodeLengths(byte[] lengths, byte[] repeated, int[] order) {
        this.lengths = lengths;
        this.repeated = repeated;
        this.order = order;
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

    /** The size of what the two methods that write do write. */
    int bits() {
        return bits;
    }

    /** How many lengths of the symbols' own code are written: 4..19. */
    int sentCodeLengths() {
        return sent(code);
    }

    /** How many runs are written. */
    int runs() {
        return runs.length;
    }

    /** Writes the symbols' own code. */
    void writeCode(BitWriter out) throws IOException {
        for (int i = 0; i < sentCodeLengths(); i++) {
            out.write(code[order[i]], 3);
        }
    }

    void writeRuns(BitWriter out) throws IOException {
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

    private int bits(int[] runs, byte[] code) {
        int bits = 3 * sent(code);
        for (int run : runs) {
            bits += code[run >> 8] + EXTRA_BITS[run >> 8];
        }
        return bits;
    }

    private int sent(byte[] code) {
        int sent = SYMBOLS;
        while (sent > 4 && code[order[sent - 1]] == 0) {
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
            if (repeated[i] == length) {
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
