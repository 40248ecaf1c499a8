package tinct.app.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class AxisTest {
    @Test
    void rangesAreCoveredByAFewAscendingTicks() {
        for (long seed = 0; seed < 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double least = Math.pow(10, random.nextDouble(-3, 9));
            double most = least * (1 + Math.pow(10, random.nextDouble(-4, 4)));
            check(Axis.linear("", least, most, "B"), least, most, 3, 10, seed);
            check(Axis.logarithmic("", least, most, Numbers::plain), least, most, 2, 11, seed);
            check(Axis.linear("", least, least, ""), least, least, 2, 10, seed);
        }
    }

    private static void check(Axis axis, double least, double most, int fewest, int mostTicks, long seed) {
        assertThat(axis.from()).as("seed %d", seed).isLessThanOrEqualTo(least * (1 + 1e-9));
        assertThat(axis.to()).as("seed %d", seed).isGreaterThanOrEqualTo(most * (1 - 1e-9));
        assertThat(axis.ticks())
                .as("seed %d", seed)
                .hasSizeBetween(fewest, mostTicks)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(axis.place(axis.from())).isZero();
        assertThat(axis.place(axis.to())).isEqualTo(1);
        for (double tick : axis.ticks()) {
            assertThat(axis.place(tick)).as("seed %d", seed).isBetween(-1e-9, 1 + 1e-9);
        }
    }

    @Test
    void powersOfTwoAreEvenlySpaced() {
        Axis axis = Axis.powersOfTwo("", 2, 256);
        assertThat(axis.ticks()).containsExactly(2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0);
        for (int i = 0; i < 8; i++) {
            assertThat(axis.place(axis.ticks().get(i))).isCloseTo((i + 1) / 9.0, within(1e-9));
        }
    }

    @Test
    void countsHaveWholeTicks() {
        assertThat(Axis.counts("", 0).ticks()).containsExactly(0.0);
        assertThat(Axis.counts("", 3).ticks()).containsExactly(0.0, 1.0, 2.0, 3.0);
        assertThat(Axis.counts("", 52).ticks()).containsExactly(0.0, 10.0, 20.0, 30.0, 40.0, 50.0);
    }
}
