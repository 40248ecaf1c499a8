package tinct.codec;

import tinct.internal.DeflateSymbols;

/**
 * What each choice of a deflate parse costs, in units of 1/64 bit, extra bits included.
 *
 * <p>Made from the statistics of an earlier parse; whole numbers only, so every machine decides alike.
 */
final class DeflateCosts {
    /** [256] of each literal. */
    final int[] literals = new int[256];

    /** [259] of each length; the entries below 3 mean nothing. */
    final int[] lengths = new int[DeflateSymbols.MAX_LENGTH + 1];

    /** [30] of each distance symbol. */
    final int[] distances = new int[DeflateSymbols.DISTANCES];

    /** The cost of a copy. */
    int copy(int length, int distance) {
        return lengths[length] + distances[DeflateSymbols.ofDistance(distance)];
    }

    /**
     * Costs before anything is known of the parse: literals by how often the bytes occur in data[from, to), and lengths cheap
     * where those are, or no copies would be found where one byte is most frequent, which further parses do not mend.
     *
     * @return the mean cost of a literal
     */
    int guess(byte[] data, int from, int to) {
        SymbolCounts counts = new SymbolCounts();
        for (int p = from; p < to; p++) {
            counts.literalLengths[data[p] & 0xFF]++;
        }
        fit(counts);
        long sum = 0;
        for (int i = 0; i < literals.length; i++) {
            sum += (long) counts.literalLengths[i] * literals[i];
        }
        int literal = (int) (sum / Math.max(1, to - from));
        for (int length = DeflateSymbols.MIN_LENGTH; length < lengths.length; length++) {
            lengths[length] = Math.min(4 * Ideal.BIT, literal) + Ideal.log2(length) / (2 * Ideal.BIT);
        }
        for (int symbol = 0; symbol < distances.length; symbol++) {
            distances[symbol] = (4 + DeflateSymbols.extraBitsOfDistance(symbol)) * Ideal.BIT;
        }
        return literal;
    }

    /** The costs of a code that fits the counts ideally, fractions of bits allowed. */
    void fit(SymbolCounts counts) {
        int total = 1;
        for (int count : counts.literalLengths) {
            total += count;
        }
        int log = Ideal.log2(total);
        for (int i = 0; i < 256; i++) {
            literals[i] = Ideal.cost(log, counts.literalLengths[i]);
        }
        for (int length = DeflateSymbols.MIN_LENGTH; length <= DeflateSymbols.MAX_LENGTH; length++) {
            int symbol = Step.lengthSymbol(length);
            lengths[length] = Ideal.cost(log, counts.literalLengths[symbol]) + Step.lengthExtraBits(symbol) * Ideal.BIT;
        }
        total = 1;
        for (int count : counts.distances) {
            total += count;
        }
        log = Ideal.log2(total);
        for (int symbol = 0; symbol < distances.length; symbol++) {
            distances[symbol] =
                    Ideal.cost(log, counts.distances[symbol]) + DeflateSymbols.extraBitsOfDistance(symbol) * Ideal.BIT;
        }
    }
}
