package tinct.app.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NumbersTest {
    @Test
    void bytesHaveThreeDigits() {
        assertThat(Numbers.bytes(0)).isEqualTo("0 B");
        assertThat(Numbers.bytes(999)).isEqualTo("999 B");
        assertThat(Numbers.bytes(1000)).isEqualTo("1.00 kB");
        assertThat(Numbers.bytes(42_149)).isEqualTo("42.1 kB");
        assertThat(Numbers.bytes(999_499)).isEqualTo("999 kB");
        assertThat(Numbers.bytes(999_500)).isEqualTo("1.00 MB");
        assertThat(Numbers.bytes(Long.MAX_VALUE)).isEqualTo("9,223 PB");
    }

    @Test
    void sharesAreNeverRoundedToNothing() {
        assertThat(Numbers.percent(0)).isEqualTo("0 %");
        assertThat(Numbers.percent(1e-9)).isEqualTo("< 0.1 %");
        assertThat(Numbers.percent(0.1234)).isEqualTo("12.3 %");
        assertThat(Numbers.percent(1)).isEqualTo("100 %");
    }

    @Test
    void significantDigitsAreThree() {
        assertThat(Numbers.significant(0.01234)).isEqualTo("0.012");
        assertThat(Numbers.significant(1.234)).isEqualTo("1.23");
        assertThat(Numbers.significant(9.996)).isEqualTo("10.0");
        assertThat(Numbers.significant(176.34)).isEqualTo("176");
        assertThat(Numbers.significant(1234.5)).isIn("1,234", "1,235");
    }

    @Test
    void plainNumbersHaveNoNeedlessDigits() {
        assertThat(Numbers.plain(255)).isEqualTo("255");
        assertThat(Numbers.plain(100)).isEqualTo("100");
        assertThat(Numbers.plain(-0.32)).isEqualTo("−0.32");
        assertThat(Numbers.plain(0)).isEqualTo("0");
    }

    @Test
    void evenNumbersShareOnePrefix() {
        var format = Numbers.even(500, 2500, "B");
        assertThat(format.apply(0)).isEqualTo("0");
        assertThat(format.apply(500)).isEqualTo("0.5 kB");
        assertThat(format.apply(2500)).isEqualTo("2.5 kB");
        assertThat(Numbers.even(2e6, 1.04e8, "").apply(9.8e7)).isEqualTo("98 M");
        assertThat(Numbers.even(0.2, 1, "").apply(0.6)).isEqualTo("0.6");
    }

    @Test
    void hexHasAlphaOnlyWhereThereIsAny() {
        assertThat(Numbers.hex(0xFF0A0B0C)).isEqualTo("#0A0B0C");
        assertThat(Numbers.hex(0x7F0A0B0C)).isEqualTo("#0A0B0C7F");
        assertThat(Numbers.colors(1)).isEqualTo("1 colour");
        assertThat(Numbers.colors(96_615)).isEqualTo("96,615 colours");
    }
}
