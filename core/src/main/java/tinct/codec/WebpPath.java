package tinct.codec;

/** The cheapest steps through a stretch of pixels, given what copies there are and what symbols cost in each group. */
final class WebpPath {
    /** The longest length of each symbol. */
    private static final int[] LONGEST = new int[WebpStep.LENGTH_SYMBOLS];

    static {
        for (int symbol = 0; symbol < LONGEST.length; symbol++) {
            LONGEST[symbol] = Step.distanceBase(symbol + 1) - 1;
        }
    }

    private int[] rest = {}; // the cost to the end of the stretch, by position from its start

    /**
     * Sets the steps [from, to) of a parse to the cheapest way; on a tie the pixel by itself, then the copy that comes first.
     *
     * <p>Of each length symbol only the longest length is tried that the copy has: one pixel less never gains much.
     */
    void find(WebpParse parse, int from, int to, WebpMatches matches, WebpCosts model) {
        if (rest.length < to - from + 1) {
            rest = new int[to - from + 1];
        }
        final int[] rest = this.rest;
        final int[] steps = parse.steps;
        final short[] symbols = parse.symbols;
        final WebpTiles tiles = parse.tiles;
        final int width = parse.plane.width;
        final int[] costs = model.costs;
        final int[] copies = matches.copies;
        final int[] longest = LONGEST;
        final int alphabet = model.alphabet.size();
        final int firstDistance = model.alphabet.firstDistance();
        rest[to - from] = 0;
        int end = matches.first[to - from];
        int x = (to - 1) % width;
        int y = (to - 1) / width;
        for (int p = to - 1; p >= from; p--) {
            int base = p - from;
            int group = tiles.group(x, y) * alphabet;
            int best = costs[group + symbols[p]] + rest[base + 1];
            int step = WebpStep.LITERAL;
            int start = matches.first[base];
            for (int i = start; i < end; i++) {
                int copy = copies[i];
                int most = Math.min(WebpStep.length(copy), to - p);
                int distance = costs[group + firstDistance + WebpStep.distanceSymbol(copy)];
                int lengths = group + WebpAlphabet.FIRST_LENGTH;
                for (int symbol = 0, length = 0; length < most; symbol++) {
                    length = Math.min(longest[symbol], most);
                    int cost = distance + costs[lengths + symbol] + rest[base + length];
                    if (cost < best) {
                        best = cost;
                        step = WebpStep.withLength(copy, length);
                    }
                }
            }
            end = start;
            rest[base] = best;
            steps[p] = step;
            if (--x < 0) {
                x = width - 1;
                y--;
            }
        }
    }
}
