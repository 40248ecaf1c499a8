package tinct.codec;

import java.util.Arrays;
import tinct.internal.DeflateSymbols;

/** What the symbols of each group cost, in units of 1/64 bit, extra bits included. */
final class WebpCosts {
    final WebpAlphabet alphabet;

    /** [groups * alphabet.size()]. */
    final int[] costs;

    WebpCosts(WebpAlphabet alphabet, int groups) {
        this.alphabet = alphabet;
        costs = new int[groups * alphabet.size()];
    }

    /** Costs before anything is known of a parse: pixels by how often their symbols occur. */
    static WebpCosts guess(WebpAlphabet alphabet, short[] symbols) {
        WebpCosts guess = new WebpCosts(alphabet, 1);
        int[] counts = new int[alphabet.size()];
        for (short symbol : symbols) {
            counts[symbol]++;
        }
        guess.fit(0, counts, 0);
        for (int symbol = 0; symbol < WebpStep.LENGTH_SYMBOLS; symbol++) {
            guess.costs[WebpAlphabet.FIRST_LENGTH + symbol] =
                    (4 + symbol / 4 + DeflateSymbols.extraBitsOfDistance(symbol)) * Ideal.BIT;
        }
        for (int symbol = 0; symbol < WebpStep.DISTANCE_SYMBOLS; symbol++) {
            guess.costs[alphabet.firstDistance() + symbol] =
                    ((symbol < 4 ? 3 : 4) + DeflateSymbols.extraBitsOfDistance(symbol)) * Ideal.BIT;
        }
        return guess;
    }

    /** Codes that fit the counts [groups * alphabet.size()]. */
    static WebpCosts of(WebpAlphabet alphabet, int[] counts) {
        int groups = counts.length / alphabet.size();
        WebpCosts costs = new WebpCosts(alphabet, groups);
        for (int group = 0; group < groups; group++) {
            costs.fit(group, counts, group * alphabet.size());
        }
        return costs;
    }

    /** Sets the costs of a group by the counts from {@code at} on. */
    private void fit(int group, int[] counts, int at) {
        int base = group * alphabet.size();
        int first = alphabet.firstDistance();
        fitCode(counts, at, base, 0, first);
        fitCode(counts, at, base, first, alphabet.size());
        for (int symbol = 0; symbol < WebpStep.LENGTH_SYMBOLS; symbol++) {
            costs[base + WebpAlphabet.FIRST_LENGTH + symbol] += DeflateSymbols.extraBitsOfDistance(symbol) * Ideal.BIT;
        }
        for (int symbol = 0; symbol < WebpStep.DISTANCE_SYMBOLS; symbol++) {
            costs[base + first + symbol] += DeflateSymbols.extraBitsOfDistance(symbol) * Ideal.BIT;
        }
    }

    private void fitCode(int[] counts, int at, int base, int from, int to) {
        int total = Arrays.stream(counts, at + from, at + to).sum();
        int log = Ideal.log2(total);
        for (int symbol = from; symbol < to; symbol++) {
            costs[base + symbol] = Ideal.cost(log, counts[at + symbol]);
        }
    }
}
