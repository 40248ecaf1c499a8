package tinct.codec;

import java.util.Arrays;

/**
 * A parse close to the smallest: all matches are found first, then shortest paths are taken through them, each with the
 * costs that the statistics of the one before suggest, block by block.
 */
final class OptimalParser implements Parser {
    private final int niceLength;
    private final int maxDepth;
    private final int passes;
    private final BlockSplitter splitter;
    private final ShortestPath path = new ShortestPath();
    private final DeflateCosts costs = new DeflateCosts();
    private final SymbolCounts counts = new SymbolCounts();
    private MatchTrees trees;
    private int[] firstMatch = {};
    private int[] matches = {};
    private int[] tried = {};

    OptimalParser(int size, int niceLength, int maxDepth, int passes) {
        this.niceLength = niceLength;
        this.maxDepth = maxDepth;
        this.passes = passes;
        splitter = new BlockSplitter(256);
        trees = new MatchTrees(size, niceLength, maxDepth);
    }

    @Override
    public void slide(int by) {
        trees.slide(by);
    }

    @Override
    public int plan(byte[] data, int from, int to, int limit, Plan plan) {
        if (firstMatch.length <= to) {
            firstMatch = new int[to + 1];
            tried = new int[to];
        }
        int end = findMatches(data, from, to, limit);
        plan.ensure(end);
        guess(data, from, end);
        path.find(data, from, end, firstMatch, matches, costs, plan.steps);
        plan.blockEnds = splitter.split(data, plan.steps, from, end);
        int start = from;
        for (int blockEnd : plan.blockEnds) {
            refine(data, start, blockEnd, plan.steps);
            start = blockEnd;
        }
        return end;
    }

    private int findMatches(byte[] data, int from, int to, int limit) {
        int size = 0;
        int p = from;
        while (p < to) {
            if (size + 300 > matches.length) {
                matches = Arrays.copyOf(matches, Math.max(1 << 16, 2 * matches.length));
            }
            firstMatch[p] = size;
            int after = trees.find(data, p, limit, matches, size);
            int longest = after > size ? Step.length(matches[after - 1]) : 1;
            size = after;
            p++;
            if (longest >= niceLength) {
                for (int stop = Math.min(to, p + longest - 1); p < stop; p++) {
                    firstMatch[p] = size;
                    trees.skip(data, p, limit);
                }
            }
        }
        firstMatch[p] = size;
        return p;
    }

    private void guess(byte[] data, int from, int to) {
        counts.clear();
        for (int p = from; p < to; p++) {
            counts.literalLengths[data[p] & 0xFF]++;
        }
        costs.fit(counts);
        for (int length = 3; length <= 258; length++) {
            costs.lengths[length] = (4 * DeflateCosts.BIT + DeflateCosts.log2(length) / 32);
        }
        for (int s = 0; s < 30; s++) {
            costs.distances[s] = (4 + Step.distanceExtraBits(s)) * DeflateCosts.BIT;
        }
    }

    private void refine(byte[] data, int from, int to, int[] steps) {
        counts.clear();
        counts.add(data, steps, from, to);
        long best = BlockCode.of(counts).bits(counts);
        for (int pass = 0; pass < passes; pass++) {
            costs.fit(counts);
            path.find(data, from, to, firstMatch, matches, costs, tried);
            counts.clear();
            counts.add(data, tried, from, to);
            long bits = BlockCode.of(counts).bits(counts);
            if (System.getProperty("trace") != null) System.out.println(from + " " + to + " pass " + pass + " " + bits/8 + " best " + best/8);
            if (bits >= best) {
                break;
            }
            best = bits;
            System.arraycopy(tried, from, steps, from, to - from);
        }
    }
}
