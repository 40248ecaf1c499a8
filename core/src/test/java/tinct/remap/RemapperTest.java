package tinct.remap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tinct.color.ColorSpace;
import tinct.image.Image;
import tinct.image.IndexedColors;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.image.PixelRows;
import tinct.reference.NaiveNearest;
import tinct.reference.Pictures;

final class RemapperTest {
    private static final ColorSpace[] SPACES = ColorSpace.values();

    private static List<Image> pictures(int seed) {
        return List.of(
                Pictures.photo(seed, 61, 40),
                Pictures.veiled(seed, 50, 33),
                Pictures.random(seed, 40, 40),
                Pictures.few(seed, 90, 20, 12, true));
    }

    private static Palette palette(SplittableRandom random, boolean opaque) {
        return new Palette(random.ints(1 + random.nextInt(256))
                .map(argb -> opaque ? argb | 0xFF000000 : random.nextInt(20) == 0 ? 0 : argb)
                .toArray());
    }

    @Test
    void whatIsKnownOfAnOpaqueColourIsNotTakenForOneWithAlpha() throws IOException {
        Palette palette = new Palette(new int[] {0x00000000, 0xFF000000, 0xFFFFFFFF});
        Image image = new Image(3, 1, new int[] {0xFFF0F0F0, 0x10F0F0F0, 0x00F0F0F0});
        IndexedColors known = new IndexedColors(new int[] {0xFFF0F0F0, 0x10F0F0F0}, new int[] {2, 1});
        Remapper remapper = new Remapper(palette, ColorSpace.SRGB, new NoDither());
        assertThat(remapper.remap(image, known, 1).indices()).containsExactly(2, 0, 0);
    }

    @Test
    void everyIndexOfAFullPaletteIsFoundWhereAllColoursAreKnown() throws IOException {
        int[] greys =
                IntStream.range(0, 256).map(i -> 0xFF000000 | 0x010101 * i).toArray();
        int[] known =
                IntStream.range(0, 512).map(i -> greys[i % 256] ^ i / 256).toArray(); // each and its neighbour in blue
        Palette palette = new Palette(greys);
        Remapper remapper = new Remapper(palette, ColorSpace.SRGB, new NoDither());
        Image image = new Image(known.length, 1, known);
        byte[] expected = remapper.remap(image, 1).indices();
        int[] indices =
                IntStream.range(0, known.length).map(i -> expected[i] & 0xFF).toArray();
        assertThat(remapper.remap(image, new IndexedColors(known, indices), 2).indices())
                .isEqualTo(expected);
    }

