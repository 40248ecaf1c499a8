package tinct.remap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tinct.Settings;
import tinct.Tinct;
import tinct.color.ColorSpace;
import tinct.histogram.Histogram;
import tinct.image.Image;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.palette.KMeansQuantizer;
import tinct.reference.Pictures;

@Tag("slow")
final class RateAwareTest {
    private static Palette palette(Image image, int colors) {
        return KMeansQuantizer.DEFAULT
                .quantize(Histogram.of(image.pixels(), 1), colors, 1)
                .palette();
    }

    private static byte[] map(Image image, Palette palette, Ditherer ditherer) throws IOException {
        return new Remapper(palette, ColorSpace.OKLAB, ditherer).remap(image, 2).indices();
    }

    @Test
    void levelZeroTakesTheNearestEntries() throws IOException {
        for (Image image : List.of(Pictures.photo(1, 80, 60), Pictures.veiled(2, 60, 60), Pictures.random(3, 30, 30))) {
            Palette palette = palette(image, 50);
            for (ColorSpace space : ColorSpace.values()) {
                assertThat(new Remapper(palette, space, new RateAware(0)).remap(image, 1))
                        .isEqualTo(new Remapper(palette, space, new NoDither()).remap(image, 1));
            }
        }
    }

    @Test
    void threadsAndRowsDoNotMatter() throws IOException {
        Image image = Pictures.photo(4, 640, 480);
        for (Coder coder : Coder.values()) {
            Remapper remapper = new Remapper(palette(image, 60), ColorSpace.SRGB, new RateAware(30, 1, coder));
            IndexedImage one = remapper.remap(image, 1);
            assertThat(remapper.remap(image, 2)).isEqualTo(one);
            assertThat(remapper.remap(image, 7)).isEqualTo(one);
            assertThat(remapper.remap(Pictures.rows(image), 7)).isEqualTo(one);
        }
    }

    @Test
    void tinyPicturesAreMapped() throws IOException {
        int[][] sizes = {{1, 1}, {1, 2}, {2, 1}, {1, 300}, {300, 1}, {2, 2}, {3, 3}, {5, 40}};
        for (int[] size : sizes) {
            Image image = Pictures.veiled(7, size[0], size[1]);
            for (double level : new double[] {1, 30, 100}) {
                for (int effort = 1; effort <= 9; effort += 4) {
                    Palette palette = palette(image, 20);
                    for (Coder coder : Coder.values()) {
                        byte[] indices = map(image, palette, new RateAware(level, effort, coder));
                        for (byte index : indices) {
                            palette.entry(index & 0xFF);
                        }
                        assertThat(indices).hasSize(size[0] * size[1]);
                    }
                }
            }
        }
    }

    @Test
    void paletteOfOneEntryIsEnough() throws IOException {
        assertThat(map(Pictures.photo(1, 20, 20), new Palette(0xFF808080), new RateAware(50)))
                .containsOnly(0);
        assertThat(map(Pictures.veiled(1, 20, 20), new Palette(0x80808080), new RateAware(50)))
                .containsOnly(0);
    }

