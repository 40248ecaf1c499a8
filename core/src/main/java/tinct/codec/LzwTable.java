package tinct.codec;

import java.util.Arrays;
import tinct.internal.LzwCodes;

/** The strings that an LZW encoder knows, by the code of all but the last index and that index. */
final class LzwTable {
    private static final int SLOT_BITS = 14;
    private static final int SLOTS = 1 << SLOT_BITS; // of the hash table, at most a quarter full

    private final int first;
    private final int[] keys = new int[SLOTS]; // 1 + (code of the prefix << 8 | last index), 0 if free
    private final short[] codes = new short[SLOTS];
    private int next;

    /** A table without strings, of indices of 2..8 bits. */
    LzwTable(int indexBits) {
        first = LzwCodes.first(indexBits);
        next = first;
    }

    void clear() {
        Arrays.fill(keys, 0);
        next = first;
    }

    boolean full() {
        return next == LzwCodes.MOST;
    }

    /** The bits of the code that is written next. */
    int width() {
        return LzwCodes.width(next);
    }

    /** The bits of the code after that. */
    int widthAfter() {
        return LzwCodes.width(Math.min(LzwCodes.MOST, next + 1));
    }

    /** The code of a string and one more index, or -1: then it has a code from now on if one was left. */
    int findOrAdd(int prefix, int index) {
        int key = 1 + (prefix << 8 | index);
        int slot = (key * 0x9E3779B1) >>> (32 - SLOT_BITS);
        while (keys[slot] != key) {
            if (keys[slot] == 0) {
                if (next < LzwCodes.MOST) {
                    keys[slot] = key;
                    codes[slot] = (short) next++;
                }
                return -1;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        return codes[slot];
    }

    /** Takes a code for a string that the encoder will not need. */
    void skip() {
        next = Math.min(LzwCodes.MOST, next + 1);
    }
}
