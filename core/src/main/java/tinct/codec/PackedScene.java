package tinct.codec;

import java.util.Arrays;

/** What is known about a pixel before its label: the labels around it, and what their colours let expect. */
final class PackedScene {
    private static final int[] ERRORS = {1, 100, 300, 800, 2000, 5000, 12000}; // first of each level of unrest but 0

    private final int width;
    private final int[] red;
    private final int[] green;
    private final int[] blue;
    private final short[] nearest = new short[1 << 15]; // entry of each cell of colours + 1; 0: not looked for yet
    private int[] errors; // of the row above from the pixel on, before it of this row; grows with the first row
    private int errorNorthWest;
    private int mean; // colour

    int west;
    int north;
    int northWest;
    int northEast;
    int westWest;
    int northNorth;
    int northWestWest;
    int northEastEast;
    int cell; // of the mean colour
    int byMean;
    int byWest;
    int byNorth;
    int unrest; // 0..7

    PackedScene(int width, int[] argb) {
        this.width = width;
        red = new int[argb.length];
        green = new int[argb.length];
        blue = new int[argb.length];
        for (int i = 0; i < argb.length; i++) {
            int alpha = argb[i] >>> 24;
            red[i] = ((argb[i] >> 16 & 0xFF) * alpha + 127) / 255;
            green[i] = ((argb[i] >> 8 & 0xFF) * alpha + 127) / 255;
            blue[i] = ((argb[i] & 0xFF) * alpha + 127) / 255;
        }
        errors = new int[Math.min(width, 1 << 12)];
    }

    /** Looks around the pixel at {@code p}, column x of row y; labels before it are known. */
    void look(byte[] labels, int p, int x, int y) {
        gather(labels, p, x, y);
        mean = mean();
        cell = cell(mean);
        byMean = nearest(mean);
        byWest = nearest(edge(west, north, northWest));
        byNorth = nearest(edge(west, northEast, north));
        unrest = unrest(x, y);
    }

    private int unrest(int x, int y) {
        int sum = x > 0 ? errors[x - 1] : 0;
        if (y > 0) {
            sum += errors[x] + (x > 0 ? errorNorthWest : 0) + (x + 1 < width ? errors[x + 1] : 0);
        }
        int level = 0;
        while (level < ERRORS.length && sum >= ERRORS[level]) {
            level++;
        }
        return level;
    }

    /** Takes the label of the pixel in column x. */
    void learn(int label, int x) {
        if (x == errors.length) {
            errors = Arrays.copyOf(errors, (int) Math.min(width, 2L * x));
        }
        errorNorthWest = errors[x];
        errors[x] = distance(label, mean);
    }

    private void gather(byte[] labels, int p, int x, int y) {
        int above = p - width;
        if (y > 1 && x > 1 && x + 2 < width) {
            west = labels[p - 1] & 0xFF;
            westWest = labels[p - 2] & 0xFF;
            northWestWest = labels[above - 2] & 0xFF;
            northWest = labels[above - 1] & 0xFF;
            north = labels[above] & 0xFF;
            northEast = labels[above + 1] & 0xFF;
            northEastEast = labels[above + 2] & 0xFF;
            northNorth = labels[above - width] & 0xFF;
            return;
        }
        west = x > 0 ? labels[p - 1] & 0xFF : y > 0 ? labels[above] & 0xFF : 0;
        westWest = x > 1 ? labels[p - 2] & 0xFF : west;
        north = y > 0 ? labels[above] & 0xFF : west;
        northWest = y > 0 && x > 0 ? labels[above - 1] & 0xFF : north;
        northWestWest = y > 0 && x > 1 ? labels[above - 2] & 0xFF : northWest;
        northEast = y > 0 && x + 1 < width ? labels[above + 1] & 0xFF : north;
        northEastEast = y > 0 && x + 2 < width ? labels[above + 2] & 0xFF : northEast;
        northNorth = y > 1 ? labels[above - width] & 0xFF : north;
    }

    /** (3 west + 3 north + north-west + north-east) / 8, rounded, in each part. */
    private int mean() {
        return mean(red) << 16 | mean(green) << 8 | mean(blue);
    }

    private int mean(int[] part) {
        return 3 * (part[west] + part[north]) + part[northWest] + part[northEast] + 4 >> 3;
    }

    /** The median of a, b and a + b - c in each part. */
    private int edge(int a, int b, int c) {
        return edge(red, a, b, c) << 16 | edge(green, a, b, c) << 8 | edge(blue, a, b, c);
    }

    private static int edge(int[] part, int a, int b, int c) {
        int low = Math.min(part[a], part[b]);
        int high = Math.max(part[a], part[b]);
        return Math.max(low, Math.min(high, part[a] + part[b] - part[c]));
    }

    /** The five highest bits of each part. */
    private static int cell(int color) {
        return color >> 9 & 0x7C00 | color >> 6 & 0x3E0 | color >> 3 & 0x1F;
    }

    /** The entry nearest to the middle of the cell in which the colour is, the lowest on a tie. */
    private int nearest(int color) {
        int at = cell(color);
        int known = nearest[at];
        return known > 0 ? known - 1 : search(at, color & 0xF8F8F8 | 0x040404);
    }

    private int search(int at, int color) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < red.length; i++) {
            int distance = distance(i, color);
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        nearest[at] = (short) (best + 1);
        return best;
    }

    private int distance(int entry, int color) {
        int r = red[entry] - (color >> 16);
        int g = green[entry] - (color >> 8 & 0xFF);
        int b = blue[entry] - (color & 0xFF);
        return r * r + g * g + b * b;
    }

    /** The first label around that is neither that of the west nor that of the north. */
    int other() {
        return isOther(northWest)
                ? northWest
                : isOther(northEast) ? northEast : isOther(westWest) ? westWest : northNorth;
    }

    private boolean isOther(int label) {
        return label != west && label != north;
    }

    /** Of six labels around whether each is that of the west, of the north or another, 0..728. */
    int kinds() {
        int kinds = 3 * kind(northWest) + kind(northEast);
        kinds = 9 * kinds + 3 * kind(westWest) + kind(northNorth);
        return 9 * kinds + 3 * kind(northEastEast) + kind(northWestWest);
    }

    private int kind(int label) {
        return label == west ? 0 : label == north ? 1 : 2;
    }

    /** Which labels around are the same, 0..63. */
    int equals() {
        return (west == north ? 1 : 0)
                | (north == northWest ? 2 : 0)
                | (west == northWest ? 4 : 0)
                | (north == northEast ? 8 : 0)
                | (west == westWest ? 16 : 0)
                | (north == northNorth ? 32 : 0);
    }
}
