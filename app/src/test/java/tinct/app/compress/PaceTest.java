package tinct.app.compress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PaceTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void rateIsInPicturesAndTimeLeftInBytes() {
        Pace pace = new Pace(10, 1000, 0);
        assertThat(pace.bar()).isEqualTo("[--------------------]");
        assertThat(pace.text(SECOND)).isEqualTo("0 of 10");
        pace.done(100, false);
        pace.done(150, false);
        assertThat(pace.bar()).isEqualTo("[#####---------------]");
        assertThat(pace.text(4 * SECOND)).isEqualTo("2 of 10, 0.5/s, 0:12 left");
    }

    @Test
    void whatIsSkippedSaysNothingOfThePace() {
        Pace pace = new Pace(4, 400, 0);
        pace.done(100, true);
        pace.done(100, true);
        assertThat(pace.text(SECOND)).isEqualTo("2 of 4");
        pace.done(100, false);
        assertThat(pace.text(100 * SECOND)).isEqualTo("3 of 4, 0.0/s, 1:40 left");
        pace.done(100, false);
        assertThat(pace.bar()).isEqualTo("[####################]");
    }

    @Test
    void filesWithoutBytesAreCounted() {
        Pace pace = new Pace(2, 0, 0);
        pace.done(0, false);
        assertThat(pace.bar()).isEqualTo("[##########----------]");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1000, 999, true",
        "0, 1000, 1000, false",
        "10%, 1000, 900, true",
        "10%, 1000, 901, false",
        "50KB, 100000, 50000, true",
        "50KB, 100000, 50001, false",
        "100%, 100, 0, true"
    })
    void savingsAreAShareOrASize(String savings, long before, long after, boolean reached) {
        assertThat(Savings.of(savings).reached(before, after)).isEqualTo(reached);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "101%", "-1%", "ten", "NaN%"})
    void otherSavingsAreRefused(String savings) {
        assertThatIllegalArgumentException().isThrownBy(() -> Savings.of(savings));
    }
}
