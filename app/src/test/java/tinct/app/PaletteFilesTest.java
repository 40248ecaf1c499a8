package tinct.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.app.text.JsonReader;
import tinct.image.Image;

/** {@code --palette} and what {@code tinct palette} writes; files are read by what is not ours. */
final class PaletteFilesTest {
    private static final int[] BRAND = {0xE4002B, 0x001122, 0xFFFFFF, 0xFF8800};

    @TempDir
    private Path folder;

    private Path photo;

    @BeforeEach
    void writePhoto() throws IOException {
        photo = TestPictures.png(folder.resolve("photo.png"), TestPictures.photo(96, 64));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** The entries of an indexed PNG: its chunks PLTE and tRNS. */
    static int[] entries(Path png) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(png)).position(8);
        int[] argb = {};
        while (file.hasRemaining()) {
            byte[] data = new byte[file.getInt()];
            int type = file.getInt();
            file.get(data).getInt();
            if (type == 0x504C5445) {
                argb = new int[data.length / 3];
                for (int i = 0; i < data.length; i++) {
                    argb[i / 3] |= (data[i] & 0xFF) << (16 - i % 3 * 8) | 0xFF000000;
                }
            } else if (type == 0x74524E53) {
                for (int i = 0; i < data.length; i++) {
                    argb[i] = argb[i] & 0xFFFFFF | data[i] << 24;
                }
            }
        }
        return argb;
    }

    private Path brand(String extension) throws IOException {
        return switch (extension) {
            case "gpl" ->
                file("brand.gpl", "GIMP Palette\nName: Brand\n228 0 43 Red\n0 17 34\n255 255 255\n255 136 0\n");
            case "pal" ->
                file("brand.pal", "JASC-PAL\r\n0100\r\n4\r\n228 0 43\r\n0 17 34\r\n255 255 255\r\n255 136 0\r\n");
            case "hex" -> file("brand.hex", "e4002b\n001122\nffffff\nff8800\n");
            case "css" -> file("brand.css", ":root { --red: #e4002b; --ink: #012; --paper: white; --hot: #f80 }");
            case "json" -> file("brand.json", "{\"colors\": [\"#e4002b\", \"#001122\", \"#fff\", \"#f80\"]}");
            case "act" -> {
                byte[] act = new byte[772];
                for (int i = 0; i < 12; i++) {
                    act[i] = (byte) (BRAND[i / 3] >> (16 - i % 3 * 8));
                }
                System.arraycopy(new byte[] {0, 4, -1, -1}, 0, act, 768, 4);
                yield Files.write(folder.resolve("brand.act"), act);
            }
            case "ase" -> {
                ByteBuffer ase = ByteBuffer.allocate(12 + 4 * 28);
                ase.put("ASEF".getBytes(UTF_8)).putInt(0x10000).putInt(4);
                for (int rgb : BRAND) {
                    ase.putShort((short) 1).putInt(22).putShort((short) 1).putShort((short) 0);
                    ase.put("RGB ".getBytes(UTF_8));
                    for (int shift = 16; shift >= 0; shift -= 8) {
                        ase.putFloat((rgb >> shift & 0xFF) / 255f);
                    }
                    ase.putShort((short) 0);
                }
                yield Files.write(folder.resolve("brand.ase"), ase.array());
            }
            default -> {
                int[] pixels = Arrays.stream(BRAND).map(rgb -> 0xFF000000 | rgb).toArray();
                yield TestPictures.png(folder.resolve("brand.png"), new Image(4, 1, pixels));
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpl", "pal", "hex", "css", "json", "act", "ase", "png"})
    void aResultHasExactlyTheColoursOfAPaletteFileInItsOrder(String extension) throws IOException {
        Path result = folder.resolve("result.png");
        Cli cli = Cli.run("compress", photo, "--palette", brand(extension), "--keep-order", "-o", result);
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(entries(result))
                .isEqualTo(Arrays.stream(BRAND).map(rgb -> 0xFF000000 | rgb).toArray());
        // Every pixel has the nearest of them.
        int[] before = TestPictures.photo(96, 64).pixels();
        int[] after = TestPictures.read(result).pixels();
        for (int i = 0; i < before.length; i++) {
            int color = before[i];
            int nearest = Arrays.stream(BRAND)
                    .boxed()
                    .min((a, b) -> Integer.compare(square(a, color), square(b, color)))
                    .orElseThrow();
            assertThat(after[i]).as("pixel %d", i).isEqualTo(0xFF000000 | nearest);
        }
    }

    private static int square(int a, int b) {
        int sum = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            int d = (a >> shift & 0xFF) - (b >> shift & 0xFF);
            sum += d * d;
        }
        return sum;
    }

    @Test
    void withoutKeepOrderEntriesGoFromDarkToLight() throws IOException {
        Path result = folder.resolve("result.png");
        Cli.run("compress", photo, "--palette", brand("hex"), "-o", result);
        assertThat(entries(result)).containsExactly(0xFF001122, 0xFFE4002B, 0xFFFF8800, 0xFFFFFFFF);
    }

    @Test
    void aPaletteIsAppliedToAPictureThatIsSmallAlready() throws IOException {
        Path flat = TestPictures.png(folder.resolve("flat.png"), TestPictures.flat(8, 8));
        Path result = folder.resolve("result.png");
        Cli cli = Cli.run("compress", flat, "--palette", brand("hex"), "--dither", "blue-noise", "-o", result);
        assertThat(cli.exitCode()).isZero();
        assertThat(Arrays.stream(TestPictures.read(result).pixels()).map(argb -> argb & 0xFFFFFF))
                .allMatch(rgb -> Arrays.stream(BRAND).anyMatch(brand -> brand == rgb));
    }

    @Test
    void transparentPixelsStayTransparent() throws IOException {
        Path clear = TestPictures.png(folder.resolve("clear.png"), TestPictures.halfClear(64, 32));
        Path result = folder.resolve("result.png");
        Cli cli = Cli.run("compress", clear, "--palette", brand("hex"), "--keep-order", "-o", result);
        assertThat(cli.exitCode()).isZero();
        assertThat(entries(result)).hasSize(5).endsWith(0);
        assertThat(TestPictures.read(result).argb(3, 3)).isZero();
        assertThat(TestPictures.read(result).argb(60, 3) >>> 24).isEqualTo(255);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none.gpl|there is no such file",
                "photo.png|the picture has more than 256 colours; 'tinct palette' makes a palette of it",
                "broken.hex|broken hex list: line 1 must be a colour such as e4002b, it is 'nope'"
            })
    void aPaletteThatCannotBeReadIsToldInOneLine(String name, String message) throws IOException {
        file("broken.hex", "nope");
        Path palette = folder.resolve(name);
        Cli cli = Cli.run("compress", photo, "--palette", palette);
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.errLines().get(0)).isEqualTo("tinct: --palette " + palette + ": " + message);
        assertThat(folder.resolve("photo-tinct.png")).doesNotExist();
    }

    @Test
    void optionsThatContradictEachOtherAreRefused() throws IOException {
        assertThat(Cli.run("compress", photo, "--palette", brand("hex"), "-k", "3")
                        .err())
                .startsWith("tinct: --palette keeps all its colours, so -k cannot be given too");
        assertThat(Cli.run("compress", photo, "--keep-order").err()).startsWith("tinct: --keep-order is for --palette");
    }

    @Test
    void everyPaletteFormatIsWritten() throws IOException {
        Cli cli = Cli.run("palette", "--json", "-k", "3", photo);
        List<String> told = JsonReader.objects(JsonReader.object(cli.out()), "entries").stream()
                .map(entry -> String.valueOf(entry.get("hex")).substring(1))
                .toList();
        for (String extension : List.of("gpl", "act", "pal", "hex", "ase", "css", "json", "svg", "png")) {
            Path out = folder.resolve("out." + extension);
            assertThat(Cli.run("palette", "-k", "3", photo, "-o", out).exitCode())
                    .as(extension)
                    .isZero();
            assertThat(found(out, extension)).as(extension).containsAll(told);
        }
        assertThat(Files.readString(folder.resolve("out.svg"))).containsPattern("#[0-9a-f]{6} \\d+\\.\\d\\d %");
    }

    /** The colours in a file, by the plainest means that its format allows. */
    private static List<String> found(Path file, String extension) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return switch (extension) {
            case "gpl", "pal" -> numbers(Files.readString(file));
            case "act" ->
                numbers(
                        bytes[0] & 0xFF,
                        bytes[1] & 0xFF,
                        bytes[2] & 0xFF,
                        bytes[3] & 0xFF,
                        bytes[4] & 0xFF,
                        bytes[5] & 0xFF,
                        bytes[6] & 0xFF,
                        bytes[7] & 0xFF,
                        bytes[8] & 0xFF);
            case "ase" -> {
                int[] channels = new int[9];
                for (int i = 0; i < 9; i++) {
                    // A name #rrggbb is 8 letters with its end; so a block has 6 + 2 + 16 + 4 + 12 + 2 bytes.
                    int at = 12 + i / 3 * 42 + 28 + i % 3 * 4;
                    channels[i] = Math.round(255 * ByteBuffer.wrap(bytes).getFloat(at));
                }
                yield numbers(channels);
            }
            case "png" -> {
                BufferedImage image = ImageIO.read(file.toFile());
                int[] rgb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
                yield Arrays.stream(rgb)
                        .distinct()
                        .mapToObj(argb -> String.format("%06x", argb & 0xFFFFFF))
                        .toList();
            }
            default ->
                Pattern.compile(extension.equals("hex") ? "([0-9a-f]{6})" : "#([0-9a-f]{6})")
                        .matcher(Files.readString(file))
                        .results()
                        .map(match -> match.group(1))
                        .toList();
        };
    }

    private static List<String> numbers(String text) {
        Matcher matcher = Pattern.compile("(?m)^ *(\\d+) +(\\d+) +(\\d+)").matcher(text);
        return matcher.results()
                .map(m -> String.format(
                        "%02x%02x%02x",
                        Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3))))
                .toList();
    }

    private static List<String> numbers(int... channels) {
        return java.util.stream.IntStream.range(0, channels.length / 3)
                .mapToObj(i -> String.format("%02x%02x%02x", channels[3 * i], channels[3 * i + 1], channels[3 * i + 2]))
                .toList();
    }

    @Test
    void paletteFilesAreToldAndConverted() throws IOException {
        Path act = folder.resolve("out.act");
        Cli cli = Cli.run("palette", brand("gpl"), "-o", act);
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(cli.outLines().get(1)).isEqualTo("    0  #e4002b    228   0  43  crimson  (Red)");
        assertThat(cli.outLines()).hasSize(5);
        assertThat(Files.readAllBytes(act)).isEqualTo(Files.readAllBytes(brand("act")));
        Map<String, Object> json =
                JsonReader.object(Cli.run("palette", "--json", brand("gpl")).out());
        assertThat(JsonReader.objects(json, "entries").get(0))
                .containsEntry("name", "Red")
                .containsEntry("nearest", "crimson")
                .doesNotContainKey("share");
    }

    @Test
    void sharesOfAFixedPaletteAreTold() throws IOException {
        Path flat = TestPictures.png(folder.resolve("flat.png"), TestPictures.flat(64, 64));
        Path palette = file("greys.hex", "000000\nffffff\n808080\n");
        Cli cli = Cli.run("palette", flat, "--palette", palette, "--keep-order");
        assertThat(cli.outLines())
                .containsExactly(
                        flat + ": 4 colours -> 3",
                        "    0  #000000      0   0   0   25.00 %  black",
                        "    1  #ffffff    255 255 255    0.00 %  white",
                        "    2  #808080    128 128 128   75.00 %  gray");
    }

    @Test
    void transparencyIsLeftOutWhereAFormatDoesNotHaveIt() throws IOException {
        Path clear = TestPictures.png(folder.resolve("clear.png"), TestPictures.halfClear(64, 32));
        Path pal = folder.resolve("out.pal");
        Cli cli = Cli.run("palette", clear, "-k", "4", "-o", pal);
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.err())
                .isEqualTo("tinct: " + pal + ": full transparency is left out, the format does not have it\n");
        assertThat(Files.readString(pal)).startsWith("JASC-PAL\r\n0100\r\n3\r\n");
        assertThat(Cli.run("palette", clear, "-k", "4", "-o", folder.resolve("out.xyz"))
                        .err())
                .startsWith("tinct: -o must be a file .gpl .act .pal .hex .ase .css .json .svg or .png, was ");
    }
}
