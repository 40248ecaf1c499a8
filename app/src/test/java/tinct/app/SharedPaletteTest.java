package tinct.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.app.text.JsonReader;
import tinct.image.Image;

/** {@code --shared-palette} and tiles. */
final class SharedPaletteTest {
    @TempDir
    private Path folder;

    /** Cuts a picture into 4 x 4 tiles, in a folder. */
    private Path tiles(Image image) throws IOException {
        Path tiles = Files.createDirectories(folder.resolve("tiles"));
        int width = image.width() / 4, height = image.height() / 4;
        for (int tile = 0; tile < 16; tile++) {
            int[] pixels = new int[width * height];
            for (int y = 0; y < height; y++) {
                int from = (tile / 4 * height + y) * image.width() + tile % 4 * width;
                System.arraycopy(image.pixels(), from, pixels, y * width, width);
            }
            TestPictures.png(tiles.resolve(String.format("t%02d.png", tile)), new Image(width, height, pixels));
        }
        return tiles;
    }

    private static Image joined(Path tiles) throws IOException {
        Image first = TestPictures.read(tiles.resolve("t00.png"));
        int width = first.width(), height = first.height();
        int[] pixels = new int[16 * width * height];
        for (int tile = 0; tile < 16; tile++) {
            int[] own = TestPictures.read(tiles.resolve(String.format("t%02d.png", tile)))
                    .pixels();
            for (int y = 0; y < height; y++) {
                System.arraycopy(own, y * width, pixels, (tile / 4 * height + y) * 4 * width + tile % 4 * width, width);
            }
        }
        return new Image(4 * width, 4 * height, pixels);
    }

    private static List<Object> arguments(Object... some) {
        return new ArrayList<>(List.of(some));
    }

    /** Tiles of 23 x 17 are no multiples of a pattern, so their places are told; those of 64 x 64 need not be. */
    @ParameterizedTest
    @CsvSource({
        "none, 23, 17, ''",
        "bayer, 23, 17, --tile-columns=4",
        "blue-noise:1, 23, 17, --tile-columns=4",
        "blue-noise, 64, 64, ''"
    })
    void sixteenTilesRebuildToTheWholeDoneAtOnce(String dither, int width, int height, String places)
            throws IOException {
        Image image = TestPictures.photo(4 * width, 4 * height);
        Path whole = folder.resolve("whole.png");
        Path photo = TestPictures.png(folder.resolve("photo.png"), image);
        Cli.run("compress", photo, "-k", "20", "--effort", "2", "--dither", dither, "-o", whole, "--force-larger");
        List<Object> arguments = arguments(
                "compress", tiles(image), "-k", "20", "--effort", "2", "--dither", dither, "--shared-palette");
        if (!places.isEmpty()) {
            arguments.add(places);
        }
        arguments.addAll(List.of("-o", folder.resolve("out/")));
        Cli cli = Cli.run(arguments.toArray());
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(cli.outLines()).hasSize(1);
        assertThat(joined(folder.resolve("out"))).isEqualTo(TestPictures.read(whole));
        for (int tile = 0; tile < 16; tile++) {
            assertThat(PaletteFilesTest.entries(folder.resolve(String.format("out/t%02d.png", tile))))
                    .isEqualTo(PaletteFilesTest.entries(whole));
        }
    }

    @Test
    void withoutTheirPlacesOddTilesDoNotMeet() throws IOException {
        Image image = TestPictures.photo(92, 68);
        Path whole = folder.resolve("whole.png");
        Path photo = TestPictures.png(folder.resolve("photo.png"), image);
        Cli.run("compress", photo, "-k", "20", "--effort", "2", "--dither", "bayer", "-o", whole);
        Cli.run(
                "compress",
                tiles(image),
                "-k",
                "20",
                "--effort",
                "2",
                "--dither",
                "bayer",
                "--shared-palette",
                "-o",
                folder.resolve("out/"));
        assertThat(joined(folder.resolve("out"))).isNotEqualTo(TestPictures.read(whole));
    }

