package tinct.internal;

/** Stable least-significant-digit radix sort of unsigned keys. */
public final class RadixSort {
    private static final int DIGIT_BITS = 11;
    private static final int BUCKETS = 1 << DIGIT_BITS;

    private RadixSort() {}

    /**
     * The order that sorts the keys ascending as unsigned; equal keys keep their order. The keys are not changed.
     *
     * @param keys [n or longer]
     * @param bits how many low bits of the keys count, 1..32; those above must be 0
     * @return [n] positions of the keys in ascending order
     */
    public static int[] order(int[] keys, int n, int bits) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        int[] spare = new int[n];
        for (int shift = 0; shift < bits; shift += DIGIT_BITS) {
            if (scatter(keys, order, spare, shift)) {
                int[] swap = order;
                order = spare;
                spare = swap;
            }
        }
        return order;
    }

    /** Moves {@code from} to {@code to} by one digit; false, and nothing moved, if all keys share that digit. */
    private static boolean scatter(int[] keys, int[] from, int[] to, int shift) {
        int[] starts = new int[BUCKETS + 1];
        int n = from.length;
        for (int i = 0; i < n; i++) {
            starts[((keys[i] >>> shift) & (BUCKETS - 1)) + 1]++;
        }
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            if (starts[bucket + 1] == n) {
                return false;
            }
            starts[bucket + 1] += starts[bucket];
        }
        for (int i = 0; i < n; i++) {
            int position = from[i];
            to[starts[(keys[position] >>> shift) & (BUCKETS - 1)]++] = position;
        }
        return true;
    }
}
