package tinct.remap;

/** A square of thresholds that is repeated over the plane; its side is a power of two. */
final class Thresholds {
    /** Thresholds lie between 0 and this: shares of a mixture are counted in such parts. */
    static final int ONE = 1 << 16;

    private final int[] values;
    private final int bits;

    private Thresholds(int[] ranks, int bits) {
        this.bits = bits;
        values = new int[ranks.length];
        int step = ONE >>> (2 * bits);
        for (int i = 0; i < ranks.length; i++) {
            values[i] = ranks[i] * step + step / 2;
        }
    }

    /** Bayer's matrix of 8 x 8. */
    static Thresholds bayer() {
        return BayerHolder.VALUES;
    }

    /** Blue noise of 64 x 64; made at the first call. */
    static Thresholds blueNoise() {
        return BlueNoiseHolder.VALUES;
    }

    /** The place in {@link #values} of the first column of row {@code y}, any number. */
    int row(int y) {
        return (y & side() - 1) << bits;
    }

    int side() {
        return 1 << bits;
    }

    /** All [side * side], row-major, each in the middle of its part of 0..{@link #ONE}; must not be written to. */
    int[] values() {
        return values;
    }

    /** The bits of x ^ y and y in turn, the lowest first: the order in which the matrix halves the plane. */
    private static int[] bayerRanks(int bits) {
        int side = 1 << bits;
        int[] ranks = new int[side * side];
        for (int i = 0; i < ranks.length; i++) {
            int x = i & side - 1, y = i >> bits, rank = 0;
            for (int bit = 0; bit < bits; bit++) {
                rank = rank << 2 | ((x ^ y) >> bit & 1) << 1 | y >> bit & 1;
            }
            ranks[i] = rank;
        }
        return ranks;
    }

    /* Holders are loaded, and so filled, when they are first asked for, once for all threads. */
    private static final class BayerHolder {
        static final Thresholds VALUES = new Thresholds(bayerRanks(3), 3);
    }

    private static final class BlueNoiseHolder {
        static final Thresholds VALUES = new Thresholds(VoidAndCluster.ranks(64), 6);
    }
}
