package tinct.remap.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.codec.Format;
import tinct.codec.PlainRows;
import tinct.image.Image;
import tinct.reference.Pictures;
import tinct.samples.Samples;

@Tag("slow")
final class RateRemapTest {
    /** Of the levels 20, 30, 50 and 80. */
    private static final double[] PRICES = {8e-4, 1.8e-3, 5e-3, 1.28e-2};

    /** The bytes of a file without those around the image data. */
    private static int bytes(Mapped mapped, byte[] indices) throws IOException {
        int around = 8 + 25 + 12 + 3 * mapped.palette().size() + 12 + 12;
        return mapped.file(indices, Format.PNG).length - around;
    }

    @ParameterizedTest
    @ValueSource(strings = {"still-life", "landscape"})
    void theEstimateIsCloseToWhatDeflateMakesOfIt(String sample) throws IOException {
        Mapped mapped = Mapped.of(Samples.image(sample), 256);
        for (double price : new double[] {PRICES[0], PRICES[3]}) {
            RateRemap remap = mapped.forDeflate(price, 5);
            double bytes = PlainRows.deflatedSize(mapped.indexed(remap.indices()), 6);
            assertThat(remap.bits() / 8).as("price %s", price).isCloseTo(bytes, within(0.09 * bytes));
        }
    }

    @Test
    void aHigherPriceNeverNeedsMoreBits() throws IOException {
        for (int seed = 0; seed < 3; seed++) {
            Mapped mapped = Mapped.of(Pictures.photo(seed, 230, 140), 64);
            double bits = Double.MAX_VALUE;
            for (double price : PRICES) {
                RateRemap remap = mapped.forDeflate(price, 5);
                assertThat(remap.bits()).as("seed %d, price %s", seed, price).isLessThan(bits);
                bits = remap.bits();
            }
            assertThat(bytes(mapped, mapped.forDeflate(PRICES[1], 5).indices()))
                    .isLessThan(bytes(mapped, mapped.plain()) * 2 / 3);
        }
    }

    @Test
    void moreEffortCostsLess() throws IOException {
        Mapped mapped = Mapped.of(Pictures.photo(5, 300, 200), 200);
        assertThat(mapped.forDeflate(4e-4, 5).cost())
                .isLessThan(mapped.forDeflate(4e-4, 1).cost());
        assertThat(mapped.forDeflate(4e-4, 9).cost())
                .isLessThan(mapped.forDeflate(4e-4, 5).cost());
    }

    @Test
    void nothingIsLostWhereNothingIsGained() throws IOException {
        Mapped mapped = Mapped.of(Pictures.photo(3, 120, 90), 100);
        byte[] indices = mapped.forDeflate(1e-12, 5).indices();
        int others = 0;
        for (int i = 0; i < indices.length; i++) {
            others += indices[i] == mapped.plain()[i] ? 0 : 1;
        }
        // Error is handed down all the same where the picture is neither smooth nor busy.
        assertThat(others).isLessThan(indices.length / 2);
    }

    @Test
    void stripsMeetWithoutHarm() throws IOException {
        // Wide enough for several strips of few rows; all rows alike, so every row after the first is one copy.
        int width = 20_000;
        int[] argb = new int[width * 40];
        Image row = Pictures.photo(1, width, 1);
        for (int y = 0; y < 40; y++) {
            System.arraycopy(row.pixels(), 0, argb, y * width, width);
        }
        Mapped mapped = Mapped.of(new Image(width, 40, argb), 32);
        RateRemap remap = mapped.forDeflate(4e-4, 5);
        double first = new RateRemap(
                        row,
                        mapped.palette(),
                        java.util.Arrays.copyOf(mapped.plain(), width),
                        0,
                        1,
                        4e-4,
                        5,
                        CopyCode.deflate(),
                        1)
                .bits();
        assertThat(remap.bits()).isLessThan(8 * first);
    }
}
