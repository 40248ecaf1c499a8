package tinct.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tinct.internal.DeflateSymbols;

final class DeflateCostsTest {
    @Test
    void logarithmsAreTrueToAThousandthOfABit() {
        for (int n = 1; n > 0 && n < 1 << 30; n += 1 + n / 50) {
            assertThat(Ideal.log2(n) / 4096.0).isCloseTo(Math.log(n) / Math.log(2), within(0.001));
        }
    }

    @Test
    void aSymbolOfHalfTheBlockCostsABitAndExtraBitsAreAdded() {
        SymbolCounts counts = new SymbolCounts();
        counts.literalLengths[65] = 1 << 14;
        counts.literalLengths[Step.lengthSymbol(20)] = 1 << 13;
        counts.literalLengths[66] = (1 << 13) - 1; // with the end of the block a power of two
        counts.distances[DeflateSymbols.ofDistance(1000)] = 1;
        counts.distances[DeflateSymbols.ofDistance(1)] = 2;
        DeflateCosts costs = new DeflateCosts();
        costs.fit(counts);
        assertThat(costs.literals[65]).isEqualTo(Ideal.BIT);
        assertThat(costs.literals[66]).isEqualTo(2 * Ideal.BIT);
        assertThat(costs.literals[67]).isEqualTo(15 * Ideal.BIT);
        assertThat(costs.copy(20, 1000)).isEqualTo((2 + 2 + 2 + 8) * Ideal.BIT);
    }

    @Test
    void stepsKeepTheirParts() {
        for (int distance = 1; distance <= DeflateSymbols.WINDOW; distance++) {
            int length = DeflateSymbols.MIN_LENGTH + distance % 256;
            int step = Step.copy(length, distance);
            assertThat(Step.length(step)).isEqualTo(length);
            assertThat(Step.distance(step)).isEqualTo(distance);
            int symbol = Step.symbolOfDistance(step);
            int extra = distance - Step.distanceBase(symbol);
            assertThat(extra).isBetween(0, (1 << DeflateSymbols.extraBitsOfDistance(symbol)) - 1);
        }
        for (int length = DeflateSymbols.MIN_LENGTH; length <= DeflateSymbols.MAX_LENGTH; length++) {
            int symbol = Step.lengthSymbol(length);
            int extra = length - Step.lengthBase(symbol);
            assertThat(extra).isBetween(0, (1 << Step.lengthExtraBits(symbol)) - 1);
        }
    }
}
