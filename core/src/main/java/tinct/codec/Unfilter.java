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
            case 4 -> {
                switch (step) {
                    case 3 -> paeth3(row, above, end);
                    case 4 -> paeth4(row, above, end);
                    default -> paeth(row, above, end, step);
                }
            }
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

    /** Three bytes a pixel, as most pictures have: left and upper left stay in registers, and three chains overlap. */
    private static void paeth3(byte[] row, byte[] above, int end) {
        int a0 = 0;
        int a1 = 0;
        int a2 = 0;
        int c0 = 0;
        int c1 = 0;
        int c2 = 0;
        for (int i = 1; i < end; i += 3) {
            int b0 = above[i] & 0xFF;
            int b1 = above[i + 1] & 0xFF;
            int b2 = above[i + 2] & 0xFF;
            a0 = (row[i] + nearest(a0, b0, c0)) & 0xFF;
            a1 = (row[i + 1] + nearest(a1, b1, c1)) & 0xFF;
            a2 = (row[i + 2] + nearest(a2, b2, c2)) & 0xFF;
            row[i] = (byte) a0;
            row[i + 1] = (byte) a1;
            row[i + 2] = (byte) a2;
            c0 = b0;
            c1 = b1;
            c2 = b2;
        }
    }

    /** The same with four bytes a pixel. */
    private static void paeth4(byte[] row, byte[] above, int end) {
        int a0 = 0;
        int a1 = 0;
        int a2 = 0;
        int a3 = 0;
        int c0 = 0;
        int c1 = 0;
        int c2 = 0;
        int c3 = 0;
        for (int i = 1; i < end; i += 4) {
            int b0 = above[i] & 0xFF;
            int b1 = above[i + 1] & 0xFF;
            int b2 = above[i + 2] & 0xFF;
            int b3 = above[i + 3] & 0xFF;
            a0 = (row[i] + nearest(a0, b0, c0)) & 0xFF;
            a1 = (row[i + 1] + nearest(a1, b1, c1)) & 0xFF;
            a2 = (row[i + 2] + nearest(a2, b2, c2)) & 0xFF;
            a3 = (row[i + 3] + nearest(a3, b3, c3)) & 0xFF;
            row[i] = (byte) a0;
            row[i + 1] = (byte) a1;
            row[i + 2] = (byte) a2;
            row[i + 3] = (byte) a3;
            c0 = b0;
            c1 = b1;
            c2 = b2;
            c3 = b3;
        }
    }

    /**
     * Which of left (a), above (b) and upper left (c) is nearest to a + b - c; a before b before c if equal.
     *
     * <p>With lo and hi the smaller and larger of a and b: it is lo if 3c - a - b is at least hi, hi if that is at most
     * lo, and c between. Photographs make the choice unpredictable, so it is made by masks instead of branches.
     */
    static int nearest(int a, int b, int c) {
        int lo = Math.min(a, b);
        int hi = Math.max(a, b);
        int turn = 3 * c - a - b;
        int low = lo ^ ((lo ^ c) & ((turn - hi) >> 31)); // lo or c
        return hi ^ ((hi ^ low) & ((lo - turn) >> 31));
    }
}
