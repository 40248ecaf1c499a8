package tinct.codec;

import java.util.Arrays;

/**
 * A plane less what is predicted of it: each square tile has the one of fourteen modes whose differences seem to cost least
 * (RFC 9649, 4.1).
 */
final class WebpPrediction {
    /** A tile is 2^BITS pixels wide and high. */
    static final int BITS = 3;

    private static final int MODES = 14;
    private static final int PASSES = 2;
    private static final int NEIGHBOUR = 3 << Ideal.LOG_BITS; // bits that a mode saves that a neighbour has

    private final WebpPlane plane;
    private final int columns;
    private final byte[] modes; // [tiles]
    private final int[] counts = new int[256]; // of differences in all tiles, so far
    private final int[] own = new int[256]; // of those in a tile
    private final int[] costs = new int[256];

    /** Chooses the modes of a plane. */
    WebpPrediction(WebpPlane plane) {
        this.plane = plane;
        columns = WebpTiles.across(plane.width, BITS);
        modes = new byte[columns * WebpTiles.across(plane.height, BITS)];
        for (int difference = 0; difference < 256; difference++) {
            counts[difference] = 256 / (1 + Math.abs((byte) difference)); // small ones are likelier
        }
        for (int pass = 0; pass < PASSES; pass++) {
            choose();
        }
    }

    private void choose() {
        int total = Arrays.stream(counts).sum();
        int[] sums = new int[256];
        for (int i = 0; i < 256; i++) {
            costs[i] = Ideal.log2(total) - Ideal.log2(Math.max(1, counts[i]));
        }
        for (int tile = 0; tile < modes.length; tile++) {
            long least = Long.MAX_VALUE;
            int best = 0;
            for (int mode = 0; mode < MODES; mode++) {
                count(tile, mode, own);
                long tried = cost(own) - bonus(tile, mode);
                if (tried < least) {
                    least = tried;
                    best = mode;
                }
            }
            modes[tile] = (byte) best;
            count(tile, best, own);
            for (int i = 0; i < 256; i++) {
                sums[i] += own[i];
            }
        }
        System.arraycopy(sums, 0, counts, 0, 256);
    }

    /** As much as codes for all tiles would need and a code of the tile's own: groups of tiles are between the two. */
    private long cost(int[] own) {
        long bits = 0;
        int total = 0;
        for (int i = 0; i < 256; i++) {
            int count = own[i];
            if (count > 0) {
                total += count;
                bits += (long) count * (costs[i] - Ideal.log2(count));
            }
        }
        return bits + (long) total * Ideal.log2(total);
    }

    private int bonus(int tile, int mode) {
        int bonus = tile % columns > 0 && modes[tile - 1] == mode ? NEIGHBOUR : 0;
        return tile >= columns && modes[tile - columns] == mode ? bonus + NEIGHBOUR : bonus;
    }

    /** Sets how often a tile has each difference in a mode. */
    private void count(int tile, int mode, int[] own) {
        Arrays.fill(own, 0);
        int left = tile % columns << BITS;
        int top = tile / columns << BITS;
        int right = Math.min(plane.width, left + (1 << BITS));
        int bottom = Math.min(plane.height, top + (1 << BITS));
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                own[difference(mode, x, y)]++;
            }
        }
    }

    /** The pixel at column x of row y less its prediction: 0..255. */
    private int difference(int mode, int x, int y) {
        final byte[] data = plane.data;
        int p = y * plane.width + x;
        int value = data[p];
        if (y == 0) {
            return value - (x == 0 ? 0 : data[p - 1]) & 0xFF;
        }
        int above = p - plane.width;
        if (x == 0) {
            return value - data[above] & 0xFF;
        }
        return value
                        - predicted(
                                mode,
                                data[p - 1] & 0xFF,
                                data[above] & 0xFF,
                                data[above - 1] & 0xFF,
                                data[above + 1] & 0xFF)
                & 0xFF;
    }

    /** What a mode says of a channel, from its neighbours there: 0..255. */
    static int predicted(int mode, int left, int top, int corner, int right) {
        return switch (mode) {
            case 0 -> 0;
            case 1 -> left;
            case 2 -> top;
            case 3 -> right;
            case 4 -> corner;
            case 5 -> (((left + right) >> 1) + top) >> 1;
            case 6 -> (left + corner) >> 1;
            case 7 -> (left + top) >> 1;
            case 8 -> (corner + top) >> 1;
            case 9 -> (top + right) >> 1;
            case 10 -> (((left + corner) >> 1) + ((top + right) >> 1)) >> 1;
            case 11 -> Math.abs(top - corner) < Math.abs(left - corner) ? left : top;
            case 12 -> clamped(left + top - corner);
            default -> {
                int mean = (left + top) >> 1;
                yield clamped(mean + (mean - corner) / 2);
            }
        };
    }

    private static int clamped(int value) {
        return Math.max(0, Math.min(255, value));
    }

    /** The modes, one pixel a tile. */
    WebpPlane modes() {
        return new WebpPlane(columns, modes.length / columns, modes);
    }

    /** The differences. */
    WebpPlane differences() {
        byte[] differences = new byte[plane.size()];
        for (int y = 0, p = 0; y < plane.height; y++) {
            for (int x = 0; x < plane.width; x++, p++) {
                int tile = (y >> BITS) * columns + (x >> BITS);
                differences[p] = (byte) difference(modes[tile], x, y);
            }
        }
        return new WebpPlane(plane.width, plane.height, differences);
    }
}
