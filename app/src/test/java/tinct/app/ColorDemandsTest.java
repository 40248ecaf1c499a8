package tinct.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tinct.app.text.JsonReader;
import tinct.image.Image;

/** {@code --preserve-rare}, {@code --posterize} and {@code --device-palette}. */
final class ColorDemandsTest {
    private static final int RED = 0xFFE4002B;

    @TempDir
    private Path folder;

    /** Sea and land in many shades, and a small land in red. */
    private Path map() throws IOException {
        int[] pixels = new int[40_000];
        for (int i = 0; i < pixels.length; i++) {
            int shade = i % 200 / 2;
            pixels[i] = i < 24_000 ? 0xFF206080 + shade * 0x000100 : 0xFF308020 + shade * 0x010000;
        }
        for (int i = 0; i < 60; i++) {
            pixels[15_000 + i / 10 * 200 + i % 10] = RED;
        }
        return TestPictures.png(folder.resolve("map.png"), new Image(200, 200, pixels));
    }

    @Test
    void whatIsWhiteInAMapOfImportanceKeepsItsColour() throws IOException {
        Path map = map();
        int[] greys = new int[40_000];
        for (int i = 0; i < greys.length; i++) {
            int x = i % 200;
            int y = i / 200;
            greys[i] = x < 10 && y >= 75 && y < 81 ? 0xFFFFFFFF : 0xFF000000;
        }
        Path importance = TestPictures.png(folder.resolve("importance.png"), new Image(200, 200, greys));
        Path kept = folder.resolve("kept.png");
        Cli run = Cli.run("compress", map, "-k", "6", "--importance", importance, "-o", kept);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(TestPictures.read(kept).argb(3, 76)).isEqualTo(RED);
        assertThat(Cli.run("compress", map, importance, "--importance", importance)
                        .err())
                .contains("--importance is for one picture, not 2");
        Path small = TestPictures.png(folder.resolve("small.png"), new Image(1, 1, new int[] {RED}));
        assertThat(Cli.run("compress", map, "--importance", small).err())
                .contains("small.png: the map of importance is 1 x 1 pixels, and the picture 200 x 200");
        assertThat(Cli.run("compress", map, "--importance", folder.resolve("none.png"))
                        .err())
                .contains("none.png: there is no such file");
        assertThat(Cli.run("palette", map, "--importance", importance).err())
                .contains("--importance is for a picture that is compressed");
    }

    @Test
    void preserveRareKeepsTheColourOfASmallAreaAndTheGuardSaysThatItWasLost() throws IOException {
        Path map = map();
        Path lost = folder.resolve("lost.png");
        Path kept = folder.resolve("kept.png");
        Cli plain = Cli.run("compress", map, "-k", "6", "--space", "oklab", "--rare-guard", "0.05:0.1", "-o", lost);
        assertThat(plain.exitCode()).isZero();
        assertThat(plain.errLines()).hasSize(1);
        assertThat(plain.err())
                .matches("tinct: .*map.png: warning: #e4002b, 0.15 % of the pixels, became #[0-9a-f]{6} "
                        + "\\(dE 0.\\d\\d\\); --pin keeps it\\n");
        assertThat(TestPictures.read(lost).argb(3, 76)).isNotEqualTo(RED);
        Cli rare = Cli.run("compress", map, "-k", "6", "--space", "oklab", "--preserve-rare", "-o", kept);
        assertThat(rare.exitCode()).isZero();
        assertThat(rare.err()).isEmpty();
        assertThat(TestPictures.read(kept).argb(3, 76)).isEqualTo(RED);
        // With no damping and a strict guard it warns; a share above that of the colour does not.
        assertThat(Cli.run("compress", map, "-k", "6", "--rare-guard", "0.2:0.1", "-f")
                        .err())
                .isEmpty();
    }

    @Test
    void movedColoursAreInTheJsonAndManyAreCounted() throws IOException {
        Path flat = TestPictures.png(folder.resolve("map.png"), TestPictures.photo(16, 16));
        Cli json = Cli.run("compress", flat, "-k", "2", "--rare-guard", "0:0.05", "--json", "--force-larger");
        Map<String, Object> file = JsonReader.object(json.outLines().get(0));
        List<Map<String, Object>> moved = JsonReader.objects(file, "moved");
        assertThat(moved.size()).isGreaterThan(6);
        assertThat(moved.get(0)).containsOnlyKeys("color", "entry", "share", "deltaE");
        Cli text = Cli.run("compress", flat, "-k", "2", "--rare-guard", "0:0.05", "-f", "--force-larger");
        assertThat(text.errLines()).hasSize(6);
        assertThat(text.errLines().get(5)).endsWith("warning: so did " + (moved.size() - 5) + " more colours");
    }

    @ParameterizedTest
    @CsvSource({"rgb565, 5, 6, 5", "rgb444, 4, 4, 4", "argb4444, 4, 4, 4", "3, 3, 3, 3", "'2,3,1', 2, 3, 1"})
    void posterizedFilesHaveNoMoreBits(String bits, int red, int green, int blue) throws IOException {
        Path photo = TestPictures.png(folder.resolve("photo.png"), TestPictures.photo(96, 64));
        Path result = folder.resolve("result.png");
        Cli cli = Cli.run("compress", photo, "-k", "12", "--posterize", bits, "-o", result);
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        int[] entries = PaletteFilesTest.entries(result);
        assertThat(entries).hasSizeBetween(2, 12).doesNotHaveDuplicates();
        for (int argb : entries) {
            assertRepeated(argb >> 16 & 0xFF, red);
            assertRepeated(argb >> 8 & 0xFF, green);
            assertRepeated(argb & 0xFF, blue);
        }
    }

