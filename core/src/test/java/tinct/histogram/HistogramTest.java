package tinct.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.image.Image;
import tinct.reference.NaiveHistogram;
import tinct.reference.Pictures;

@Tag("slow")
final class HistogramTest {
    private static Image picture(int seed) {
        int width = 1 + seed * 97 % 300;
        int height = 1 + seed * 61 % 200;
        return switch (seed % 5) {
            case 0 -> Pictures.few(seed, width, height, 1 + seed % 40, true);
            case 1 -> Pictures.random(seed, width, height);
            case 2 -> Pictures.photo(seed, width, height);
            case 3 -> Pictures.veiled(seed, width, height);
            default -> Pictures.few(seed, width, height, 1, false);
        };
    }

    private static Map<Integer, Long> map(Histogram histogram) {
        Map<Integer, Long> counts = new TreeMap<>(Integer::compareUnsigned);
        for (int i = 0; i < histogram.size(); i++) {
            counts.put(histogram.colors()[i], histogram.counts()[i]);
        }
        int[] inOrder = counts.keySet().stream().mapToInt(Integer::intValue).toArray();
        assertThat(histogram.colors()).as("different and in unsigned order").isEqualTo(inOrder);
        return counts;
    }

    @Test
    void countsAreThoseOfASortedMapForAnyThreads() throws IOException {
        for (int seed = 0; seed < 30; seed++) {
            Image image = picture(seed);
            Histogram histogram = Histogram.of(image, 1);
            assertThat(map(histogram)).as("seed %d", seed).isEqualTo(NaiveHistogram.count(image.pixels()));
            assertThat(histogram.total()).isEqualTo(image.pixelCount());
            assertThat(Histogram.of(image, 2)).as("seed %d, 2 threads", seed).isEqualTo(histogram);
            assertThat(Histogram.of(image, 7)).as("seed %d, 7 threads", seed).isEqualTo(histogram);
            assertThat(Histogram.of(Pictures.rows(image), 2))
                    .as("seed %d, rows", seed)
                    .isEqualTo(histogram);
        }
    }

    @Test
    void largePicturesAreTheSameForAnyThreads() throws IOException {
        // Looked up in tables by one and two threads, sorted in smaller parts by more.
        Image image = Pictures.random(1, 1100, 1000);
        Histogram histogram = Histogram.of(image, 1);
        assertThat(map(histogram)).isEqualTo(NaiveHistogram.count(image.pixels()));
        assertThat(Histogram.of(image, 2)).isEqualTo(histogram).hasSameHashCodeAs(histogram);
        assertThat(Histogram.of(image, 7)).isEqualTo(histogram);
    }

    @Test
    void opaquePicturesOfManyColoursAreTheSameForAnyThreads() throws IOException {
        int[] argb = Pictures.random(2, 1100, 1000).pixels().clone();
        for (int i = 0; i < argb.length; i++) {
            int from = i < argb.length / 2 ? i : i % 1000; // bands with many colours and bands with few
            argb[i] = argb[from] | 0xFF000000;
        }
        Image image = new Image(1100, 1000, argb);
        for (int threads : new int[] {1, 2, 4}) {
            assertThat(map(Histogram.of(image, threads))).isEqualTo(NaiveHistogram.count(argb));
        }
    }

