package tinct.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.app.text.JsonReader;

/** What is written and what is left alone, and what is told of it. */
final class PolicyTest {
    @TempDir
    private Path folder;

    private Path photo = Path.of("");

    @BeforeEach
    void writePhoto() throws IOException {
        photo = TestPictures.png(folder.resolve("photo.png"), TestPictures.photo(96, 64));
    }

    @Test
    void timesAndPermissionsArePreserved() throws IOException {
        FileTime time = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(photo, time);
        Files.setPosixFilePermissions(photo, PosixFilePermissions.fromString("rw-r-----"));
        Cli.run("compress", "-p", "-k", "8", photo);
        Path result = folder.resolve("photo-tinct.png");
        assertThat(Files.getLastModifiedTime(result)).isEqualTo(time);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(result)))
                .isEqualTo("rw-r-----");
        Cli.run("compress", "-p", "-k", "8", "--min-savings", "100%", photo, "--dir", folder.resolve("kept"));
        assertThat(Files.getLastModifiedTime(folder.resolve("kept/photo.png"))).isEqualTo(time);
        Cli.run("compress", "-f", "-k", "8", photo);
        assertThat(Files.getLastModifiedTime(result)).isNotEqualTo(time);
    }

    @Test
    void savingsThatAreTooSmallKeepTheSource() {
        Cli cli = Cli.run("compress", "--min-savings", "99%", "--strict", photo);
        assertThat(cli.exitCode()).isEqualTo(98);
        assertThat(cli.out()).contains("saves less than 99 %, so the source is kept");
        assertThat(folder.resolve("photo-tinct.png")).doesNotExist();
        assertThat(Cli.run("compress", "--min-savings", "1KB", photo).out()).contains(" -> 256 colours");
    }

    @Test
    void savingsAreNotAskedOfConversions() {
        Cli cli = Cli.run("compress", "--min-savings", "100%", photo, "-o", folder.resolve("x.gif"));
        assertThat(cli.exitCode()).isZero();
        assertThat(folder.resolve("x.gif")).exists();
    }

    @Test
    void picturesThatAreDoneAreLeftAlone() throws IOException {
        Path small = folder.resolve("small.png");
        Cli.run("compress", "-k", "16", photo, "-o", small);
        Cli skipped = Cli.run("compress", "-k", "16", "--skip-done", small);
        assertThat(skipped.exitCode()).isZero();
        assertThat(skipped.out())
                .isEqualTo("small.png -> small-tinct.png  skipped: it has few enough colours already\n");
        assertThat(Cli.run("compress", "-k", "15", "--skip-done", small).out()).contains(" -> 15 colours");
        long bytes = Files.size(small);
        assertThat(Cli.run("compress", "-f", "--skip-done", "--max-bytes", bytes, small)
                        .out())
                .contains("skipped");
        Cli smaller = Cli.run("compress", "-f", "--skip-done", "--max-bytes", bytes / 2, small);
        assertThat(smaller.out()).doesNotContain("skipped");
        assertThat(folder.resolve("small-tinct.png").toFile().length()).isBetween(1L, bytes / 2);
        Path flat = TestPictures.png(folder.resolve("flat.png"), TestPictures.flat(64, 64));
        assertThat(Cli.run("compress", "--skip-done", flat).out())
                .as("few colours that are not indexed")
                .contains("4 -> 4 colours");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif", "webp", "jpeg", "tinct"})
    void explanationHasTheBytesOfEachPart(String format) throws IOException {
        Cli text = Cli.run("compress", "--explain", "-n", "-k", "20", "--lossy", "0", "--format", format, photo);
        assertThat(text.out()).contains("colours", "palette", "kmeans", "space", "srgb", "dither", "none");
        Cli cli = Cli.run("compress", "--explain", "--json", "-k", "20", "--format", format, photo);
        Map<String, Object> file = JsonReader.object(cli.outLines().get(0));
        Map<String, Object> explain = member(file, "explain");
        assertThat(explain).containsEntry("colors", 20.0).containsEntry("exact", false);
        Map<String, Object> parts = member(explain, "parts");
        assertThat(parts.values().stream().mapToDouble(bytes -> (Double) bytes).sum())
                .isEqualTo(file.get("bytesAfter"));
        if (format.equals("png")) {
            assertThat(parts).containsEntry("PLTE", 72.0).containsKeys("IHDR", "IDAT", "IEND");
        }
    }

    @Test
    void explanationOfExactPictures() throws IOException {
        Path flat = TestPictures.png(folder.resolve("flat.png"), TestPictures.flat(64, 64));
        assertThat(Cli.run("compress", "--explain", flat).out())
                .contains("4 of 256: the source has no more, so each stays as it is")
                .contains("2 bits each");
    }

    @Test
    void exclusionsAreTold() {
        assertThat(Cli.run("compress", "--min-savings", "1%", "--force-larger", photo)
                        .exitCode())
                .isEqualTo(2);
        assertThat(Cli.run("compress", "--min-savings", "much", photo)
                        .errLines()
                        .get(0))
                .contains("such as 10% or 50KB");
    }

    @Test
    void jsonIsAsTheSchemaInTheDocumentsSays() throws IOException {
        Path schemaFile = Path.of("../docs/compress.schema.json");
        assertThat(schemaFile).exists();
        Map<String, Object> schema =
                JsonReader.object(Files.readString(schemaFile).replaceAll("(?m)\\s*\\R\\s*|(?<=[:,]) ", ""));
        Path broken = Files.writeString(folder.resolve("broken.png"), "");
        Cli.run("compress", "-k", "16", photo, "-o", folder.resolve("small.png"));
        Cli cli = Cli.run(
                "compress",
                "--json",
                "--explain",
                "--compare-plain",
                "-k",
                "16",
                photo,
                broken,
                folder.resolve("small.png"),
                "--dir",
                folder.resolve("out"));
        assertThat(cli.outLines()).hasSize(4);
        for (String line : cli.outLines()) {
            Map<String, Object> object = JsonReader.object(line);
            Map<String, Object> kind = member(member(schema, "$defs"), String.valueOf(object.get("type")));
            assertThat(member(kind, "properties").keySet()).containsAll(object.keySet());
            @SuppressWarnings("unchecked")
            List<String> required = (List<String>) kind.get("required");
            assertThat(object.keySet()).containsAll(required);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> member(Map<String, Object> object, String name) {
        if (!(object.get(name) instanceof Map<?, ?> member)) {
            throw new AssertionError("no object " + name);
        }
        return (Map<String, Object>) member;
    }
}
