package tinct.palette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.color.ColorSpace;
import tinct.histogram.Histogram;
import tinct.image.Image;
import tinct.reference.NaiveNearest;
import tinct.reference.Pictures;

final class PosterizedQuantizerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rgb565|5,6,5,8",
                "RGB555|5,5,5,8",
                "rgb444|4,4,4,8",
                "rgb332|3,3,2,8",
                "argb1555|5,5,5,1",
                "argb4444|4,4,4,4",
                "3|3,3,3,8",
                "5,6,5|5,6,5,8",
                "1,2,3,4|1,2,3,4"
            })
    void bitsAreReadByNameOrNumber(String text, String bits) {
        int[] b = Arrays.stream(bits.split(",", -1)).mapToInt(Integer::parseInt).toArray();
        assertThat(Posterization.parse(text)).isEqualTo(new Posterization(b[0], b[1], b[2], b[3]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rgb", "5,6", "9", "0", "5,6,5,", "55", "argb"})
    void otherBitsAreRefused(String text) {
        assertThatThrownBy(() -> Posterization.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Bits repeated by hand for 1 to 4 bits, and by the usual formula; every other level is further away. */
    @Test
    void channelsGoToTheNearestLevelWhoseBitsRepeat() {
        for (int bits = 1; bits <= 8; bits++) {
            Posterization grid = new Posterization(bits, bits, bits, 8);
            boolean[] levels = new boolean[256];
            for (int level = 0; level < 1 << bits; level++) {
                String digits = String.format("%" + bits + "s", Integer.toBinaryString(level))
                        .replace(' ', '0')
                        .repeat(8)
                        .substring(0, 8);
                levels[Integer.parseInt(digits, 2)] = true;
            }
            for (int value = 0; value < 256; value++) {
                int best = 0;
                for (int level = 1; level < 256; level++) {
                    if (levels[level] && (!levels[best] || Math.abs(level - value) < Math.abs(best - value))) {
                        best = level;
                    }
                }
                assertThat(grid.apply(0xFF000000 | value * 0x010101)).isEqualTo(0xFF000000 | best * 0x010101);
            }
        }
        assertThat(new Posterization(4, 4, 4, 4).apply(0x07FFFFFF)).isZero();
        assertThat(new Posterization(4, 4, 4, 4).apply(0x09FFFFFF)).isEqualTo(0x11FFFFFF);
    }

    @Test
    void everyEntryHasNoMoreBitsAndThereAreAsManyAsAsked() {
        for (String bits : new String[] {"rgb565", "rgb444", "argb4444", "argb1555"}) {
            Posterization grid = Posterization.parse(bits);
            for (Image image : new Image[] {Pictures.photo(1, 60, 50), Pictures.veiled(2, 60, 50)}) {
                Histogram histogram = Histogram.of(image.pixels(), 1);
                for (int maxColors : new int[] {2, 16, 40}) {
                    Quantization found =
                            new PosterizedQuantizer(KMeansQuantizer.DEFAULT, grid).quantize(histogram, maxColors, 2);
                    int[] entries = found.palette().toArray();
                    assertThat(entries)
                            .as("%s %d", bits, maxColors)
                            .hasSize(maxColors)
                            .doesNotHaveDuplicates();
                    assertThat(Arrays.stream(entries).map(grid::apply).toArray())
                            .isEqualTo(entries);
                    assertNearest(histogram, found);
                }
            }
        }
    }

    private static void assertNearest(Histogram histogram, Quantization found) {
        float[][] entries = ColorSpace.SRGB.coordinates(found.palette().toArray(), 3);
        float[][] colors = ColorSpace.SRGB.coordinates(histogram.colors(), 3);
        for (int i = 0; i < found.nearest().size(); i++) {
            float[] point = {colors[0][i], colors[1][i], colors[2][i]};
            assertThat(found.nearest().index(i)).isEqualTo(NaiveNearest.find(entries, point));
        }
    }

    @Test
    void aPictureOfFewPosterizedColoursGetsJustThose() {
        Histogram histogram = Histogram.of(Pictures.photo(3, 50, 40).pixels(), 1);
        Posterization one = new Posterization(1, 1, 1, 8);
        int[] wanted =
                Arrays.stream(histogram.colors()).map(one::apply).distinct().toArray();
        Quantization found = new PosterizedQuantizer(KMeansQuantizer.DEFAULT, one).quantize(histogram, 8, 1);
        assertThat(found.palette().toArray()).containsExactlyInAnyOrder(wanted);
        assertThat(found.inertia()).isPositive();
    }
}
