package tinct.internal.packed;

/** What is known about a pixel before its label: the labels around it, and what their colours let expect. */
final class PackedScene {
    private static final int OFFSET = 4; // of the expected colour from an entry, in units of its coordinates

    final int width;
    private final ColorOrder order;
    private final ColorForecast forecast;

    int west;
    int north;
    int northWest;
    int northEast;
    int westWest;
    int northNorth;
    int northEastEast;
    int northNorthEast;

    /** The entry that is expected. */
    int expected;

    private byte[] ranks = {}; // [k] of labels by their distance from it

    /** 0..7, how wrong what was expected was around. */
    int unrest;

    PackedScene(int width, int[] argb) {
        this.width = width;
        order = new ColorOrder(argb);
        forecast = new ColorForecast(order, width);
    }

    /** Looks around the pixel in column x of row y; labels before it are known. */
    void look(byte[] labels, int x, int y) {
        gather(labels, y * width + x, x, y);
        forecast.look(x, west, westWest, north, northWest, northEast, northNorthEast);
        unrest = forecast.unrest;
        expected = order.nearest(forecast.red, forecast.green, forecast.blue);
        ranks = order.ranks(expected);
    }

    /** Takes the label of the pixel in column x. */
    void learn(int label, int x) {
        forecast.learn(label, x);
    }

    private void gather(byte[] labels, int p, int x, int y) {
        int above = p - width;
        if (y > 1 && x > 1 && x + 2 < width) {
            west = labels[p - 1] & 0xFF;
            westWest = labels[p - 2] & 0xFF;
            northWest = labels[above - 1] & 0xFF;
            north = labels[above] & 0xFF;
            northEast = labels[above + 1] & 0xFF;
            northEastEast = labels[above + 2] & 0xFF;
            northNorth = labels[above - width] & 0xFF;
            northNorthEast = labels[above - width + 1] & 0xFF;
            return;
        }
        west = x > 0 ? labels[p - 1] & 0xFF : y > 0 ? labels[above] & 0xFF : 0;
        westWest = x > 1 ? labels[p - 2] & 0xFF : west;
        north = y > 0 ? labels[above] & 0xFF : west;
        northWest = y > 0 && x > 0 ? labels[above - 1] & 0xFF : north;
        northEast = y > 0 && x + 1 < width ? labels[above + 1] & 0xFF : north;
        northEastEast = y > 0 && x + 2 < width ? labels[above + 2] & 0xFF : northEast;
        northNorth = y > 1 ? labels[above - width] & 0xFF : north;
        northNorthEast = y > 1 && x + 1 < width ? labels[above - width + 1] & 0xFF : northEast;
    }

    int rank(int label) {
        return ranks[label] & 0xFF;
    }

    /** The label of a rank. */
    int label(int rank) {
        return order.entries(expected)[rank] & 0xFF;
    }

    /** The entry that is nearest to the cell of one of the seven colours that may come next. */
    int entryOf(int colour) {
        return forecast.entry(colour);
    }

    /** Where the expected colour is beside that of the expected entry: four bits for each part. */
    int offset() {
        int r = forecast.red - order.red[expected];
        int g = forecast.green - order.green[expected];
        int b = forecast.blue - order.blue[expected];
        return r / OFFSET & 15 | (g / OFFSET & 15) << 4 | (b / OFFSET & 15) << 8;
    }

    /** The ranks of seven labels around, each cut to two bits. */
    int cutRanks() {
        return cutRank(west)
                | cutRank(north) << 2
                | cutRank(northWest) << 4
                | cutRank(northEast) << 6
                | cutRank(westWest) << 8
                | cutRank(northNorth) << 10
                | cutRank(northEastEast) << 12;
    }

    private int cutRank(int label) {
        return Math.min(3, rank(label));
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
