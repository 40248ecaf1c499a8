package tinct.remap.rate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SymbolsTest {
    @Test
    void symbolsOfLengthsHaveAsManyLengthsAsTheirExtraBitsCanTell() {
        int[] found = new int[Symbols.LENGTHS];
        for (int length = Symbols.MIN_LENGTH; length <= Symbols.MAX_LENGTH; length++) {
            int symbol = Symbols.ofLength(length);
            assertThat(symbol).isGreaterThanOrEqualTo(length == 3 ? 0 : Symbols.ofLength(length - 1));
            found[symbol]++;
        }
        for (int symbol = 0; symbol < found.length; symbol++) {
            // The longest length has a symbol of its own, which the one before would have had room for.
            int expected = (1 << Symbols.extraBitsOfLength(symbol)) - (symbol == 27 ? 1 : 0);
            assertThat(found[symbol]).as("symbol %d", symbol).isEqualTo(expected);
        }
    }

    @Test
    void symbolsOfDistancesHaveAsManyDistancesAsTheirExtraBitsCanTell() {
        int[] found = new int[Symbols.DISTANCES];
        for (int distance = 1; distance <= Symbols.WINDOW; distance++) {
            int symbol = Symbols.ofDistance(distance);
            assertThat(symbol).isGreaterThanOrEqualTo(distance == 1 ? 0 : Symbols.ofDistance(distance - 1));
            found[symbol]++;
        }
        for (int symbol = 0; symbol < found.length; symbol++) {
            assertThat(found[symbol]).as("symbol %d", symbol).isEqualTo(1 << Symbols.extraBitsOfDistance(symbol));
        }
    }
}
