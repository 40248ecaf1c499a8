package tinct.color;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CssColorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#e4002b|ffe4002b",
                "#E4002B80|80e4002b",
                "#fa0|ffffaa00",
                "#fa08|88ffaa00",
                "rgb(1, 2,3)|ff010203",
                "rgb( 1 2 3 )|ff010203",
                "RebeccaPurple|ff663399",
                "aqua|ff00ffff",
                "fuchsia|ffff00ff",
                "lightgoldenrodyellow|fffafad2",
                "DarkSlateGrey|ff2f4f4f",
                "transparent|0",
                " red |ffff0000"
            })
    void coloursOfCssAreRead(String text, String argb) {
        assertThat(CssColor.parse(text)).isEqualTo(Integer.parseUnsignedInt(argb, 16));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#", "#12345", "#ggg", "e4002b", "rgb(1,2)", "rgb(1,2,256)", "reddish", "#1234567890"})
    void otherTextIsRefused(String text) {
        assertThatThrownBy(() -> CssColor.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a colour is written as #e4002b or by its CSS name, was '" + text + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "ffff0000,red",
        "fffe0101,red",
        "ff8080ff,mediumslateblue",
        "ffe4002b,crimson",
        "ff3a5f0b,darkgreen",
        "ffc0ffee,lightcyan",
        "ff123456,midnightblue",
        "ffd4a017,goldenrod",
        "ff00ffff,cyan",
        "ffff00ff,magenta",
        "ff808080,gray",
        "ff818181,gray",
        "ff663398,rebeccapurple",
        "80ffffff,white",
        "00000000,transparent"
    })
    void theNearestNameIsFoundInOklab(String argb, String name) {
        assertThat(CssColor.nearestName(Integer.parseUnsignedInt(argb, 16))).isEqualTo(name);
    }

    @Test
    void everyNameIsItsOwnNearest() {
        for (String name : new String[] {"aliceblue", "olive", "tan", "tomato", "snow", "yellowgreen", "peru"}) {
            assertThat(CssColor.nearestName(CssColor.parse(name))).isEqualTo(name);
        }
    }
}
