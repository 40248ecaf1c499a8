package tinct.codec;

import java.util.Arrays;

/**
 * Divides the tiles of a plane into groups that share codes: K-means with the bits of a tile under a group's code as the
 * distance, then joining the two groups that save most by it, as long as any do.
 */
final class WebpClusters {
    private static final long GROUP_BITS = 16L << Ideal.LOG_BITS; // of the codes of a group that no pixel needs

    private static final int ALIKE = Integer.getInteger("al", 4) * Ideal.BIT; // what a group costs that no neighbour has

    private final WebpAlphabet alphabet;
    private final WebpTileCounts counts;
    private final int bits;
    private final int[] groups; // [tiles]
    private int size; // how many groups there are
    private int[] sums = {}; // [size * alphabet.size()]

    /** Begins with at most that many groups, each a rectangle of tiles. */
    WebpClusters(WebpParse parse, int bits, int most) {
        alphabet = parse.alphabet;
        this.bits = bits;
        counts = new WebpTileCounts(parse, bits);
        groups = new int[counts.tiles()];
        int side = 1;
        while ((long) across(counts.columns, side) * across(counts.rows, side) > most) {
            side++;
        }
        int columns = across(counts.columns, side);
        for (int tile = 0; tile < groups.length; tile++) {
            groups[tile] = tile / counts.columns / side * columns + tile % counts.columns / side;
        }
        size = columns * across(counts.rows, side);
        sum();
    }

    /** Begins with groups that an earlier parse had. */
    WebpClusters(WebpParse parse, WebpTiles tiles) {
        alphabet = parse.alphabet;
        bits = tiles.bits();
        counts = new WebpTileCounts(parse, bits);
        groups = new int[counts.tiles()];
        for (int tile = 0; tile < groups.length; tile++) {
            groups[tile] = tiles.groups()[tile] & 0xFF;
        }
        size = tiles.count();
        sum();
    }

    private static int across(int tiles, int side) {
        return (tiles + side - 1) / side;
    }

    /** Moves tiles to where they cost least, that many times or until none moves. */
    void move(int times) {
        int[] tileCosts = new int[size];
        for (int time = 0; time < times && size > 1; time++) {
            if (tileCosts.length != size) {
                tileCosts = new int[size];
            }
            int[] costs = transposedCosts();
            boolean moved = false;
            for (int tile = 0; tile < groups.length; tile++) {
                counts.costs(tile, costs, tileCosts);
                likeNeighbours(tile, tileCosts);
                int best = groups[tile];
                for (int group = 0; group < size; group++) {
                    best = tileCosts[group] < tileCosts[best] ? group : best;
                }
                moved |= best != groups[tile];
                groups[tile] = best;
            }
            if (!moved) {
                break;
            }
            dropEmpty();
            sum();
        }
    }

    /** The groups of tiles are a picture too: it is small when neighbours are alike. */
    private void likeNeighbours(int tile, int[] tileCosts) {
        if (tile % counts.columns > 0) {
            tileCosts[groups[tile - 1]] -= ALIKE;
        }
        if (tile >= counts.columns) {
            tileCosts[groups[tile - counts.columns]] -= ALIKE;
        }
    }

    /** [alphabet * size] the cost of each symbol in each group. */
    private int[] transposedCosts() {
        int[] costs = WebpCosts.of(alphabet, sums).costs;
        int[] transposed = new int[costs.length];
        int symbols = alphabet.size();
        for (int group = 0; group < size; group++) {
            for (int symbol = 0; symbol < symbols; symbol++) {
                transposed[symbol * size + group] = costs[group * symbols + symbol];
            }
        }
        return transposed;
    }

    /** Numbers the groups that have tiles by their first. */
    private void dropEmpty() {
        int[] numbers = new int[size];
        Arrays.fill(numbers, -1);
        size = 0;
        for (int tile = 0; tile < groups.length; tile++) {
            if (numbers[groups[tile]] < 0) {
                numbers[groups[tile]] = size++;
            }
            groups[tile] = numbers[groups[tile]];
        }
    }

