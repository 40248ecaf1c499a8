package tinct.remap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tinct.Settings;
import tinct.Tinct;
import tinct.color.ColorSpace;
import tinct.image.Image;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.metrics.Ssimulacra2;
import tinct.samples.Samples;

final class AutoDitherTest {
    private static final int SIDE = 12;

    private static Palette palette(Image image, int colors) {
        return Tinct.compress(image, Settings.DEFAULT.withMaxColors(colors)).palette();
    }

    private static IndexedImage mapped(Image image, Palette palette, Ditherer ditherer) throws IOException {
        return new Remapper(palette, ColorSpace.SRGB, ditherer).remap(image, 1);
    }

    private static Image ramp() {
        int[] argb = new int[240 * 120];
        Arrays.setAll(argb, i -> {
            int x = i % 240, y = i / 240;
            return 0xFF000000 | x * 3 / 4 << 16 | (x + y) / 3 + 40 << 8 | 200 - x / 2;
        });
        return new Image(240, 120, argb);
    }

    @Test
    void smoothPicturesLookBetterThanWithBands() throws IOException {
        for (Image image : new Image[] {ramp(), Samples.image("landscape")}) {
            Ssimulacra2 original = Ssimulacra2.of(image, 2);
            Palette palette = palette(image, 24);
            double plain = original.score(mapped(image, palette, new NoDither()), 2);
            double auto = original.score(mapped(image, palette, AutoDither.DEFAULT), 2);
            assertThat(auto).isGreaterThan(plain + 10);
        }
    }

    @Test
    void drawingsKeepTheirNearestEntries() throws IOException {
        Image diagram = Samples.image("diagram");
        for (int colors : new int[] {2, 4, 8, 16}) {
            Palette palette = palette(diagram, colors);
            assertThat(mapped(diagram, palette, AutoDither.DEFAULT))
                    .as("%d colours", colors)
                    .isEqualTo(mapped(diagram, palette, new NoDither()));
        }
    }

