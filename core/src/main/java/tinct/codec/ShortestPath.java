package tinct.codec;

import tinct.internal.DeflateSymbols;

/** The cheapest steps through a stretch of data, given what steps there are and what they cost. */
final class ShortestPath {
    private int[] costs = {}; // to the end of the stretch, by position from its start

    /**
     * Sets steps[from, to) to the cheapest way; on a tie the literal, then the shorter copy.
     *
     * @param firstMatch by position, where its matches start in {@code matches}; they end where the next position's start
     * @param matches copies of rising length for each position
     */
    void find(byte[] data, int from, int to, int[] firstMatch, int[] matches, DeflateCosts stepCosts, int[] steps) {
        if (costs.length < to - from + 1) {
            costs = new int[to - from + 1];
        }
        final int[] costs = this.costs;
        final int[] literals = stepCosts.literals;
        final int[] lengths = stepCosts.lengths;
        final int[] distances = stepCosts.distances;
        costs[to - from] = 0;
        int end = firstMatch[to];
        for (int p = to - 1; p >= from; p--) {
            int base = p - from;
            int best = literals[data[p] & 0xFF] + costs[base + 1];
            int step = Step.LITERAL;
            int start = firstMatch[p];
            if (start < end) {
                int room = to - p;
                int length = DeflateSymbols.MIN_LENGTH;
                for (int i = start; i < end; i++) {
                    int match = matches[i];
                    int most = Math.min(Step.length(match), room);
                    int distanceCost = distances[Step.symbolOfDistance(match)];
                    for (; length <= most; length++) {
                        int cost = distanceCost + lengths[length] + costs[base + length];
                        if (cost < best) {
                            best = cost;
                            step = Step.withLength(match, length);
                        }
                    }
                }
                end = start;
            }
            costs[base] = best;
            steps[p] = step;
        }
    }
}
