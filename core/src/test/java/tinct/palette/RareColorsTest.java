package tinct.palette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import tinct.color.ColorSpace;
import tinct.histogram.Histogram;
import tinct.image.Palette;
import tinct.reference.Pictures;

/** Small areas that say something. */
final class RareColorsTest {
    private static final int RED = 0xFFE4002B;

    /** A map: greens and blues in many shades, and a small land in red. */
    private static Histogram map() {
        int[] pixels = new int[40_000];
        for (int i = 0; i < pixels.length; i++) {
            int shade = i % 200 / 2;
            pixels[i] = i < 24_000 ? 0xFF206080 + shade * 0x000100 : 0xFF308020 + shade * 0x010000;
        }
        for (int i = 0; i < 60; i++) {
            pixels[100 * i] = RED;
        }
        return Histogram.of(pixels, 1);
    }

    @Test
    void dampedWeightsKeepTheColourOfASmallArea() {
        KMeansQuantizer plain = KMeansQuantizer.DEFAULT.withSpace(ColorSpace.OKLAB);
        ColorGuard guard = ColorGuard.DEFAULT;
        Palette lost = plain.quantize(map(), 6, 1).palette();
        List<MovedColor> moved = guard.check(map(), lost, ColorSpace.OKLAB);
        assertThat(moved).hasSize(1);
        assertThat(moved.get(0).color()).isEqualTo(RED);
        assertThat(moved.get(0).share()).isCloseTo(0.0015, within(1e-12));
        assertThat(moved.get(0).delta()).isGreaterThan(0.1);
        Palette kept = new DampedQuantizer(plain, 0.5).quantize(map(), 6, 1).palette();
        assertThat(kept.toArray()).contains(RED);
        assertThat(guard.check(map(), kept, ColorSpace.OKLAB)).isEmpty();
    }

    @Test
    void powerOneDampsNothing() {
        Histogram photo = Histogram.of(Pictures.photo(1, 50, 40).pixels(), 1);
        assertThat(new DampedQuantizer(KMeansQuantizer.DEFAULT, 1)
                        .quantize(photo, 12, 1)
                        .palette())
                .isEqualTo(KMeansQuantizer.DEFAULT.quantize(photo, 12, 1).palette());
    }

    @Test
    void otherPromisesOfTheQuantizerAreKept() {
        Histogram veiled = Histogram.of(Pictures.veiled(2, 50, 40).pixels(), 1);
        for (double power : new double[] {0, 0.5}) {
            Quantization found = new DampedQuantizer(KMeansQuantizer.DEFAULT, power).quantize(veiled, 20, 2);
            assertThat(found.palette().toArray()).hasSize(20).doesNotHaveDuplicates();
            assertThat(found).isEqualTo(new DampedQuantizer(KMeansQuantizer.DEFAULT, power).quantize(veiled, 20, 1));
        }
        assertThatThrownBy(() -> new DampedQuantizer(KMeansQuantizer.DEFAULT, -1))
                .hasMessage("power must be in 0..1, was -1.0");
    }

    @Test
    void theGuardLooksAtColoursOfTheirShareOnly() {
        int[] pixels = new int[1000];
        java.util.Arrays.fill(pixels, 0xFF000000);
        java.util.Arrays.fill(pixels, 0, 10, RED);
        java.util.Arrays.fill(pixels, 10, 14, 0xFF00FF00);
        pixels[20] = 0;
        Histogram histogram = Histogram.of(pixels, 1);
        Palette black = new Palette(0xFF000000);
        assertThat(new ColorGuard(0.01, 0.1).check(histogram, black, ColorSpace.SRGB))
                .extracting(MovedColor::color)
                .containsExactly(RED);
        assertThat(new ColorGuard(0.004, 0.1).check(histogram, black, ColorSpace.SRGB))
                .extracting(MovedColor::color)
                .containsExactly(RED, 0xFF00FF00);
        assertThat(new ColorGuard(0.004, 0.7).check(histogram, black, ColorSpace.SRGB))
                .extracting(MovedColor::color)
                .containsExactly(0xFF00FF00);
        assertThat(new ColorGuard(0.011, 0.1).check(histogram, black, ColorSpace.SRGB))
                .isEmpty();
        // White is at a distance of 1 from black, and is told so.
        Histogram white = Histogram.of(new int[] {-1}, 1);
        assertThat(ColorGuard.DEFAULT
                        .check(white, black, ColorSpace.SRGB)
                        .get(0)
                        .delta())
                .isCloseTo(1, within(1e-5));
    }
}
