package tinct.codec;

import java.io.IOException;
import java.util.Arrays;
import tinct.internal.packed.BitCoder;

/** Codes the entries of a palette as steps from one to the next: how many bits a step has, its sign, its lower bits. */
final class PaletteCode {
    private static final int[] SHIFTS = {8, 16, 0, 24}; // green, red, blue, alpha
    private static final int LENGTHS = 9;
    private static final int HALF = 1 << 15;

    private final BitCoder coder;
    private final int[] chances = new int[SHIFTS.length * LENGTHS];

    PaletteCode(BitCoder coder) {
        this.coder = coder;
        Arrays.fill(chances, HALF);
    }

    /** Writes all entries, or reads them into the array. Without alpha they are opaque. */
    void code(int[] argb, boolean alpha) throws IOException {
        int before = 0;
        for (int i = 0; i < argb.length; i++) {
            int entry = alpha ? 0 : 0xFF000000;
            for (int part = 0; part < (alpha ? 4 : 3); part++) {
                int shift = SHIFTS[part];
                int from = before >>> shift & 0xFF;
                int step = codeStep(part, (byte) ((argb[i] >>> shift) - from));
                entry |= (from + step & 0xFF) << shift;
            }
            argb[i] = entry;
            before = entry;
        }
    }

    /** Of -128..127. */
    private int codeStep(int part, int step) throws IOException {
        int size = Math.abs(step);
        int length = codeLength(part, 32 - Integer.numberOfLeadingZeros(size));
        if (length == 0) {
            return 0;
        }
        int sign = coder.code(step >>> 31, HALF);
        int read = 1;
        for (int bit = length - 2; bit >= 0; bit--) {
            read = 2 * read + coder.code(size >> bit & 1, HALF);
        }
        return sign == 1 ? -read : read;
    }

    /** As many ones, then a zero, which follows no eighth one. */
    private int codeLength(int part, int length) throws IOException {
        int read = 0;
        while (read < LENGTHS - 1) {
            int at = part * LENGTHS + read;
            int more = coder.code(read < length ? 1 : 0, chances[at]);
            chances[at] += (more == 1 ? 0xFFFF - chances[at] : -chances[at]) >> 4;
            if (more == 0) {
                break;
            }
            read++;
        }
        return read;
    }
}
