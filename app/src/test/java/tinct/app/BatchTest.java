package tinct.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.app.text.JsonReader;

final class BatchTest {
    @TempDir
    private Path folder;

    @Test
    void brokenFileDoesNotStopTheOthers() throws IOException {
        Path in = pictures();
        byte[] whole = Files.readAllBytes(in.resolve("a.png"));
        Files.write(in.resolve("b.png"), Arrays.copyOf(whole, whole.length / 2));
        Cli cli = Cli.run("compress", "-v", in, "-o", folder.resolve("out"));
        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.errLines()).hasSize(1);
        assertThat(cli.err()).startsWith("tinct: " + in.resolve("b.png") + ": broken PNG");
        assertThat(names(folder.resolve("out"))).containsExactly("a.png", "c.png", "d.png");
        assertThat(cli.outLines()).hasSize(4).last().asString().startsWith("4 files: 3 written, 0 kept, 1 failed");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void linesComeInTheOrderOfTheInputs(int threads) throws IOException {
        Path in = pictures();
        Cli cli = Cli.run(
                "compress",
                in.resolve("d.png"),
                in.resolve("a.png"),
                in.resolve("c.png"),
                "-v",
                "-t",
                threads,
                "-o",
                folder.resolve("out"));
        assertThat(cli.outLines().stream().limit(3).map(line -> line.substring(0, 5)))
                .containsExactly("d.png", "a.png", "c.png");
    }

    @Test
    void ofManyPicturesOnlyTheSumIsTold() throws IOException {
        Cli cli = Cli.run("compress", pictures(), "-o", folder.resolve("out"));
        assertThat(cli.outLines()).hasSize(1);
        assertThat(cli.out()).startsWith("3 files: 3 written, 0 kept, 0 failed  ");
        assertThat(Cli.run("compress", "-vv", pictures("in2"), "-o", folder.resolve("out2"))
                        .outLines())
                .hasSize(7);
    }

