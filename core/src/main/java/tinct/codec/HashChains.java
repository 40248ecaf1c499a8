package tinct.codec;

import java.util.Arrays;
import tinct.internal.DeflateSymbols;

/** For each position the earlier ones whose first three bytes have the same hash, the nearest first. */
final class HashChains {
    static final int NONE = -1 << 30; // older than any window

    static final int SLOTS = 2 * DeflateSymbols.WINDOW; // more than the window, so that its far end is not overwritten
    private static final int HASH = 0x9E3779B1;

    private final int[] newest;
    private final int[] previous; // by slot
    private final int hashShift;
    private final int slotMask;

    /** Chains for at most {@code size} bytes of data at once. */
    HashChains(int size) {
        int bits = tableBits(size, SLOTS);
        hashShift = 32 - bits;
        slotMask = (1 << bits) - 1;
        newest = new int[1 << bits];
        previous = new int[1 << bits];
        Arrays.fill(newest, NONE);
    }

    /** Tables as large as the window needs, which is {@code most}, or smaller ones for little data. */
    static int tableBits(int size, int most) {
        return 32 - Integer.numberOfLeadingZeros(Math.min(Math.max(size, 256), most) - 1);
    }

    /** Puts position p, behind which at least 3 bytes follow, at the head of its chain; returns the head before. */
    int insert(byte[] data, int p) {
        int hash = (((int) MatchTrees.INTS.get(data, p) << 8) * HASH) >>> hashShift;
        int head = newest[hash];
        previous[p & slotMask] = head;
        newest[hash] = p;
        return head;
    }

    /** The next on the chain of a position that is within the window. */
    int before(int p) {
        return previous[p & slotMask];
    }

    /** The data has moved by that many bytes to the front of its array. */
    void slide(int by) {
        MatchTrees.slide(newest, by);
        MatchTrees.slide(previous, by);
    }
}
