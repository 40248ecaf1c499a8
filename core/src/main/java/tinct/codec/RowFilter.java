package tinct.codec;

/**
 * The row filters of PNG for pixels of a byte or less: a byte is replaced by its difference, modulo 256, from what its
 * neighbours let expect. Source: ISO/IEC 15948, section 9. {@link Unfilter} undoes them.
 */
final class RowFilter {
    static final int NONE = 0;
    static final int SUB = 1;
    static final int UP = 2;
    static final int AVERAGE = 3;
    static final int PAETH = 4;
    /** How many there are. */
    static final int COUNT = 5;

    private RowFilter() {}

    /**
     * Filters a row.
     *
     * @param type 0..4
     * @param rows samples, row by row; the row begins at {@code at}, and above the first one all is zero
     * @param out receives the filtered bytes from {@code to} on
     */
    static void apply(int type, byte[] rows, int at, int length, byte[] out, int to) {
        boolean first = at == 0;
        switch (type) {
            case SUB -> sub(rows, at, length, out, to);
            case UP -> up(rows, at, first ? -1 : at - length, length, out, to);
            case AVERAGE -> average(rows, at, first ? -1 : at - length, length, out, to);
            case PAETH -> paeth(rows, at, first ? -1 : at - length, length, out, to);
            default -> System.arraycopy(rows, at, out, to, length);
        }
    }

    private static void sub(byte[] rows, int at, int length, byte[] out, int to) {
        out[to] = rows[at];
        for (int i = 1; i < length; i++) {
            out[to + i] = (byte) (rows[at + i] - rows[at + i - 1]);
        }
    }

    private static void up(byte[] rows, int at, int above, int length, byte[] out, int to) {
        if (above < 0) {
            System.arraycopy(rows, at, out, to, length);
            return;
        }
        for (int i = 0; i < length; i++) {
            out[to + i] = (byte) (rows[at + i] - rows[above + i]);
        }
    }

    private static void average(byte[] rows, int at, int above, int length, byte[] out, int to) {
        int left = 0;
        for (int i = 0; i < length; i++) {
            int up = above < 0 ? 0 : rows[above + i] & 0xFF;
            int value = rows[at + i] & 0xFF;
            out[to + i] = (byte) (value - (left + up >> 1));
            left = value;
        }
    }

    private static void paeth(byte[] rows, int at, int above, int length, byte[] out, int to) {
        if (above < 0) {
            sub(rows, at, length, out, to); // as there is nothing above, the left is nearest or equal
            return;
        }
        int left = 0;
        int upLeft = 0;
        for (int i = 0; i < length; i++) {
            int up = rows[above + i] & 0xFF;
            int value = rows[at + i] & 0xFF;
            out[to + i] = (byte) (value - Unfilter.nearest(left, up, upLeft));
            left = value;
            upLeft = up;
        }
    }
}
