package tinct.remap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.color.ColorSpace;
import tinct.image.Image;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.reference.NaiveFloydSteinberg;
import tinct.reference.Pictures;

final class FloydSteinbergTest {
    private static final ColorSpace[] SPACES = ColorSpace.values();
    private static final Palette BLACK_AND_WHITE = new Palette(0xFF000000, 0xFFFFFFFF);

    private static IndexedImage dithered(Image image, Palette palette, ColorSpace space, double strength)
            throws IOException {
        return new Remapper(palette, space, new FloydSteinberg(strength)).remap(image, 1);
    }

    @Test
    void indicesAreThoseOfTheNaiveVersion() throws IOException {
        int[][] sizes = {{31, 20}, {1, 25}, {25, 1}, {2, 9}, {1, 1}, {64, 48}};
        for (int seed = 0; seed < 96; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int[] size = sizes[seed % 6];
            Image image = switch (seed / 6 % 3) {
                case 0 -> Pictures.photo(seed, size[0], size[1]);
                case 1 -> Pictures.veiled(seed, size[0], size[1]);
                default -> Pictures.few(seed, size[0], size[1], 30, true);
            };
            boolean opaque = random.nextBoolean();
            Palette palette = new Palette(random.ints(1 + random.nextInt(40))
                    .map(argb -> opaque ? argb | 0xFF000000 : random.nextInt(8) == 0 ? 0 : argb)
                    .toArray());
            ColorSpace space = SPACES[random.nextInt(4)];
            float strength = random.nextBoolean() ? 1 : random.nextInt(1, 9) / 8f;
            int[] expected = NaiveFloydSteinberg.map(image, palette, space, strength);
            byte[] indices = dithered(image, palette, space, strength).indices();
            for (int i = 0; i < expected.length; i++) {
                assertThat(indices[i] & 0xFF)
                        .as("seed %d, %s, pixel %d", seed, space, i)
                        .isEqualTo(expected[i]);
            }
        }
    }

    @Test
    void strengthZeroIsNoDither() throws IOException {
        for (int seed = 0; seed < 8; seed++) {
            Image image = Pictures.veiled(seed, 40, 30);
            Palette palette = new Palette(new SplittableRandom(seed).ints(16).toArray());
            assertThat(dithered(image, palette, ColorSpace.SRGB, 0))
                    .isEqualTo(new Remapper(palette, ColorSpace.SRGB, new NoDither()).remap(image, 1));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 40, 100, 128, 200, 250})
    void theMeanOfFlatGreyIsKept(int level) throws IOException {
        int[] argb = new int[200 * 200];
        Arrays.fill(argb, 0xFF000000 | level * 0x010101);
        Image image = new Image(200, 200, argb);
        double white = dithered(image, BLACK_AND_WHITE, ColorSpace.SRGB, 1).counts()[1];
        assertThat(white / argb.length * 255).isCloseTo(level, within(2.55));
    }

    @Test
    void theMeanOfASlopeIsKeptEverywhere() throws IOException {
        int[] argb = new int[256 * 128];
        Arrays.setAll(argb, i -> 0xFF000000 | i % 256 * 0x010101);
        IndexedImage mapped = dithered(new Image(256, 128, argb), BLACK_AND_WHITE, ColorSpace.SRGB, 1);
        for (int from = 0; from < 256; from += 32) {
            double white = 0;
            for (int y = 0; y < 128; y++) {
                for (int x = from; x < from + 32; x++) {
                    white += mapped.index(x, y);
                }
            }
            assertThat(white / (32 * 128) * 255).as("columns from %d", from).isCloseTo(from + 15.5, within(5.0));
        }
    }

    @Test
    void picturesWhoseColoursAreAllThereStayAsTheyAre() throws IOException {
        for (int seed = 0; seed < 12; seed++) {
            int[] argb = Pictures.few(seed, 40, 30, 200, seed % 2 == 0).pixels();
            Image image =
                    new Image(40, 30, Arrays.stream(argb).map(Palette::visible).toArray());
            int[] colors = Arrays.stream(image.pixels()).distinct().toArray();
            IndexedImage mapped = dithered(image, new Palette(colors), SPACES[seed % 4], 1);
            assertThat(mapped.toImage()).as("seed %d", seed).isEqualTo(image);
        }
    }

    @Test
    void transparentPixelsStayAndKeepErrorsToThemselves() throws IOException {
        int[] argb = new int[60 * 30];
        for (int i = 0; i < argb.length; i++) {
            // a wall of transparent pixels, two wide, between dark grey and black
            int x = i % 60;
            argb[i] = x < 29 ? 0xFF303030 : x < 31 ? 0x00FFFFFF : 0xFF000000;
        }
        Palette palette = new Palette(0, 0xFF000000, 0xFFFFFFFF);
        IndexedImage mapped = dithered(new Image(60, 30, argb), palette, ColorSpace.SRGB, 1);
        long white = 0;
        for (int y = 0; y < 30; y++) {
            for (int x = 0; x < 60; x++) {
                assertThat(mapped.index(x, y) == 0).isEqualTo(x >= 29 && x < 31);
                white += mapped.index(x, y) == 2 ? 1 : 0;
                assertThat(x > 30 && mapped.index(x, y) == 2).as("%d, %d", x, y).isFalse();
            }
        }
        assertThat(white).isPositive();
    }

    @Test
    void opaquePixelsStayOpaqueBesideTranslucentOnes() throws IOException {
        Image image = Pictures.veiled(3, 80, 60);
        Palette palette = new Palette(0x40808080, 0xC0808080, 0xFF404040, 0xFFA0A0A0, 0xFF808080);
        IndexedImage mapped = dithered(image, palette, ColorSpace.SRGB, 1);
        int opaque = 0;
        for (int i = 0; i < image.pixels().length; i++) {
            if (image.pixels()[i] >>> 24 == 255) {
                assertThat(palette.entry(mapped.indices()[i]) >>> 24).isEqualTo(255);
                opaque++;
            }
        }
        assertThat(opaque).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
    void strengthOutOfRangeIsRefused(double strength) {
        assertThatThrownBy(() -> new FloydSteinberg(strength))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("strength must be in 0..1, was " + strength);
    }
}
