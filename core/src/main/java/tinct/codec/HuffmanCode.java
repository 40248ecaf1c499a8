package tinct.codec;

import java.util.Arrays;

/**
 * Optimal prefix codes with a limit on the length of a code, canonical as RFC 1951 numbers them.
 *
 * <p>Plain Huffman when that stays within the limit, else package-merge (Larmore and Hirschberg 1990,
 * https://doi.org/10.1145/79147.79150). Ties go to the lower symbol, so equal counts give equal codes everywhere.
 */
final class HuffmanCode {
    /** No code of deflate or WebP is longer. */
    static final int MAX_LENGTH = 15;

    private static final int SYMBOL_BITS = 12;
    private static final int SYMBOL_MASK = (1 << SYMBOL_BITS) - 1;

    private HuffmanCode() {}

    /**
     * The lengths of an optimal code of all symbols with a count above 0; the others get 0. A code never has fewer than
     * two symbols, because some decoders refuse that: symbols 0 and 1 fill up.
     *
     * @param counts at most 4096 of them
     * @param limit the longest length allowed; 2^limit must not be below the number of symbols used
     */
    static byte[] lengths(int[] counts, int limit) {
        byte[] lengths = new byte[counts.length];
        long[] leaves = sortedLeaves(counts);
        if (leaves.length < 2) {
            int only = leaves.length == 0 ? 0 : (int) leaves[0];
            lengths[only] = 1;
            lengths[only == 0 ? 1 : 0] = 1;
            return lengths;
        }
        if (!plain(leaves, limit, lengths)) {
            packageMerge(leaves, limit, lengths);
        }
        return lengths;
    }

    /** The canonical codes of the lengths, their bits reversed, as deflate and WebP write them lowest bit first. */
    static int[] codes(byte[] lengths) {
        int[] counts = new int[MAX_LENGTH + 1];
        for (byte length : lengths) {
            counts[length]++;
        }
        int[] next = new int[MAX_LENGTH + 1];
        for (int length = 2; length <= MAX_LENGTH; length++) {
            next[length] = (next[length - 1] + counts[length - 1]) << 1;
        }
        int[] codes = new int[lengths.length];
        for (int symbol = 0; symbol < codes.length; symbol++) {
            int length = lengths[symbol];
            if (length > 0) {
                codes[symbol] = Integer.reverse(next[length]++) >>> (32 - length);
            }
        }
        return codes;
    }

    /** The used symbols by rising count, ties by symbol: {@code count << 12 | symbol}; only the symbol if there is one. */
    private static long[] sortedLeaves(int[] counts) {
        long[] leaves = new long[counts.length];
        int used = 0;
        for (int symbol = 0; symbol < counts.length; symbol++) {
            if (counts[symbol] > 0) {
                leaves[used++] = ((long) counts[symbol] << SYMBOL_BITS) | symbol;
            }
        }
        if (used == 1) {
            return new long[] {leaves[0] & SYMBOL_MASK};
        }
        leaves = Arrays.copyOf(leaves, used);
        Arrays.sort(leaves);
        return leaves;
    }

    /** Huffman's code by two queues; false if a length exceeds the limit. */
    private static boolean plain(long[] leaves, int limit, byte[] lengths) {
        int n = leaves.length;
        long[] weights = new long[n - 1];
        int[] parents = new int[2 * n - 1]; // leaves first, then inner nodes in the order of their making
        int leaf = 0;
        int inner = 0;
        for (int made = 0; made < n - 1; made++) {
            long weight = 0;
            for (int child = 0; child < 2; child++) {
                if (leaf < n && (inner == made || (leaves[leaf] >>> SYMBOL_BITS) <= weights[inner])) {
                    weight += leaves[leaf] >>> SYMBOL_BITS;
                    parents[leaf++] = n + made;
                } else {
                    weight += weights[inner];
                    parents[n + inner++] = n + made;
                }
            }
            weights[made] = weight;
        }
        int[] depths = new int[2 * n - 1];
        for (int node = 2 * n - 3; node >= 0; node--) {
            depths[node] = depths[parents[node]] + 1;
        }
        if (depths[0] > limit) { // the rarest leaf is the deepest
            return false;
        }
        for (int i = 0; i < n; i++) {
            lengths[(int) leaves[i] & SYMBOL_MASK] = (byte) depths[i];
        }
        return true;
    }

    /**
     * Package-merge: each level's list holds the leaves and the pairs of the list below, by weight; the first 2n - 2 of
     * the last list are taken, and each leaf's length is the number of lists in which it is taken.
     */
    private static void packageMerge(long[] leaves, int limit, byte[] lengths) {
        int n = leaves.length;
        boolean[][] isLeaf = new boolean[limit][2 * n];
        long[] below = new long[2 * n];
        long[] list = new long[2 * n];
        int belowSize = 0;
        for (int level = 0; level < limit; level++) {
            int size = mergeLevel(leaves, below, belowSize, list, isLeaf[level]);
            long[] swap = below;
            below = list;
            list = swap;
            belowSize = size;
        }
        int taken = 2 * n - 2;
        for (int level = limit - 1; level >= 0 && taken > 0; level--) {
            int takenLeaves = 0;
            for (int i = 0; i < taken; i++) {
                takenLeaves += isLeaf[level][i] ? 1 : 0;
            }
            for (int i = 0; i < takenLeaves; i++) {
                lengths[(int) leaves[i] & SYMBOL_MASK]++;
            }
            taken = 2 * (taken - takenLeaves);
        }
    }

    private static int mergeLevel(long[] leaves, long[] below, int belowSize, long[] list, boolean[] isLeaf) {
        int packages = belowSize / 2;
        int size = leaves.length + packages;
        for (int i = 0, leaf = 0, pair = 0; i < size; i++) {
            long packed = pair < packages ? below[2 * pair] + below[2 * pair + 1] : Long.MAX_VALUE;
            isLeaf[i] = leaf < leaves.length && (leaves[leaf] >>> SYMBOL_BITS) <= packed;
            if (isLeaf[i]) {
                list[i] = leaves[leaf++] >>> SYMBOL_BITS;
            } else {
                list[i] = packed;
                pair++;
            }
        }
        return size;
    }
}
