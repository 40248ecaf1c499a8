package tinct.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.app.text.JsonReader;

/** The commands beside compress. */
final class CommandsTest {
    @TempDir
    private Path folder;

    private Path photo;
    private Path flat;

    @BeforeEach
    void writePictures() throws IOException {
        photo = TestPictures.png(folder.resolve("photo.png"), TestPictures.photo(96, 64));
        flat = TestPictures.png(folder.resolve("flat.png"), TestPictures.flat(64, 64));
    }

    @Test
    void inspectTellsWhatAPictureIs() throws IOException {
        Cli cli = Cli.run("inspect", flat);
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.outLines())
                .containsExactly(
                        flat.toString(),
                        "  size         64 x 64",
                        "  format       PNG 8-bit RGB",
                        String.format(
                                "  file         %d B (%.2f bits a pixel)", Files.size(flat), Files.size(flat) / 512.0),
                        "  colours      4",
                        "  entropy      2.00 bits a pixel",
                        "  transparent  no");
    }

    @Test
    void inspectTellsTransparency() throws IOException {
        Path clear = TestPictures.png(folder.resolve("clear.png"), TestPictures.halfClear(64, 32));
        assertThat(Cli.run("inspect", clear).out()).contains("50.0 % of the pixels wholly, 0.0 % partly");
    }

    @Test
    void inspectTellsHowManyFit() {
        Map<String, Object> json =
                JsonReader.object(Cli.run("inspect", "--json", "--capacity", "1MB", "-k", "16", photo)
                        .out());
        assertThat(json).containsEntry("capacity", 1e6);
        List<Map<String, Object>> fits = JsonReader.objects(json, "fits");
        assertThat(fits).hasSize(5);
        assertThat(fits.get(0)).isEqualTo(Map.of("as", "24 bits a pixel", "bytes", 18432.0, "pictures", 54.0));
        assertThat(fits.get(2))
                .isEqualTo(Map.of("as", "palette of 16 colours + 4 bits a pixel", "bytes", 3120.0, "pictures", 320.0));
        assertThat(Cli.run("inspect", "--capacity", "1MB", photo).out())
                .containsPattern("in 1.0 MB +bytes each +pictures")
                .containsPattern("palette of 16 colours \\+ 4 bits a pixel +3,120 +320");
    }

    @Test
    void inspectGoesOnAfterAFailure() {
        Cli cli = Cli.run("inspect", folder.resolve("none.png"), flat);
        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.errLines()).hasSize(1);
        assertThat(cli.out()).startsWith(flat.toString());
    }

    @Test
    void compareTellsHowFarAResultIs() {
        Path result = folder.resolve("result.png");
        Cli.run("compress", photo, "-k", "8", "-o", result);
        Cli cli = Cli.run("compare", photo, photo, result);
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.outLines()).hasSize(3);
        assertThat(cli.outLines().get(1))
                .containsPattern("photo.png +0.00 +exact +1.0000 +100.00 +0.0000 +0 .* 100.0 %");
        assertThat(cli.outLines().get(2))
                .containsPattern("result.png +\\d+\\.\\d{2} +\\d+\\.\\d\\d dB +0\\.\\d{4} +-?\\d+\\.\\d{2} +0\\.");
        // A name of 12 characters leaves this of a terminal's 80.
        assertThat(cli.outLines().get(2))
                .hasSizeLessThanOrEqualTo(result.toString().length() + 68);
    }

    @Test
    void compareAgreesWithCompress() {
        Path result = folder.resolve("result.png");
        Map<String, Object> told = JsonReader.object(Cli.run("compress", "--json", photo, "-k", "8", "-o", result)
                .outLines()
                .get(0));
        Map<String, Object> compared =
                JsonReader.object(Cli.run("compare", "--json", photo, result).out());
        assertThat(compared).containsEntry("mse", told.get("mse")).containsEntry("psnr", told.get("psnr"));
        assertThat(JsonReader.object(Cli.run("compare", "--json", photo, photo).out()))
                .containsEntry("psnr", null)
                .containsEntry("ssimulacra2", 100.0);
        assertThat((Double) compared.get("ssimulacra2")).isBetween(-100.0, 90.0);
    }

    @Test
    void compareGivesTheSameOnAnyNumberOfThreads() {
        Path result = folder.resolve("result.png");
        Cli.run("compress", photo, "-k", "8", "-o", result);
        String one = Cli.run("compare", "--json", "-t", "1", photo, result).out();
        assertThat(Cli.run("compare", "--json", "-t", "3", photo, result).out()).isEqualTo(one);
        assertThat(Cli.run("compare", "-t", "0", photo, result).err()).contains("--threads must be at least 1");
    }

    @Test
    void compareHasNoSsimulacra2OfTinyPictures() throws IOException {
        Path tiny = TestPictures.png(folder.resolve("tiny.png"), TestPictures.flat(7, 9));
        assertThat(Cli.run("compare", tiny, tiny).outLines().get(1)).containsPattern("exact +1.0000 +- +0.0000");
        assertThat(JsonReader.object(Cli.run("compare", "--json", tiny, tiny).out()))
                .containsEntry("ssimulacra2", null);
    }

    @Test
    void compareRefusesPicturesOfOtherSizes() {
        Cli cli = Cli.run("compare", photo, flat, photo);
        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.errLines()).hasSize(1);
        assertThat(cli.err()).contains("flat.png: pictures must be of one size");
        assertThat(cli.out()).contains("photo.png");
        assertThat(Cli.run("compare", folder.resolve("none.png"), flat).exitCode())
                .isEqualTo(1);
    }

    @Test
    void paletteTellsTheOwnColoursOfAPicture() {
        Cli cli = Cli.run("palette", flat);
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.outLines().get(0)).isEqualTo(flat + ": 4 colours");
        assertThat(cli.outLines().get(1)).isEqualTo("    0  #102030     16  32  48   25.00 %  midnightblue");
        assertThat(cli.outLines()).hasSize(5);
    }

    @Test
    void paletteIsFoundForAPhotograph() {
        Map<String, Object> json =
                JsonReader.object(Cli.run("palette", "--json", "-k", "5", photo).out());
        List<Map<String, Object>> entries = JsonReader.objects(json, "entries");
        assertThat(entries).hasSize(5);
        double sum = 0;
        for (Map<String, Object> entry : entries) {
            sum += ((Number) entry.getOrDefault("share", 0)).doubleValue();
        }
        assertThat(sum).isBetween(1 - 1e-9, 1 + 1e-9);
    }

    @Test
    void paletteIsDrawn() throws IOException {
        Path swatches = folder.resolve("swatches.png");
        assertThat(Cli.run("palette", flat, "-o", swatches).exitCode()).isZero();
        assertThat(Arrays.stream(TestPictures.read(swatches).pixels()).filter(pixel -> pixel == 0xFF102030))
                .hasSizeGreaterThan(100);
        assertThat(Cli.run("palette", flat, "-o", swatches).err()).contains("exists already");
    }

    @Test
    void expandGivesThePixelsBack() throws IOException {
        Path packed = folder.resolve("photo.tinct");
        Path direct = folder.resolve("direct.png");
        Cli.run("compress", photo, "-k", "16", "-o", packed);
        Cli.run("compress", photo, "-k", "16", "-o", direct);
        Cli cli = Cli.run("expand", packed, "-o", folder.resolve("back.png"));
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(cli.outLines()).hasSize(1);
        assertThat(TestPictures.read(folder.resolve("back.png"))).isEqualTo(TestPictures.read(direct));
    }

    @Test
    void expandDoesNotOverwrite() throws IOException {
        Path packed = folder.resolve("photo.tinct");
        Cli.run("compress", photo, "-k", "16", "-o", packed);
        assertThat(Cli.run("expand", packed).err()).contains("photo.png exists already");
        assertThat(Cli.run("expand", "-f", packed).exitCode()).isZero();
        assertThat(Cli.run("expand", "-f", "--json", packed).out()).startsWith("{\"source\":");
    }

    @Test
    void expandRefusesOtherFiles() {
        Cli cli = Cli.run("expand", photo, "-o", folder.resolve("x.png"));
        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.errLines()).hasSize(1);
        assertThat(folder.resolve("x.png")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--cloud", "--sweep", "--convergence", "--sample=100"})
    void everyFigureIsDrawn(String kind) throws IOException {
        Path figure = folder.resolve("figure.png");
        Cli cli = kind.isEmpty()
                ? Cli.run("figure", photo, "-k", "4", "-o", figure)
                : Cli.run("figure", photo, "-k", "4", "-o", figure, kind);
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(TestPictures.read(figure).width()).isGreaterThan(300);
        assertThat(cli.outLines()).hasSize(1);
    }

    @Test
    void figureIsPutBesideThePictureAndDoesNotOverwrite() {
        assertThat(Cli.run("figure", flat, "--json").exitCode()).isZero();
        assertThat(folder.resolve("flat-figure.png")).exists();
        assertThat(Cli.run("figure", flat).exitCode()).isEqualTo(1);
    }
}
