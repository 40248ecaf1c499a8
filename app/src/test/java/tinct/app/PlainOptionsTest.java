package tinct.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import tinct.app.text.Console;

/** What is read without picocli means what picocli reads. */
final class PlainOptionsTest {
    private static final Console SILENT =
            Console.of(new PrintStream(new ByteArrayOutputStream()), new PrintStream(new ByteArrayOutputStream()));

    @TempDir
    private Path folder;

    private static CommandLine line(String... arguments) {
        return compress(CommandLines.of(SILENT, arguments));
    }

    private static CommandLine compress(CommandLine line) {
        return Objects.requireNonNull(line.getSubcommands().get("compress"));
    }

    private static Optional<PlainOptions> read(String... arguments) {
        return PlainOptions.read(arguments, List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compress a.png",
                "compress a.png b.png --dir out -r -f -p --resume -n -v --strict --json",
                "compress a.png -d",
                "compress --dir=out --recursive --force --preserve --dry-run --verbose --quiet --explain a.png",
                "compress a.png -o b.webp -k 16 --effort 7 --space lab -t 3 --progress never",
                "compress --colors=9 a.png --output b --format TINCT --threads=1 --suffix=-x --lossy 33.5",
                "compress - -o - --dither bayer:0.25",
                "compress a.png --no-config",
                "compress 'x/**/*.png' --dither=floyd-steinberg --suffix -small",
            })
    void commandIsTheOneThatPicocliMakes(String words) throws IOException {
        String[] arguments = words.split(" ");
        Optional<PlainOptions> options = read(arguments);
        if (words.contains("-suffix -small") || words.contains("=-x")) {
            assertThat(options).as("a value with a hyphen").isEmpty();
            return;
        }
        CommandLine line = CommandLines.of(SILENT, arguments);
        line.parseArgs(arguments);
        CommandLine compress = compress(line);
        CompressCommand expected = (CompressCommand) compress.getCommandSpec().userObject();
        assertThat(options.flatMap(plain -> CompressCommand.of(SILENT, plain)).orElseThrow())
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes("(.*\\.)?spec", "plain", "version", "systemConsole")
                .isEqualTo(expected);
        // Journals know runs by these.
        List<Map.Entry<String, String>> given = ResultOptions.given(compress.getParseResult());
        assertThat(ResultOptions.fingerprint(
                        List.copyOf(options.orElseThrow().values().entrySet()), "1"))
                .isEqualTo(ResultOptions.fingerprint(given, "1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compress",
                "compress -k 16",
                "inspect a.png",
                "compress 256 a.png",
                "compress -k16 a.png",
                "compress -k=16 a.png",
                "compress -rf a",
                "compress -r -r a",
                "compress -k 3 --colors 4 a.png",
                "compress a.png -o",
                "compress a.png --output=",
                "compress a.png --recursive=true",
                "compress -- a.png",
                "compress @words",
                "compress -o @words a.png",
                "compress -o -f a.png",
                "compress a.png --preset web",
                "compress a.png --nofs",
                "compress a.png --max-bytes 10KB",
                "compress --help",
            })
    void anythingElseIsLeftToPicocli(String words) {
        assertThat(read(words.split(" "))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-k 300",
                "-k many",
                "--effort 0",
                "--space xyz",
                "--format xyz",
                "--dither bayer:7",
                "--lossy 20 --dither bayer",
                "--lossy -",
                "-t 0",
                "-o x.png --dir y",
                "--progress always",
            })
    void mistakesAreLeftToPicocliToo(String words) {
        String[] arguments = ("compress a.png " + words).split(" ");
        PlainOptions options = read(arguments).orElseThrow();
        assertThat(CompressCommand.of(SILENT, options)).isEmpty();
    }

    @Test
    void configurationFileIsLeftToPicocli() throws IOException {
        String[] arguments = {"compress", "a.png"};
        assertThat(PlainOptions.read(arguments, List.of(folder))).isPresent();
        Files.writeString(folder.resolve(".tinct.properties"), "colors=3");
        assertThat(PlainOptions.read(arguments, List.of(folder))).isEmpty();
        assertThat(PlainOptions.read(new String[] {"compress", "a.png", "--no-config"}, List.of(folder)))
                .isPresent();
    }

    @Test
    void optionsAreCalledAsPicocliCallsThem() {
        CommandSpec spec = line("compress").getCommandSpec();
        int plain = 0;
        for (OptionSpec option : spec.options()) {
            for (String name : option.names()) {
                boolean valued = option.arity().max() > 0;
                Optional<PlainOptions> read = valued ? read("compress", "a", name, "x") : read("compress", "a", name);
                if (read.isPresent()) {
                    assertThat(read.get().values().keySet()).containsExactly(option.longestName());
                    plain++;
                }
            }
        }
        assertThat(plain).isEqualTo(31);
    }

    @Test
    void runIsGoneOnWithByAnotherReader() throws IOException {
        Path in = Files.createDirectory(folder.resolve("in"));
        TestPictures.png(in.resolve("a.png"), TestPictures.photo(20, 10));
        TestPictures.png(in.resolve("b.png"), TestPictures.photo(22, 10));
        Path out = folder.resolve("out");
        String[] arguments = {"compress", in.toString(), "-o", out.toString(), "-k", "9", "--resume"};
        assertThat(read(arguments)).isPresent();
        assertThat(Cli.run((Object[]) arguments).exitCode()).isZero();
        Cli again = Cli.run("compress", in, "-o", out, "-k9", "--resume", "--no-config");
        assertThat(again.out()).contains("2 skipped");
        assertThat(Cli.run("compress", in, "-o", out, "-k", "8", "--resume").out())
                .doesNotContain("skipped");
    }

    @Test
    void trainingDoesWhatItSays() throws IOException {
        Path picture = TestPictures.png(folder.resolve("picture.png"), TestPictures.photo(60, 40));
        Training.main(new String[] {folder.toString(), picture.toString()});
        assertThat(folder.resolve("b.png")).exists();
        assertThat(new String(Files.readAllBytes(folder.resolve("b.png")), StandardCharsets.ISO_8859_1))
                .contains("PLTE");
    }
}
