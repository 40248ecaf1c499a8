package tinct.codec;

/**
 * Which group of codes each square tile of a plane uses.
 *
 * @param bits a tile is 2^bits pixels wide and high
 * @param columns tiles in a row
 * @param groups [tiles] row-major, each below count
 * @param count of groups
 */
record WebpTiles(int bits, int columns, byte[] groups, int count) {
    /** All pixels use the same codes. */
    static final WebpTiles ONE = new WebpTiles(30, 1, new byte[1], 1);

    /** How many tiles of 2^bits cover that many pixels. */
    static int across(int pixels, int bits) {
        return (pixels + (1 << bits) - 1) >> bits;
    }

    /** The group of the pixel at column x of row y. */
    int group(int x, int y) {
        return groups[(y >> bits) * columns + (x >> bits)] & 0xFF;
    }
}
