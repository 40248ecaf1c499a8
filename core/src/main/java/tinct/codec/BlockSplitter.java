package tinct.codec;

import java.util.Arrays;

/**
 * Divides a parse into blocks: begins with many small pieces and joins, again and again, the two neighbours that save most
 * by sharing a code, as long as any do. Sizes are estimated from entropies while there are many, then exact.
 */
final class BlockSplitter {
    private static final int MAX_PIECES = 512;
    private static final int HEADER_BITS = 20;

    private final int minPieceSteps;
    private final SymbolCounts[] counts = new SymbolCounts[MAX_PIECES];
    private final SymbolCounts joined = new SymbolCounts();
    private final int[] ends = new int[MAX_PIECES];
    private final long[] costs = new long[MAX_PIECES];
    private final long[] gains = new long[MAX_PIECES]; // of joining with the next
    private int pieces;
    private boolean exact;

    BlockSplitter(int minPieceSteps) {
        this.minPieceSteps = minPieceSteps;
    }

    /** The ends of the blocks for the steps that cover data[from, to). */
    int[] split(byte[] data, int[] steps, int from, int to) {
        cut(data, steps, from, to);
        exact = false;
        joinAll();
        exact = true;
        joinAll();
        return Arrays.copyOf(ends, pieces);
    }

    private void joinAll() {
        for (int i = 0; i < pieces; i++) {
            costs[i] = bits(counts[i]);
        }
        for (int i = 0; i + 1 < pieces; i++) {
            gains[i] = gain(i);
        }
        while (pieces > 1) {
            int best = 0;
            for (int i = 1; i + 1 < pieces; i++) {
                best = gains[i] > gains[best] ? i : best;
            }
            if (gains[best] < 0) {
                break;
            }
            join(best);
        }
    }

    private void cut(byte[] data, int[] steps, int from, int to) {
        int total = 0;
        for (int p = from; p < to; p += Step.length(steps[p])) {
            total++;
        }
        int pieceSteps = Math.max(minPieceSteps, (total + MAX_PIECES - 1) / MAX_PIECES);
        pieces = 0;
        for (int p = from; p < to; pieces++) {
            if (counts[pieces] == null) {
                counts[pieces] = new SymbolCounts();
            }
            SymbolCounts piece = counts[pieces];
            piece.clear();
            for (int i = 0; i < pieceSteps && p < to; i++) {
                piece.add(steps[p], data[p]);
                p += Step.length(steps[p]);
            }
            ends[pieces] = p;
        }
    }

    private long gain(int i) {
        joined.clear();
        joined.add(counts[i]);
        joined.add(counts[i + 1]);
        return costs[i] + costs[i + 1] - bits(joined);
    }

    private void join(int i) {
        counts[i].add(counts[i + 1]);
        SymbolCounts free = counts[i + 1];
        costs[i] = bits(counts[i]);
        int moved = pieces - i - 2;
        System.arraycopy(counts, i + 2, counts, i + 1, moved);
        System.arraycopy(costs, i + 2, costs, i + 1, moved);
        System.arraycopy(ends, i + 1, ends, i, moved + 1);
        System.arraycopy(gains, i + 1, gains, i, moved + 1);
        pieces--;
        counts[pieces] = free;
        if (i > 0) {
            gains[i - 1] = gain(i - 1);
        }
        if (i + 1 < pieces) {
            gains[i] = gain(i);
        }
    }

    /** The size of a block in 1/4096 bit; the estimate leaves out the extra bits, which do not depend on the division. */
    private long bits(SymbolCounts counts) {
        if (exact) {
            return BlockCode.bestBits(counts) << Ideal.LOG_BITS;
        }
        return ((long) HEADER_BITS << Ideal.LOG_BITS)
                + Ideal.bits(counts.literalLengths, 0, counts.literalLengths.length, 1)
                + Ideal.bits(counts.distances, 0, counts.distances.length, 0);
    }
}
