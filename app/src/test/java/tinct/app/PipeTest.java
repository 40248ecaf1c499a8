package tinct.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tinct.app.text.JsonReader;
import tinct.image.Image;

/** Pictures by standard input and output. */
final class PipeTest {
    @TempDir
    private Path folder;

    private Path photo = Path.of("");
    private byte[] bytes = {};

    @BeforeEach
    void writePhoto() throws IOException {
        photo = TestPictures.png(folder.resolve("photo.png"), TestPictures.photo(96, 64));
        bytes = Files.readAllBytes(photo);
    }

    @Test
    void pictureComesAndGoesByPipes() throws IOException {
        Path named = folder.resolve("named.png");
        Cli.run("compress", "-k", "8", photo, "-o", named);
        Cli.Piped piped = Cli.pipe(bytes, "compress", "-k", "8", "-");
        assertThat(piped.exitCode()).as(piped.err()).isZero();
        assertThat(piped.err()).isEmpty();
        assertThat(piped.out()).isEqualTo(Files.readAllBytes(named));
        assertThat(ImageIO.read(new ByteArrayInputStream(piped.out())).getWidth())
                .isEqualTo(96);
    }

    @Test
    void rawPicturesOfOtherProgramsComeByPipes() throws IOException {
        Image image = TestPictures.photo(96, 64);
        ByteArrayOutputStream ppm = new ByteArrayOutputStream();
        ppm.writeBytes("P6\n96 64\n255\n".getBytes(StandardCharsets.US_ASCII));
        for (int argb : image.pixels()) {
            ppm.writeBytes(new byte[] {(byte) (argb >> 16), (byte) (argb >> 8), (byte) argb});
        }
        Cli.Piped piped = Cli.pipe(ppm.toByteArray(), "compress", "-k", "8", "-");
        assertThat(piped.exitCode()).as(piped.err()).isZero();
        assertThat(piped.out())
                .isEqualTo(Cli.pipe(bytes, "compress", "-k", "8", "-").out());

        Path file = Files.write(folder.resolve("raw.ppm"), ppm.toByteArray());
        assertThat(Cli.run("compress", "-k", "8", file).exitCode()).isZero();
        assertThat(folder.resolve("raw-tinct.png")).hasBinaryContent(piped.out());
        Cli.Piped cut = Cli.pipe(Arrays.copyOf(ppm.toByteArray(), 900), "compress", "-");
        assertThat(cut.exitCode()).isEqualTo(1);
        assertThat(cut.err()).contains("broken PPM").contains("the file ends before the picture does");
    }

    @Test
    void eitherEndMayBeAFile() throws IOException {
        Path result = folder.resolve("x.png");
        Cli.Piped in = Cli.pipe(bytes, "compress", "-k", "8", "-", "-o", result);
        assertThat(in.exitCode()).as(in.err()).isZero();
        assertThat(new String(in.out(), StandardCharsets.UTF_8)).startsWith("- -> x.png  96 x 64");
        Cli.Piped out = Cli.pipe(new byte[0], "compress", "-k", "8", photo, "-o", "-");
        assertThat(out.out()).isEqualTo(Files.readAllBytes(result));
    }

    @Test
    void sourcePassesThroughIfItsResultIsRejected() {
        byte[] small = Cli.pipe(bytes, "compress", "-k", "8", "-").out();
        Cli.Piped again = Cli.pipe(small, "compress", "-k", "8", "-");
        assertThat(again.out()).isEqualTo(small);
        assertThat(again.exitCode()).isZero();
        Cli.Piped strict = Cli.pipe(small, "compress", "-k", "8", "--strict", "-v", "-");
        assertThat(strict.out()).isEqualTo(small);
        assertThat(strict.exitCode()).isEqualTo(98);
        assertThat(strict.err()).contains("not smaller, so the source is kept");
        assertThat(Cli.pipe(bytes, "compress", "--min-savings", "99%", "-").out())
                .isEqualTo(bytes);
        assertThat(Cli.pipe(small, "compress", "--skip-done", "-").out()).isEqualTo(small);
    }

    @Test
    void brokenPictureGivesNothing() {
        Cli.Piped piped = Cli.pipe(new byte[] {1, 2, 3}, "compress", "-");
        assertThat(piped.exitCode()).isEqualTo(1);
        assertThat(piped.out()).isEmpty();
        assertThat(piped.err())
                .startsWith("tinct: -: the file is not a picture")
                .hasLineCount(1);
    }

    @Test
    void formatMayBeNamed() {
        assertThat(Cli.pipe(bytes, "compress", "-k", "8", "--format", "gif", "-")
                        .out())
                .startsWith('G', 'I', 'F');
    }

    @Test
    void accountsGoToStandardErrorBesideAPicture() {
        Cli.Piped piped = Cli.pipe(bytes, "compress", "-k", "8", "--json", "-");
        assertThat(piped.out()).startsWith(0x89, 'P', 'N', 'G');
        Map<String, Object> file =
                JsonReader.object(piped.err().lines().findFirst().orElseThrow());
        assertThat(file).containsEntry("source", "-").containsEntry("file", "-").containsEntry("bytesAfter", (double)
                piped.out().length);
    }

    @Test
    void onePictureOnly() {
        assertThat(Cli.pipe(bytes, "compress", "-", photo).exitCode()).isEqualTo(2);
        assertThat(Cli.pipe(bytes, "compress", "-", "-o", folder).err()).contains("-o must name a file");
        assertThat(Cli.pipe(bytes, "compress", folder, "-o", "-").err()).contains("is for one picture");
    }

    @Test
    void foldersForPipesAreRemoved() throws IOException {
        long before = pipeFolders();
        Cli.pipe(bytes, "compress", "-k", "8", "-");
        assertThat(pipeFolders()).isLessThanOrEqualTo(before);
    }

    private static long pipeFolders() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches("tinct-\\d+"))
                    .filter(Files::isDirectory)
                    .count();
        }
    }
}
