package tinct.codec;

import java.util.Arrays;

/** Which symbols the steps of each tile use, and how often: of each tile a list. */
final class WebpTileCounts {
    final int columns;
    final int rows;
    final int[] starts; // [tiles + 1] into the other two
    final short[] symbols;
    final int[] counts;

    /** Counts the steps of a parse by the tiles of 2^bits pixels in which they begin. */
    WebpTileCounts(WebpParse parse, int bits) {
        WebpPlane plane = parse.plane;
        columns = WebpTiles.across(plane.width, bits);
        rows = WebpTiles.across(plane.height, bits);
        int[] ends = new int[columns * rows];
        short[] events = sortedByTile(parse, bits, ends);
        symbols = new short[events.length];
        counts = new int[events.length];
        starts = new int[ends.length + 1];
        int[] places = new int[parse.alphabet.size()]; // of each symbol one more than its place in the tile's list
        int size = 0;
        for (int tile = 0, event = 0; tile < ends.length; tile++) {
            int start = size;
            for (; event < ends[tile]; event++) {
                int symbol = events[event];
                if (places[symbol] == 0) {
                    symbols[size] = (short) symbol;
                    places[symbol] = ++size;
                }
                counts[places[symbol] - 1]++;
            }
            for (int i = start; i < size; i++) {
                places[symbols[i]] = 0;
            }
            starts[tile + 1] = size;
        }
    }

    int tiles() {
        return starts.length - 1;
    }

    /** All symbols, those of a tile together. */
    private short[] sortedByTile(WebpParse parse, int bits, int[] ends) {
        int width = parse.plane.width;
        int n = parse.plane.size();
        int total = 0;
        for (int p = 0; p < n; p += WebpStep.length(parse.steps[p])) {
            int events = WebpStep.isLiteral(parse.steps[p]) ? 1 : 2;
            ends[(p / width >> bits) * columns + (p % width >> bits)] += events;
            total += events;
        }
        for (int tile = 0, start = 0; tile < ends.length; tile++) {
            int size = ends[tile];
            ends[tile] = start;
            start += size;
        }
        short[] events = new short[total];
        for (int p = 0; p < n; p += WebpStep.length(parse.steps[p])) {
            int tile = (p / width >> bits) * columns + (p % width >> bits);
            events[ends[tile]++] = (short) parse.symbol(p);
            if (!WebpStep.isLiteral(parse.steps[p])) {
                events[ends[tile]++] = (short) parse.distanceSymbol(p);
            }
        }
        return events;
    }

    /** Adds the counts of a tile to those in a row that begins at {@code at}. */
    void addTo(int[] row, int at, int tile) {
        for (int i = starts[tile]; i < starts[tile + 1]; i++) {
            row[at + symbols[i]] += counts[i];
        }
    }

    /**
     * The cost of a tile in each of several groups.
     *
     * @param costs [alphabet * groups] of each symbol in each group
     * @param sums [groups] is set
     */
    void costs(int tile, int[] costs, int[] sums) {
        int groups = sums.length;
        Arrays.fill(sums, 0);
        for (int i = starts[tile]; i < starts[tile + 1]; i++) {
            int at = symbols[i] * groups;
            int count = counts[i];
            for (int group = 0; group < groups; group++) {
                sums[group] += count * costs[at + group];
            }
        }
    }
}
