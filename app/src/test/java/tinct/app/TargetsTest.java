package tinct.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.image.Image;
import tinct.metrics.Comparison;

@Tag("slow")
final class TargetsTest {
    private static final Image PHOTO = TestPictures.photo(96, 64);

    @TempDir
    private Path folder;

    private Path photo;
    private Path result;

    @BeforeEach
    void writePhoto() throws IOException {
        photo = TestPictures.png(folder.resolve("photo.png"), PHOTO);
        result = folder.resolve("small.png");
    }

    private static double score(Path file) throws IOException {
        return Comparison.of(PHOTO, TestPictures.read(file)).ssimulacra2();
    }

    @Test
    void qualityIsReachedWithFewerBytesThanWithoutATarget() throws IOException {
        Cli cli = Cli.run("compress", photo, "-q", "60", "-o", result);
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(score(result)).isGreaterThanOrEqualTo(60);
        assertThat(cli.out()).containsPattern("SSIM2 6\\d\\.\\d\\d at level \\d+\\.\\d");
        Path plain = folder.resolve("plain.png");
        Cli.run("compress", photo, "-o", plain);
        assertThat(Files.size(result)).isLessThan(Files.size(plain));
    }

    @ParameterizedTest
    @CsvSource({"png, 3KB, 3000", "gif, 4.5kb, 4500", "webp, 2KiB, 2048", "tinct, 2000, 2000"})
    void filesAreNotLargerThanAsked(String format, String size, long bytes) throws IOException {
        Path file = folder.resolve("small." + format);
        Cli cli = Cli.run("compress", photo, "--max-bytes", size, "-o", file);
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(Files.size(file)).isLessThanOrEqualTo(bytes).isGreaterThan(bytes * 8 / 10);
    }

    @Test
    void sourceIsKeptIfTheColoursDoNotReachTheQuality() throws IOException {
        Cli cli = Cli.run("compress", photo, "-q", "80", "-k", "4", "-o", result);
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(cli.out())
                .containsPattern("  4 colours reach SSIM2 -?\\d+\\.\\d\\d, not 80, so the source is kept, copied to ");
        assertThat(result).hasSameBinaryContentAs(photo);
    }

    @Test
    void belowWritesWhatComesNearest() throws IOException {
        Cli cli = Cli.run("compress", photo, "-q", "80", "-k", "4", "--below", "write", "--strict", "-o", result);
        assertThat(cli.exitCode()).isEqualTo(99);
        assertThat(cli.out())
                .containsPattern("SSIM2 -?\\d+\\.\\d\\d \\(4 colours reach SSIM2 -?\\d+\\.\\d\\d, not 80\\)");
        assertThat(score(result)).isLessThan(80);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-q 80 -k 4", "--max-bytes 30"})
    void belowFails(String options) {
        Cli cli = Cli.run((Object[]) ("compress " + photo + " --below fail -o " + result + " " + options).split(" "));
        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.err().lines())
                .singleElement()
                .asString()
                .startsWith("tinct: " + photo + ": ")
                .contains(", not ");
        assertThat(result).doesNotExist();
    }

    @Test
    void lessThanTheMostIsEnoughIfItIsTheLeast() throws IOException {
        Cli cli = Cli.run("compress", photo, "-q", "0-99", "-k", "16", "--strict", "-o", result);
        assertThat(cli.exitCode()).as(cli.out()).isZero();
        assertThat(score(result)).isBetween(0.0, 99.0);
        assertThat(cli.out()).containsPattern("16 colours reach SSIM2 \\d+\\.\\d\\d, not 99");
    }

    @Test
    void sizeThatNothingFitsIntoIsTold() {
        Cli cli = Cli.run("compress", photo, "--max-bytes", "30", "--strict");
        assertThat(cli.exitCode()).isEqualTo(99);
        assertThat(cli.out()).containsPattern("no smaller than \\d+ B, not 30 B, so the source is kept");
    }

    @Test
    void qualityAndSizeTogetherTakeTheTighterOne() throws IOException {
        Cli free = Cli.run("compress", photo, "-q", "60", "-o", result);
        long bytes = Files.size(result);
        Path roomy = folder.resolve("roomy.png");
        Cli.run("compress", photo, "-q", "60", "--max-bytes", bytes + 1000, "-o", roomy);
        assertThat(roomy).as(free.out()).hasSameBinaryContentAs(result);
        Path tight = folder.resolve("tight.png");
        Cli cli = Cli.run("compress", photo, "-q", "10-60", "--max-bytes", bytes - 500, "--strict", "-o", tight);
        assertThat(cli.exitCode()).as(cli.out()).isZero();
        assertThat(Files.size(tight)).isLessThanOrEqualTo(bytes - 500);
        assertThat(score(tight)).isBetween(10.0, 60.0);
        assertThat(cli.out()).containsPattern("B decide: SSIM2 60 takes [\\d.]+ k?B\\)");
    }

    @Test
    void sourceIsKeptIfTheSizeLeavesTooLittleQuality() throws IOException {
        Cli cli = Cli.run("compress", photo, "-q", "90", "--max-bytes", "2KB", "--strict", "-o", result);
        assertThat(cli.exitCode()).isEqualTo(99);
        assertThat(cli.out()).contains("2.0 kB decide: SSIM2 90 is not reached, so the source is kept");
        assertThat(result).hasSameBinaryContentAs(photo);
    }

    @Test
    void jsonHasWhatWasReached() {
        Cli cli = Cli.run("compress", photo, "-q", "60", "--json", "-o", result);
        assertThat(cli.outLines().get(0)).contains("\"target\":\"reached\"", "\"ssimulacra2\":6", "\"trials\":");
        Cli missed = Cli.run("compress", photo, "--max-bytes", "30", "--json", "-o", folder.resolve("x.png"));
        assertThat(missed.outLines().get(0)).contains("\"target\":\"missed\"", "\"status\":\"kept\"");
    }

    @Test
    void filesWithoutAPaletteHaveNoTargets() {
        Cli cli = Cli.run("compress", photo, "-q", "60", "-o", folder.resolve("x.jpg"));
        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.err()).contains("JPEG has no palette; -q and --max-bytes are for png, gif, webp and tinct");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-q 90-70                  | MIN must not be above MAX, was '90-70'",
                "-q 101                    | must be in 0..100, was '101'",
                "-q 60-200                 | must be in 0..100, was '60-200'",
                "-q good                   | expected MIN or MIN-MAX, such as 70 or 60-80, but was 'good'",
                "-q 60-                    | expected MIN or MIN-MAX, such as 70 or 60-80, but was '60-'",
                "--max-bytes 0             | expected 1 byte or more, such as 5000 or 100KB, but was '0'",
                "--max-bytes 10XB          | expected 1 byte or more, such as 5000 or 100KB, but was '10XB'",
                "--max-bytes -5            | but was '-5'",
                "-q 70 --lossy 20          | -q and --max-bytes find the level of --lossy, so it cannot be given",
                "--below fail              | --below needs -q or --max-bytes",
                "-q 70 --below stop        | it is one of keep, write, fail, not 'stop'",
            })
    void wrongOptionsAreToldInOneLine(String options, String message) {
        Cli cli = Cli.run((Object[]) ("compress " + photo + " " + options).split(" "));
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err().lines().toList().get(0)).startsWith("tinct: ").contains(message);
        assertThat(cli.err().lines()).hasSize(2);
    }
}
