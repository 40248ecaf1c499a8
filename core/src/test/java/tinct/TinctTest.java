package tinct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.color.ColorSpace;
import tinct.histogram.Histogram;
import tinct.image.Image;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.kmeans.Seeding;
import tinct.palette.KMeansQuantizer;
import tinct.palette.SplitQuantizer;
import tinct.reference.Pictures;
import tinct.remap.Ditherer;
import tinct.remap.FloydSteinberg;
import tinct.remap.NoDither;
import tinct.remap.Remapper;

final class TinctTest {
    private static final Settings SMALL = Settings.DEFAULT.withMaxColors(24);

    @Test
    void picturesOfFewColoursComeOutExact() {
        Image image = new Image(3, 2, new int[] {-1, 0, 0x80FF0000, -1, 0x80FF0000, 0xFF0000FF});
        assertThat(Tinct.compress(image, Settings.DEFAULT).image().toImage()).isEqualTo(image);
    }

    @Test
    void picturesOfFewColoursComeOutExactInEverySpaceAndWithDither() {
        int[] faint = IntStream.range(0, 60).map(i -> 0x01F0FF00 + i).toArray();
        for (int seed = 0; seed < 12; seed++) {
            Image picture = seed == 0 ? new Image(10, 6, faint) : Pictures.few(seed, 50, 30, 20 * seed, true);
            Image visible = new Image(
                    picture.width(),
                    picture.height(),
                    Arrays.stream(picture.pixels()).map(Palette::visible).toArray());
            for (ColorSpace space : ColorSpace.values()) {
                Settings settings = Settings.DEFAULT
                        .withQuantizer(KMeansQuantizer.DEFAULT.withSpace(space))
                        .withDitherer(seed % 2 == 0 ? new FloydSteinberg(1) : new NoDither());
                assertThat(Tinct.compress(picture, settings).image().toImage())
                        .as("seed %d, %s", seed, space)
                        .isEqualTo(visible);
            }
        }
    }

    @Test
    void numbersOfAResultAgree() {
        for (Image image : List.of(Pictures.photo(1, 80, 60), Pictures.veiled(2, 80, 60))) {
            Result result = Tinct.compress(image, SMALL);
            long[] counts = result.counts();
            assertThat(result.palette())
                    .isSameAs(result.image().palette())
                    .isEqualTo(result.quantization().palette());
            assertThat(counts).hasSize(24);
            assertThat(Arrays.stream(counts).sum()).isEqualTo(image.pixelCount());
            assertThat(Arrays.stream(result.shares()).sum()).isCloseTo(1, within(1e-12));
            assertThat(result.shares()[3]).isEqualTo(counts[3] / 4800.0);
            assertThat(result.distinctBefore())
                    .isEqualTo(Histogram.of(image.pixels(), 1).size())
                    .isGreaterThan(1000);
            assertThat(result.distinctAfter())
                    .isEqualTo((int) Arrays.stream(result.image().toImage().pixels())
                            .distinct()
                            .count())
                    .isEqualTo(24);
            assertThat(result.histogram().total()).isEqualTo(image.pixelCount());
            assertThat(result.quantization().history())
                    .hasSize(result.quantization().iterations() + 1);
            assertThat(result.nanos()).containsOnlyKeys(Stage.values());
            for (Stage stage : Stage.values()) {
                assertThat(result.milliseconds(stage))
                        .isEqualTo(Objects.requireNonNull(result.nanos().get(stage)) / 1e6);
            }
        }
    }

