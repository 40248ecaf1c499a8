package tinct.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.image.Image;
import tinct.metrics.Comparison;

final class CompressTest {
    @TempDir
    private Path folder;

    private Path photo;

    @BeforeEach
    void writePhoto() throws IOException {
        photo = TestPictures.png(folder.resolve("photo.png"), TestPictures.photo(96, 64));
    }

    @Test
    void resultAppearsBesideItsSource() throws IOException {
        Cli cli = Cli.run("compress", photo);
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.err()).isEmpty();
        assertThat(files(folder)).containsExactly("photo-tinct.png", "photo.png");
        assertThat(distinct(folder.resolve("photo-tinct.png"))).isEqualTo(256);
    }

    @Test
    void oneLineSaysWhatWasDone() throws IOException {
        Path result = folder.resolve("small.png");
        Cli cli = Cli.run("compress", photo, "-k", "32", "-o", result);
        assertThat(cli.outLines()).hasSize(1);
        Image after = TestPictures.read(result);
        double mse = Comparison.mse(TestPictures.photo(96, 64), after);
        assertThat(cli.out())
                .startsWith("photo.png -> small.png  96 x 64  ")
                .contains(" -> 32 colours  ")
                .contains(String.format(java.util.Locale.ROOT, "  MSE %.1f  PSNR %.2f dB  ", mse, Comparison.psnr(mse)))
                .contains(" -> " + String.format(java.util.Locale.ROOT, "%.1f kB", Files.size(result) / 1000.0));
    }

    @Test
    void pngIsIndexed() throws IOException {
        Path result = folder.resolve("small.png");
        Cli.run("compress", photo, "-k", "13", "-o", result);
        BufferedImage image = ImageIO.read(result.toFile());
        assertThat(image.getColorModel()).isInstanceOf(IndexColorModel.class);
        assertThat(image.getColorModel().getPixelSize()).isIn(4, 8);
        assertThat(distinct(result)).isEqualTo(13);
    }

    @ParameterizedTest
    @CsvSource({"x.png, 89504e47", "x.gif, 47494638", "x.webp, 52494646", "x.jpg, ffd8ffe0", "x.tinct, 89544e43"})
    void formatIsThatOfTheOutputsName(String name, String magic) throws IOException {
        Cli cli = Cli.run("compress", photo, "-k", "16", "-o", folder.resolve(name));
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        byte[] head = Arrays.copyOf(Files.readAllBytes(folder.resolve(name)), 4);
        assertThat(head).asHexString().isEqualToIgnoringCase(magic);
    }

    @Test
    void formatMayBeNamed() {
        assertThat(Cli.run("compress", photo, "--format", "gif").exitCode()).isZero();
        assertThat(folder.resolve("photo-tinct.gif")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kmeans", "bounds", "lloyd", "minibatch", "online", "wu", "mediancut", "LLOYD"})
    void everyMethodGivesAsManyColoursAsAsked(String method) throws IOException {
        Path result = folder.resolve("small.png");
        Cli cli = Cli.run("compress", photo, "-k", "8", "--method", method, "-o", result);
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(distinct(result)).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pca", "wu", "mediancut", "kmeans++", "random"})
    void everyStartWorks(String start) throws IOException {
        Path result = folder.resolve("small.png");
        Cli cli = Cli.run(
                "compress", photo, "-k", "8", "--method", "lloyd", "--start", start, "--runs", "2", "-o", result);
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(distinct(result)).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"srgb", "linear", "oklab", "lab"})
    void everySpaceWorks(String space) throws IOException {
        Path result = folder.resolve("small.png");
        Cli cli = Cli.run("compress", photo, "-k", "8", "--space", space, "-o", result);
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(distinct(result)).isEqualTo(8);
    }

    @Test
    void lossyMakesTheFileSmallerAndIsTheDefault() throws IOException {
        long before = Long.MAX_VALUE;
        for (String level : List.of("0", "20", "60.5")) {
            Path result = folder.resolve("lossy" + level + ".png");
            Cli cli = Cli.run("compress", photo, "-k", "64", "--space", "oklab", "--lossy", level, "-o", result);
            assertThat(cli.exitCode()).as(cli.err()).isZero();
            assertThat(Files.size(result)).isLessThan(before);
            before = Files.size(result);
        }
        Path byDefault = folder.resolve("default.png");
        Cli.run("compress", photo, "-k", "64", "-o", byDefault);
        assertThat(byDefault).hasSameBinaryContentAs(folder.resolve("lossy20.png"));
        Path quick = folder.resolve("quick.png");
        Path quickNearest = folder.resolve("quick0.png");
        Cli.run("compress", photo, "-k", "64", "--effort", "1", "-o", quick);
        Cli.run("compress", photo, "-k", "64", "--effort", "1", "--lossy", "0", "-o", quickNearest);
        assertThat(quick).hasSameBinaryContentAs(quickNearest);
    }

    @Test
    void ditherChangesThePixelsAndNotThePalette() throws IOException {
        Path plain = folder.resolve("plain.png");
        Path dithered = folder.resolve("dithered.png");
        Path weak = folder.resolve("weak.png");
        Cli.run("compress", photo, "-k", "8", "-o", plain);
        Cli.run("compress", photo, "-k", "8", "--dither", "floyd-steinberg", "-o", dithered);
        Cli.run("compress", photo, "-k", "8", "--dither", "floyd-steinberg:0.5", "-o", weak);
        assertThat(TestPictures.read(dithered)).isNotEqualTo(TestPictures.read(plain));
        assertThat(TestPictures.read(weak)).isNotEqualTo(TestPictures.read(dithered));
        assertThat(colors(dithered)).isEqualTo(colors(plain));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "floyd-steinberg", "atkinson", "bayer", "blue-noise"})
    void everyDithererWorksAndIsNoneAtStrengthZero(String ditherer) throws IOException {
        int[] slopes = new int[96 * 64];
        Arrays.setAll(slopes, i -> 0xFF000000 | i % 96 << 17 | i / 96 * 3 << 8 | 200 - i % 96);
        Path sky = TestPictures.png(folder.resolve("sky.png"), new Image(96, 64, slopes));
        Path plain = folder.resolve("plain.png");
        Path dithered = folder.resolve("dithered.png");
        Path weak = folder.resolve("weak.png");
        for (Object[] run : new Object[][] {{"none", plain}, {ditherer, dithered}, {ditherer + ":0", weak}}) {
            Cli cli = Cli.run("compress", sky, "--force-larger", "-k", "8", "--dither", run[0], "-o", run[1]);
            assertThat(cli.exitCode()).as(cli.err()).isZero();
        }
        assertThat(TestPictures.read(dithered)).isNotEqualTo(TestPictures.read(plain));
        assertThat(TestPictures.read(weak)).isEqualTo(TestPictures.read(plain));
        assertThat(colors(dithered)).isEqualTo(colors(plain));
    }

    @Test
    void seedDecidesWhatIsDrawn() throws IOException {
        Path first = folder.resolve("first.png");
        Path again = folder.resolve("again.png");
        Path other = folder.resolve("other.png");
        Cli.run("compress", photo, "-k", "8", "--sample", "500", "--seed", "1", "-o", first);
        Cli.run("compress", photo, "-k", "8", "--sample", "500", "--seed", "1", "-o", again);
        Cli.run("compress", photo, "-k", "8", "--sample", "500", "--seed", "2", "-o", other);
        assertThat(again).hasSameBinaryContentAs(first);
        assertThat(colors(other)).isNotEqualTo(colors(first));
    }

    @Test
    void threadsDoNotChangeTheBytes() {
        for (int threads : new int[] {1, 2, 7}) {
            Cli.run("compress", photo, "-t", threads, "-k", "64", "-o", folder.resolve(threads + ".png"));
        }
        assertThat(folder.resolve("2.png")).hasSameBinaryContentAs(folder.resolve("1.png"));
        assertThat(folder.resolve("7.png")).hasSameBinaryContentAs(folder.resolve("1.png"));
    }

    @Test
    void fewColoursStayExact() throws IOException {
        Path flat = TestPictures.png(folder.resolve("flat.png"), TestPictures.flat(200, 100));
        Cli cli = Cli.run("compress", flat, "-k", "4");
        assertThat(cli.out()).contains("4 -> 4 colours").contains("exact");
        assertThat(TestPictures.read(folder.resolve("flat-tinct.png"))).isEqualTo(TestPictures.flat(200, 100));
    }

    @Test
    void transparencyIsKept() throws IOException {
        Path picture = TestPictures.png(folder.resolve("clear.png"), TestPictures.halfClear(96, 64));
        Cli.run("compress", picture, "-k", "16");
        Image after = TestPictures.read(folder.resolve("clear-tinct.png"));
        assertThat(after.argb(0, 0)).isZero();
        assertThat(after.argb(95, 63) >>> 24).isEqualTo(255);
    }

    @Test
    void jpegSaysWhatBecomesOfColoursAndTransparency() throws IOException {
        Cli opaque = Cli.run("compress", photo, "-k", "5", "-o", folder.resolve("photo.jpg"));
        assertThat(opaque.out())
                .contains(" -> 5 colours")
                .contains("colours in the JPEG")
                .contains("MSE");
        Path clear = TestPictures.png(folder.resolve("clear.png"), TestPictures.halfClear(96, 64));
        Cli laid = Cli.run("compress", clear, "-k", "5", "-o", folder.resolve("clear.jpg"));
        assertThat(laid.out()).contains("transparency laid on white").doesNotContain("MSE");
    }

    @Test
    void foldersAreMadeAndNamesKept() throws IOException {
        Path out = folder.resolve("a/b");
        Cli cli = Cli.run("compress", photo, "-o", out + "/");
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(files(out)).containsExactly("photo.png");
    }

    @Test
    void verboseTellsTimesAndInertia() {
        assertThat(Cli.run("compress", "-v", photo).outLines())
                .hasSize(2)
                .last()
                .asString()
                .contains("histogram", "palette", "remap", "iterations", "inertia");
    }

    @Test
    void quietTellsFailuresOnly() {
        assertThat(Cli.run("compress", "--quiet", photo)).isEqualTo(new Cli(0, "", ""));
        Cli again = Cli.run("compress", "--quiet", photo);
        assertThat(again.out()).isEmpty();
        assertThat(again.errLines()).hasSize(1);
    }

    @Test
    void plainLloydIsRacedWithTheEngine() {
        Cli cli = Cli.run("compress", "--compare-plain", "-k", "8", photo);
        assertThat(cli.outLines()).hasSize(4);
        assertThat(cli.out())
                .containsPattern("plain Lloyd +\\d+\\.\\d+ s  inertia \\d")
                .containsPattern("engine +\\d+\\.\\d+ s  inertia \\d")
                .containsPattern("times as fast, best of \\d; labels agree");
    }

    @Test
    void namesOfAllScriptsWork() throws IOException {
        Path picture = TestPictures.png(folder.resolve("фото 写真 é.png"), TestPictures.photo(40, 40));
        Cli cli = Cli.run("compress", picture);
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(folder.resolve("фото 写真 é-tinct.png")).exists();
        assertThat(cli.out()).startsWith("фото 写真 é.png -> фото 写真 é-tinct.png");
    }

    @Test
    void sourceOfAnotherFormatIsConverted() throws IOException {
        Path jpeg = TestPictures.jpeg(folder.resolve("photo.jpeg"), TestPictures.photo(96, 64), 0.95f);
        Cli cli = Cli.run("compress", jpeg, "-k", "16", "-o", folder.resolve("x.png"));
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(distinct(folder.resolve("x.png"))).isEqualTo(16);
    }

    private static long distinct(Path file) throws IOException {
        return colors(file).size();
    }

    private static List<Integer> colors(Path file) throws IOException {
        return Arrays.stream(TestPictures.read(file).pixels())
                .distinct()
                .sorted()
                .boxed()
                .toList();
    }

    private static List<String> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
