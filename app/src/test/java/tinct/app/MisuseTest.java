package tinct.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MisuseTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "compres x.png                   | no command compres             | did you mean 'tinct compress'?",
                "frobnicate                      | no command frobnicate          | 'tinct --help' tells more",
                "compress --sede 3 x.png         | no option --sede               | did you mean --seed?",
                "compress --frobnicate x.png     | no option --frobnicate         | 'tinct compress --help' tells more",
                "compress                        | missing required parameter     | 'tinct compress --help' tells more",
                "compress -k 0 x.png             | -k must be in 1..256, was 0    | 'tinct compress --help' tells more",
                "compress -k 257 x.png           | -k must be in 1..256, was 257  | 'tinct compress --help' tells more",
                "compress -k many x.png          | 'many' is not an int           | 'tinct compress --help' tells more",
                "compress -t 0 x.png             | --threads must be at least 1   | 'tinct compress --help' tells more",
                "compress --runs 0 x.png         | --runs must be at least 1      | 'tinct compress --help' tells more",
                "compress --iterations -1 x.png  | --iterations must be at least 0| 'tinct compress --help' tells more",
                "compress --tolerance -1 x.png   | --tolerance must be at least 0 | 'tinct compress --help' tells more",
                "compress --tolerance NaN x.png  | --tolerance must be at least 0 | 'tinct compress --help' tells more",
                "compress --sample -1 x.png      | --sample must be at least 0    | 'tinct compress --help' tells more",
                "compress --max-pixels 0 x.png   | --max-pixels must be at least 1| 'tinct compress --help' tells more",
                "compress --method k x.png       | one of kmeans, bounds, lloyd| 'tinct compress --help' tells more",
                "compress --start x x.png        | pca, wu, mediancut, kmeans++   | 'tinct compress --help' tells more",
                "compress --space x x.png        | srgb, linear, oklab, lab       | 'tinct compress --help' tells more",
                "compress --format bmp x.png     | png, gif, webp, jpeg, tinct    | 'tinct compress --help' tells more",
                "compress --dither x x.png       | none, auto, floyd-steinberg, atkinson, bayer or blue-noise | 'tinct compress --help' tells more",
                "compress --dither none:1 x.png  | all but none with [:STRENGTH]  | 'tinct compress --help' tells more",
                "compress --dither bayer: x.png  | strength must be in 0..1       | 'tinct compress --help' tells more",
                "compress --dither auto:x x.png  | strength must be in 0..1       | 'tinct compress --help' tells more",
                "compress --dither blue-noise:-1 x.png | strength must be in 0..1 | 'tinct compress --help' tells more",
                "compress --dither floyd-steinberg:2 x.png | strength must be in 0..1| 'tinct compress --help' tells more",
                "compress --lossy 101 x.png      | --lossy must be in 0..100, was 101 | 'tinct compress --help' tells more",
                "compress --lossy NaN x.png      | --lossy must be in 0..100      | 'tinct compress --help' tells more",
                "compress --lossy 9 --dither floyd-steinberg x.png | --lossy and --dither exclude each other | 'tinct compress --help' tells more",
                "compress -o x.bmp x.png         | does not tell a format         | 'tinct compress --help' tells more",
                "compress -o a.png --format gif x.png | contradicts --format gif  | 'tinct compress --help' tells more",
                "compress -o a.png x.png y.png   | must name a folder             | 'tinct compress --help' tells more",
                "inspect --capacity much x.png   | such as 1GB or 512MiB          | 'tinct inspect --help' tells more",
                "inspect -k 0 x.png              | -k must be in 1..256           | 'tinct inspect --help' tells more",
                "palette -k 0 x.png              | -k must be in 1..256           | 'tinct palette --help' tells more",
                "palette -o x.gif x.png          | -o must be a file .gpl .act         | 'tinct palette --help' tells more",
                "palette -o s.png x.png y.png    | -o is for one picture          | 'tinct palette --help' tells more",
                "compare x.png                   | missing required parameter     | 'tinct compare --help' tells more",
                "expand -o x.jpg x.tinct         | must be a .png, .gif or .webp file | 'tinct expand --help' tells more",
                "figure -o x.jpg x.png           | -o must be a .png file         | 'tinct figure --help' tells more",
            })
    void wrongCommandLineIsToldInALineWithAHint(String line, String message, String hint) {
        Cli cli = Cli.run((Object[]) line.split(" +"));
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.errLines()).hasSize(2);
        assertThat(cli.errLines().get(0)).startsWith("tinct: ").contains(message);
        assertThat(cli.errLines().get(1)).isEqualTo(hint);
    }

    @Test
    void fileInPlaceOfACommandIsUnderstood() throws IOException {
        Path file = Files.createFile(folder.resolve("photo.jpg"));
        assertThat(Cli.run(file).errLines().get(1)).isEqualTo("did you mean 'tinct compress " + file + "'?");
    }

    @Test
    void noCommandAtAllIsAMistake() {
        Cli cli = Cli.run();
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.errLines()).containsExactly("tinct: what is to be done?", "'tinct --help' tells more");
    }

    @Test
    void helpListsTheCommands() {
        Cli cli = Cli.run("--help");
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.out()).contains("compress", "inspect", "palette", "compare", "expand", "figure", "Examples:");
        assertThat(cli.outLines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"compress", "inspect", "palette", "compare", "expand", "figure", "corpus", "completion", "man"})
    void everyCommandHasHelp(String command) {
        Cli cli = Cli.run(command, "--help");
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.out()).startsWith("Usage: tinct " + command).contains("--help");
        assertThat(cli.outLines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void versionIsTold() {
        assertThat(Cli.run("--version").out()).matches("tinct \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
    }
}
