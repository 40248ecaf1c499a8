package tinct.codec;

import java.util.Arrays;

/**
 * Divides the tiles of a plane into groups that share codes: K-means with the bits of a tile under a group's code as the
 * distance, then joining groups where that saves bits.
 */
final class WebpClusters {
    private static final int MOVES = 4;
    private static final long GROUP_BITS = 16L << Ideal.LOG_BITS; // of the codes of a group that no pixel needs
    private static final int ALIKE = 3 * Ideal.BIT; // what a tile saves by the group of a neighbour

    private final WebpParse parse;
    private final WebpAlphabet alphabet;
    private final WebpTileCounts counts;
    private final int bits;
    private final int[] groups; // [tiles]
    private int size; // how many groups there are
    private int[] sums = {}; // [size * alphabet.size()]

    /** Begins with at most that many groups, each a rectangle of tiles of 2^bits. */
    WebpClusters(WebpParse parse, int bits, int most) {
        this.parse = parse;
        this.bits = bits;
        alphabet = parse.alphabet;
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

    /** Begins with the groups of a parse. */
    WebpClusters(WebpParse parse) {
        this.parse = parse;
        bits = parse.tiles.bits();
        alphabet = parse.alphabet;
        counts = new WebpTileCounts(parse, bits);
        groups = new int[counts.tiles()];
        for (int tile = 0; tile < groups.length; tile++) {
            groups[tile] = parse.tiles.groups()[tile] & 0xFF;
        }
        size = parse.tiles.count();
        sum();
    }

    private static int across(int tiles, int side) {
        return (tiles + side - 1) / side;
    }

    /** Moves tiles to better groups, and joins groups. */
    void improve() {
        move(MOVES);
        join();
        move(1);
    }

    /** Moves tiles to where they cost least, that many times or until none moves. */
    private void move(int times) {
        for (int time = 0; time < times && size > 1; time++) {
            int[] costs = transposedCosts();
            int[] tileCosts = new int[size];
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

    private void join() {
        WebpJoins joins = new WebpJoins(alphabet, sums);
        for (int tile = 0; tile < groups.length; tile++) {
            groups[tile] = joins.group(groups[tile]);
        }
        dropEmpty();
        sum();
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

    /** The estimated size of everything but extra bits, in 1/4096 bit. */
    long bits() {
        long bits = 0;
        for (int group = 0; group < size; group++) {
            bits += bits(alphabet, sums, group * alphabet.size());
        }
        for (int tile = 0; tile < groups.length; tile++) {
            bits += Ideal.log2(size);
            if (likeNeighbour(tile)) {
                bits -= Ideal.log2(size) / 2;
            }
        }
        return bits;
    }

    private boolean likeNeighbour(int tile) {
        return tile % counts.columns > 0 && groups[tile] == groups[tile - 1]
                || tile >= counts.columns && groups[tile] == groups[tile - counts.columns];
    }

    /** The estimated size of the steps of a group without extra bits and of its codes, by its counts from a place on. */
    static long bits(WebpAlphabet alphabet, int[] counts, int at) {
        int distances = at + alphabet.firstDistance();
        return GROUP_BITS
                + Ideal.bits(counts, at, distances, 0)
                + Ideal.bits(counts, distances, at + alphabet.size(), 0);
    }

    /** The parse with these groups. */
    WebpParse grouped() {
        byte[] numbers = new byte[groups.length];
        for (int tile = 0; tile < numbers.length; tile++) {
            numbers[tile] = (byte) groups[tile];
        }
        return parse.with(new WebpTiles(bits, counts.columns, numbers, size));
    }
}
