package tinct.app.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tinct.Progress;
import tinct.Result;
import tinct.Settings;
import tinct.app.TestPictures;
import tinct.app.compress.ColorDemands;
import tinct.app.compress.Recipe;
import tinct.app.file.Counter;
import tinct.app.file.Format;
import tinct.app.file.Source;
import tinct.app.text.JsonReader;
import tinct.codec.PackedSize;
import tinct.histogram.Histogram;
import tinct.image.Image;
import tinct.image.Palette;
import tinct.metrics.Comparison;
import tinct.palette.FixedPalette;
import tinct.palette.KMeansQuantizer;
import tinct.palette.PinnedQuantizer;
import tinct.remap.FloydSteinberg;

/** The figures of a picture are those that the library gives. */
@Tag("slow")
final class StudyTest {
    private static final long CAPACITY = 1_000_000;

    @TempDir
    private Path folder;

    /** A study, and what it is of. */
    private record Made(Study study, Source source, Result result, byte[] file) {}

    private Made study(Image image, Settings settings, int mostCloud) throws IOException {
        Path file = folder.resolve("picture.png");
        Files.deleteIfExists(file);
        Source source = Source.open(TestPictures.png(file, image), 1 << 20).decoded();
        Recipe recipe = new Recipe(
                settings,
                settings,
                new ColorDemands(Map.of(), Optional.empty(), Optional.empty(), false),
                Optional.empty());
        Recipe.Made made = recipe.make(file, source.rows(), Format.PNG, 2, Progress.NONE);
        byte[] result = recipe.file(made, Format.PNG);
        Study study = new StudyMaker(source, made, Format.PNG, result, mostCloud)
                .all("picture.png", "tinct compress picture.png", CAPACITY);
        return new Made(study, source, made.result(), result);
    }

    private static Settings colors(int k) {
        return Settings.DEFAULT.withMaxColors(k);
    }

    @Test
    void figuresAreThoseOfTheLibrary() throws IOException {
        Made made = study(TestPictures.photo(96, 64), colors(12), 500);
        Study study = made.study;
        assertThat(study.before().colors())
                .isEqualTo(Histogram.of(made.source.rows(), 1).size());
        assertThat(study.before().bytes()).isEqualTo(Files.size(made.source.file()));
        assertThat(study.after().bytes()).isEqualTo(made.file.length);
        assertThat(study.after().colors()).isEqualTo(12);
        assertThat(study.likeness()).isEqualTo(Comparison.of(made.source.rows(), made.result.image()));
        assertThat(study.quantization()).isSameAs(made.result.quantization());
        for (Format format : Format.values()) {
            long bytes = Counter.bytes(out -> format.write(made.result.image(), out));
            assertThat(study.sizes()).contains(new Study.Size(format.title(), bytes));
        }
        assertThat(study.packed().plain()).isEqualTo(PackedSize.of(made.result.image()));
    }

    @Test
    void sharesAndDistancesOfEntriesAddUpToThoseOfThePicture() throws IOException {
        Settings dithered = colors(12).withDitherer(FloydSteinberg.DEFAULT);
        Study study = study(TestPictures.photo(96, 64), dithered, 500).study;
        double moved = 0;
        double shares = 0;
        for (Swatch swatch : study.palette()) {
            moved += swatch.share() * swatch.moved();
            shares += swatch.share();
        }
        assertThat(shares).isCloseTo(1, within(1e-9));
        assertThat(moved).isCloseTo(study.likeness().deltaE(), within(1e-6));
    }

    @Test
    void curveGoesThroughTheChosenPoint() throws IOException {
        Study study = study(TestPictures.photo(96, 64), colors(12), 500).study;
        Curve curve = study.curve().orElseThrow();
        assertThat(curve.points().stream().map(Curve.Point::k)).containsExactly(2, 4, 8, 12, 16, 32, 64, 128, 256);
        assertThat(curve.chosen()).isEqualTo(12);
        assertThat(curve.points().get(3))
                .isEqualTo(new Curve.Point(
                        12,
                        study.after().bytes(),
                        study.likeness().mse(),
                        study.likeness().ssimulacra2()));
    }

    @Test
    void curveNeedsAsManyColoursAsArePinned() throws IOException {
        Palette pins = new Palette(0xFF102030, 0xFF405060, 0xFF708090);
        Settings pinned = colors(5).withQuantizer(new PinnedQuantizer(KMeansQuantizer.DEFAULT, pins));
        Curve curve =
                study(TestPictures.photo(48, 32), pinned, 500).study.curve().orElseThrow();
        assertThat(curve.points().get(0).k()).isEqualTo(4);
        Settings fixed = colors(5).withQuantizer(new FixedPalette(KMeansQuantizer.DEFAULT.space(), pins, true));
        assertThat(study(TestPictures.photo(48, 32), fixed, 500).study.curve()).isEmpty();
    }