    @Test
    void mergingIsCountingTogetherInAnyOrderAndGrouping() throws IOException {
        for (int seed = 0; seed < 30; seed++) {
            Histogram a = Histogram.of(picture(seed), 1);
            Histogram b = Histogram.of(picture(seed + 5), 1);
            Histogram c = Histogram.of(picture(seed + 1), 1);
            Histogram all = a.merge(b).merge(c);
            assertThat(map(all))
                    .as("seed %d", seed)
                    .isEqualTo(NaiveHistogram.count(
                            picture(seed).pixels(),
                            picture(seed + 5).pixels(),
                            picture(seed + 1).pixels()));
            assertThat(a.merge(b.merge(c))).as("seed %d: associative", seed).isEqualTo(all);
            assertThat(c.merge(b).merge(a)).as("seed %d: commutative", seed).isEqualTo(all);
            assertThat(all.total()).isEqualTo(a.total() + b.total() + c.total());
            assertThat(a.merge(a).counts())
                    .isEqualTo(Arrays.stream(a.counts()).map(n -> 2 * n).toArray());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void coarseColoursAreTheMeansOfThoseAlikeInTheirUpperBits(int low) throws IOException {
        for (int seed = 0; seed < 20; seed++) {
            int[] pixels = Arrays.stream(picture(seed).pixels())
                    .map(color -> color | 0xFF000000)
                    .toArray();
            Map<Integer, List<Integer>> cells = IntStream.of(pixels)
                    .boxed()
                    .collect(Collectors.groupingBy(color -> color >> low & 0x010101 * (0xFF >> low)));
            Map<Integer, Long> expected = new TreeMap<>(Integer::compareUnsigned);
            cells.forEach((cell, colors) -> expected.put(mean(colors), (long) colors.size()));
            Histogram coarse = Histogram.coarse(pixels, low, 1).orElseThrow();
            assertThat(map(coarse)).as("seed %d", seed).isEqualTo(expected);
            assertThat(Histogram.of(pixels, 2).coarse(low)).as("of counts").hasValue(coarse);
        }
    }

    private static int mean(List<Integer> colors) {
        int mean = 0xFF000000;
        for (int shift = 0; shift <= 16; shift += 8) {
            int at = shift;
            double sum = colors.stream().mapToInt(color -> color >> at & 0xFF).sum();
            mean |= (int) Math.floor(sum / colors.size() + 0.5) << shift;
        }
        return mean;
    }

    @Test
    void coarseCountsDoNotDependOnTheNumberOfThreads() {
        int[] pixels = new SplittableRandom(5)
                .ints(1 << 18, 0, 1 << 24)
                .map(color -> color % 50 == 0 ? 0 : color & 0x3F7F1F | 0xFF000000)
                .toArray();
        Histogram alone = Histogram.coarse(pixels, 3, 1).orElseThrow();
        for (int threads : new int[] {2, 7}) {
            assertThat(Histogram.coarse(pixels, 3, threads)).hasValue(alone);
        }
        assertThat(alone.total()).isEqualTo(pixels.length);
        pixels[pixels.length - 1] = 0x80000000;
        assertThat(Histogram.coarse(pixels, 3, 3)).isEmpty();
    }

    @Test
    void ofTransparentPixelsCoarseCountsTellTheNumberAndOfTranslucentOnesNothing() {
        int[] holes = {0xFF102030, 0x00445566, 0xFF112131, 0x00000000};
        Histogram coarse = Histogram.coarse(holes, 2, 2).orElseThrow();
        assertThat(map(coarse)).isEqualTo(Map.of(0, 2L, 0xFF112131, 2L));
        assertThat(Histogram.of(holes, 1).coarse(2)).hasValue(coarse);
        int[] veil = {0xFF102030, 0xFF102030, 0xFE102030};
        assertThat(Histogram.coarse(veil, 2, 2)).isEmpty();
        assertThat(Histogram.of(veil, 1).coarse(2)).isEmpty();
        assertThat(Histogram.coarse(new int[0], 2, 2)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Histogram.coarse(holes, 5, 2));
    }

    @Test
    void transparentColoursAreOne() {
        Histogram histogram = Histogram.of(new int[] {0x00FF0000, 0xFF000000, 0x00123456, 0, 0x01123456}, 1);
        assertThat(histogram.colors()).containsExactly(0, 0x01123456, 0xFF000000);
        assertThat(histogram.counts()).containsExactly(3, 1, 1);
        assertThat(histogram.hasTransparent()).isTrue();
        assertThat(histogram.opaque()).isFalse();
        Histogram visible = histogram.withoutTransparent();
        assertThat(visible.colors()).containsExactly(0x01123456, 0xFF000000);
        assertThat(visible.total()).isEqualTo(2);
        assertThat(visible.hasTransparent()).isFalse();
        assertThat(visible.opaque()).isFalse();
        assertThat(visible.withoutTransparent()).isEqualTo(visible);
    }

    @Test
    void nothingIsLeftOfATransparentPictureWithoutTransparentPixels() {
        Histogram empty = Histogram.of(new int[] {0, 0x00FFFFFF}, 1).withoutTransparent();
        assertThat(empty.size()).isZero();
        assertThat(empty.total()).isZero();
        assertThat(empty.opaque()).isTrue();
        assertThat(empty.hasTransparent()).isFalse();
        assertThat(empty.draw(5, 0)).isEmpty();
        assertThat(empty.entropy()).isZero();
    }

    @Test
    void opaqueMeansEveryAlphaIs255() {
        assertThat(Histogram.of(new int[] {0xFF000000, -1}, 1).opaque()).isTrue();
        assertThat(Histogram.of(new int[] {0xFF000000, 0xFEFFFFFF}, 1).opaque()).isFalse();
    }

    @Test
    void totalsGoBeyond32Bits() {
        Histogram histogram = Histogram.of(new int[] {1 << 24, -1, -1}, 1);
        for (int i = 0; i < 33; i++) {
            histogram = histogram.merge(histogram);
        }
        assertThat(histogram.counts()).containsExactly(1L << 33, 1L << 34);
        assertThat(histogram.total()).isEqualTo(3L << 33);
        int[] drawn = histogram.draw(3000, 1);
        assertThat(Arrays.stream(drawn).filter(c -> c == -1).count()).isBetween(1880L, 2120L);
    }

    @Test
    void entropyIsInBits() {
        assertThat(Histogram.of(new int[] {1, 2, 3, 4}, 1).entropy()).isZero(); // all transparent
        assertThat(Histogram.of(new int[] {-1, -2, -3, -4}, 1).entropy()).isCloseTo(2, within(1e-12));
        assertThat(Histogram.of(new int[] {-1, -1, -1, -4}, 1).entropy()).isCloseTo(0.811278, within(1e-6));
    }

    @Test
    void noColourIsDrawnMoreOftenThanItHasPixels() throws IOException {
        for (int seed = 0; seed < 20; seed++) {
            Histogram histogram = Histogram.of(picture(seed), 1);
            int n = (int) Math.max(1, histogram.total() * (1 + seed % 4) / 4 - seed % 3);
            Map<Integer, Long> available = map(histogram);
            Map<Integer, Long> drawn = NaiveHistogram.count(histogram.draw(n, seed));
            assertThat(drawn.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(n);
            boolean enough =
                    drawn.entrySet().stream().allMatch(e -> e.getValue() <= available.getOrDefault(e.getKey(), 0L));
            assertThat(enough).as("seed %d", seed).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_000_000})
    void allPixelsAreDrawnIfThereAreNoMore(int more) throws IOException {
        Image image = Pictures.veiled(3, 60, 50);
        Histogram histogram = Histogram.of(image, 1);
        int[] drawn = histogram.draw(3000 + more, 1);
        assertThat(Histogram.of(drawn, 1)).isEqualTo(histogram);
    }

    @Test
    void drawingRepeatsWithItsSeedAndDiffersWithAnother() throws IOException {
        Histogram histogram = Histogram.of(Pictures.photo(1, 100, 100), 1);
        assertThat(histogram.draw(100, 1)).isEqualTo(histogram.draw(100, 1)).isNotEqualTo(histogram.draw(100, 2));
    }

    @Test
    void everyPixelIsDrawnAlikeAndAtEveryPlace() {
        // 8 colours with 10, 20, .. 80 pixels; 36 of 360 drawn, a tenth of each is expected
        int[] argb = new int[360];
        int at = 0;
        for (int color = 1; color <= 8; color++) {
            Arrays.fill(argb, at, at + 10 * color, 0xFF000000 | color);
            at += 10 * color;
        }
        Histogram histogram = Histogram.of(argb, 1);
        int rounds = 4000;
        double[] drawn = new double[9];
        double[] first = new double[9];
        for (int seed = 0; seed < rounds; seed++) {
            int[] colors = histogram.draw(36, seed);
            first[colors[0] & 0xFF]++;
            for (int color : colors) {
                drawn[color & 0xFF]++;
            }
        }
        // 24.3 is passed once in a thousand times with 7 degrees of freedom; drawing without replacement varies less.
        assertThat(chiSquare(drawn, 36.0 * rounds)).isLessThan(24.3);
        assertThat(chiSquare(first, rounds)).isLessThan(24.3);
    }

    private static double chiSquare(double[] drawn, double all) {
        double sum = 0;
        for (int color = 1; color <= 8; color++) {
            double expected = all * color / 36;
            sum += (drawn[color] - expected) * (drawn[color] - expected) / expected;
        }
        return sum;
    }

    @Test
    void noPixelsAndNoDrawsAreRefused() {
        assertThatThrownBy(() -> Histogram.of(new int[0], 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there must be at least one pixel");
        Histogram histogram = Histogram.of(new int[] {-1}, 1);
        assertThatThrownBy(() -> histogram.draw(0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("at least one pixel must be drawn, n was 0");
    }

    @Test
    void aBrokenSourceIsReportedAndClosed() {
        SplittableRandom random = new SplittableRandom(1);
        BrokenRows rows = new BrokenRows(random.nextInt(1, 9));
        assertThatThrownBy(() -> Histogram.of(rows, 2))
                .isInstanceOf(IOException.class)
                .hasMessage("broken");
        assertThat(rows.closed).isTrue();
    }

    private static final class BrokenRows implements tinct.image.PixelRows {
        private final int goodRows;
        boolean closed;

        BrokenRows(int goodRows) {
            this.goodRows = goodRows;
        }

        @Override
        public int width() {
            return 4;
        }

        @Override
        public int height() {
            return 10;
        }

        @Override
        public RowReader open() {
            return new RowReader() {
                private int row;

                @Override
                public void readRow(int[] argb) throws IOException {
                    if (row++ == goodRows) {
                        throw new IOException("broken");
                    }
                }

                @Override
                public void close() {
                    closed = true;
                }
            };
        }
    }

    @Test
    void whatWasTakenApartIsPutTogetherAgain() {
        Histogram whole = Histogram.of(new int[] {0xFF000001, 0xFF0000FF, 0x00112233, 0xFF000001}, 1);
        assertThat(Histogram.of(whole.colors().clone(), whole.counts().clone())).isEqualTo(whole);
        assertThat(Histogram.of(new int[0], new long[0]).total()).isZero();
    }

    @Test
    void colorsInAnotherOrderAndCountsBelowOneAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Histogram.of(new int[] {0xFF000000, 1}, new long[] {1, 1}))
                .withMessage("colours must ascend, at 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Histogram.of(new int[] {1, 1}, new long[] {1, 1}))
                .withMessage("colours must ascend, at 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Histogram.of(new int[] {1}, new long[] {0}))
                .withMessage("counts must be at least 1, was 0 at 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Histogram.of(new int[] {1}, new long[0]))
                .withMessage("1 colours cannot have 0 counts");
    }
}
