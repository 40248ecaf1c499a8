package tinct.codec;

import java.util.Arrays;

/**
 * Chooses indices where a pixel may have one of two so that LZW has few codes: of all strings that the table has and that fit
 * the pixels ahead, each code is for the longest.
 */
final class LzwChoice {
    private static final int MOST = 1 << 12;
    private static final int SLOT_BITS = 14;

    /** More strings than these are not followed at once. */
    private static final int MOST_WAYS = 64;

    private final byte[] own;
    private final boolean[] free;
    private final int other;
    private final int first;
    private final byte[] chosen;

    /* Strings by prefix and last index, as with LzwTable. */
    private final int[] keys = new int[1 << SLOT_BITS];
    private final short[] codes = new short[1 << SLOT_BITS];
    private final short[] prefix = new short[MOST];
    private final byte[] last = new byte[MOST];
    private int next;

    private LzwChoice(byte[] own, boolean[] free, int other, int indexBits) {
        this.own = own;
        this.free = free;
        this.other = other;
        first = (1 << indexBits) + 2;
        chosen = new byte[own.length];
    }

    /**
     * The indices to write.
     *
     * @param own [pixels] indices of the pixels
     * @param free [pixels] which of them may have the other index too
     * @param other that index
     * @param indexBits 2..8
     */
    static byte[] of(byte[] own, boolean[] free, int other, int indexBits) {
        LzwChoice choice = new LzwChoice(own, free, other, indexBits);
        choice.run();
        return choice.chosen;
    }

    private void run() {
        int[] ways = new int[MOST_WAYS];
        int[] longer = new int[MOST_WAYS];
        clear();
        int before = -1; // code of the last string
        for (int at = 0; at < own.length; ) {
            int count = start(at, ways);
            int length = 1;
            while (at + length < own.length) {
                int more = extend(ways, count, at + length, longer);
                if (more == 0) {
                    break;
                }
                int[] swap = ways;
                ways = longer;
                longer = swap;
                count = more;
                length++;
            }
            write(ways[0], at + length);
            if (before >= 0) {
                add(before, chosen[at] & 0xFF);
            }
            before = ways[0];
            at += length;
        }
    }

    private int start(int at, int[] ways) {
        ways[0] = own[at] & 0xFF;
        if (!free[at] || ways[0] == other) {
            return 1;
        }
        ways[0] = other; // it makes the longer runs
        ways[1] = own[at] & 0xFF;
        return 2;
    }

    private int extend(int[] ways, int count, int at, int[] longer) {
        int n = 0;
        int index = own[at] & 0xFF;
        boolean both = free[at] && index != other;
        for (int i = 0; i < count && n + 1 < MOST_WAYS; i++) {
            int code = both ? find(ways[i], other) : -1;
            if (code >= 0) {
                longer[n++] = code;
            }
            code = find(ways[i], index);
            if (code >= 0) {
                longer[n++] = code;
            }
        }
        return n;
    }

    /** Writes the string of a code so that it ends before a pixel. */
    private void write(int code, int end) {
        int at = end - 1;
        int string = code;
        while (string >= first) {
            chosen[at--] = last[string];
            string = prefix[string];
        }
        chosen[at] = (byte) string;
    }

    private void clear() {
        Arrays.fill(keys, 0);
        next = first;
    }

    private int find(int code, int index) {
        int key = 1 + (code << 8 | index);
        for (int slot = key * 0x9E3779B1 >>> 32 - SLOT_BITS; keys[slot] != 0; slot = slot + 1 & (1 << SLOT_BITS) - 1) {
            if (keys[slot] == key) {
                return codes[slot];
            }
        }
        return -1;
    }

    /** A full table is begun anew: the writer, who knows the indices, clears where it pays. */
    private void add(int code, int index) {
        if (find(code, index) >= 0) {
            return;
        }
        if (next == MOST) {
            clear();
            return;
        }
        int key = 1 + (code << 8 | index);
        int slot = key * 0x9E3779B1 >>> 32 - SLOT_BITS;
        while (keys[slot] != 0) {
            slot = slot + 1 & (1 << SLOT_BITS) - 1;
        }
        keys[slot] = key;
        codes[slot] = (short) next;
        prefix[next] = (short) code;
        last[next++] = (byte) index;
    }
}