    @Test
    void byEqualWeightASmallPictureHasASayInThePalette() throws IOException {
        Path large = TestPictures.png(folder.resolve("large.png"), TestPictures.photo(200, 160));
        int[] reds = new int[64];
        for (int i = 0; i < 64; i++) {
            reds[i] = 0xFFFF0000 + i;
        }
        Path small = TestPictures.png(folder.resolve("small.png"), new Image(8, 8, reds));
        int byArea = reds(large, small, "--shared-palette");
        int equal = reds(large, small, "--shared-palette", "--equal-weight");
        assertThat(equal).isGreaterThan(byArea);
    }

    /** How many entries of the palette shared by both are reds of the small picture. */
    private int reds(Path large, Path small, String... options) throws IOException {
        List<Object> arguments = arguments("compress", large, small, "-k", "6", "-f", "-o", folder.resolve("out/"));
        arguments.addAll(List.of(options));
        Cli cli = Cli.run(arguments.toArray());
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        int[] entries = PaletteFilesTest.entries(folder.resolve("out/small.png"));
        assertThat(PaletteFilesTest.entries(folder.resolve("out/large.png"))).isEqualTo(entries);
        return (int) java.util.Arrays.stream(entries)
                .filter(argb -> (argb >> 8 & 0xFFFF) == 0xFF00)
                .count();
    }

    @Test
    void aPictureThatCannotBeReadDoesNotStopTheOthers() throws IOException {
        Path tiles = tiles(TestPictures.photo(92, 68));
        Files.writeString(tiles.resolve("t05.png"), "no picture");
        Cli cli = Cli.run("compress", tiles, "-k", "20", "--shared-palette", "-o", folder.resolve("out/"));
        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.errLines()).hasSize(1);
        assertThat(folder.resolve("out/t06.png")).exists();
    }

    @Test
    void paletteWritesOnePaletteOfAllWhichCompressTakes() throws IOException {
        Path tiles = tiles(TestPictures.photo(92, 68));
        Path palette = folder.resolve("shared.gpl");
        Path first = tiles.resolve("t00.png");
        Path last = tiles.resolve("t15.png");
        Cli cli = Cli.run("palette", first, last, "-k", "7", "--shared-palette", "--json", "-o", palette);
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        Map<String, Object> json = JsonReader.object(cli.out());
        double sum = 0;
        for (Map<String, Object> entry : JsonReader.objects(json, "entries")) {
            sum += ((Number) entry.getOrDefault("share", 0)).doubleValue();
        }
        assertThat(sum).isBetween(1 - 1e-9, 1 + 1e-9);
        Cli.run("compress", first, "--palette", palette, "-o", folder.resolve("a.png"));
        Cli.run("compress", first, last, "-k", "7", "--shared-palette", "-o", folder.resolve("out/"));
        assertThat(TestPictures.read(folder.resolve("a.png")))
                .isEqualTo(TestPictures.read(folder.resolve("out/t00.png")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--tile-columns=2|--tile-columns is for --shared-palette or --palette",
                "--equal-weight|--equal-weight is for --shared-palette",
                "--shared-palette --tile-columns=-1|--tile-columns must be at least 1, was -1",
                "--shared-palette --tile-columns=2|pixels high, and "
            })
    void wrongUseIsRefused(String example) throws IOException {
        TestPictures.png(folder.resolve("a.png"), TestPictures.photo(20, 20));
        TestPictures.png(folder.resolve("b.png"), TestPictures.photo(20, 21));
        String[] parts = example.split("\\|", 2);
        List<Object> arguments = arguments("compress", folder);
        arguments.addAll(List.of(parts[0].split(" ", 3)));
        Cli cli = Cli.run(arguments.toArray());
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.errLines().get(0)).contains(parts[1]);
    }
}
