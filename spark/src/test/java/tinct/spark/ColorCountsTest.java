package tinct.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.histogram.Histogram;

/** Histograms that are sent. */
final class ColorCountsTest {
    private static Histogram colors(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] argb = new int[1 + random.nextInt(3000)];
        int mask = seed % 3 == 0 ? 0x000F0F0F : seed % 3 == 1 ? 0xFFFFFFFF : 0x00FFFFFF;
        for (int i = 0; i < argb.length; i++) {
            argb[i] = (seed % 3 == 1 ? 0 : 0xFF000000) | random.nextInt() & mask;
        }
        return Histogram.of(argb, 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5})
    void sumsAreThoseOfHistograms(long seed) {
        Histogram a = colors(seed), b = colors(seed + 1), c = colors(seed + 2);
        ColorCounts left = ColorCounts.of(a).plus(ColorCounts.of(b)).plus(ColorCounts.of(c));
        ColorCounts right = ColorCounts.of(c).plus(ColorCounts.of(b).plus(ColorCounts.of(a)));

        assertThat(left.histogram()).isEqualTo(a.merge(b).merge(c));
        assertThat(right).isEqualTo(left);
        assertThat(left.size()).isEqualTo(left.histogram().size());
    }

    @Test
    void nothingAddsNothing() {
        ColorCounts own = ColorCounts.of(colors(1));
        assertThat(own.plus(ColorCounts.NONE)).isEqualTo(own);
        assertThat(ColorCounts.NONE.plus(own)).isEqualTo(own);
        assertThat(ColorCounts.NONE.plus(ColorCounts.NONE).histogram().size()).isZero();
    }

    @Test
    void countsOfManyPicturesDoNotOverflow() {
        Histogram many = Histogram.of(new int[] {0, 0xFFFFFFFF}, new long[] {1L << 50, 3L << 40});
        ColorCounts twice = ColorCounts.of(many).plus(ColorCounts.of(many));
        assertThat(twice.histogram().counts()).containsExactly(1L << 51, 3L << 41);
    }

    @Test
    void neighbouringColorsTakeTwoBytesEach() {
        int[] argb = new int[1 << 12];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xFF000000 | i;
        }
        assertThat(ColorCounts.of(Histogram.of(argb, 1)).bytes()).isEqualTo(2 * argb.length + 4);
    }
}
