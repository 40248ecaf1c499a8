package tinct.remap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.color.ColorSpace;
import tinct.image.Image;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.reference.Pictures;

/** What all ditherers promise. */
final class DitherersTest {
    private static final ColorSpace[] SPACES = ColorSpace.values();
    private static final List<DoubleFunction<Ditherer>> KINDS =
            List.of(AutoDither::new, FloydSteinberg::new, Atkinson::new, Bayer::new, BlueNoise::new);

    static List<Ditherer> ditherers() {
        return List.of(
                AutoDither.DEFAULT,
                new AutoDither(1),
                FloydSteinberg.DEFAULT,
                Atkinson.DEFAULT,
                Bayer.DEFAULT,
                new Bayer(1),
                BlueNoise.DEFAULT,
                new BlueNoise(1),
                new BlueNoise(0.3));
    }

    private static Palette palette(int seed, boolean opaque) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Palette(random.ints(1 + random.nextInt(60))
                .map(argb -> opaque ? argb | 0xFF000000 : random.nextInt(8) == 0 ? 0 : argb)
                .toArray());
    }

    @ParameterizedTest
    @MethodSource("ditherers")
    void picturesWhoseColoursAreAllThereStayAsTheyAre(Ditherer ditherer) throws IOException {
        for (int seed = 0; seed < 12; seed++) {
            int[] argb = Pictures.few(seed, 40, 30, 200, seed % 2 == 0).pixels();
            Image image =
                    new Image(40, 30, Arrays.stream(argb).map(Palette::visible).toArray());
            int[] colors = Arrays.stream(image.pixels()).distinct().toArray();
            IndexedImage mapped = new Remapper(new Palette(colors), SPACES[seed % 4], ditherer).remap(image, 1);
            assertThat(mapped.toImage()).as("seed %d", seed).isEqualTo(image);
        }
    }

    @Test
    void strengthZeroIsNoDither() throws IOException {
        for (DoubleFunction<Ditherer> kind : KINDS) {
            for (int seed = 0; seed < 8; seed++) {
                Image image = Pictures.veiled(seed, 60, 40);
                Remapper plain = new Remapper(palette(seed, seed % 2 == 0), SPACES[seed % 4], new NoDither());
                Remapper weak = new Remapper(plain.palette(), plain.space(), kind.apply(0));
                assertThat(weak.remap(image, 1)).isEqualTo(plain.remap(image, 1));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ditherers")
    void threadsAndRowsDoNotMatter(Ditherer ditherer) throws IOException {
        for (boolean opaque : new boolean[] {false, true}) {
            // Large enough for seven threads, with few enough colours to be quick.
            int[] small = Pictures.veiled(1, 100, 75).pixels();
            int[] argb = new int[400 * 300];
            Arrays.setAll(argb, i -> small[i / 1600 * 100 + i % 400 / 4]);
            Image image = new Image(400, 300, argb);
            Remapper remapper = new Remapper(palette(1, opaque), ColorSpace.OKLAB, ditherer);
            IndexedImage one = remapper.remap(image, 1);
            assertThat(remapper.remap(image, 2)).isEqualTo(one);
            assertThat(remapper.remap(image, 7)).isEqualTo(one);
            assertThat(remapper.remap(Pictures.rows(image), 7)).isEqualTo(one);
        }
    }

    @ParameterizedTest
    @MethodSource("ditherers")
    void transparentPixelsStaySoAndOpaqueOnesToo(Ditherer ditherer) throws IOException {
        Image image = Pictures.veiled(3, 80, 60);
        Palette palette =
                new Palette(0x40808080, 0, 0xC0808080, 0xFF404040, 0xFFA0A0A0, 0xFF806040, 0xFF808080, 0xE0FFFFFF);
        IndexedImage plain = new Remapper(palette, ColorSpace.SRGB, new NoDither()).remap(image, 1);
        IndexedImage mapped = new Remapper(palette, ColorSpace.SRGB, ditherer).remap(image, 1);
        int opaque = 0;
        int clear = 0;
        for (int i = 0; i < image.pixels().length; i++) {
            int alpha = image.pixels()[i] >>> 24;
            int entry = palette.entry(mapped.indices()[i]);
            if (alpha == 0) {
                assertThat(entry).isZero();
                clear++;
            } else if (alpha == 255 && palette.entry(plain.indices()[i]) >>> 24 == 255) {
                assertThat(entry >>> 24).isEqualTo(255);
                opaque++;
            }
        }
        assertThat(opaque).isGreaterThan(100);
        assertThat(clear).isGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("ditherers")
    void picturesOfAnyShapeAreMapped(Ditherer ditherer) throws IOException {
        int[][] sizes = {{1, 1}, {1, 50}, {50, 1}, {2, 2}, {3, 40}, {12, 12}, {11, 13}, {13, 11}, {25, 12}, {12, 25}};
        for (int[] size : sizes) {
            Image image = Pictures.photo(1, size[0], size[1]);
            for (int entries : new int[] {1, 2, 3, 20}) {
                int[] colors = Arrays.copyOf(palette(entries, true).toArray(), entries);
                IndexedImage mapped = new Remapper(new Palette(colors), ColorSpace.SRGB, ditherer).remap(image, 2);
                assertThat(mapped.width()).isEqualTo(size[0]);
                assertThat(mapped.height()).isEqualTo(size[1]);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "auto, 3fa81a46",
        "atkinson, d438badd",
        "bayer, 3d1279f9",
        "blue-noise, 8baec5cf",
    })
    void indicesAreTheSameEverywhere(String name, String digest) throws IOException {
        Ditherer ditherer = switch (name) {
            case "auto" -> AutoDither.DEFAULT;
            case "atkinson" -> Atkinson.DEFAULT;
            case "bayer" -> Bayer.DEFAULT;
            default -> BlueNoise.DEFAULT;
        };
        CRC32 crc = new CRC32();
        for (ColorSpace space : SPACES) {
            crc.update(new Remapper(palette(5, false), space, ditherer)
                    .remap(Pictures.veiled(5, 90, 60), 1)
                    .indices());
            crc.update(new Remapper(palette(7, true), space, ditherer)
                    .remap(slopes(), 1)
                    .indices());
        }
        assertThat("%08x".formatted(crc.getValue())).isEqualTo(digest);
    }

    private static Image slopes() {
        int[] argb = new int[90 * 60];
        Arrays.setAll(argb, i -> 0xFF000000 | i % 90 * 2 << 16 | i / 90 * 3 << 8 | 200 - i % 90);
        return new Image(90, 60, argb);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
    void strengthOutOfRangeIsRefused(double strength) {
        for (DoubleFunction<Ditherer> kind : KINDS) {
            assertThatThrownBy(() -> kind.apply(strength))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("strength must be in 0..1, was " + strength);
        }
    }
}
