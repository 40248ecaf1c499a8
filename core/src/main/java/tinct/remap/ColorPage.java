package tinct.remap;

/**
 * The 64 colours that are alike in the upper six bits of red, green and blue. What is kept of each in a byte or two fits into
 * a line or two of the cache, and pixels that lie together mostly share them.
 */
final class ColorPage {
    /** Colours of a page. */
    static final int SIZE = 1 << 6;

    /** How many pages there are. */
    static final int COUNT = 1 << 18;

    private ColorPage() {}

    /** The page of a colour, by the upper six bits of each channel. */
    static int of(int color) {
        return color >>> 6 & 0x3F000 | color >>> 4 & 0xFC0 | color >>> 2 & 0x3F;
    }

    /** The place of a colour in its page, by the lower two bits of each channel. */
    static int place(int color) {
        return color >>> 12 & 0x30 | color >>> 6 & 0xC | color & 3;
    }
}