    @Test
    void columnsAreAligned() throws IOException {
        Cli cli = Cli.run("compress", "-v", pictures(), "-o", folder.resolve("out"));
        assertThat(cli.outLines().stream()
                        .limit(3)
                        .map(line -> line.indexOf(" colours"))
                        .distinct())
                .hasSize(1);
        assertThat(cli.outLines().stream()
                        .limit(3)
                        .map(line -> line.indexOf("MSE"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void folderGivesItsPicturesByContentAndByName() throws IOException {
        Path in = pictures();
        Files.copy(in.resolve("a.png"), in.resolve("unnamed"));
        Files.writeString(in.resolve("notes.txt"), "not a picture");
        Files.writeString(in.resolve("text.jpg"), "not a picture either");
        Files.createDirectory(in.resolve("sub.png"));
        Files.copy(in.resolve("a.png"), in.resolve(".hidden.png"));
        Cli cli = Cli.run("compress", in, "-o", folder.resolve("out"));
        assertThat(names(folder.resolve("out"))).containsExactly("a.png", "c.png", "d.png", "unnamed.png");
        assertThat(cli.errLines()).hasSize(1);
        assertThat(cli.err()).contains("text.jpg: the file is not a picture");
    }

    @Test
    void secondRunOverAFolderLeavesResultsAlone() throws IOException {
        Path in = pictures();
        assertThat(Cli.run("compress", in).exitCode()).isZero();
        assertThat(Cli.run("compress", "-f", in).exitCode()).isZero();
        assertThat(names(in)).containsExactly("a-tinct.png", "a.png", "c-tinct.png", "c.png", "d-tinct.png", "d.png");
    }

    @Test
    void resultsOfOneNameAreNotWrittenOverEachOther() throws IOException {
        Path in = pictures();
        TestPictures.jpeg(in.resolve("a.jpg"), TestPictures.photo(96, 64), 0.95f);
        Cli cli = Cli.run("compress", in, "-o", folder.resolve("out"));
        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.errLines()).hasSize(1);
        assertThat(cli.err())
                .contains("a.png: its result would have the name of that of")
                .contains("a.jpg");
    }

    @Test
    void emptyFolderIsAFailure() {
        Cli cli = Cli.run("compress", folder);
        assertThat(cli).isEqualTo(new Cli(1, "", "tinct: " + folder + ": no pictures in this folder\n"));
    }

    @Test
    void jsonHasAnObjectForEachFileAndASummary() throws IOException {
        Path in = pictures();
        Files.writeString(in.resolve("b.png"), "");
        Cli cli = Cli.run("compress", "--json", "--compare-plain", "-k", "16", in, "-o", folder.resolve("out"));
        List<Map<String, Object>> objects =
                cli.outLines().stream().map(JsonReader::object).toList();
        assertThat(objects).hasSize(5);
        assertThat(objects.get(0))
                .containsEntry("type", "file")
                .containsEntry("source", in.resolve("a.png").toString())
                .containsEntry("file", folder.resolve("out/a.png").toString())
                .containsEntry("status", "written")
                .containsEntry("colorsAfter", 16.0)
                .containsEntry("bytesAfter", (double) Files.size(folder.resolve("out/a.png")))
                .containsKeys("mse", "psnr", "inertia", "iterations", "milliseconds", "race", "seconds");
        assertThat(objects.get(1))
                .containsEntry("status", "failed")
                .containsEntry("file", null)
                .containsEntry("error", "the file is empty");
        assertThat(objects.get(4))
                .containsEntry("type", "summary")
                .containsEntry("files", 4.0)
                .containsEntry("written", 3.0)
                .containsEntry("failed", 1.0);
        assertThat(cli.errLines()).hasSize(1);
    }

    @Test
    void truncatedAnywhereGivesOneLineAndNoFile() throws IOException {
        byte[] whole = Files.readAllBytes(TestPictures.png(folder.resolve("x.png"), TestPictures.photo(24, 16)));
        Path broken = folder.resolve("broken.png");
        for (int length = 0; length < whole.length - 1; length += 37) {
            Files.write(broken, Arrays.copyOf(whole, length));
            Cli cli = Cli.run("compress", broken, "-o", folder.resolve("out") + "/");
            assertThat(cli.exitCode()).as("cut at %d", length).isEqualTo(1);
            assertThat(cli.out()).as("cut at %d", length).isEmpty();
            assertThat(cli.errLines()).as("cut at %d", length).hasSize(1);
        }
        assertThat(folder.resolve("out"))
                .satisfiesAnyOf(
                        out -> assertThat(out).doesNotExist(),
                        out -> assertThat(out).isEmptyDirectory());
    }

    @Test
    void wrongContentsAreTold() throws IOException {
        Path text = Files.write(folder.resolve("text.png"), "hello".getBytes(StandardCharsets.UTF_8));
        assertThat(Cli.run("compress", text).err()).contains("not a picture in a format that is read");
        assertThat(Cli.run("compress", folder.resolve("none.png")).err())
                .isEqualTo("tinct: " + folder.resolve("none.png") + ": there is no such file\n");
    }

    @Test
    void pictureBeyondTheLimitIsRefused() throws IOException {
        Cli cli = Cli.run("compress", "--max-pixels", "100", pictures().resolve("a.png"));
        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.errLines()).hasSize(1);
        assertThat(cli.err()).contains("a.png").contains("100");
    }

    @Test
    void debugShowsWhereItHappened() {
        Cli cli = Cli.run("compress", "--debug", folder.resolve("none.png"));
        assertThat(cli.err()).contains("\tat tinct.app");
    }

    private Path pictures() throws IOException {
        return pictures("in");
    }

    private Path pictures(String name) throws IOException {
        Path in = Files.createDirectory(folder.resolve(name));
        TestPictures.png(in.resolve("a.png"), TestPictures.photo(96, 64));
        TestPictures.png(in.resolve("c.png"), TestPictures.photo(200, 100));
        TestPictures.png(in.resolve("d.png"), TestPictures.photo(40, 60));
        return in;
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(".tinct-journal"))
                    .sorted()
                    .toList();
        }
    }
}
