package tinct.codec;

import java.util.Arrays;

/** How the filters of rows are chosen; what each gains is in ADR-0036. */
enum FilterChoice {
    /** None: what repeats stays alike, for deflate to copy. */
    NONE {
        @Override
        byte[] types(byte[] rows, int length) {
            return all(RowFilter.NONE, rows, length);
        }
    },
    /** The difference from the left for all rows. */
    SUB {
        @Override
        byte[] types(byte[] rows, int length) {
            return all(RowFilter.SUB, rows, length);
        }
    },
    /** For each row that which leaves the least entropy. */
    ENTROPY {
        @Override
        byte[] types(byte[] rows, int length) {
            int[] counts = new int[256];
            return best(rows, length, filtered -> entropy(filtered, counts));
        }
    },
    /** For each row that which leaves the fewest different pairs of bytes, for deflate to copy. */
    PAIRS {
        @Override
        byte[] types(byte[] rows, int length) {
            long[] met = new long[1 << 10];
            return best(rows, length, filtered -> differentPairs(filtered, met));
        }
    };

    /**
     * Chooses a filter for each row.
     *
     * @param rows samples, row by row
     * @param length bytes of a row
     * @return [rows] 0..4, on a tie the lower number
     */
    abstract byte[] types(byte[] rows, int length);

    /** The rows as deflate gets them: [rows * (1 + length)], each filtered and behind the number of its filter. */
    final byte[] filtered(byte[] rows, int length) {
        byte[] types = types(rows, length);
        byte[] out = new byte[types.length * (1 + length)];
        for (int y = 0; y < types.length; y++) {
            out[y * (1 + length)] = types[y];
            RowFilter.apply(types[y], rows, y * length, length, out, y * (1 + length) + 1);
        }
        return out;
    }

    /** How bad a filtered row is. */
    private interface Badness {
        long of(byte[] filtered);
    }

    private static byte[] all(int type, byte[] rows, int length) {
        byte[] types = new byte[rows.length / length];
        Arrays.fill(types, (byte) type);
        return types;
    }

    private static byte[] best(byte[] rows, int length, Badness badness) {
        byte[] types = new byte[rows.length / length];
        byte[] filtered = new byte[length];
        for (int y = 0; y < types.length; y++) {
            long least = Long.MAX_VALUE;
            for (int type = 0; type < RowFilter.COUNT; type++) {
                RowFilter.apply(type, rows, y * length, length, filtered, 0);
                long bad = badness.of(filtered);
                if (bad < least) {
                    least = bad;
                    types[y] = (byte) type;
                }
            }
        }
        return types;
    }

    private static long entropy(byte[] filtered, int[] counts) {
        Arrays.fill(counts, 0);
        for (byte b : filtered) {
            counts[b & 0xFF]++;
        }
        long bits = 0;
        for (int count : counts) {
            bits -= (long) count * Ideal.log2(count);
        }
        return bits;
    }

    private static long differentPairs(byte[] filtered, long[] met) {
        Arrays.fill(met, 0);
        long different = 0;
        for (int i = 1; i < filtered.length; i++) {
            int pair = (filtered[i - 1] & 0xFF) << 8 | filtered[i] & 0xFF;
            long bit = 1L << pair;
            different += (met[pair >> 6] & bit) == 0 ? 1 : 0;
            met[pair >> 6] |= bit;
        }
        return different;
    }
}
