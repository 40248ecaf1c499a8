package tinct.internal;

import java.util.stream.IntStream;

/**
 * What distance codes mean in a plane of a given width: the first 120 are the pixels of seven rows above, eight columns to
 * the left and seven to the right, the nearest first (RFC 9649, 3.6.2.2).
 */
public final class WebpDistances {
    /** Codes up to here mean places near the pixel in two dimensions; above, a distance and this. */
    public static final int NEAR_CODES = 120;

    private static final int ROWS = 7;
    private static final int NONE = Integer.MAX_VALUE;
    private static final int LEFT = 8;
    private static final int RIGHT = 7;
    private static final int WIDTH = LEFT + 1 + RIGHT;

    /** [120] of each code less one, how many columns to the left. */
    private static final int[] COLUMNS = new int[NEAR_CODES];

    /** [120] of each code less one, how many rows above. */
    private static final int[] ROWS_ABOVE = new int[NEAR_CODES];

    static {
        // by distance, then the nearer column, then the left one
        int[] keys = IntStream.range(0, (ROWS + 1) * WIDTH)
                .filter(i -> i / WIDTH > 0 || i % WIDTH > RIGHT)
                .map(i -> key(i % WIDTH - RIGHT, i / WIDTH))
                .sorted()
                .toArray();
        for (int i = 0; i < keys.length; i++) {
            int column = keys[i] >> 4 & 15;
            COLUMNS[i] = (keys[i] & 8) == 0 ? column : -column;
            ROWS_ABOVE[i] = keys[i] & 7;
        }
    }

    private final int[] near = new int[NEAR_CODES + 1];
    private final byte[] codes; // [largest near distance + 1] the first code of each near distance, 0 for none

    /** The codes in a plane of that width. */
    public WebpDistances(int width) {
        int largest = 1;
        for (int code = 1; code <= NEAR_CODES; code++) {
            int distance = COLUMNS[code - 1] + ROWS_ABOVE[code - 1] * width;
            boolean usable = distance > 0 && Math.abs(COLUMNS[code - 1]) <= width;
            near[code] = usable ? distance : NONE;
            largest = usable ? Math.max(largest, distance) : largest;
        }
        codes = new byte[largest + 1];
        for (int code = NEAR_CODES; code > 0; code--) {
            if (near[code] != NONE) {
                codes[near[code]] = (byte) code;
            }
        }
    }

    /** Distance squared, columns to the side, whether that is the right one, rows above. */
    private static int key(int left, int above) {
        int column = Math.abs(left);
        return (column * column + above * above) << 8 | column << 4 | (left < 0 ? 8 : 0) | above;
    }

    /**
     * The distance in pixels that a near code 1..120 means. In narrow planes one so large that nothing is there, if the code
     * would go around an edge more than once or not back: RFC 9649 allows that, but there are decoders that fail.
     */
    public int near(int code) {
        return near[code];
    }

    /** The lowest code of a distance. */
    public int code(int distance) {
        int code = distance < codes.length ? codes[distance] : 0;
        return code > 0 ? code : distance + NEAR_CODES;
    }
}
