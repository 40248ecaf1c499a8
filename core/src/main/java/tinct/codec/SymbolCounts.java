package tinct.codec;

import java.util.Arrays;
import tinct.internal.DeflateSymbols;

/** How often a stretch of steps uses each symbol. */
final class SymbolCounts {
    /** [286] literals, end of block, lengths. */
    final int[] literalLengths = new int[Step.LITERAL_LENGTH_SYMBOLS];

    /** [30]. */
    final int[] distances = new int[DeflateSymbols.DISTANCES];

    void clear() {
        Arrays.fill(literalLengths, 0);
        Arrays.fill(distances, 0);
    }

    void add(SymbolCounts other) {
        for (int i = 0; i < literalLengths.length; i++) {
            literalLengths[i] += other.literalLengths[i];
        }
        for (int i = 0; i < distances.length; i++) {
            distances[i] += other.distances[i];
        }
    }

    /** Adds the steps that cover data[from, to). */
    void add(byte[] data, int[] steps, int from, int to) {
        for (int p = from; p < to; ) {
            int step = steps[p];
            add(step, data[p]);
            p += Step.length(step);
        }
    }

    void add(int step, byte first) {
        if (Step.isLiteral(step)) {
            literalLengths[first & 0xFF]++;
        } else {
            literalLengths[Step.lengthSymbol(Step.length(step))]++;
            distances[Step.symbolOfDistance(step)]++;
        }
    }

    /** The bits of the block's symbols with their extra bits under the lengths of a code, end of block included. */
    long bits(byte[] literalLengthCode, byte[] distanceCode) {
        long bits = literalLengthCode[Step.END_OF_BLOCK];
        for (int symbol = 0; symbol < Step.END_OF_BLOCK; symbol++) {
            bits += (long) literalLengths[symbol] * literalLengthCode[symbol];
        }
        for (int symbol = Step.FIRST_LENGTH_SYMBOL; symbol < literalLengths.length; symbol++) {
            bits += (long) literalLengths[symbol] * (literalLengthCode[symbol] + Step.lengthExtraBits(symbol));
        }
        for (int symbol = 0; symbol < distances.length; symbol++) {
            bits += (long) distances[symbol] * (distanceCode[symbol] + DeflateSymbols.extraBitsOfDistance(symbol));
        }
        return bits;
    }
}
