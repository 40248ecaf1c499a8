package tinct.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DeflateSymbolsTest {
    @Test
    void symbolsOfLengthsHaveAsManyLengthsAsTheirExtraBitsCanTell() {
        int[] found = new int[DeflateSymbols.LENGTHS];
        for (int length = DeflateSymbols.MIN_LENGTH; length <= DeflateSymbols.MAX_LENGTH; length++) {
            int symbol = DeflateSymbols.ofLength(length);
            assertThat(symbol).isGreaterThanOrEqualTo(length == 3 ? 0 : DeflateSymbols.ofLength(length - 1));
            found[symbol]++;
        }
        for (int symbol = 0; symbol < found.length; symbol++) {
            // The longest length has a symbol of its own, which the one before would have had room for.
            int expected = (1 << DeflateSymbols.extraBitsOfLength(symbol)) - (symbol == 27 ? 1 : 0);
            assertThat(found[symbol]).as("symbol %d", symbol).isEqualTo(expected);
        }
    }

    @Test
    void symbolsOfDistancesHaveAsManyDistancesAsTheirExtraBitsCanTell() {
        int[] found = new int[DeflateSymbols.DISTANCES];
        for (int distance = 1; distance <= DeflateSymbols.WINDOW; distance++) {
            int symbol = DeflateSymbols.ofDistance(distance);
            assertThat(symbol).isGreaterThanOrEqualTo(distance == 1 ? 0 : DeflateSymbols.ofDistance(distance - 1));
            found[symbol]++;
        }
        for (int symbol = 0; symbol < found.length; symbol++) {
            assertThat(found[symbol])
                    .as("symbol %d", symbol)
                    .isEqualTo(1 << DeflateSymbols.extraBitsOfDistance(symbol));
        }
    }
}
