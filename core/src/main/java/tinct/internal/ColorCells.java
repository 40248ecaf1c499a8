package tinct.internal;

/** Cells of colours: those that are alike but for some lower bits of red, green and blue. */
public final class ColorCells {
    private ColorCells() {}

    /**
     * The cell of a colour: the upper bits of its channels, side by side.
     *
     * @param low 1..4 bits of each channel that do not count
     * @return 0 to 2^(24 - 3 low) - 1
     */
    public static int cell(int color, int low) {
        int bits = 8 - low;
        return (color >>> 16 + low & 0xFF >>> low) << 2 * bits
                | (color >>> 8 + low & 0xFF >>> low) << bits
                | (color & 0xFF) >>> low;
    }

    /** The place of a colour in its cell: the lower bits of its channels, side by side, 0 to 2^(3 low) - 1. */
    public static int place(int color, int low) {
        int mask = (1 << low) - 1;
        return (color >>> 16 & mask) << 2 * low | (color >>> 8 & mask) << low | color & mask;
    }

    /** The colour with its lower bits 0. */
    public static int corner(int color, int low) {
        return color & ~(((1 << low) - 1) * 0x010101);
    }
}
