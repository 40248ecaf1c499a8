package tinct.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class FusedTest {
    @Test
    void bothWaysGiveTheSameBits() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 1_000_000; i++) {
            check(value(random, 6), value(random, 6), value(random, 12));
        }
    }

    @Test
    void sumsInTheMiddleBetweenTwoFloatsAreRoundedOnce() {
        // 2^24 + 1 lies between two floats; what is added to it is lost in a double, but decides the rounding.
        float tiny = 0x1p-40f;
        assertThat(Fused.inDoubles(1 + 0x1p-12f, 1 + 0x1p-12f, 0)).isEqualTo(Math.fma(1 + 0x1p-12f, 1 + 0x1p-12f, 0));
        check(0x1p12f, 0x1p12f + 0x1p-11f, 1);
        check(0x1.000002p0f, 0x1.000002p0f, -tiny);
        for (int sign = -1; sign <= 1; sign += 2) {
            check(tiny, sign * tiny, 1 + 0x1p-23f);
            check(0x1.8p-12f, sign * 0x1.555556p-13f, 1);
            check(0x1.000002p-12f, sign * 0x1.fffffcp-13f, 1);
            check(0x1.fffffep-1f, sign * 0x1.000002p-24f, 1);
        }
    }

    @Test
    void doublesAloneWouldRoundTwice() {
        // The product is 2^-24 (1 - 2^-44 or so): with 1 a little below the middle, which a double does not hold.
        float a = 0x1.fffffep-1f;
        float b = 0x1.000002p-24f;
        float c = 1 + 0x1p-23f;
        assertThat((float) ((double) a * b + c)).isNotEqualTo(Math.fma(a, b, c));
        assertThat(Fused.inDoubles(a, b, c)).isEqualTo(Math.fma(a, b, c));
    }

    @Test
    void smallestFloatsAreRoundedOnce() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 100_000; i++) {
            check(value(random, 6) * 0x1p-70f, value(random, 6) * 0x1p-70f, value(random, 6) * 0x1p-135f);
        }
        check(0, 5, 0);
        check(-0f, 5, -0f);
        check(1, 5, -5);
    }

    private static float value(SplittableRandom random, int exponents) {
        float mantissa = (random.nextInt() >> 7) * 0x1p-24f;
        return Math.scalb(mantissa, random.nextInt(-exponents, exponents + 1));
    }

    private static void check(float a, float b, float c) {
        float expected = Math.fma(a, b, c);
        if (Float.floatToRawIntBits(Fused.inDoubles(a, b, c)) != Float.floatToRawIntBits(expected)
                || Float.floatToRawIntBits(Fused.of(a, b, c)) != Float.floatToRawIntBits(expected)) {
            assertThat(Fused.inDoubles(a, b, c)).as("%s * %s + %s", a, b, c).isEqualTo(expected);
            assertThat(Fused.of(a, b, c)).as("%s * %s + %s", a, b, c).isEqualTo(expected);
        }
    }
}
