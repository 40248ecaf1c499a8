package tinct.codec;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tinct.internal.DeflateSymbols;

/** The two prefix codes of a block, and what a block of given counts takes with them. */
final class BlockCode {
    /** The code that needs no header. */
    static final BlockCode FIXED = fixed();

    private static final int KIND_FIXED = 1;
    private static final int KIND_DYNAMIC = 2;

    final byte[] literalLengths; // [286]
    final byte[] distances; // [30]
    private final @Nullable CodeHeader header;

    private BlockCode(byte[] literalLengths, byte[] distances, @Nullable CodeHeader header) {
        this.literalLengths = literalLengths;
        this.distances = distances;
        this.header = header;
    }

    /** The best code of the counts; the end of the block is counted in. */
    static BlockCode of(SymbolCounts counts) {
        int[] withEnd = counts.literalLengths.clone();
        withEnd[Step.END_OF_BLOCK] = 1;
        byte[] literalLengths = HuffmanCode.lengths(withEnd, HuffmanCode.MAX_LENGTH);
        byte[] distances = HuffmanCode.lengths(counts.distances, HuffmanCode.MAX_LENGTH);
        return new BlockCode(literalLengths, distances, new CodeHeader(literalLengths, distances));
    }

    private static BlockCode fixed() {
        byte[] literalLengths = new byte[288]; // the last two are never used, but have their places in the code
        for (int symbol = 0; symbol < literalLengths.length; symbol++) {
            literalLengths[symbol] = (byte) (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8);
        }
        byte[] distances = new byte[DeflateSymbols.DISTANCES];
        Arrays.fill(distances, (byte) 5);
        return new BlockCode(literalLengths, distances, null);
    }

    /** The bits of a block of these counts with the better of a code of its own and the fixed one. */
    static long bestBits(SymbolCounts counts) {
        return Math.min(of(counts).bits(counts), FIXED.bits(counts));
    }

    /** The bits of a whole block of these counts, all headers included. */
    long bits(SymbolCounts counts) {
        return 3 + (header == null ? 0 : header.bits()) + counts.bits(literalLengths, distances);
    }

    /** Writes the steps that cover data[from, to) as one block. */
    void write(BitWriter out, byte[] data, int[] steps, int from, int to, boolean last) throws IOException {
        out.write(((header == null ? KIND_FIXED : KIND_DYNAMIC) << 1) | (last ? 1 : 0), 3);
        if (header != null) {
            header.write(out);
        }
        int[] literalCodes = HuffmanCode.codes(literalLengths);
        int[] distanceCodes = HuffmanCode.codes(distances);
        for (int p = from; p < to; ) {
            int step = steps[p];
            if (Step.isLiteral(step)) {
                int literal = data[p] & 0xFF;
                out.write(literalCodes[literal], literalLengths[literal]);
            } else {
                writeCopy(out, step, literalCodes, distanceCodes);
            }
            p += Step.length(step);
        }
        out.write(literalCodes[Step.END_OF_BLOCK], literalLengths[Step.END_OF_BLOCK]);
    }

    private void writeCopy(BitWriter out, int step, int[] literalCodes, int[] distanceCodes) throws IOException {
        int length = Step.length(step);
        int symbol = Step.lengthSymbol(length);
        int bits = literalLengths[symbol];
        out.write(
                literalCodes[symbol] | ((length - Step.lengthBase(symbol)) << bits),
                bits + Step.lengthExtraBits(symbol));
        symbol = Step.symbolOfDistance(step);
        bits = distances[symbol];
        out.write(
                distanceCodes[symbol] | ((Step.distance(step) - Step.distanceBase(symbol)) << bits),
                bits + DeflateSymbols.extraBitsOfDistance(symbol));
    }
}
