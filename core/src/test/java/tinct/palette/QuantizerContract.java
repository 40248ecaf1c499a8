package tinct.palette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tinct.histogram.Histogram;
import tinct.image.Image;
import tinct.image.Palette;
import tinct.reference.NaiveNearest;
import tinct.reference.Pictures;

/** What every {@link Quantizer} promises. */
abstract class QuantizerContract {
    /** Those whose promises are checked. */
    abstract List<Quantizer> quantizers();

    private static Histogram histogram(Image image) {
        return Histogram.of(image.pixels(), 1);
    }

    private static Set<Integer> set(int[] colors) {
        return new HashSet<>(Arrays.stream(colors).boxed().toList());
    }

    /** Pictures of many colours: a photograph, alpha, alpha and holes, chaos, almost nothing to see, near greys. */
    private static List<Image> pictures() {
        SplittableRandom random = new SplittableRandom(1);
        int[] faint = random.ints(800).map(c -> c & 0x03FFFFFF | 1 << 24).toArray();
        int[] holes = random.ints(800).map(c -> c & 0x03FFFFFF).toArray();
        int[] near =
                random.ints(800, 0, 400).map(i -> 0xFF808080 + i * 0x000107 / 8).toArray();
        return List.of(
                Pictures.photo(1, 40, 30),
                Pictures.photo(3, 120, 90), // of enough colours to leave some bits out
                Pictures.veiled(2, 40, 30),
                Pictures.random(3, 40, 20),
                new Image(40, 20, faint),
                new Image(40, 20, holes),
                new Image(40, 20, near));
    }

    @Test
    void nearestEntriesAreThoseOfASearch() {
        for (Quantizer quantizer : quantizers()) {
            for (Image image : pictures()) {
                Histogram histogram = histogram(image);
                Quantization quantization = quantizer.quantize(histogram, 20, 2);
                assertThat(quantization.nearest().size()).isEqualTo(histogram.opaque() ? histogram.size() : 0);
                float[][] entries =
                        quantizer.space().coordinates(quantization.palette().toArray(), 3);
                float[][] colors = quantizer.space().coordinates(histogram.colors(), 3);
                for (int i = 0; i < quantization.nearest().size(); i++) {
                    assertThat(quantization.nearest().color(i))
                            .isEqualTo(histogram.colors()[i]);
                    float[] point = {colors[0][i], colors[1][i], colors[2][i]};
                    assertThat(quantization.nearest().index(i))
                            .as("%s, colour %d", quantizer, i)
                            .isEqualTo(NaiveNearest.find(entries, point));
                }
            }
        }
    }

    @Test
    void picturesOfFewColoursComeBackExactly() {
        for (Quantizer quantizer : quantizers()) {
            for (int seed = 0; seed < 24; seed++) {
                int colors = 1 + seed * seed % 256;
                Histogram histogram = histogram(Pictures.few(seed, 70, 60, colors, seed % 2 == 0));
                for (int maxColors : new int[] {histogram.size(), 256}) {
                    Quantization exact = quantizer.quantize(histogram, maxColors, 2);
                    assertThat(set(exact.palette().toArray()))
                            .as("seed %d, %s", seed, quantizer)
                            .isEqualTo(set(histogram.colors()));
                    assertThat(exact.palette().size()).isEqualTo(histogram.size());
                    assertThat(exact.inertia()).isZero();
                    assertThat(exact.iterations()).isZero();
                    assertOrdered(exact.palette());
                }
            }
        }
    }

    @Test
    void otherPicturesGetAsManyDifferentEntriesAsAskedEachNearestToAColour() {
        List<Image> pictures = pictures();
        int round = 0;
        for (Quantizer quantizer : quantizers()) {
            for (Image image : pictures) {
                Histogram histogram = histogram(image);
                for (int maxColors : new int[] {2, 16, round++ % 7 == 0 ? 200 : 30}) {
                    int k = Math.min(maxColors, histogram.size());
                    Quantization quantization = quantizer.quantize(histogram, maxColors, 2);
                    int[] entries = quantization.palette().toArray();
                    String story = quantizer + ", " + histogram + ", " + maxColors;
                    assertThat(set(entries)).as(story).hasSize(k);
                    assertThat(entries).as(story).hasSize(k);
                    assertOrdered(quantization.palette());
                    assertThat(set(entries).contains(0)).as(story).isEqualTo(histogram.hasTransparent());
                    assertThat(unused(quantizer, histogram, entries)).as(story).isEmpty();
                }
            }
        }
    }

    /** Almost transparent colours may be one point in a space, though they differ in their bits. */
    @Test
    void coloursAtOnePointOfTheSpaceAreStillDifferentEntries() {
        int[] colors = IntStream.range(0, 60)
                .map(i -> 0x01F0FF00 + i % 30 + (i / 30 << 24))
                .toArray();
        Histogram histogram = Histogram.of(colors, 1);
        for (Quantizer quantizer : quantizers()) {
            for (int maxColors : new int[] {2, 40, 59}) {
                int[] entries =
                        quantizer.quantize(histogram, maxColors, 1).palette().toArray();
                assertThat(set(entries)).as("%s", quantizer).hasSize(maxColors);
                assertThat(unused(quantizer, histogram, entries))
                        .as("%s", quantizer)
                        .isEmpty();
            }
        }
    }