    @Test
    void inertiaIsTheErrorOfThePictureButForRounding() {
        Image image = Pictures.photo(3, 90, 60);
        Result result = Tinct.compress(image, SMALL);
        Image after = result.image().toImage();
        double error = 0;
        for (int i = 0; i < image.pixels().length; i++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                int d = (image.pixels()[i] >> shift & 0xFF) - (after.pixels()[i] >> shift & 0xFF);
                error += d * d;
            }
        }
        assertThat(error / 5400)
                .isBetween(
                        result.quantization().inertia() / 5400,
                        result.quantization().inertia() / 5400 + 0.5);
    }

    /** Greys 8 and 15, whose mean is 12, beside 7 and 16, which are nearer to them than 12 is. */
    @Test
    void anEntryThatOnlyAMeanIsNearestToIsNotKept() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        int[] pixels = new int[300 * 210];
        for (int i = 0; i < pixels.length; i++) {
            int grey = i % 4 == 0 ? 7 : i % 4 == 1 ? 16 : i % 4 == 2 ? 8 : 15;
            pixels[i] = i < 900 ? random.nextInt() | 0xFF404040 : 0xFF000000 | grey * 0x010101;
        }
        Image image = new Image(300, 210, pixels);
        KMeansQuantizer quick = KMeansQuantizer.DEFAULT.withEffort(1);
        Palette ofMeans = quick.quickPalette(pixels, 32, 1).orElseThrow();
        Settings settings =
                Settings.DEFAULT.withMaxColors(32).withQuantizer(quick).withDitherer(new NoDither());
        assertThat(new Remapper(ofMeans, ColorSpace.SRGB, new NoDither())
                        .remap(image, 1)
                        .counts())
                .contains(0);
        Result result = Tinct.compress(image, settings);
        assertThat(result.counts()).doesNotContain(0);
        assertThat(Tinct.index(image, settings)).isEqualTo(result.image());
    }

    private static Image holes(Image image) {
        int[] pixels = image.pixels().clone();
        for (int i = 0; i < pixels.length; i += 7) {
            pixels[i] &= 0xFFFFFF;
        }
        return new Image(image.width(), image.height(), pixels);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void theIndexedPictureAloneIsThatOfTheWholeResult(int effort) {
        List<Image> images = List.of(
                Pictures.photo(3, 150, 120),
                Pictures.random(4, 60, 50),
                holes(Pictures.photo(4, 150, 120)),
                Pictures.veiled(5, 60, 50),
                Pictures.few(6, 60, 50, 30, false));
        for (Image image : images) {
            for (int maxColors : new int[] {2, 16, 100}) {
                for (ColorSpace space : List.of(ColorSpace.SRGB, ColorSpace.OKLAB)) {
                    Settings settings = Settings.DEFAULT
                            .withMaxColors(maxColors)
                            .withQuantizer(
                                    KMeansQuantizer.DEFAULT.withSpace(space).withEffort(effort))
                            .withThreads(1);
                    for (Ditherer ditherer :
                            List.<Ditherer>of(maxColors == 2 ? new FloydSteinberg(0.7) : new NoDither())) {
                        Settings own = settings.withDitherer(ditherer);
                        IndexedImage whole =
                                Tinct.compress(image, own.withThreads(7)).image();
                        assertThat(Tinct.index(image, own))
                                .as("%s, %d colours, %s, %s", image, maxColors, space, ditherer)
                                .isEqualTo(whole);
                    }
                }
            }
        }
    }

    @Test
    void entriesWithoutPixelsAreNotCountedAsColours() {
        // Alpha of entries is ignored by none; two colours are asked of a picture that has one.
        Result result = Tinct.compress(new Image(2, 1, new int[] {-1, -1}), SMALL);
        assertThat(result.distinctBefore()).isOne();
        assertThat(result.distinctAfter()).isOne();
        assertThat(result.palette()).isEqualTo(new Palette(-1));
    }

    @Test
    void rowsGiveWhatMemoryGives() throws IOException {
        for (Settings settings : List.of(SMALL, SMALL.withDitherer(new FloydSteinberg(1)))) {
            Image image = Pictures.veiled(4, 70, 50);
            Result memory = Tinct.compress(image, settings);
            Result rows = Tinct.compress(Pictures.rows(image), settings, Progress.NONE);
            assertThat(rows.image()).isEqualTo(memory.image());
            assertThat(rows.histogram()).isEqualTo(memory.histogram());
            assertThat(rows.quantization()).isEqualTo(memory.quantization());
        }
    }

    @Test
    void opaquePicturesWithAlphaAreThoseWithout() {
        // 0xFF alpha in every pixel is all there is to an opaque RGBA picture; it must not become a fourth coordinate.
        Image image = Pictures.photo(5, 60, 50);
        Result result = Tinct.compress(image, SMALL);
        int[] padded = Arrays.copyOf(image.pixels(), 60 * 50 + 60);
        Arrays.fill(padded, 3000, 3060, 0x00ABCDEF);
        Result withHole = Tinct.compress(new Image(60, 51, padded), SMALL.withMaxColors(25));
        assertThat(result.palette().opaque()).isTrue();
        assertThat(Arrays.copyOfRange(withHole.palette().toArray(), 1, 25))
                .isEqualTo(result.palette().toArray());
        assertThat(Arrays.copyOf(withHole.image().toImage().pixels(), 3000))
                .isEqualTo(result.image().toImage().pixels());
        assertThat(withHole.image().toImage().argb(59, 50)).isZero();
    }

    @Test
    void stagesAreToldInOrder() throws IOException {
        List<Stage> told = new ArrayList<>();
        Tinct.compress(Pictures.photo(1, 20, 20), SMALL, told::add);
        assertThat(told).containsExactly(Stage.HISTOGRAM, Stage.PALETTE, Stage.REMAP);
    }

    @Test
    void anExceptionOfTheListenerEndsTheWork() {
        List<Stage> told = new ArrayList<>();
        IllegalStateException stop = new IllegalStateException("stop");
        assertThatThrownBy(() -> Tinct.compress(Pictures.photo(1, 20, 20), SMALL, stage -> {
                    told.add(stage);
                    if (stage == Stage.PALETTE) {
                        throw stop;
                    }
                }))
                .isSameAs(stop);
        assertThat(told).containsExactly(Stage.HISTOGRAM, Stage.PALETTE);
    }

    @Test
    void picturesOfAnyShapeAreDone() {
        int[][] sizes = {{1, 1}, {1, 300}, {300, 1}, {257, 1}, {16, 16}};
        for (int[] size : sizes) {
            for (Image image : List.of(
                    Pictures.random(1, size[0], size[1]),
                    Pictures.photo(1, size[0], size[1]),
                    new Image(size[0], size[1], new int[size[0] * size[1]]),
                    Pictures.few(1, size[0], size[1], 1, false))) {
                for (Settings settings : List.of(
                        Settings.DEFAULT,
                        SMALL.withDitherer(new FloydSteinberg(0.5)),
                        SMALL.withQuantizer(new SplitQuantizer(ColorSpace.OKLAB, Seeding.WU)))) {
                    Result result = Tinct.compress(image, settings);
                    assertThat(result.image().width()).isEqualTo(size[0]);
                    assertThat(result.image().height()).isEqualTo(size[1]);
                    assertThat(result.palette().size())
                            .isEqualTo(Math.min(settings.maxColors(), result.distinctBefore()));
                }
            }
        }
    }

    @Test
    void badSettingsAreRefused() {
        assertThatThrownBy(() -> Settings.DEFAULT.withMaxColors(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxColors must be in 1..256, was 0");
        assertThatThrownBy(() -> Settings.DEFAULT.withMaxColors(300))
                .hasMessage("maxColors must be in 1..256, was 300");
        assertThatThrownBy(() -> Settings.DEFAULT.withThreads(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("threads must be at least 1, were 0");
    }
}
