package tinct.samples;

/**
 * Well spread sample points: pairs of Sobol numbers, shuffled and scrambled anew for each pixel and use. Source: Burley
 * 2020, Practical Hash-based Owen Scrambling, https://jcgt.org/published/0009/04/01/.
 */
final class Sampler {
    private final int seed;
    private final int mask;
    private int index;
    private int pair;

    /** The first coordinate of the pair drawn last, in [0, 1). */
    double u;

    /** The second coordinate of the pair drawn last, in [0, 1). */
    double v;

    /** @param samples how many there will be, a power of two */
    Sampler(int seed, int samples) {
        this.seed = seed;
        this.mask = samples - 1;
    }

    /** Goes to sample number {@code number}; its pairs begin anew. */
    void start(int number) {
        index = number;
        pair = 0;
    }

    /** Draws the next pair of this sample into {@link #u} and {@link #v}. */
    void next() {
        int key = Noise.hash(seed, pair++, 0x51ED27);
        int i = scramble(index, key) & mask;
        u = (scramble(Integer.reverse(i), key ^ 0x68BC21EB) >>> 1) * 0x1p-31;
        v = (scramble(second(i), key ^ 0x02E5BE93) >>> 1) * 0x1p-31;
    }

    /** The second dimension of the Sobol sequence. */
    private static int second(int index) {
        int bits = 0;
        int direction = 1 << 31;
        for (int i = index; i != 0; i >>>= 1) {
            if ((i & 1) != 0) {
                bits ^= direction;
            }
            direction ^= direction >>> 1;
        }
        return bits;
    }

    private static int scramble(int bits, int key) {
        int x = Integer.reverse(bits) + key;
        x ^= x * 0x6C50B47C;
        x ^= x * 0xB82F1E52;
        x ^= x * 0xC7AFE638;
        x ^= x * 0x8D22F6E6;
        return Integer.reverse(x);
    }
}
