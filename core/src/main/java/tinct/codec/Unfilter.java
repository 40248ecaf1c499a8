package tinct.codec;

/** Undoes the five row filters of PNG, in place. Rows begin at index 1; index 0 holds the filter's number. */
final class Unfilter {
    private Unfilter() {}

    /**
     * Turns a filtered row into samples.
     *
     * @param row [1 + bytes], {@code row[0]} in 0..4
     * @param above [1 + bytes], the samples of the row above, zero for the first one
     * @param step bytes of a pixel, at least 1
     */
    static void apply(byte[] row, byte[] above, int bytes, int step) {
        int end = bytes + 1;
        switch (row[0]) {
            case 1 -> sub(row, end, step);
            case 2 -> up(row, above, end);
            case 3 -> average(row, above, end, step);
            case 4 -> paeth(row, above, end, step);
            default -> {}
        }
    }

    private static void sub(byte[] row, int end, int step) {
        for (int i = 1 + step; i < end; i++) {
            row[i] = (byte) (row[i] + row[i - step]);
        }
    }

    private static void up(byte[] row, byte[] above, int end) {
        for (int i = 1; i < end; i++) {
            row[i] = (byte) (row[i] + above[i]);
        }
    }

    private static void average(byte[] row, byte[] above, int end, int step) {
        int first = Math.min(end, 1 + step);
        for (int i = 1; i < first; i++) {
            row[i] = (byte) (row[i] + ((above[i] & 0xFF) >> 1));
        }
        for (int i = first; i < end; i++) {
            int sum = (row[i - step] & 0xFF) + (above[i] & 0xFF);
            row[i] = (byte) (row[i] + (sum >> 1));
        }
    }

    private static void paeth(byte[] row, byte[] above, int end, int step) {
        int first = Math.min(end, 1 + step);
        for (int i = 1; i < first; i++) {
            row[i] = (byte) (row[i] + above[i]); // left and upper left are 0, so above is nearest or equal
        }
        for (int i = first; i < end; i++) {
            row[i] = (byte) (row[i] + nearest(row[i - step] & 0xFF, above[i] & 0xFF, above[i - step] & 0xFF));
        }
    }

    /** Which of left, above and upper left is nearest to left + above - upper left; the first of equals. */
    private static int nearest(int a, int b, int c) {
        int pa = Math.abs(b - c);
        int pb = Math.abs(a - c);
        int pc = Math.abs(a + b - 2 * c);
        return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
    }
}