    @Test
    void cloudHasAllPixelsInNoMoreGroupsThanAsked() throws IOException {
        for (int most : new int[] {8, 100, 100_000}) {
            Made made = study(TestPictures.photo(96, 64), colors(12), most);
            ColorCloud cloud = made.study.cloud();
            assertThat(cloud.colors()).hasSizeLessThanOrEqualTo(most).hasSameSizeAs(cloud.labels());
            assertThat(Arrays.stream(cloud.counts()).sum()).isEqualTo(96 * 64);
            assertThat(Arrays.stream(cloud.labels())).allMatch(label -> label >= 0 && label < 12);
        }
    }

    @Test
    void finestCloudIsTheHistogramWithItsNearestEntries() throws IOException {
        Made made = study(TestPictures.photo(48, 32), colors(6), 1 << 20);
        ColorCloud cloud = made.study.cloud();
        assertThat(cloud.colors())
                .containsExactlyInAnyOrder(made.result.histogram().colors());
        Image before = Image.copyOf(made.source.rows());
        for (int i = 0; i < before.pixels().length; i++) {
            int place = indexOf(cloud.colors(), before.pixels()[i]);
            int entry = made.result.image().indices()[i] & 0xFF;
            assertThat(cloud.labels()[place]).isEqualTo(entry);
        }
    }

    private static int indexOf(int[] values, int wanted) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == wanted) {
                return i;
            }
        }
        throw new AssertionError("not there: " + wanted);
    }

    @Test
    void transparentPixelsAreNoColourOfTheCloud() throws IOException {
        Made made = study(TestPictures.halfClear(64, 32), colors(8), 500);
        assertThat(Arrays.stream(made.study.cloud().counts()).sum()).isEqualTo(32 * 32);
        assertThat(made.study.palette().stream().filter(swatch -> swatch.argb() == 0))
                .singleElement()
                .satisfies(swatch -> assertThat(swatch.count()).isEqualTo(32 * 32));
    }

    @Test
    void jsonHasEveryFigure() throws IOException {
        Made made = study(TestPictures.photo(96, 64), colors(12), 500);
        Map<String, Object> json = JsonReader.object(made.study.json().toString());
        assertThat(json.keySet())
                .containsExactly(
                        "name",
                        "width",
                        "height",
                        "before",
                        "after",
                        "palette",
                        "inertia",
                        "cloud",
                        "milliseconds",
                        "settings",
                        "command",
                        "likeness",
                        "sizes",
                        "packed",
                        "capacity",
                        "training",
                        "curve");
        assertThat(JsonReader.objects(json, "palette"))
                .hasSize(12)
                .allSatisfy(entry -> assertThat(entry).containsKeys("hex", "share", "moved", "oklab"));
        Map<String, Object> cloud = member(json, "cloud");
        assertThat(String.valueOf(cloud.get("labels")))
                .hasSize(2 * made.study.cloud().labels().length);
        Map<String, Object> training = member(json, "training");
        assertThat(String.valueOf(training.get("colors"))).hasSize(8 * 1000);
        Map<String, Object> capacity = member(json, "capacity");
        List<Map<String, Object>> fits = JsonReader.objects(capacity, "rows");
        assertThat(fits).hasSize(5).allSatisfy(row -> {
            double bytes = Double.parseDouble(String.valueOf(row.get("bytes")));
            assertThat(row).containsEntry("pictures", Math.floor(CAPACITY / bytes));
        });
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> member(Map<String, Object> json, String name) {
        return (Map<String, Object>) Objects.requireNonNull(json.get(name));
    }

    @Test
    void whatThereIsNotIsNull() throws IOException {
        Map<String, Object> json = JsonReader.object(
                study(TestPictures.flat(4, 4), colors(16), 500).study.json().toString());
        Map<String, Object> likeness = member(json, "likeness");
        assertThat(likeness)
                .containsEntry("ssimulacra2", null)
                .containsEntry("psnr", null)
                .containsEntry("mse", 0.0);
    }

    @Test
    void sampleThatThePaletteWasFoundByIsTold() throws IOException {
        KMeansQuantizer sampled = new KMeansQuantizer(
                KMeansQuantizer.DEFAULT.space(),
                KMeansQuantizer.DEFAULT.algorithm(),
                KMeansQuantizer.DEFAULT.seeding(),
                1,
                10,
                0,
                5,
                250,
                7);
        Made made = study(TestPictures.photo(96, 64), colors(8).withQuantizer(sampled), 500);
        assertThat(made.study.training().trained()).isTrue();
        assertThat(made.study.training().colors())
                .isEqualTo(made.result.histogram().draw(250, 7));
    }
}
