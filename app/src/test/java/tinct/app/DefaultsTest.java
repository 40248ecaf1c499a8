package tinct.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine.ParameterException;
import tinct.app.text.Console;

/** Options that stand for others: presets, configuration files, flags of pngquant. */
@Tag("slow")
final class DefaultsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "compress 256 x.png                | compress --colors=256 x.png",
                "compress --nofs 64 x.png          | compress --dither=none --colors=64 x.png",
                "compress --ordered x.png          | compress --dither=none x.png",
                "compress --floyd=0.5 x.png        | compress --dither=floyd-steinberg:0.5 x.png",
                "compress --floyd x.png            | compress --dither=floyd-steinberg x.png",
                "compress --ext -fs8.png x.png     | compress --suffix=-fs8 x.png",
                "compress --ext=.png --force x.png | compress --suffix= --force x.png",
                "compress --skip-if-larger --strip x.png | compress --strip=all x.png",
                "compress --strip tEXt,iCCP x.png  | compress --strip tEXt,iCCP x.png",
                "compress --speed 1 x.png          | compress --effort=8 x.png",
                "compress -s4 x.png                | compress --effort=5 x.png",
                "compress --speed=11 x.png         | compress --effort=1 x.png",
                "compress -k 8 -o 64 x.png         | compress -k 8 -o 64 x.png",
                "compress -- 256 --nofs            | compress -- 256 --nofs",
                "compress --preset web x.png       | compress --space=oklab --lossy=20 --preset web x.png",
                "compress --preset=web --lossy 9 x | compress --space=oklab --preset=web --lossy 9 x",
                "compress --preset web --nofs x    | compress --space=oklab --preset web --dither=none x",
                "compress --preset thumbnail -k9 x | compress --space=oklab --lossy=30 --effort=3 --preset thumbnail -k9 x",
                "compress --preset archive -fp x   | compress --dither=none --lossy=0 --effort=9 --preset archive -fp x",
                "inspect 256                       | inspect 256",
                "report --preset web x.png         | report --space=oklab --lossy=20 --preset web x.png",
                "report --preset archive -k9 x     | report --dither=none --lossy=0 --effort=9 --preset archive -k9 x",
                "report 256                        | report 256",
            })
    void argumentsAreCompleted(String arguments, String complete) {
        assertThat(complete(arguments)).isEqualTo(complete.strip());
    }

    @Test
    void fileGoesBehindWhatIsGiven() throws IOException {
        config("colors=64", "preset=thumbnail", "effort = 9", "strict=true", "quiet=false", "# a remark");
        assertThat(complete("compress x.png"))
                .isEqualTo(
                        "compress --colors=64 --effort=9 --preset=thumbnail --strict --space=oklab --lossy=30 x.png");
        assertThat(complete("compress -k 8 --preset web x.png"))
                .isEqualTo("compress --space=oklab --lossy=20 --effort=9 --strict -k 8 --preset web x.png");
        assertThat(complete("compress --no-config x.png")).isEqualTo("compress --no-config x.png");
        assertThat(complete("inspect x.png")).isEqualTo("inspect x.png");
    }

    /** A report takes of the file what it has too, and tells lines that do not need it. */
    @Test
    void fileIsForReportsToo() throws IOException {
        config("colors=7", "output=small", "strict=true", "strip=all");
        assertThat(complete("report x.png")).isEqualTo("report --colors=7 --no-config x.png");
        Path photo = TestPictures.png(folder.resolve("photo.png"), TestPictures.photo(48, 32));
        Path page = folder.resolve("page.html");
        Path config = folder.resolve(Arguments.CONFIG_NAME);
        assertThat(Cli.run("report", "--config", config, photo, "-o", page).exitCode())
                .isZero();
        String html = Files.readString(page);
        assertThat(html).contains("tinct compress -k 7 --no-config " + photo);
        assertThat(html).doesNotContain("--config " + config);
    }

    @Test
    void fileDecidesAsTheOptionsWould() throws IOException {
        Path photo = TestPictures.png(folder.resolve("photo.png"), TestPictures.photo(96, 64));
        Path config = Files.writeString(folder.resolve("mine"), "colors=7\n");
        assertThat(Cli.run("compress", "--config", config, photo).out()).contains(" -> 7 colours");
        assertThat(Cli.run("compress", "-f", "-k", "5", "--config=" + config, photo)
                        .out())
                .contains(" -> 5 colours");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "colour=64    | there is no option 'colour'; did you mean colors?",
                "force=true   | force is for the command line only",
                "strict=maybe | strict is true or false, was 'maybe'",
                "a=\\u00x     | cannot be read",
            })
    void wrongLinesAreTold(String line, String message) throws IOException {
        config(line);
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> complete("compress x.png"))
                .withMessageContaining(Arguments.CONFIG_NAME)
                .withMessageContaining(message);
        Cli cli = Cli.run("compress", "--config", folder.resolve(Arguments.CONFIG_NAME), "x.png");
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.errLines()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void everyPresetWorks(Preset preset) throws IOException {
        Path photo = TestPictures.png(folder.resolve("photo.png"), TestPictures.photo(96, 64));
        Cli cli = Cli.run("compress", "--preset", preset, photo, "-o", folder.resolve("small.png"));
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(TestPictures.read(folder.resolve("small.png")).width()).isEqualTo(96);
    }

    @Test
    void wrongPresetIsTold() {
        assertThat(Cli.run("compress", "--preset", "wbe", "x.png").errLines().get(0))
                .contains("one of web, thumbnail, e-ink, sprite, archive");
    }

    private void config(String... lines) throws IOException {
        Files.writeString(folder.resolve(Arguments.CONFIG_NAME), String.join("\n", lines));
    }

    private String complete(String arguments) {
        String[] words = arguments.strip().split(" +");
        try (PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8)) {
            Console console = Console.of(nowhere, nowhere);
            return String.join(" ", Arguments.complete(CommandLines.of(console, words), words, List.of(folder)));
        }
    }
}
