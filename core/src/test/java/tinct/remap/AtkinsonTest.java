package tinct.remap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tinct.color.ColorSpace;
import tinct.image.Image;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.reference.NaiveAtkinson;
import tinct.reference.Pictures;

final class AtkinsonTest {
    private static final ColorSpace[] SPACES = ColorSpace.values();

    @Test
    void indicesAreThoseOfTheNaiveVersion() throws IOException {
        int[][] sizes = {{31, 20}, {1, 25}, {25, 1}, {2, 9}, {1, 1}, {64, 48}};
        for (int seed = 0; seed < 96; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int[] size = sizes[seed % 6];
            Image image = switch (seed / 6 % 3) {
                case 0 -> Pictures.photo(seed, size[0], size[1]);
                case 1 -> Pictures.veiled(seed, size[0], size[1]);
                default -> holed(seed, size[0], size[1]);
            };
            boolean opaque = random.nextInt(3) == 0;
            Palette palette = new Palette(random.ints(1 + random.nextInt(40))
                    .map(argb -> opaque ? argb | 0xFF000000 : random.nextInt(8) == 0 ? 0 : argb)
                    .toArray());
            ColorSpace space = SPACES[random.nextInt(4)];
            float strength = random.nextBoolean() ? 1 : random.nextInt(1, 9) / 8f;
            int[] expected = NaiveAtkinson.map(image, palette, space, strength);
            byte[] indices = new Remapper(palette, space, new Atkinson(strength))
                    .remap(image, 1)
                    .indices();
            for (int i = 0; i < expected.length; i++) {
                assertThat(indices[i] & 0xFF)
                        .as("seed %d, %s, pixel %d", seed, space, i)
                        .isEqualTo(expected[i]);
            }
        }
    }

    /** A picture in which every fifth pixel or so is clear. */
    private static Image holed(int seed, int width, int height) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] argb = Pictures.photo(seed, width, height).pixels().clone();
        Arrays.setAll(argb, i -> random.nextInt(5) == 0 ? 0 : argb[i]);
        return new Image(width, height, argb);
    }

    @Test
    void errorDoesNotLeapOverAWallOfOneTransparentPixel() throws IOException {
        int[] argb = new int[41 * 41];
        Arrays.setAll(
                argb, i -> i % 41 == 20 || i / 41 == 20 ? 0 : i % 41 < 20 && i / 41 < 20 ? 0xFF303030 : 0xFF000000);
        Palette palette = new Palette(0, 0xFF000000, 0xFFFFFFFF);
        IndexedImage mapped =
                new Remapper(palette, ColorSpace.SRGB, Atkinson.DEFAULT).remap(new Image(41, 41, argb), 1);
        int white = 0;
        for (int i = 0; i < argb.length; i++) {
            if (mapped.indices()[i] == 2) {
                white++;
                assertThat(argb[i]).as("pixel %d", i).isEqualTo(0xFF303030);
            }
        }
        assertThat(white).isPositive();
    }
}
