package tinct.remap.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.codec.PngWriter;
import tinct.color.ColorSpace;
import tinct.histogram.Histogram;
import tinct.image.Image;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.palette.KMeansQuantizer;
import tinct.reference.Pictures;
import tinct.remap.NoDither;
import tinct.remap.Remapper;
import tinct.samples.Samples;

final class RateRemapTest {
    /** Of the levels 20, 30, 50 and 80. */
    private static final double[] PRICES = {8e-4, 1.8e-3, 5e-3, 1.28e-2};

    private record Mapped(Image image, Palette palette, byte[] plain) {
        static Mapped of(Image image, int colors) throws IOException {
            Palette palette = KMeansQuantizer.DEFAULT
                    .withSpace(ColorSpace.OKLAB)
                    .quantize(Histogram.of(image, 2), colors, 2)
                    .palette();
            Remapper plain = new Remapper(palette, ColorSpace.OKLAB, new NoDither());
            return new Mapped(image, palette, plain.remap(image, 2).indices());
        }

        RateRemap at(double price, int effort) {
            return new RateRemap(image, palette, plain, price, effort, 2);
        }

        int bytes(byte[] indices) throws IOException {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            PngWriter.write(new IndexedImage(image.width(), image.height(), palette, indices), file);
            int around = 8 + 25 + 12 + 3 * palette.size() + 12 + 12;
            return file.size() - around;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"still-life", "landscape"})
    void theEstimateIsCloseToWhatDeflateMakesOfIt(String sample) throws IOException {
        Mapped mapped = Mapped.of(Samples.image(sample), 256);
        for (double price : new double[] {PRICES[0], PRICES[3]}) {
            RateRemap remap = mapped.at(price, 5);
            double bytes = mapped.bytes(remap.indices());
            assertThat(remap.bits() / 8).as("price %s", price).isCloseTo(bytes, within(0.07 * bytes));
        }
    }

    @Test
    void aHigherPriceNeverNeedsMoreBits() throws IOException {
        for (int seed = 0; seed < 3; seed++) {
            Mapped mapped = Mapped.of(Pictures.photo(seed, 230, 140), 64);
            double bits = Double.MAX_VALUE;
            for (double price : PRICES) {
                RateRemap remap = mapped.at(price, 5);
                assertThat(remap.bits()).as("seed %d, price %s", seed, price).isLessThan(bits);
                bits = remap.bits();
            }
            assertThat(mapped.bytes(mapped.at(PRICES[1], 5).indices())).isLessThan(mapped.bytes(mapped.plain) * 2 / 3);
        }
    }

    @Test
    void moreEffortCostsLess() throws IOException {
        Mapped mapped = Mapped.of(Pictures.photo(5, 300, 200), 200);
        assertThat(mapped.at(4e-4, 5).cost()).isLessThan(mapped.at(4e-4, 1).cost());
        assertThat(mapped.at(4e-4, 9).cost()).isLessThan(mapped.at(4e-4, 5).cost());
    }

    @Test
    void nothingIsLostWhereNothingIsGained() throws IOException {
        Mapped mapped = Mapped.of(Pictures.photo(3, 120, 90), 100);
        byte[] indices = mapped.at(1e-12, 5).indices();
        int others = 0;
        for (int i = 0; i < indices.length; i++) {
            others += indices[i] == mapped.plain[i] ? 0 : 1;
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
        RateRemap remap = mapped.at(4e-4, 5);
        double first =
                new RateRemap(row, mapped.palette, java.util.Arrays.copyOf(mapped.plain, width), 4e-4, 5, 1).bits();
        assertThat(remap.bits()).isLessThan(8 * first);
    }
}