    /** Entries that no colour is nearest to. */
    private static Set<Integer> unused(Quantizer quantizer, Histogram histogram, int[] entries) {
        int dimensions = histogram.opaque() ? 3 : 4;
        float[][] coordinates = quantizer.space().coordinates(entries, dimensions);
        float[][] colors = quantizer.space().coordinates(histogram.colors(), dimensions);
        Set<Integer> unused = set(entries);
        float[] point = new float[dimensions];
        for (int i = 0; i < histogram.size(); i++) {
            for (int axis = 0; axis < dimensions; axis++) {
                point[axis] = colors[axis][i];
            }
            float least = NaiveNearest.distance(coordinates, NaiveNearest.find(coordinates, point), point);
            for (int j = 0; j < entries.length; j++) {
                if (NaiveNearest.distance(coordinates, j, point) == least) {
                    unused.remove(entries[j]);
                }
            }
        }
        return unused;
    }

    /** Translucent entries first, then from dark to light on black. */
    private static void assertOrdered(Palette palette) {
        List<Long> keys = IntStream.of(palette.toArray())
                .mapToObj(argb -> {
                    int luma = 299 * (argb >> 16 & 0xFF) + 587 * (argb >> 8 & 0xFF) + 114 * (argb & 0xFF);
                    long onBlack = (long) luma * (argb >>> 24) / 255;
                    return (argb >>> 24 == 255 ? 1L << 40 : 0) + onBlack;
                })
                .toList();
        assertThat(keys).isSorted();
    }

    @Test
    void oneColourIsSomewhereAmongTheColours() {
        for (Quantizer quantizer : quantizers()) {
            Histogram histogram = histogram(Pictures.photo(5, 40, 40));
            Palette palette = quantizer.quantize(histogram, 1, 1).palette();
            assertThat(palette.size()).isOne();
            for (int shift = 0; shift <= 16; shift += 8) {
                int at = shift;
                int[] channel = IntStream.of(histogram.colors())
                        .map(c -> c >> at & 0xFF)
                        .sorted()
                        .toArray();
                assertThat(palette.entry(0) >> shift & 0xFF).isBetween(channel[0], channel[channel.length - 1]);
            }
            assertThat(palette.opaque()).isTrue();
        }
    }

    @Test
    void oneColourForVisibleAndTransparentPixelsIsRefused() {
        Histogram histogram = Histogram.of(new int[] {0, -1}, 1);
        for (Quantizer quantizer : quantizers()) {
            assertThatThrownBy(() -> quantizer.quantize(histogram, 1, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("1 colour is not enough for a picture with visible and fully transparent pixels;"
                            + " 2 is the least");
            assertThat(quantizer.quantize(histogram, 2, 1).palette()).isEqualTo(new Palette(0, -1));
            Histogram nothing = Histogram.of(new int[] {0, 0x00FFFFFF}, 1);
            assertThat(quantizer.quantize(nothing, 1, 1).palette()).isEqualTo(new Palette(0));
        }
    }

    @Test
    void maxColorsOutOfRangeIsRefused() {
        Histogram histogram = histogram(Pictures.random(1, 9, 9));
        for (Quantizer quantizer : quantizers()) {
            for (int maxColors : new int[] {-1, 0, 257}) {
                assertThatThrownBy(() -> quantizer.quantize(histogram, maxColors, 1))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("maxColors must be in 1..256, was " + maxColors);
            }
        }
    }

    @Test
    void resultDoesNotDependOnThreads() {
        for (Quantizer quantizer : quantizers()) {
            for (Image image : List.of(Pictures.photo(7, 40, 30), Pictures.veiled(8, 30, 30))) {
                Quantization one = quantizer.quantize(histogram(image), 30, 1);
                for (int threads : new int[] {2, 7}) {
                    assertThat(quantizer.quantize(Histogram.of(image.pixels(), threads), 30, threads))
                            .as("%s, %d threads", quantizer, threads)
                            .isEqualTo(one);
                }
            }
        }
    }

    @Test
    void transparentPixelsDoNotChangeTheOtherEntries() {
        for (Quantizer quantizer : quantizers()) {
            int[] opaque = Pictures.photo(9, 40, 30).pixels();
            int[] holed = Arrays.copyOf(opaque, opaque.length + 500);
            Palette without = quantizer.quantize(Histogram.of(opaque, 1), 20, 1).palette();
            Palette with = quantizer.quantize(Histogram.of(holed, 1), 21, 1).palette();
            assertThat(with.entry(0)).isZero();
            assertThat(Arrays.copyOfRange(with.toArray(), 1, 21))
                    .as("%s", quantizer)
                    .isEqualTo(without.toArray());
        }
    }

    @Test
    void greyPicturesGetGreyEntries() {
        for (Quantizer quantizer : quantizers()) {
            for (boolean alpha : new boolean[] {false, true}) {
                int[] grey = Pictures.veiled(5, 60, 50).pixels().clone();
                for (int i = 0; i < grey.length; i++) {
                    grey[i] = (alpha ? grey[i] & 0xFF000000 : 0xFF000000) | (grey[i] & 0xFF) * 0x010101;
                }
                for (int k : new int[] {2, 7, 20}) {
                    for (int entry : quantizer
                            .quantize(Histogram.of(grey, 1), k, 2)
                            .palette()
                            .toArray()) {
                        assertThat(entry & 0xFFFFFF)
                                .as("%s, %d colours, %08x", quantizer, k, entry)
                                .isEqualTo((entry & 0xFF) * 0x010101);
                    }
                }
            }
        }
    }

    @Test
    void historyEndsNoHigherThanItBegins() {
        for (Quantizer quantizer : quantizers()) {
            Quantization quantization = quantizer.quantize(histogram(Pictures.photo(4, 50, 40)), 16, 1);
            List<Double> history = quantization.history();
            assertThat(history).isNotEmpty();
            assertThat(quantization.inertia()).isPositive();
            assertThat(history.get(history.size() - 1)).isLessThanOrEqualTo(history.get(0) * 1.2);
        }
    }
}
