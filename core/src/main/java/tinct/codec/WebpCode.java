package tinct.codec;

import java.io.IOException;
import java.util.Arrays;

/** A prefix code and its description, simple or by code lengths (RFC 9649, 3.7.2). */
final class WebpCode {
    private static final int[] ORDER = {17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    private static final int SIMPLE_SYMBOLS = 256;

    private final byte[] lengths;
    private final int[] codes;
    private final int first; // used symbol
    private final int last;
    private final int used; // symbols
    private final boolean trimmed;
    private final int bits;

    /** The best code of the counts [from, to). */
    WebpCode(int[] counts, int from, int to) {
        int[] own = Arrays.copyOfRange(counts, from, to);
        int lowest = -1;
        int highest = -1;
        int n = 0;
        for (int symbol = 0; symbol < own.length; symbol++) {
            if (own[symbol] > 0) {
                lowest = lowest < 0 ? symbol : lowest;
                highest = symbol;
                n++;
            }
        }
        first = Math.max(0, lowest);
        last = Math.max(0, highest);
        used = n;
        if (simple()) {
            lengths = new byte[own.length];
            if (n == 2) {
                lengths[first] = 1;
                lengths[last] = 1;
            }
            trimmed = false;
            bits = 2 + firstBits() + 1 + (n == 2 ? 8 : 0);
        } else {
            lengths = HuffmanCode.lengths(own, HuffmanCode.MAX_LENGTH);
            CodeLengths whole = description(lengths);
            CodeLengths part = description(Arrays.copyOf(lengths, last + 1));
            int partBits = part.bits() + 3 + limitBits(part.runs());
            trimmed = partBits < whole.bits();
            bits = 1 + 4 + 1 + Math.min(partBits, whole.bits());
        }
        codes = HuffmanCode.codes(lengths);
    }

    /** At most two symbols can be named; none is one that is never read. */
    private boolean simple() {
        return used <= 2 && last < SIMPLE_SYMBOLS;
    }

    private int firstBits() {
        return first < 2 ? 1 : 8;
    }

    private static CodeLengths description(byte[] lengths) {
        byte[] repeated = new byte[lengths.length];
        byte before = 8;
        for (int i = 0; i < lengths.length; i++) {
            repeated[i] = before;
            before = lengths[i] == 0 ? before : lengths[i];
        }
        return new CodeLengths(lengths, repeated, ORDER);
    }

    /** An even number of bits, at least 2, that holds the number of runs less two. */
    private static int limitBits(int runs) {
        int needed = 32 - Integer.numberOfLeadingZeros(Math.max(1, runs - 2));
        return (needed + 1) & ~1;
    }

    /** The bits of the description. */
    int bits() {
        return bits;
    }

    /** The length of each symbol's code; 0 for the symbol that is alone. */
    int length(int symbol) {
        return lengths[symbol];
    }

    void writeDescription(BitWriter out) throws IOException {
        if (simple()) {
            out.write(1, 1);
            out.write(used == 2 ? 1 : 0, 1);
            out.write(firstBits() == 8 ? 1 : 0, 1);
            out.write(first, firstBits());
            if (used == 2) {
                out.write(last, 8);
            }
            return;
        }
        CodeLengths description = description(trimmed ? Arrays.copyOf(lengths, last + 1) : lengths);
        out.write(0, 1);
        out.write(description.sentCodeLengths() - 4, 4);
        description.writeCode(out);
        out.write(trimmed ? 1 : 0, 1);
        if (trimmed) {
            int bits = limitBits(description.runs());
            out.write((bits - 2) / 2, 3);
            out.write(description.runs() - 2, bits);
        }
        description.writeRuns(out);
    }

    /** Writes a symbol. */
    void write(BitWriter out, int symbol) throws IOException {
        out.write(codes[symbol], lengths[symbol]);
    }
}
