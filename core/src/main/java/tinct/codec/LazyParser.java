package tinct.codec;

import tinct.internal.DeflateSymbols;

/**
 * The fast parse: at each position the copy that saves most bits against literals of average cost, unless the next
 * position offers a better one.
 */
final class LazyParser implements Parser {
    private static final int PIECE_STEPS = 512;
    private static final int MIN_LITERAL_COST = 6 * Ideal.BIT; // in flat art those left over are rare ones

    private final int depth;
    private final boolean lazy;
    private final HashChains chains;
    private final BlockSplitter splitter = new BlockSplitter(PIECE_STEPS);
    private final DeflateCosts costs = new DeflateCosts();
    private int literalCost;

    LazyParser(int size, Effort effort) {
        depth = effort.depth();
        lazy = effort.lazy();
        chains = new HashChains(size);
    }

    @Override
    public void slide(int by) {
        chains.slide(by);
    }

    @Override
    public void learn(byte[] data, int from, int to, int limit) {
        for (int p = from; p < to; p++) {
            insert(data, p, limit);
        }
    }

    @Override
    public int plan(byte[] data, int from, int to, int limit, Plan plan) {
        plan.ensure(to);
        literalCost = Math.max(MIN_LITERAL_COST, costs.guess(data, from, to));
        int step = bestStep(data, from, to, limit);
        for (int p = from; p < to; ) {
            int next = Step.LITERAL;
            boolean nextKnown = lazy && p + 1 < to && Step.length(step) < DeflateSymbols.MAX_LENGTH;
            if (nextKnown) {
                next = bestStep(data, p + 1, to, limit);
                if (gain(next) > gain(step)) {
                    step = Step.LITERAL;
                }
            }
            plan.steps[p] = step;
            int after = p + Step.length(step);
            for (int q = nextKnown ? p + 2 : p + 1; q < after; q++) {
                insert(data, q, limit);
            }
            if (after < to && !(nextKnown && after == p + 1)) {
                next = bestStep(data, after, to, limit);
            }
            p = after;
            step = next;
        }
        plan.blockEnds = splitter.split(data, plan.steps, from, to);
        return to;
    }

    private int insert(byte[] data, int p, int limit) {
        return limit - p < DeflateSymbols.MIN_LENGTH ? HashChains.NONE : chains.insert(data, p);
    }

    /** Puts p into the chains and returns its best copy, or a literal. */
    private int bestStep(byte[] data, int p, int to, int limit) {
        int candidate = insert(data, p, limit);
        int room = Math.min(DeflateSymbols.MAX_LENGTH, to - p);
        int longest = DeflateSymbols.MIN_LENGTH - 1;
        int oldest = p - DeflateSymbols.WINDOW;
        int best = Step.LITERAL;
        int bestGain = 0;
        for (int left = depth; candidate >= oldest && left > 0 && longest < room; left--) {
            if (data[candidate + longest] == data[p + longest]) {
                int length = MatchTrees.commonLength(data, candidate, p, 0, room);
                if (length > longest) { // an equal one from farther away cannot be better
                    longest = length;
                    int step = Step.copy(length, p - candidate);
                    int gain = gain(step);
                    if (gain > bestGain) {
                        best = step;
                        bestGain = gain;
                    }
                }
            }
            candidate = chains.before(candidate);
        }
        return best;
    }

    /** How much cheaper than literals a step is. */
    private int gain(int step) {
        if (Step.isLiteral(step)) {
            return 0;
        }
        int length = Step.length(step);
        return length * literalCost - costs.lengths[length] - costs.distances[Step.symbolOfDistance(step)];
    }
}
