package tinct.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import tinct.internal.DeflateSymbols;

/**
 * For each position the nearest earlier match of every length: the strings of the window in binary trees, one for each
 * hash of four bytes, ordered by their bytes, the newer above the older. Matches of three bytes come from a table that knows the newest only.
 *
 * <p>Strings count as equal when {@code niceLength} bytes agree; the newer then takes the older one's place.
 */
final class MatchTrees {
    /** Bytes that must be readable behind the data, whatever they hold: words are read whole. */
    static final int PADDING = 8;

    static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int[] NO_MATCHES = {};
    private static final int HASH = 0x9E3779B1;

    private final Packing packing;
    private final int window;
    private final int maxLength;
    private final int niceLength;
    private final int maxDepth;
    private final int[] newestOf3;
    private final int[] newestOf4;
    private final int hashShift;
    private final int slotMask;
    private final int[] children; // [2 * slots] of each slot the smaller and the greater

    /** How a match is put into an int. */
    interface Packing {
        int step(int length, int distance);
    }

    /** Trees for deflate, for at most {@code size} bytes of data at once. */
    MatchTrees(int size, int niceLength, int maxDepth) {
        this(size, Step::copy, DeflateSymbols.WINDOW, DeflateSymbols.MAX_LENGTH, niceLength, maxDepth);
    }

    /** Trees for at most {@code size} bytes of data at once, with matches from at most {@code window} bytes back. */
    MatchTrees(int size, Packing packing, int window, int maxLength, int niceLength, int maxDepth) {
        this.packing = packing;
        this.window = window;
        this.maxLength = maxLength;
        this.niceLength = niceLength;
        this.maxDepth = maxDepth;
        int bits = HashChains.tableBits(size, HashChains.SLOTS);
        int slotBits = HashChains.tableBits(size, 2 * window);
        hashShift = 32 - bits;
        slotMask = (1 << slotBits) - 1;
        // the table of three bytes is larger: there a collision loses a match, and photographs feel that
        newestOf3 = new int[4 << bits];
        newestOf4 = new int[1 << bits];
        children = new int[2 << slotBits];
        Arrays.fill(newestOf3, HashChains.NONE);
        Arrays.fill(newestOf4, HashChains.NONE);
    }

    /** The data has moved by that many bytes to the front of its array. */
    void slide(int by) {
        slide(newestOf3, by);
        slide(newestOf4, by);
        slide(children, by);
    }

    static void slide(int[] positions, int by) {
        for (int i = 0; i < positions.length; i++) {
            positions[i] = Math.max(positions[i] - by, HashChains.NONE);
        }
    }

    /** Puts position p into the trees without asking for matches. */
    void skip(byte[] data, int p, int limit) {
        find(data, p, limit, maxLength, NO_MATCHES, 0);
    }

    /**
     * Appends the matches of position p to {@code matches} at {@code size}, packed, of rising length, each the nearest of
     * its length, then puts p into the trees. Positions must come in order.
     *
     * @param limit where the data ends; matches do not reach over it
     * @return the new size
     */
    int find(byte[] data, int p, int limit, int[] matches, int size) {
        return find(data, p, limit, DeflateSymbols.MIN_LENGTH - 1, matches, size);
    }

    private int find(byte[] data, int p, int limit, int longest, int[] matches, int size) {
        int available = limit - p;
        if (available < 4) {
            return size;
        }
        final int[] children = this.children;
        final int slotMask = this.slotMask;
        int word = (int) INTS.get(data, p);
        int oldest = p - window;
        int hash3 = ((word << 8) * HASH) >>> (hashShift - 2);
        int near = newestOf3[hash3];
        newestOf3[hash3] = p;
        int best = longest;
        int n = size;
        if (best < 3 && near >= oldest) {
            int difference = (int) INTS.get(data, near) ^ word;
            if ((difference << 8) == 0) {
                if (difference != 0) { // else the tree finds it, longer
                    matches[n++] = packing.step(3, p - near);
                }
                best = 3;
            }
        }
        int hash4 = (word * HASH) >>> hashShift;
        int node = newestOf4[hash4];
        newestOf4[hash4] = p;
        int longestHere = Math.min(maxLength, available);
        int nice = Math.min(niceLength, available);
        int smaller = 2 * (p & slotMask); // where the next smaller string is to be hung, and how much of p it shares
        int greater = smaller + 1;
        int smallerLength = 0;
        int greaterLength = 0;
        for (int depth = maxDepth; node >= oldest && depth > 0; depth--) {
            int length = commonLength(data, node, p, Math.min(smallerLength, greaterLength), longestHere);
            int branch = 2 * (node & slotMask);
            if (length > best) {
                best = length;
                matches[n++] = packing.step(length, p - node);
            }
            if (length >= nice) {
                children[smaller] = children[branch];
                children[greater] = children[branch + 1];
                return n;
            }
            if ((data[node + length] & 0xFF) < (data[p + length] & 0xFF)) {
                children[smaller] = node;
                smaller = branch + 1;
                smallerLength = length;
                node = children[smaller];
            } else {
                children[greater] = node;
                greater = branch;
                greaterLength = length;
                node = children[greater];
            }
        }
        children[smaller] = HashChains.NONE;
        children[greater] = HashChains.NONE;
        return n;
    }

    /** How many bytes from a and b agree, if the first {@code known} do and {@code max} are enough. */
    static int commonLength(byte[] data, int a, int b, int known, int max) {
        int length = known;
        while (length < max) {
            long difference = (long) LONGS.get(data, a + length) ^ (long) LONGS.get(data, b + length);
            if (difference != 0) {
                return Math.min(max, length + (Long.numberOfTrailingZeros(difference) >>> 3));
            }
            length += 8;
        }
        return max;
    }
}