    @Test
    void whatIsKnownIsTakenAndTheRestIsSearched() throws IOException {
        for (int seed = 0; seed < 10; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Image image = Pictures.photo(seed, 80, 60);
            Remapper remapper = new Remapper(palette(random, true), ColorSpace.SRGB, new NoDither());
            byte[] expected = remapper.remap(image, 1).indices().clone();
            int[] known = IntStream.of(image.pixels())
                    .distinct()
                    .filter(c -> random.nextInt(3) > 0)
                    .toArray();
            int[] indices =
                    random.ints(known.length, 0, remapper.palette().size()).toArray();
            for (int i = 0; i < expected.length; i++) {
                for (int at = 0; at < known.length; at++) {
                    expected[i] = known[at] == image.pixels()[i] ? (byte) indices[at] : expected[i];
                }
            }
            IndexedColors colors = new IndexedColors(known, indices);
            assertThat(remapper.remap(image, colors, 1).indices())
                    .as("seed %d", seed)
                    .isEqualTo(expected);
            assertThat(remapper.remap(image, colors, 3).indices())
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
    }

    @Test
    void aLargePictureGetsTheIndicesOfItsColours() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        Image colors = Pictures.random(5, 64, 64);
        int[] argb = new int[2100 * 2100];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = colors.pixels()[i * 31 % 4096];
        }
        Remapper remapper = new Remapper(palette(random, true), ColorSpace.OKLAB, new NoDither());
        byte[] ofColors = remapper.remap(colors, 1).indices();
        byte[] large = remapper.remap(new Image(2100, 2100, argb), 2).indices();
        byte[] expected = new byte[large.length];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = ofColors[i * 31 % 4096];
        }
        assertThat(large).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void everyPixelGetsItsNearestEntry(ColorSpace space) throws IOException {
        for (int seed = 0; seed < 10; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Palette palette = palette(random, seed % 2 == 0);
            Remapper remapper = new Remapper(palette, space, new NoDither());
            for (Image image : pictures(seed)) {
                IndexedImage mapped = remapper.remap(image, 1);
                float[][] entries = space.coordinates(palette.toArray(), palette.opaque() ? 3 : 4);
                float[][] pixels = space.coordinates(image.pixels(), entries.length);
                for (int i = 0; i < image.pixels().length; i++) {
                    float[] point = new float[entries.length];
                    for (int axis = 0; axis < point.length; axis++) {
                        point[axis] = pixels[axis][i];
                    }
                    assertThat(mapped.indices()[i] & 0xFF)
                            .as("seed %d, pixel %d", seed, i)
                            .isEqualTo(NaiveNearest.find(entries, point));
                }
                assertThat(mapped.palette()).isEqualTo(palette);
                assertThat(remapper.remap(Pictures.rows(image), 2)).isEqualTo(mapped);
            }
        }
    }

    @Test
    void threadsAndRowsDoNotMatter() throws IOException {
        Image image = Pictures.veiled(1, 500, 300);
        Palette palette = palette(new SplittableRandom(1), false);
        for (Ditherer ditherer : List.of(new NoDither(), new FloydSteinberg(0.8))) {
            Remapper remapper = new Remapper(palette, ColorSpace.OKLAB, ditherer);
            IndexedImage one = remapper.remap(image, 1);
            assertThat(remapper.remap(image, 2)).isEqualTo(one);
            assertThat(remapper.remap(image, 7)).isEqualTo(one);
            assertThat(remapper.remap(Pictures.rows(image), 7)).isEqualTo(one);
        }
    }

    @Test
    void mappingAMappedPictureChangesNothing() throws IOException {
        for (int seed = 0; seed < 12; seed++) {
            Palette palette = palette(new SplittableRandom(seed), seed % 2 == 0);
            ColorSpace space = SPACES[seed % 4];
            Remapper remapper = new Remapper(palette, space, new NoDither());
            for (Image image : pictures(seed)) {
                IndexedImage mapped = remapper.remap(image, 1);
                assertThat(remapper.remap(mapped, 1)).as("seed %d", seed).isEqualTo(mapped);
            }
        }
    }

    @Test
    void transparentPixelsGetTheTransparentEntryAndNoOthersDo() throws IOException {
        Palette palette = new Palette(0x10000000, 0, 0xFFFFFFFF, 0xFF000000);
        Image image = new Image(4, 1, new int[] {0x00FFFFFF, 0xFF000000, 0, 0x20000000});
        for (Ditherer ditherer : List.of(new NoDither(), new FloydSteinberg(1))) {
            for (ColorSpace space : ColorSpace.values()) {
                byte[] indices =
                        new Remapper(palette, space, ditherer).remap(image, 1).indices();
                assertThat(indices[0]).isEqualTo((byte) 1);
                assertThat(indices[1]).isEqualTo((byte) 3);
                assertThat(indices[2]).isEqualTo((byte) 1);
                assertThat(indices[3]).isNotEqualTo((byte) 1);
            }
        }
    }

    @Test
    void opaquePalettesIgnoreAlpha() throws IOException {
        Palette palette = new Palette(0xFF000000, 0xFFFF0000);
        Image image = new Image(2, 1, new int[] {0x10FF0000, 0x80200000});
        assertThat(new Remapper(palette, ColorSpace.SRGB, new NoDither())
                        .remap(image, 1)
                        .indices())
                .containsExactly(1, 0);
    }

    @Test
    void ofEqualEntriesTheFirstIsTaken() throws IOException {
        Palette palette = new Palette(-1, 0xFF0000FF, 0xFF0000FF, -1, 0, 0);
        Image image = new Image(3, 1, new int[] {0xFF0000FE, -1, 0});
        for (Ditherer ditherer : List.of(new NoDither(), new FloydSteinberg(1))) {
            assertThat(new Remapper(palette, ColorSpace.SRGB, ditherer)
                            .remap(image, 1)
                            .indices())
                    .containsExactly(1, 0, 4);
        }
    }

    @Test
    void picturesTooLargeForAnArrayAreRefusedUnread() {
        PixelRows huge = new PixelRows() {
            @Override
            public int width() {
                return 1 << 16;
            }

            @Override
            public int height() {
                return 1 << 16;
            }

            @Override
            public RowReader open() {
                throw new AssertionError("opened");
            }
        };
        Remapper remapper = new Remapper(new Palette(0), ColorSpace.SRGB, new NoDither());
        assertThatThrownBy(() -> remapper.remap(huge, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("4294967296 pixels do not fit in one array of indices");
    }
}