    @Test
    void textureKeepsItsNearestEntries() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        int[] argb = new int[100 * 100];
        Arrays.setAll(argb, i -> 0xFF000000 | random.nextInt(100, 160) << 16 | random.nextInt(100, 160) << 8 | 90);
        Image image = new Image(100, 100, argb);
        Palette palette = palette(image, 16);
        assertThat(mapped(image, palette, AutoDither.DEFAULT)).isEqualTo(mapped(image, palette, new NoDither()));
    }

    @Test
    void flatAreasAndEdgesOfASmoothPictureKeepTheirNearestEntries() throws IOException {
        int[] argb = ramp().pixels().clone();
        for (int i = 0; i < argb.length; i++) {
            int x = i % 240, y = i / 240;
            if (x > 150) {
                argb[i] = x % 16 == 0 || y % 20 == 0 ? 0xFF101010 : 0xFFE0D8D0; // a grid on paper
            }
        }
        Image image = new Image(240, 120, argb);
        Palette palette = new Palette(palette(ramp(), 16).toArray());
        IndexedImage plain = mapped(image, palette, new NoDither());
        IndexedImage auto = mapped(image, palette, new AutoDither(1));
        int changed = 0;
        for (int i = 0; i < argb.length; i++) {
            if (i % 240 > 150) {
                assertThat(auto.indices()[i]).as("pixel %d", i).isEqualTo(plain.indices()[i]);
            } else if (auto.indices()[i] != plain.indices()[i]) {
                changed++;
            }
        }
        assertThat(changed).isGreaterThan(1000);
    }

    @Test
    void faintEdgesOfFlatAreasAreNoSlope() throws IOException {
        int[] argb = new int[100 * 100];
        Arrays.setAll(argb, i -> i % 100 / 10 % 2 == 0 ? 0xFFF0F0F0 : i / 100 < 50 ? 0xFFF8F4F0 : 0xFFE8ECF0);
        Image image = new Image(100, 100, argb);
        Palette palette = new Palette(0xFFFFFFFF, 0xFFD0D0D0, 0xFF000000, 0xFFE0F0FF);
        assertThat(mapped(image, palette, AutoDither.DEFAULT)).isEqualTo(mapped(image, palette, new NoDither()));
    }

    @Test
    void coloursThatAreEntriesStay() throws IOException {
        Image image = ramp();
        int[] colors = Arrays.copyOf(palette(image, 12).toArray(), 24);
        for (int i = 12; i < 24; i++) {
            colors[i] = image.pixels()[i * 1117];
        }
        Palette palette = new Palette(colors);
        IndexedImage auto = mapped(image, palette, new AutoDither(1));
        int exact = 0;
        for (int i = 0; i < image.pixels().length; i++) {
            int color = image.pixels()[i];
            if (Arrays.stream(colors).anyMatch(entry -> entry == color)) {
                assertThat(palette.entry(auto.indices()[i] & 0xFF)).isEqualTo(color);
                exact++;
            }
        }
        assertThat(exact).isGreaterThanOrEqualTo(12);
    }

    @Test
    void areasAreThoseOfTheNaiveVersion() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        for (int n = 0; n < 16; n++) {
            int width = 1 + random.nextInt(40);
            int height = 1 + random.nextInt(40);
            int rough = random.nextInt(1, 200);
            int[] argb = new int[width * height];
            Arrays.setAll(argb, i -> {
                int x = i % width, y = i / width;
                int noise = random.nextInt(rough) == 0 ? random.nextInt(40) : random.nextInt(2);
                return 0xFF000000 | (x > y ? 100 + x + noise : 30 + (x + y) / 3) << 16 | x << 8 | y * 2;
            });
            Image image = new Image(width, height, argb);
            Palette palette = new Palette(random.ints(2 + random.nextInt(30))
                    .map(entry -> entry | 0xFF000000)
                    .toArray());
            byte[] indices = mapped(image, palette, new NoDither()).indices();
            SmoothAreas areas = new SmoothAreas(width, palette);
            boolean[] smooth = new boolean[width];
            boolean[][] expected = smooth(image, palette, indices);
            for (int y = 0; y < height + SmoothAreas.DELAY; y++) {
                if (y < height) {
                    areas.add(Arrays.copyOfRange(argb, y * width, (y + 1) * width), indices, y * width);
                }
                if (y >= SmoothAreas.DELAY) {
                    areas.judge(y - SmoothAreas.DELAY, smooth);
                    assertThat(smooth)
                            .as("case %d, row %d", n, y - SmoothAreas.DELAY)
                            .isEqualTo(expected[y - SmoothAreas.DELAY]);
                }
            }
        }
    }

    /** For each pixel the four squares it is a corner of, or that begin at the border instead, step by step. */
    private static boolean[][] smooth(Image image, Palette palette, byte[] indices) {
        Steps steps = new Steps(image, palette, indices);
        boolean[][] smooth = new boolean[image.height()][image.width()];
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                int left = Math.max(0, x - SIDE + 1);
                int top = Math.max(0, y - SIDE + 1);
                boolean any =
                        steps.smooth(left, top) || steps.smooth(x, top) || steps.smooth(left, y) || steps.smooth(x, y);
                smooth[y][x] = any && !steps.rough(x, y);
            }
        }
        return smooth;
    }

    /** The steps of a picture: 0 none, 1 tiny, 2 small, 3 large. */
    private record Steps(Image image, Palette palette, byte[] indices) {
        boolean rough(int x, int y) {
            return kind(x, y, x - 1, y) == 3
                    || kind(x, y, x, y - 1) == 3
                    || kind(x + 1, y, x, y) == 3
                    || kind(x, y + 1, x, y) == 3;
        }

        boolean smooth(int left, int top) {
            if (left + SIDE > image.width() || top + SIDE > image.height()) {
                return false;
            }
            int[] counts = new int[4];
            for (int y = top; y < top + SIDE; y++) {
                for (int x = left; x < left + SIDE; x++) {
                    counts[kind(x, y, x - 1, y)]++;
                    counts[kind(x, y, x, y - 1)]++;
                }
            }
            return counts[3] <= 8 && (counts[1] >= 11 || counts[1] + counts[2] >= 72);
        }

        /** Of the step to a pixel from the one before it, by the entry of the former. */
        int kind(int x, int y, int fromX, int fromY) {
            if (fromX < 0 || fromY < 0 || x >= image.width() || y >= image.height()) {
                return 0;
            }
            int step = squared(image.argb(x, y), image.argb(fromX, fromY));
            if (step == 0) {
                return 0;
            }
            int entry = palette.entry(indices[y * image.width() + x] & 0xFF);
            int[] distances = new int[palette.size()];
            Arrays.setAll(distances, i -> squared(entry, palette.entry(i)));
            Arrays.sort(distances);
            int large = Math.min(24 * 24, distances[Math.min(2, distances.length - 1)]);
            return step > large ? 3 : step > 12 ? 2 : 1;
        }
    }

    private static int squared(int a, int b) {
        int sum = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            int d = (a >> shift & 0xFF) - (b >> shift & 0xFF);
            sum += d * d;
        }
        return sum;
    }
}
