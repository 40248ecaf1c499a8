package tinct.remap.rate;

import java.util.Arrays;
import tinct.internal.LzwCodes;

/** The strings of an LZW table as a tree: of each code, its string without the last index, and those that are longer by one. */
final class LzwStrings {
    static final int NONE = -1;

    /** [4096] the code of the string without its last index, {@link #NONE} for single indices. */
    final int[] prefix = new int[LzwCodes.MOST];

    /** [4096] the last index of each. */
    final int[] last = new int[LzwCodes.MOST];

    /** [4096] the first index of each. */
    final int[] head = new int[LzwCodes.MOST];

    /** [4096] how many pixels each stands for. */
    final int[] length = new int[LzwCodes.MOST];

    /** [4096] the newest string that is longer by one index, or {@link #NONE}. */
    final int[] longer = new int[LzwCodes.MOST];

    /** [4096] the one before with the same prefix, or {@link #NONE}. */
    final int[] other = new int[LzwCodes.MOST];

    /** The code of the first string that is added. */
    final int first;

    LzwStrings(int indexBits) {
        first = LzwCodes.first(indexBits);
        for (int index = 0; index < 1 << indexBits; index++) {
            prefix[index] = NONE;
            last[index] = index;
            head[index] = index;
            length[index] = 1;
        }
        clear();
    }

    void clear() {
        Arrays.fill(longer, NONE);
    }

    /** The code of a string and an index, or {@link #NONE}. */
    int find(int string, int index) {
        int code = longer[string];
        while (code != NONE && last[code] != index) {
            code = other[code];
        }
        return code;
    }

    void add(int code, int string, int index) {
        prefix[code] = string;
        last[code] = index;
        head[code] = head[string];
        length[code] = length[string] + 1;
        other[code] = longer[string];
        longer[string] = code;
    }
}
