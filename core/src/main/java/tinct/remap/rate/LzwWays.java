package tinct.remap.rate;

import java.util.Arrays;
import tinct.internal.LzwCodes;

/**
 * The cheapest way found so far to write the pixels before each place, as codes of LZW.
 *
 * <p>Which strings there are depends on the way. Those made before the place up to which all ways agree are in
 * {@link LzwStrings}; a later one is named {@code ~place}, by the end of the code that completed it: the string of the
 * code before and the first index of that code.
 */
final class LzwWays {
    /** Before the first code of a table. */
    static final int NO_STRING = Integer.MIN_VALUE;

    final LzwStrings strings;

    /** [pixels + 1] of the way to each place. */
    final float[] cost;

    /** [pixels + 1] where the last code of that way begins. */
    final int[] from;

    /** [pixels + 1] the string of that code. */
    final int[] string;

    /** [pixels + 1] how many codes were written since the table was clear. */
    final int[] written;

    /** [3][pixels + 1] the drift of that way, see {@link LzwErrors}. */
    final float[][] drift;

    /** [pixels] indices, up to {@link #settled}. */
    final byte[] indices;

    /** The place up to which all ways agree. */
    int settled;

    /** The farthest place that a way leads to. */
    int reach;

    /** The bits of what is settled. */
    long bits;

    private final int[] settledAs;
    private final int[] ends;

    LzwWays(int pixels, LzwStrings strings) {
        this.strings = strings;
        cost = new float[pixels + 1];
        from = new int[pixels + 1];
        string = new int[pixels + 1];
        written = new int[pixels + 1];
        drift = new float[3][pixels + 1];
        indices = new byte[pixels];
        settledAs = new int[pixels + 1];
        ends = new int[pixels + 1];
        Arrays.fill(cost, Entries.NEVER);
        Arrays.fill(settledAs, LzwStrings.NONE);
        cost[0] = 0;
        string[0] = NO_STRING;
        bits = LzwCodes.width(strings.first);
    }

    boolean reached(int place) {
        return cost[place] < Entries.NEVER;
    }

    /** A code from {@code start} to {@code end}, which leaves that drift behind. */
    void offer(int start, int end, float offered, int code, float d0, float d1, float d2) {
        if (offered < cost[end]) {
            cost[end] = offered;
            from[end] = start;
            string[end] = code;
            written[end] = written[start] + 1;
            drift[0][end] = d0;
            drift[1][end] = d1;
            drift[2][end] = d2;
            reach = Math.max(reach, end);
        }
    }

    /** The bits of the next code at a place. */
    int width(int place) {
        return LzwCodes.width(Math.min(LzwCodes.MOST, strings.first + written[place]));
    }

    /** Whether the table has no code left when a code has ended at the place and the table is to be cleared. */
    boolean full(int place) {
        return strings.first + written[place] > LzwCodes.MOST;
    }

    /** The string of the last code before a place. */
    int before(int place) {
        return known(string[place]);
    }

    /** A string by its code if it has one. */
    private int known(int name) {
        return name < 0 && name != NO_STRING && settledAs[~name] >= 0 ? settledAs[~name] : name;
    }

    /** The string that is made when a code ends at the place, which no more than the ways there know, or {@link #NO_STRING}. */
    int made(int place) {
        boolean makes = string[from[place]] != NO_STRING && strings.first + written[place] - 2 < LzwCodes.MOST;
        return place > settled && makes ? ~place : NO_STRING;
    }

    /** A string without its last index; of a single index, {@link LzwStrings#NONE}. */
    int prefix(int name) {
        return name >= 0 ? strings.prefix[name] : before(from[~name]);
    }

    int head(int name) {
        int shorter = name;
        while (shorter < 0) {
            shorter = before(from[~shorter]);
        }
        return strings.head[shorter];
    }

    int last(int name) {
        if (name >= 0) {
            return strings.last[name];
        }
        int code = before(~name);
        // A code may be for the very string that it completes: then it begins as the one before.
        return head(code == name ? before(from[~name]) : code);
    }

    int length(int name) {
        int more = 0;
        int shorter = name;
        while (shorter < 0) {
            more++;
            shorter = prefix(shorter);
        }
        return more + strings.length[shorter];
    }

    /** Takes the way to a place for good; other ways must not be followed. */
    void settle(int place, int longest) {
        int n = 0;
        for (int end = place; end > settled; end = from[end]) {
            ends[n++] = end;
        }
        while (n > 0) {
            int end = ends[--n];
            int start = from[end];
            bits += width(start);
            if (made(end) != NO_STRING) {
                settledAs[end] = add(strings.first + written[end] - 2, before(start), last(~end), longest);
            }
            int code = before(end);
            string[end] = code;
            for (int i = end; code != LzwStrings.NONE; code = strings.prefix[code]) {
                indices[--i] = (byte) strings.last[code];
            }
            settled = end;
        }
    }

    private int add(int code, int shorter, int index, int longest) {
        int same = strings.find(shorter, index);
        if (same == LzwStrings.NONE && strings.length[shorter] < longest) {
            strings.add(code, shorter, index);
            return code;
        }
        return same;
    }

    /** Drops all ways beyond a place that is settled, and clears the table there. */
    void clear(int place, double price) {
        Arrays.fill(cost, place + 1, reach + 1, Entries.NEVER);
        reach = place;
        int width = width(place);
        bits += width;
        cost[place] += (float) (price * width);
        written[place] = 0;
        string[place] = NO_STRING;
        strings.clear();
    }

    /** The last place, no later than a place, that all ways beyond it have in common. */
    int common(int place) {
        int shared = -1;
        for (int end = place + 1; end <= reach; end++) {
            if (reached(end)) {
                shared = shared < 0 ? end : common(shared, end);
            }
        }
        while (shared > place) {
            shared = from[shared];
        }
        return shared;
    }

    private int common(int one, int two) {
        int a = one;
        int b = two;
        while (a != b) {
            if (a > b) {
                a = from[a];
            } else {
                b = from[b];
            }
        }
        return a;
    }

    /** Drops the ways beyond a place that do not lead through one before it. */
    void keep(int through, int place) {
        for (int end = place + 1; end <= reach; end++) {
            int at = end;
            while (at > through) {
                at = from[at];
            }
            if (at != through) {
                cost[end] = Entries.NEVER;
            }
        }
    }
}
