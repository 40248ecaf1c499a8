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

    /** 1 + 2^-24 is the middle between two floats; what is beside it is lost in a double, but decides the rounding. */
    @Test
    void sumsBesideTheMiddleBetweenTwoFloatsAreRoundedOnce() {
        float a = 0x1p-12f * (1 + 0x1p-12f);
        float b = 0x1p-12f * (1 - 0x1p-12f);
        assertThat(Fused.inDoubles(a, b, 1 + 0x1p-23f)).isEqualTo(1 + 0x1p-23f);
        assertThat(Fused.inDoubles(a, -b, 1)).isEqualTo(Math.fma(a, -b, 1));
    }

    @Test
    void doublesAloneWouldRoundTwice() {
        // 2^-24 - 2^-72: with an odd float below the middle, but on it in a double, which rounds it to the even one
        // above.
        float a = 0x1p-12f * (1 + 0x1p-23f);
        float b = 0x1p-12f * (1 - 0x1p-23f);
        float c = 1 + 0x1p-23f;
        assertThat((float) ((double) a * b + c)).isEqualTo(1 + 0x1p-22f);
        assertThat(Fused.inDoubles(a, b, c)).isEqualTo(c);
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
