package tinct.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OverwriteTest {
    @TempDir
    private Path folder;

    private Path photo;

    @BeforeEach
    void writePhoto() throws IOException {
        photo = TestPictures.png(folder.resolve("photo.png"), TestPictures.photo(96, 64));
    }

    @Test
    void fileThatExistsIsNotOverwritten() throws IOException {
        Path out = Files.writeString(folder.resolve("out.png"), "mine");
        Cli cli = Cli.run("compress", photo, "-o", out);
        assertThat(cli).isEqualTo(new Cli(1, "", "tinct: " + photo + ": " + out + " exists already; -f overwrites\n"));
        assertThat(out).hasContent("mine");
    }

    @Test
    void fileThatExistsIsOverwrittenIfForced() throws IOException {
        Path out = Files.writeString(folder.resolve("out.png"), "mine");
        assertThat(Cli.run("compress", "-f", photo, "-o", out).exitCode()).isZero();
        assertThat(TestPictures.read(out).width()).isEqualTo(96);
    }

    @Test
    void sourceIsNotReplacedUnlessForced() throws IOException {
        long before = Files.size(photo);
        Cli refused = Cli.run("compress", photo, "-o", photo);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("the result would replace its source");
        assertThat(Cli.run("compress", photo, "-o", folder).exitCode()).isEqualTo(1);
        assertThat(photo).hasSize(before);
        assertThat(Cli.run("compress", "-f", photo, "-o", photo).exitCode()).isZero();
        assertThat(Files.size(photo)).isLessThan(before);
    }

    @Test
    void suffixNamesTheResult() {
        assertThat(Cli.run("compress", "--suffix", ".small", photo).exitCode()).isZero();
        assertThat(folder.resolve("photo.small.png")).exists();
    }

    @Test
    void placeThatCannotBeWrittenToIsTold() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("file"), "mine");
        Cli cli = Cli.run("compress", photo, "-o", notAFolder.resolve("x.png"));
        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.errLines()).hasSize(1);
        assertThat(cli.err()).contains("file");
        assertThat(notAFolder).hasContent("mine");
    }
}
