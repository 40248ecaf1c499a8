package tinct.internal.packed;

import java.util.Arrays;

/** The colours of a palette, and for each entry the ranks of all by how near they are to it. */
final class ColorOrder {
    /* Three parts of a colour side by side in a long, so that one operation does all three. */
    static final int GREEN = 21;
    static final int BLUE = 42;

    final int size;
    final int[] red;
    final int[] green;
    final int[] blue;

    /** [size] red, green and blue of each entry in one number. */
    final long[] parts;

    private final byte[][] ranks; // empty where they are not sorted yet
    private final byte[][] entries;
    private final short[] nearest = new short[1 << 15]; // entry of each cell of colours + 1; 0: not looked for yet

    /** Colours are seen on black. */
    ColorOrder(int[] argb) {
        size = argb.length;
        red = new int[size];
        green = new int[size];
        blue = new int[size];
        parts = new long[size];
        ranks = new byte[size][0];
        entries = new byte[size][0];
        for (int i = 0; i < size; i++) {
            int alpha = argb[i] >>> 24;
            red[i] = ((argb[i] >> 16 & 0xFF) * alpha + 127) / 255;
            green[i] = ((argb[i] >> 8 & 0xFF) * alpha + 127) / 255;
            blue[i] = ((argb[i] & 0xFF) * alpha + 127) / 255;
            parts[i] = red[i] | (long) green[i] << GREEN | (long) blue[i] << BLUE;
        }
    }

    /** [size] the rank of each entry by its distance from that one, the lowest first on a tie. */
    byte[] ranks(int entry) {
        byte[] known = ranks[entry];
        return known.length > 0 ? known : sort(entry);
    }

    /** [size] the entries by rank; {@link #ranks} of that entry must have been asked for. */
    byte[] entries(int entry) {
        return entries[entry];
    }

    private byte[] sort(int entry) {
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            keys[i] = (long) distance(i, red[entry], green[entry], blue[entry]) << 8 | i;
        }
        Arrays.sort(keys);
        byte[] order = new byte[size];
        byte[] inverse = new byte[size];
        for (int rank = 0; rank < size; rank++) {
            order[rank] = (byte) keys[rank];
            inverse[order[rank] & 0xFF] = (byte) rank;
        }
        entries[entry] = order;
        ranks[entry] = inverse;
        return inverse;
    }

    /** The entry nearest to the middle of the cell of 8 x 8 x 8 colours, the lowest on a tie. */
    int nearest(int r, int g, int b) {
        int cell = r >> 3 << 10 | g >> 3 << 5 | b >> 3;
        int known = nearest[cell];
        return known > 0 ? known - 1 : search(cell, r & 0xF8 | 4, g & 0xF8 | 4, b & 0xF8 | 4);
    }

    private int search(int cell, int r, int g, int b) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < size; i++) {
            int distance = distance(i, r, g, b);
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        nearest[cell] = (short) (best + 1);
        return best;
    }

    private int distance(int entry, int r, int g, int b) {
        int dr = red[entry] - r;
        int dg = green[entry] - g;
        int db = blue[entry] - b;
        return dr * dr + dg * dg + db * db;
    }
}
