package tinct.remap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.color.ColorSpace;
import tinct.image.Image;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.reference.NaiveNearest;
import tinct.reference.Pictures;

final class OrderedDitherTest {
    private static final Palette BLACK_AND_WHITE = new Palette(0xFF000000, 0xFFFFFFFF);

    private static Palette palette(SplittableRandom random, int size, boolean opaque) {
        return new Palette(random.ints(size)
                .map(argb -> opaque ? argb | 0xFF000000 : random.nextInt(20) == 0 ? 0 : argb)
                .toArray());
    }

    private static Image flat(int argb) {
        int[] pixels = new int[64 * 64];
        Arrays.fill(pixels, argb);
        return new Image(64, 64, pixels);
    }

    private static Image tile(Image image, int x0, int y0, int width, int height) {
        int[] argb = new int[width * height];
        Arrays.setAll(argb, i -> image.argb(x0 + i % width, y0 + i / width));
        return new Image(width, height, argb);
    }

    @Test
    void tilesMappedByThemselvesAgreeWithTheWhole() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        Image image = Pictures.veiled(1, 200, 150);
        for (Ditherer ditherer : List.of(Bayer.DEFAULT, BlueNoise.DEFAULT, new BlueNoise(1), new NoDither())) {
            Remapper remapper = new Remapper(palette(random, 50, false), ColorSpace.OKLAB, ditherer);
            IndexedImage whole = remapper.remap(image, 1);
            for (int n = 0; n < 20; n++) {
                int x0 = random.nextInt(200);
                int y0 = random.nextInt(150);
                int width = 1 + random.nextInt(200 - x0);
                int height = 1 + random.nextInt(150 - y0);
                Image part = tile(image, x0, y0, width, height);
                IndexedImage mapped = remapper.remap(part, 1 + n % 3, x0, y0);
                for (int i = 0; i < width * height; i++) {
                    assertThat(mapped.indices()[i])
                            .as("%s, tile at %d, %d, pixel %d", ditherer, x0, y0, i)
                            .isEqualTo((byte) whole.index(x0 + i % width, y0 + i / width));
                }
                assertThat(remapper.remap(Pictures.rows(part), 1, x0, y0)).isEqualTo(mapped);
                assertThat(remapper.remap(part, 2, x0 - 1024, y0 - 64)).isEqualTo(mapped);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "0.85", "0.5", "0.2"})
    void betweenTwoEntriesStrengthScalesTheThresholdsAboutTheirMiddle(double strength) throws IOException {
        double scale = Math.min(strength, 1 - 1.0 / 32);
        for (Thresholds thresholds : List.of(Thresholds.bayer(), Thresholds.blueNoise())) {
            Ditherer ditherer = thresholds.side() == 8 ? new Bayer(strength) : new BlueNoise(strength);
            Remapper remapper = new Remapper(BLACK_AND_WHITE, ColorSpace.SRGB, ditherer);
            for (int level = 0; level < 256; level++) {
                byte[] indices =
                        remapper.remap(flat(0xFF000000 | level * 0x010101), 1).indices();
                for (int i = 0; i < indices.length; i++) {
                    int side = thresholds.side();
                    double threshold = thresholds.values()[i / 64 % side * side + i % 64 % side] / 65536.0;
                    // The dark entry comes first: white where the share of black is no more than the threshold.
                    double excess = 1 - level / 255.0 - (0.5 + (threshold - 0.5) * scale);
                    if (Math.abs(excess) > 1e-4) {
                        assertThat(indices[i])
                                .as("level %d, pixel %d", level, i)
                                .isEqualTo((byte) (excess > 0 ? 0 : 1));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theMeanOfAColourThatEntriesSurroundIsKept(ColorSpace space) throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        double bias = 0;
        double error = 0;
        for (int n = 0; n < 60; n++) {
            Palette palette = palette(random, 4 + random.nextInt(60), true);
            // A mixture of four entries in the working space, rounded.
            float[][] entries = space.coordinates(palette.toArray(), 3);
            float[] mixed = new float[3];
            double rest = 1;
            for (int i = 0; i < 4; i++) {
                double share = i == 3 ? rest : rest * random.nextDouble();
                rest -= share;
                for (int axis = 0; axis < 3; axis++) {
                    mixed[axis] += (float) (share * entries[axis][i]);
                }
            }
            int color = space.toArgb(mixed);
            float[][] wanted = space.coordinates(new int[] {color}, 3);
            float[] point = {wanted[0][0], wanted[1][0], wanted[2][0]};
            error += Math.sqrt(NaiveNearest.distance(entries, NaiveNearest.find(entries, point), point));
            long[] counts = new Remapper(palette, space, new BlueNoise(1))
                    .remap(flat(color), 1)
                    .counts();
            bias += distance(entries, counts, point);
        }
        assertThat(bias).isLessThan(error / 12);
        assertThat(error).isPositive();
    }

    /** From a point to the mean of entries. */
    private static double distance(float[][] entries, long[] counts, float[] point) {
        double sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            double mean = 0;
            for (int i = 0; i < counts.length; i++) {
                mean += counts[i] / 4096.0 * entries[axis][i];
            }
            sum += (mean - point[axis]) * (mean - point[axis]);
        }
        return Math.sqrt(sum);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void noOtherSharesHaveLessBiasAndNoise(int dimensions) {
        SplittableRandom random = new SplittableRandom(dimensions);
        for (int n = 0; n < 400; n++) {
            Palette palette = palette(random, 2 + random.nextInt(60), dimensions == 3);
            EntrySearch search = EntrySearch.of(palette, ColorSpace.SRGB);
            double strength = new double[] {0.3, 0.6, 0.85, 0.95}[n % 4];
            Mixer mixer = new Mixer(search, search.around(), strength);
            int d = search.dimensions();
            float[][] color = ColorSpace.SRGB.coordinates(new int[] {random.nextInt()}, d);
            int size = mixer.mix(color[0][0], color[1][0], color[2][0], d == 4 ? color[3][0] : 0);
            assertThat(size).isBetween(1, d + 1);
            double total = 0;
            double[] aim = new double[d];
            for (int i = 0; i < size; i++) {
                assertThat(mixer.share(i)).isBetween(0.0, 1.0);
                total += mixer.share(i);
                for (int axis = 0; axis < d; axis++) {
                    aim[axis] += mixer.share(i) * search.entries[axis][mixer.id(i)];
                }
            }
            assertThat(total).isCloseTo(1, within(1e-9));
            // The sum is convex in the shares. It is least if, of the point where its gradient vanishes, all entries
            // that
            // take part are equally near and no other one is nearer.
            for (int axis = 0; axis < d; axis++) {
                aim[axis] += (color[axis][0] - aim[axis]) / (1 - strength);
            }
            double least = Double.MAX_VALUE;
            for (int i = 0; i < palette.size(); i++) {
                least = Math.min(least, distance(search.entries, i, aim));
            }
            for (int i = 0; i < size; i++) {
                assertThat(distance(search.entries, mixer.id(i), aim))
                        .as("case %d, entry %d of %d", n, i, size)
                        .isCloseTo(least, within(1e-4 * least + 1e-2));
            }
        }
    }

    private static double distance(float[][] entries, int i, double[] point) {
        double sum = 0;
        for (int axis = 0; axis < point.length; axis++) {
            sum += (point[axis] - entries[axis][i]) * (point[axis] - entries[axis][i]);
        }
        return sum;
    }

    @Test
    void entriesInALineOrTwiceAreMixedToo() throws IOException {
        int[] greys = new int[40];
        Arrays.setAll(greys, i -> 0xFF000000 | i / 2 * 13 * 0x010101);
        for (Ditherer ditherer : List.of(new Bayer(1), new BlueNoise(0.9))) {
            Remapper remapper = new Remapper(new Palette(greys), ColorSpace.SRGB, ditherer);
            for (int level = 0; level < 247; level++) {
                IndexedImage mapped = remapper.remap(flat(0xFF000000 | level * 0x010101), 1);
                double mean = 0;
                for (int i = 0; i < 40; i++) {
                    mean += mapped.counts()[i] / 4096.0 * (i / 2 * 13);
                    if (mapped.counts()[i] > 0) {
                        assertThat(Math.abs(i / 2 * 13 - level)).isLessThan(13);
                    }
                }
                assertThat(mean).isCloseTo(level, within(0.7));
            }
        }
    }
}
