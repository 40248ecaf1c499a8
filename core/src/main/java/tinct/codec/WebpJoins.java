package tinct.codec;

import java.util.Arrays;

/** Joins the two groups that save most by sharing codes, as long as any do. */
final class WebpJoins {
    private final WebpAlphabet alphabet;
    private final int size;
    private final int[][] rows; // [size][alphabet.size()] the counts of each group
    private final long[] bits; // of each group by itself
    private final int[] into; // the group that a group has become a part of
    private final long[] gains; // of joining with the partner
    private final int[] partners; // of a higher number, -1 for none
    private final int[] both;

    /** Joins groups with those counts [groups * alphabet.size()]. */
    WebpJoins(WebpAlphabet alphabet, int[] counts) {
        this.alphabet = alphabet;
        int symbols = alphabet.size();
        size = counts.length / symbols;
        rows = new int[size][];
        bits = new long[size];
        into = new int[size];
        gains = new long[size];
        partners = new int[size];
        both = new int[symbols];
        for (int group = 0; group < size; group++) {
            rows[group] = Arrays.copyOfRange(counts, group * symbols, (group + 1) * symbols);
            bits[group] = WebpClusters.bits(alphabet, rows[group], 0);
            into[group] = group;
        }
        for (int group = 0; group < size; group++) {
            findPartner(group);
        }
        while (joinBest()) {
            // until no two gain
        }
    }

    /** The group that a group is a part of now. */
    int group(int group) {
        int whole = group;
        while (into[whole] != whole) {
            whole = into[whole];
        }
        return whole;
    }

    private boolean joinBest() {
        int best = 0;
        for (int group = 1; group < size; group++) {
            best = gains[group] > gains[best] ? group : best;
        }
        if (gains[best] <= 0) {
            return false;
        }
        int gone = partners[best];
        into[gone] = best;
        gains[gone] = Long.MIN_VALUE;
        for (int symbol = 0; symbol < both.length; symbol++) {
            rows[best][symbol] += rows[gone][symbol];
        }
        bits[best] = WebpClusters.bits(alphabet, rows[best], 0);
        update(best, gone);
        return true;
    }

    /** After two groups have become one, finds new partners where the old ones are out of date. */
    private void update(int joined, int gone) {
        for (int group = 0; group < size; group++) {
            if (into[group] != group) {
                continue;
            }
            if (group == joined || partners[group] == joined || partners[group] == gone) {
                findPartner(group);
            } else if (group < joined) {
                consider(group, joined);
            }
        }
    }

    private void findPartner(int group) {
        gains[group] = Long.MIN_VALUE;
        partners[group] = -1;
        for (int other = group + 1; other < size; other++) {
            if (into[other] == other) {
                consider(group, other);
            }
        }
    }

    private void consider(int group, int other) {
        for (int symbol = 0; symbol < both.length; symbol++) {
            both[symbol] = rows[group][symbol] + rows[other][symbol];
        }
        long gain = bits[group] + bits[other] - WebpClusters.bits(alphabet, both, 0);
        if (gain > gains[group]) {
            gains[group] = gain;
            partners[group] = other;
        }
    }
}