    /** The upper bits come again below, as often as they fit. */
    private static void assertRepeated(int value, int bits) {
        for (int bit = 7 - bits; bit >= 0; bit--) {
            assertThat(value >> bit & 1).isEqualTo(value >> bit + bits & 1);
        }
    }

    @Test
    void pixelsAreMatchedAsMeasuredAndWrittenAsDeviceCodes() throws IOException {
        Path measured = Files.writeString(folder.resolve("seen.hex"), "303030\nd0d0c8\na03028\n3050a0\n");
        Path codes =
                Files.writeString(folder.resolve("codes.gpl"), "GIMP Palette\n0 0 0\n255 255 255\n255 0 0\n0 0 255\n");
        Path photo = TestPictures.png(folder.resolve("photo.png"), TestPictures.photo(96, 64));
        Path result = folder.resolve("result.png");
        Path seen = folder.resolve("seen.png");
        Cli cli = Cli.run(
                "compress", photo, "--device-palette", measured, codes, "--dither", "floyd-steinberg", "-o", result);
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        Cli.run("compress", photo, "--palette", measured, "--keep-order", "--dither", "floyd-steinberg", "-o", seen);
        assertThat(PaletteFilesTest.entries(result)).containsExactly(0xFF000000, -1, 0xFFFF0000, 0xFF0000FF);
        int[] shown = {0xFF303030, 0xFFD0D0C8, 0xFFA03028, 0xFF3050A0};
        int[] written = {0xFF000000, -1, 0xFFFF0000, 0xFF0000FF};
        int[] expected = Arrays.stream(TestPictures.read(seen).pixels())
                .map(argb -> written[
                        java.util.stream.IntStream.range(0, 4)
                                .filter(i -> shown[i] == argb)
                                .findFirst()
                                .orElseThrow()])
                .toArray();
        assertThat(TestPictures.read(result).pixels()).isEqualTo(expected);
        // The error told is that of what is seen.
        assertThat(cli.out().replaceAll(".*(MSE +[0-9.]+).*\\s", "$1"))
                .isEqualTo(Cli.run("compress", photo, "--palette", measured, "--dither", "floyd-steinberg", "-f")
                        .out()
                        .replaceAll(".*(MSE +[0-9.]+).*\\s", "$1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--posterize=rgb999|expected rgb565, rgb555",
                "--posterize=rgb444 --pin=#e4002b|--pin #e4002b has more bits than --posterize leaves; the nearest that has "
                        + "not is #dd0033",
                "--rare-power=0.5|--rare-power is for --preserve-rare",
                "--preserve-rare --rare-power=2|--rare-power: power must be in 0..1, was 2.0",
                "--rare-guard=1|expected PERCENT:DE such as 0.05:0.1, was '1'"
            })
    void wrongUseIsRefused(String options, String message) throws IOException {
        Path photo = TestPictures.png(folder.resolve("photo.png"), TestPictures.photo(16, 16));
        String[] words = (options + " --quiet").split(" ", 3);
        Cli cli = words.length == 2
                ? Cli.run("compress", photo, words[0], words[1])
                : Cli.run("compress", photo, words[0], words[1], words[2]);
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.errLines().get(0)).contains(message);
    }

    @Test
    void knownDisplaysGetTheirCodes() throws IOException {
        Path photo = TestPictures.png(folder.resolve("photo.png"), TestPictures.photo(64, 48));
        Path result = folder.resolve("result.png");
        assertThat(Cli.run("compress", photo, "--preset", "e-ink", "-o", result).exitCode())
                .isZero();
        assertThat(PaletteFilesTest.entries(result))
                .containsExactly(0xFF000000, -1, 0xFFFFFF00, 0xFFFF0000, 0xFF0000FF, 0xFF00FF00);
        Cli.run("compress", photo, "--preset", "e-ink", "--device", "acep7", "-f", "-o", result);
        assertThat(PaletteFilesTest.entries(result)).hasSize(7).endsWith(0xFFFF8C00);
        Cli.run("compress", photo, "--preset", "e-ink", "-k", "4", "-f", "-o", result);
        assertThat(PaletteFilesTest.entries(result)).hasSize(4).doesNotContain(0xFFFF0000);
        Path own = Files.writeString(folder.resolve("own.hex"), "000000\nffffff\n");
        Cli.run("compress", photo, "--preset", "e-ink", "--palette", own, "-f", "-o", result);
        assertThat(PaletteFilesTest.entries(result)).containsExactlyInAnyOrder(0xFF000000, -1);
        assertThat(Cli.run("compress", photo, "--device", "acep7", "--palette", own)
                        .err())
                .startsWith("tinct: --palette and --device exclude each other");
    }

    @Test
    void devicePalettesThatDoNotFitAreRefused() throws IOException {
        Path photo = TestPictures.png(folder.resolve("photo.png"), TestPictures.photo(16, 16));
        Path two = Files.writeString(folder.resolve("two.hex"), "000000\nffffff\n");
        Path three = Files.writeString(folder.resolve("three.hex"), "000000\nffffff\nff0000\n");
        assertThat(Cli.run("compress", photo, "--device-palette", two, three).err())
                .startsWith("tinct: --device-palette: 2 measured colours do not fit 3 device codes");
        assertThat(Cli.run("compress", photo, "--device-palette", two, three, "--palette", two)
                        .err())
                .startsWith("tinct: --palette and --device-palette exclude each other");
        assertThat(Cli.run("compress", photo, "--device-palette", two, two, "-o", folder.resolve("x.jpg"))
                        .err())
                .contains("JPEG does not keep the codes of a device; png does");
    }
}