    private void sum() {
        sums = new int[size * alphabet.size()];
        for (int tile = 0; tile < groups.length; tile++) {
            counts.addTo(sums, groups[tile] * alphabet.size(), tile);
        }
    }

    /** Joins groups as long as that saves bits. */
    void join() {
        int symbols = alphabet.size();
        int[][] rows = new int[size][];
        long[] own = new long[size];
        for (int group = 0; group < size; group++) {
            rows[group] = Arrays.copyOfRange(sums, group * symbols, (group + 1) * symbols);
            own[group] = bits(rows[group]);
        }
        int[] into = new int[size]; // the group that a group has become a part of
        long[] gains = new long[size]; // of joining with the partner
        int[] partners = new int[size]; // of a higher number
        for (int group = 0; group < size; group++) {
            into[group] = group;
            findPartner(group, rows, own, into, gains, partners);
        }
        while (true) {
            int best = 0;
            for (int group = 1; group < size; group++) {
                best = into[group] == group && gains[group] > gains[best] ? group : best;
            }
            if (size == 0 || gains[best] <= 0) {
                break;
            }
            int gone = partners[best];
            into[gone] = best;
            gains[gone] = Long.MIN_VALUE;
            for (int symbol = 0; symbol < symbols; symbol++) {
                rows[best][symbol] += rows[gone][symbol];
            }
            own[best] = bits(rows[best]);
            update(best, gone, rows, own, into, gains, partners);
        }
        for (int tile = 0; tile < groups.length; tile++) {
            int group = groups[tile];
            while (into[group] != group) {
                group = into[group];
            }
            groups[tile] = group;
        }
        dropEmpty();
        sum();
    }

    /** After two groups have become one, finds new partners where the old ones are out of date. */
    private void update(int joined, int gone, int[][] rows, long[] own, int[] into, long[] gains, int[] partners) {
        for (int group = 0; group < size; group++) {
            if (into[group] != group) {
                continue;
            }
            if (group == joined || partners[group] == joined || partners[group] == gone) {
                findPartner(group, rows, own, into, gains, partners);
            } else if (group < joined) {
                long gain = own[group] + own[joined] - jointBits(rows[group], rows[joined]);
                if (gain > gains[group]) {
                    gains[group] = gain;
                    partners[group] = joined;
                }
            }
        }
    }

    private void findPartner(int group, int[][] rows, long[] own, int[] into, long[] gains, int[] partners) {
        gains[group] = Long.MIN_VALUE;
        partners[group] = -1;
        for (int other = group + 1; other < size; other++) {
            if (into[other] == other) {
                long gain = own[group] + own[other] - jointBits(rows[group], rows[other]);
                if (gain > gains[group]) {
                    gains[group] = gain;
                    partners[group] = other;
                }
            }
        }
    }

    private final int[] both = new int[2400];

    private long jointBits(int[] a, int[] b) {
        for (int symbol = 0; symbol < a.length; symbol++) {
            both[symbol] = a[symbol] + b[symbol];
        }
        return bits(both);
    }

    private long bits(int[] row) {
        int first = alphabet.firstDistance();
        return GROUP_BITS + Ideal.bits(row, 0, first, 0) + Ideal.bits(row, first, alphabet.size(), 0);
    }

    /** The estimated size of all pixels and codes, without extra bits, in bits. */
    long bits() {
        long bits = 0;
        int first = alphabet.firstDistance();
        for (int group = 0; group < size; group++) {
            int at = group * alphabet.size();
            bits += GROUP_BITS
                    + Ideal.bits(sums, at, at + first, 0)
                    + Ideal.bits(sums, at + first, at + alphabet.size(), 0);
        }
        return bits >> Ideal.LOG_BITS;
    }

    /** The tiles with their groups. */
    WebpTiles tiles() {
        byte[] numbers = new byte[groups.length];
        for (int tile = 0; tile < numbers.length; tile++) {
            numbers[tile] = (byte) groups[tile];
        }
        return new WebpTiles(bits, counts.columns, numbers, size);
    }
}
