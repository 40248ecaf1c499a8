package tinct.codec;

import java.io.IOException;
import java.util.Arrays;

/** The description of a dynamic block's two codes (RFC 1951, 3.2.7). */
final class CodeHeader {
    private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    private final int literalLengths; // how many lengths of the first code are sent
    private final int distances; // and of the second
    private final CodeLengths lengths; // of both codes, in one row

    CodeHeader(byte[] literalLengthCode, byte[] distanceCode) {
        literalLengths = used(literalLengthCode, Step.FIRST_LENGTH_SYMBOL);
        distances = used(distanceCode, 1);
        byte[] row = Arrays.copyOf(literalLengthCode, literalLengths + distances);
        System.arraycopy(distanceCode, 0, row, literalLengths, distances);
        byte[] repeated = new byte[row.length];
        repeated[0] = -1;
        System.arraycopy(row, 0, repeated, 1, row.length - 1);
        lengths = new CodeLengths(row, repeated, ORDER);
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
        return 5 + 5 + 4 + lengths.bits();
    }

    void write(BitWriter out) throws IOException {
        out.write(literalLengths - 257, 5);
        out.write(distances - 1, 5);
        out.write(lengths.sentCodeLengths() - 4, 4);
        lengths.writeCode(out);
        lengths.writeRuns(out);
    }
}
