package tinct.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tinct.image.Image;

/** A result that is not smaller than its source is not written (ADR-0011). */
final class NeverLargerTest {
    @TempDir
    private Path folder;

    private Path small;
    private Path jpeg;

    /** A PNG that is as small as ours already, and a JPEG that no indexed PNG is as small as. */
    @BeforeEach
    void writeSmallPictures() throws IOException {
        Image photo = TestPictures.photo(96, 64);
        Path large = TestPictures.png(folder.resolve("large.png"), photo);
        small = folder.resolve("small.png");
        Cli.run("compress", large, "-o", small);
        Files.delete(large);
        jpeg = TestPictures.jpeg(folder.resolve("photo.jpg"), photo, 0.1f);
    }

    @Test
    void nothingIsWrittenBesideTheSource() throws IOException {
        for (Path source : new Path[] {small, jpeg}) {
            Cli cli = Cli.run("compress", source);
            assertThat(cli.exitCode()).isZero();
            assertThat(cli.err()).isEmpty();
            assertThat(cli.out()).contains("not smaller").contains("so the source is kept");
        }
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(small, jpeg);
        }
    }

    @Test
    void whyPhotographsStayJpegIsSaid() {
        assertThat(Cli.run("compress", jpeg).out())
                .contains("not smaller (JPEG suits photographs better than a palette), so the source is kept");
        assertThat(Cli.run("compress", small).out()).contains("not smaller, so the source is kept");
    }

    @Test
    void strictMakesItAnExitCode() {
        assertThat(Cli.run("compress", "--strict", small).exitCode()).isEqualTo(98);
    }

    @Test
    void sourceIsCopiedUnderItsOwnNameIntoAFolder() throws IOException {
        Path out = folder.resolve("out");
        Cli cli = Cli.run("compress", "-v", small, jpeg, "-o", out);
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(out.resolve("small.png")).hasSameBinaryContentAs(small);
        assertThat(out.resolve("photo.jpg")).hasSameBinaryContentAs(jpeg);
        assertThat(out.resolve("photo.png")).doesNotExist();
        assertThat(cli.outLines().get(2))
                .startsWith("2 files: 0 written, 2 kept, 0 failed")
                .contains("(+0.0 %)");
    }

    @Test
    void sourceOfTheSameFormatIsCopiedToANamedFile() {
        Path out = folder.resolve("out.png");
        assertThat(Cli.run("compress", small, "-o", out).exitCode()).isZero();
        assertThat(out).hasSameBinaryContentAs(small);
    }

    @Test
    void copyDoesNotOverwrite() throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        Files.writeString(out.resolve("photo.jpg"), "mine");
        Cli cli = Cli.run("compress", jpeg, "-o", out);
        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.errLines()).hasSize(1);
        assertThat(out.resolve("photo.jpg")).hasContent("mine");
    }

    @Test
    void conversionAskedForByNameIsWrittenAndSaidToBeLarger() {
        Path out = folder.resolve("out.png");
        Cli cli = Cli.run("compress", jpeg, "-o", out);
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.out()).contains("(larger than the source)");
        assertThat(out).exists();
    }

    @Test
    void conversionAskedForByFormatIsWritten() {
        Path out = folder.resolve("out");
        Cli cli = Cli.run("compress", jpeg, "--format", "png", "-o", out + "/");
        assertThat(cli.out()).contains("(larger than the source)");
        assertThat(out.resolve("photo.png")).exists();
    }

    @Test
    void largerResultCanBeForced() {
        Cli cli = Cli.run("compress", "--force-larger", "--strict", jpeg);
        assertThat(cli.exitCode()).isZero();
        assertThat(folder.resolve("photo-tinct.png")).exists();
    }
}
