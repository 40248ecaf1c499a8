package tinct.palette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tinct.color.ColorSpace;
import tinct.histogram.Histogram;
import tinct.image.Image;
import tinct.image.Palette;
import tinct.reference.Pictures;

/** Pixels that matter more than others. */
final class ImportanceQuantizerTest {
    @Test
    void weightsAreTheSumsOfWhatThePixelsCountFor() throws IOException {
        for (int seed = 0; seed < 6; seed++) {
            Image image = seed % 2 == 0 ? Pictures.veiled(seed, 40, 30) : Pictures.few(seed, 40, 30, 20, false);
            Image map = Pictures.random(seed + 50, 40, 30);
            Histogram weighted = Histogram.of(image.pixels(), 1).weighted(image, Pictures.rows(map));
            assertThat(weighted.colors())
                    .isEqualTo(Histogram.of(image.pixels(), 1).colors());
            for (int i = 0; i < weighted.size(); i++) {
                int color = weighted.colors()[i];
                long sum = IntStream.range(0, 1200)
                        .filter(at -> Palette.visible(image.pixels()[at]) == color)
                        .mapToLong(
                                at -> 1 + (long) Palette.luma(map.pixels()[at]) * (map.pixels()[at] >>> 24) / 255_000)
                        .sum();
                assertThat(weighted.counts()[i]).isEqualTo(sum);
            }
        }
    }

    @Test
    void blackCountsOnceAndWhite256Times() throws IOException {
        Image image = new Image(2, 1, new int[] {0xFF112233, 0xFF445566});
        Image map = new Image(2, 1, new int[] {0xFF000000, 0xFFFFFFFF});
        assertThat(Histogram.of(image, 1).weighted(image, map).counts()).containsExactly(1, 256);
    }

    @Test
    void whatIsWhiteInTheMapGetsTheColours() throws IOException {
        Image image = Pictures.photo(3, 120, 90);
        int[] left = IntStream.range(0, 120 * 90)
                .map(i -> i % 120 < 30 ? 0xFFFFFFFF : 0xFF000000)
                .toArray();
        Histogram all = Histogram.of(image, 1);
        KMeansQuantizer plain = KMeansQuantizer.DEFAULT.withSpace(ColorSpace.OKLAB);
        Quantizer weighted = new ImportanceQuantizer(plain, all.weighted(image, new Image(120, 90, left)));
        int[] part = IntStream.range(0, left.length)
                .filter(i -> left[i] == 0xFFFFFFFF)
                .map(i -> image.pixels()[i])
                .toArray();
        Histogram wanted = Histogram.of(part, 1);
        double before = error(wanted, plain.quantize(all, 12, 1).palette());
        double after = error(wanted, weighted.quantize(all, 12, 1).palette());
        double best = error(wanted, plain.quantize(wanted, 12, 1).palette());
        assertThat(after).isLessThan(before * 0.8).isBetween(best * 0.999, best * 1.1);
    }

    private static double error(Histogram of, Palette palette) {
        return new FixedPalette(ColorSpace.OKLAB, palette, true)
                .quantize(of, 256, 1)
                .inertia();
    }

    @Test
    void oneGreyForAllIsAsWithout() throws IOException {
        Image image = Pictures.photo(4, 60, 50);
        int[] grey = new int[3000];
        Arrays.fill(grey, 0xFF404040);
        Histogram all = Histogram.of(image, 1);
        Quantizer weighted =
                new ImportanceQuantizer(KMeansQuantizer.DEFAULT, all.weighted(image, new Image(60, 50, grey)));
        Quantization found = weighted.quantize(all, 20, 2);
        Quantization plain = KMeansQuantizer.DEFAULT.quantize(all, 20, 1);
        assertThat(found.palette()).isEqualTo(plain.palette());
        assertThat(found.inertia()).isCloseTo(plain.inertia(), within(plain.inertia() * 1e-9));
    }

    @Test
    void countsOfOtherColoursAreTakenAsTheyAre() throws IOException {
        Image image = Pictures.photo(5, 60, 50);
        Histogram all = Histogram.of(image, 1);
        Histogram other = Histogram.of(Pictures.photo(6, 60, 50), 1);
        Quantizer weighted = new ImportanceQuantizer(KMeansQuantizer.DEFAULT, all.weighted(image, image));
        assertThat(weighted.quantize(other, 9, 1)).isEqualTo(KMeansQuantizer.DEFAULT.quantize(other, 9, 1));
        assertThat(weighted.space()).isEqualTo(ColorSpace.SRGB);
    }

    @Test
    void mapsOfAnotherSizeAndOtherPicturesAreRefused() {
        Image image = Pictures.photo(7, 20, 10);
        Histogram all = Histogram.of(image.pixels(), 1);
        assertThatThrownBy(() -> all.weighted(image, Pictures.photo(1, 10, 20)))
                .hasMessage("the map of importance is 10 x 20 pixels, and the picture 20 x 10");
        Image random = new Image(20, 10, new SplittableRandom(1).ints(200).toArray());
        assertThatThrownBy(() -> all.weighted(random, image)).hasMessageContaining("other colours than were counted");
    }
}
