package tinct.internal.packed;

/**
 * Chances of 16 bits, 0..65535 for 0 to 1, as whole numbers on the logistic scale, where a step is 1/256, and back.
 *
 * <p>No value is within 1e-5 of the border between two whole numbers, so that every library gives the same tables.
 */
public final class Logistic {
    /** Numbers on the scale are in -LIMIT..LIMIT - 1. */
    public static final int LIMIT = 2304;

    /** [2 * LIMIT] the chance of each number, from -LIMIT on. */
    static final char[] SQUASH = squashes();

    /** [4096] the number of a chance of 12 bits. */
    static final short[] STRETCH = stretches();

    private static final int LEAST = 16; // a chance is never nearer to 0 or 1, so every bit can be coded

    private Logistic() {}

    /** The chance [2 * LIMIT] of each number, from -LIMIT on: 65536 / (1 + exp(-x / 256)). */
    public static char[] squashes() {
        char[] table = new char[2 * LIMIT];
        for (int i = 0; i < table.length; i++) {
            double chance = 65536 / (1 + StrictMath.exp((LIMIT - i) / 256.0));
            table[i] = (char) Math.max(LEAST, Math.min(65536 - LEAST, Math.rint(chance)));
        }
        return table;
    }

    /** The number [4096] of a chance without its lowest four bits: 256 ln(p / (1 - p)) in the middle of those chances. */
    public static short[] stretches() {
        short[] table = new short[4096];
        for (int i = 0; i < table.length; i++) {
            table[i] = (short) Math.rint(256 * StrictMath.log((2 * i + 1) / (8191.0 - 2 * i)));
        }
        return table;
    }
}