    @ParameterizedTest
    @EnumSource(Coder.class)
    void transparentPixelsStayTransparentAndNoOthersTurn(Coder coder) throws IOException {
        for (int seed = 0; seed < 4; seed++) {
            Image image = Pictures.veiled(seed, 100, 60);
            Palette palette = palette(image, 40);
            byte[] nearest = map(image, palette, new NoDither());
            for (double level : new double[] {20, 100}) {
                byte[] indices = map(image, palette, new RateAware(level).withCoder(coder));
                for (int i = 0; i < indices.length; i++) {
                    int alpha = image.pixels()[i] >>> 24;
                    int plain = palette.entry(nearest[i] & 0xFF);
                    int mapped = palette.entry(indices[i] & 0xFF);
                    boolean right = alpha == 0
                            ? mapped == 0
                            : (plain == 0 || mapped != 0)
                                    && (alpha < 255 || plain >>> 24 < 255 || mapped >>> 24 == 255);
                    if (!right) {
                        fail("seed %d, pixel %d: %08x became %08x", seed, i, image.pixels()[i], mapped);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Coder.class)
    void pixelsBesideTransparentOnesKeepTheirEntry(Coder coder) throws IOException {
        // A disk cut out of a photograph.
        int size = 120;
        int[] argb = Pictures.photo(2, size, size).pixels().clone();
        for (int i = 0; i < argb.length; i++) {
            int x = i % size - 60;
            int y = i / size - 60;
            argb[i] = x * x + y * y < 50 * 50 ? argb[i] : 0;
        }
        Image image = new Image(size, size, argb);
        Palette palette = palette(image, 64);
        byte[] nearest = map(image, palette, new NoDither());
        byte[] indices = map(image, palette, new RateAware(20).withCoder(coder));
        int edge = 0;
        for (int i = size + 1; i < argb.length - size - 1; i++) {
            if (argb[i] != 0 && (argb[i - 1] == 0 || argb[i + 1] == 0 || argb[i - size] == 0 || argb[i + size] == 0)) {
                assertThat(indices[i]).as("pixel %d", i).isEqualTo(nearest[i]);
                edge++;
            }
        }
        assertThat(edge).isGreaterThan(200);
        assertThat(indices).isNotEqualTo(nearest);
    }

    @ParameterizedTest
    @EnumSource(Coder.class)
    void drawnAreasBesideAPhotographStayAsTheyAre(Coder coder) throws IOException {
        Image image = page(new SplittableRandom(5), Pictures.photo(5, 160, 160));
        Palette palette = palette(image, 128);
        for (double level : new double[] {10, 20}) {
            byte[] nearest = map(image, palette, new NoDither());
            byte[] indices = map(image, palette, new RateAware(level).withCoder(coder));
            for (int y = 0; y < 160; y++) {
                assertThat(Arrays.copyOfRange(indices, y * 320, y * 320 + 160))
                        .as("level %s, row %d", level, y)
                        .isEqualTo(Arrays.copyOfRange(nearest, y * 320, y * 320 + 160));
            }
            assertThat(indices).isNotEqualTo(nearest);
        }
    }

    @Test
    void aNoisyGradientBetweenFillsIsNoDrawing() throws IOException {
        // All its colours are in the palette, and many are beside others of the same.
        SplittableRandom random = new SplittableRandom(3);
        int[] argb = new int[200 * 100];
        for (int i = 0; i < argb.length; i++) {
            int x = i % 200;
            int grey = x < 20 ? 60 : x >= 180 ? 220 : 60 + x - 20 + random.nextInt(4);
            argb[i] = 0xFF000000 | 0x10101 * grey;
        }
        Image image = new Image(200, 100, argb);
        Palette palette = palette(image, 256);
        byte[] nearest = map(image, palette, new NoDither());
        byte[] indices = map(image, palette, new RateAware(20));
        int others = 0;
        for (int i = 0; i < indices.length; i++) {
            int x = i % 200;
            if (x < 20 || x >= 180) {
                assertThat(indices[i]).as("pixel %d", i).isEqualTo(nearest[i]);
            } else if (indices[i] != nearest[i]) {
                others++;
            }
        }
        assertThat(others).isGreaterThan(3000);
    }

    @ParameterizedTest
    @EnumSource(Coder.class)
    void entriesThatAPlainMapUsesStayInUse(Coder coder) throws IOException {
        Image image = Pictures.photo(8, 120, 90);
        Palette palette = palette(image, 256);
        byte[] nearest = map(image, palette, new NoDither());
        byte[] indices = map(image, palette, new RateAware(100).withCoder(coder));
        assertThat(used(indices)).isEqualTo(used(nearest));
    }

    private static Set<Byte> used(byte[] indices) {
        Set<Byte> used = new HashSet<>();
        for (byte index : indices) {
            used.add(index);
        }
        return used;
    }

    @Test
    void faintLinesOnAFillStay() throws IOException {
        int[] argb = Pictures.photo(3, 160, 80).pixels().clone();
        for (int i = 0; i < argb.length; i++) {
            int x = i % 160;
            int y = i / 160;
            if (x < 80) {
                argb[i] = x == 30 || y == 40 || x == y ? 0xFF2B2B2B : 0xFF282828;
            }
        }
        Image image = new Image(160, 80, argb);
        Palette palette = palette(image, 200);
        byte[] nearest = map(image, palette, new NoDither());
        byte[] indices = map(image, palette, new RateAware(20));
        for (int i = 0; i < argb.length; i++) {
            if (i % 160 < 80) {
                assertThat(indices[i]).as("pixel %d", i).isEqualTo(nearest[i]);
            }
        }
        assertThat(indices).isNotEqualTo(nearest);
    }

    /** Left, on white: lines of one pixel, a grid, letters with soft edges; right, a photograph. */
    private static Image page(SplittableRandom random, Image photo) {
        int[] argb = new int[320 * 160];
        for (int i = 0; i < argb.length; i++) {
            int x = i % 320;
            int y = i / 320;
            argb[i] = x >= 160 ? photo.argb(x - 160, y) : -1;
            if (x < 160 && (y == 10 || x == 20 || x == y)) {
                argb[i] = 0xFF202020;
            } else if (x < 160 && y > 100 && (x % 8 == 0 || y % 8 == 0)) {
                argb[i] = 0xFFD0D0FF;
            }
        }
        // Strokes of a dark core with an edge of one of a few greys on each side.
        for (int letter = 0; letter < 60; letter++) {
            int x = 30 + letter % 15 * 8;
            int y = 20 + letter / 15 * 18;
            for (int dy = 0; dy < 9; dy++) {
                int soft = 0x33 * (1 + random.nextInt(4));
                argb[(y + dy) * 320 + x] = 0xFF000000 | 0x10101 * soft;
                argb[(y + dy) * 320 + x + 1] = 0xFF101010;
                argb[(y + dy) * 320 + x + 2] = 0xFF000000 | 0x10101 * (0xFF - soft);
            }
        }
        return new Image(320, 160, argb);
    }

    @Test
    void picturesOfFewColoursStayExact() {
        Image image = Pictures.few(3, 200, 100, 200, true);
        Settings settings = Settings.DEFAULT
                .withQuantizer(KMeansQuantizer.DEFAULT.withSpace(ColorSpace.OKLAB))
                .withDitherer(new RateAware(100));
        IndexedImage result = Tinct.compress(image, settings).image();
        for (int i = 0; i < image.pixels().length; i++) {
            assertThat(result.palette().entry(result.indices()[i] & 0xFF))
                    .isEqualTo(Palette.visible(image.pixels()[i]));
        }
    }

    @Test
    void wrongOptionsAreRefused() {
        assertThatThrownBy(() -> new RateAware(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("level must be in 0..100, was -1.0");
        assertThatThrownBy(() -> new RateAware(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RateAware(101)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RateAware(1, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("effort must be in 1..9, was 10");
    }
}
