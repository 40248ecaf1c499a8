package tinct.codec;

import java.util.Arrays;
import tinct.internal.DeflateSymbols;

/**
 * A parse close to the smallest: all matches are found first, then shortest paths are taken through them, each with the
 * costs that the statistics of the one before suggest, in the end block by block.
 *
 * <p>The idea of iterating is Zopfli's (2013), that of caching the matches libdeflate's.
 */
final class OptimalParser implements Parser {
    private static final int PIECE_STEPS = 64;
    private static final int MAX_MATCHES = 1 << 23; // 32 MB; a stretch that has more is planned in parts
    private static final int MIN_MATCHES = 1 << 12;

    private final Effort effort;
    private final MatchTrees trees;
    private final BlockSplitter splitter = new BlockSplitter(PIECE_STEPS);
    private final ShortestPath path = new ShortestPath();
    private final DeflateCosts costs = new DeflateCosts();
    private final SymbolCounts counts = new SymbolCounts();
    private int[] firstMatch = {}; // by position, into matches
    private int[] matches = new int[MIN_MATCHES];
    private int[] tried = {}; // steps

    OptimalParser(int size, Effort effort) {
        this.effort = effort;
        trees = new MatchTrees(size, effort.niceLength(), effort.depth());
    }

    @Override
    public void slide(int by) {
        trees.slide(by);
    }

    @Override
    public void learn(byte[] data, int from, int to, int limit) {
        for (int p = from; p < to; p++) {
            trees.skip(data, p, limit);
        }
    }

    @Override
    public int plan(byte[] data, int from, int to, int limit, Plan plan) {
        if (firstMatch.length <= to) {
            firstMatch = new int[to + 1];
            tried = new int[to];
        }
        int end = findMatches(data, from, to, limit);
        plan.ensure(end);
        costs.guess(data, from, end);
        path.find(data, from, end, firstMatch, matches, costs, plan.steps);
        countSteps(data, plan.steps, from, end);
        costs.fit(counts);
        path.find(data, from, end, firstMatch, matches, costs, plan.steps);
        for (int round = 0; round < effort.rounds(); round++) {
            plan.blockEnds = splitter.split(data, plan.steps, from, end);
            int start = from;
            for (int blockEnd : plan.blockEnds) {
                refine(data, start, blockEnd, plan.steps);
                start = blockEnd;
            }
        }
        return end;
    }

    /** Fills the matches of all positions up to the end that is returned. */
    private int findMatches(byte[] data, int from, int to, int limit) {
        int size = 0;
        int p = from;
        int skipUntil = from; // positions inside a copy of full length need no matches of their own
        while (p < to && size < MAX_MATCHES - DeflateSymbols.MAX_LENGTH) {
            firstMatch[p] = size;
            if (p < skipUntil) {
                trees.skip(data, p, limit);
            } else {
                if (size + DeflateSymbols.MAX_LENGTH > matches.length) {
                    matches = Arrays.copyOf(matches, Math.min(MAX_MATCHES, 2 * matches.length));
                }
                int after = trees.find(data, p, limit, matches, size);
                if (after > size && Step.length(matches[after - 1]) == DeflateSymbols.MAX_LENGTH) {
                    skipUntil = p + DeflateSymbols.MAX_LENGTH;
                }
                size = after;
            }
            p++;
        }
        firstMatch[p] = size;
        return p;
    }

    private void countSteps(byte[] data, int[] steps, int from, int to) {
        counts.clear();
        counts.add(data, steps, from, to);
    }

    /** Takes shortest paths through a block until that no longer helps, and keeps the best. */
    private void refine(byte[] data, int from, int to, int[] steps) {
        countSteps(data, steps, from, to);
        long best = BlockCode.bestBits(counts);
        for (int pass = 0; pass < effort.passes(); pass++) {
            costs.fit(counts);
            path.find(data, from, to, firstMatch, matches, costs, tried);
            countSteps(data, tried, from, to);
            long bits = BlockCode.bestBits(counts);
            if (bits >= best) {
                break;
            }
            best = bits;
            System.arraycopy(tried, from, steps, from, to - from);
        }
    }
}
