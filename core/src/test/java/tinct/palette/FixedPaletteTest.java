package tinct.palette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tinct.Settings;
import tinct.Tinct;
import tinct.color.ColorSpace;
import tinct.histogram.Histogram;
import tinct.image.Image;
import tinct.image.Palette;
import tinct.reference.NaiveNearest;
import tinct.reference.Pictures;
import tinct.remap.FloydSteinberg;

final class FixedPaletteTest {
    private static final Palette ODD = new Palette(-1, 0xFF102030, 0xFF102030, 0xFFE4002B, 0xFF00FF00, 0xFF000000);

    @Test
    void allEntriesAreKeptUsedOrNotAndTheirOrderOnRequest() {
        Histogram histogram = Histogram.of(Pictures.photo(1, 40, 30).pixels(), 1);
        for (int maxColors : new int[] {1, 2, 256}) {
            Palette kept = new FixedPalette(ColorSpace.OKLAB, ODD, true)
                    .quantize(histogram, maxColors, 2)
                    .palette();
            assertThat(kept).isEqualTo(ODD);
        }
        Palette sorted = new FixedPalette(ColorSpace.OKLAB, ODD, false)
                .quantize(histogram, 256, 1)
                .palette();
        assertThat(sorted).isEqualTo(new Palette(0xFF000000, 0xFF102030, 0xFF102030, 0xFFE4002B, 0xFF00FF00, -1));
    }

    @Test
    void nearestEntriesAndInertiaAreThoseOfASearch() {
        for (ColorSpace space : ColorSpace.values()) {
            Histogram histogram = Histogram.of(Pictures.photo(2, 40, 30).pixels(), 1);
            Quantization found = new FixedPalette(space, ODD, true).quantize(histogram, 256, 2);
            float[][] entries = space.coordinates(ODD.toArray(), 3);
            float[][] colors = space.coordinates(histogram.colors(), 3);
            double inertia = 0;
            for (int i = 0; i < histogram.size(); i++) {
                float[] point = {colors[0][i], colors[1][i], colors[2][i]};
                int nearest = NaiveNearest.find(entries, point);
                assertThat(found.nearest().index(i)).isEqualTo(nearest);
                for (int axis = 0; axis < 3; axis++) {
                    double d = (double) point[axis] - entries[axis][nearest];
                    inertia += histogram.counts()[i] * d * d;
                }
            }
            assertThat(found.inertia()).isCloseTo(inertia, within(1e-6 * inertia));
        }
    }

    @Test
    void transparentPixelsGetAnEntryOfTheirOwn() {
        Image image = Pictures.veiled(3, 20, 20);
        Histogram histogram = Histogram.of(image.pixels(), 1).merge(Histogram.of(new int[1], 1));
        Palette palette = new FixedPalette(ColorSpace.SRGB, ODD, true)
                .quantize(histogram, 256, 1)
                .palette();
        assertThat(palette.size()).isEqualTo(7);
        assertThat(palette.entry(6)).isZero();
        Palette with = new Palette(-1, 0);
        assertThat(new FixedPalette(ColorSpace.SRGB, with, true)
                        .quantize(histogram, 256, 1)
                        .palette())
                .isEqualTo(with);
        Palette full = new Palette(IntStream.range(0, 256).map(i -> ~i).toArray());
        assertThatThrownBy(() -> new FixedPalette(ColorSpace.SRGB, full, true).quantize(histogram, 256, 1))
                .hasMessage("the picture has fully transparent pixels, and 256 fixed colours leave no room for them");
    }

    @Test
    void aPictureWhoseColoursAreEntriesStaysExactWhateverTheDither() {
        int[] pixels = {-1, 0xFF102030, 0xFF102030, 0xFFE4002B, -1, 0xFF00FF00};
        Settings settings = Settings.DEFAULT
                .withQuantizer(new FixedPalette(ColorSpace.OKLAB, ODD, true))
                .withDitherer(FloydSteinberg.DEFAULT);
        Image image = new Image(3, 2, pixels);
        assertThat(Tinct.compress(image, settings).image().toImage()).isEqualTo(image);
    }

    @Test
    void aPictureOfFewOtherColoursIsStillMappedToThePalette() {
        Image image = new Image(2, 1, new int[] {0xFF101010, 0xFFE0E0E0});
        Settings settings = Settings.DEFAULT.withQuantizer(new FixedPalette(ColorSpace.SRGB, ODD, true));
        assertThat(Tinct.compress(image, settings).image().toImage().pixels()).containsExactly(0xFF000000, -1);
    }
}
