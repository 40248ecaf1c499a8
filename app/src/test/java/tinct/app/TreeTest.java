package tinct.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Folders in folders, patterns, and where their results go. */
final class TreeTest {
    @TempDir
    private Path folder;

    private Path in = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void writeTree() throws IOException {
        in = folder.resolve("in");
        out = folder.resolve("out");
        for (String name : List.of("a.png", "B.PNG", "sub/c.png", "sub/deep/d.png", ".hidden/e.png", "sub/.f.png")) {
            Path file = in.resolve(name);
            Files.createDirectories(file.resolveSibling(""));
            TestPictures.png(file, TestPictures.photo(24, 16));
        }
        Files.writeString(in.resolve("sub/notes.txt"), "no picture");
    }

    @Test
    void treeIsKept() throws IOException {
        assertThat(Cli.run("compress", "-k", "4", "-r", in, "-o", out).exitCode())
                .isZero();
        assertThat(files(out)).containsExactly("B.png", "a.png", "sub/c.png", "sub/deep/d.png");
        assertThat(TestPictures.read(out.resolve("sub/deep/d.png")).width()).isEqualTo(24);
    }

    @Test
    void withoutRecursionFoldersInFoldersAreLeftOut() throws IOException {
        assertThat(Cli.run("compress", "-k", "4", in, "--dir", out).exitCode()).isZero();
        assertThat(files(out)).containsExactly("B.png", "a.png");
    }

    @Test
    void resultsBesideSourcesAreFoundNoMoreAsSources() throws IOException {
        assertThat(Cli.run("compress", "-k", "4", "-r", in).exitCode()).isZero();
        assertThat(Cli.run("compress", "-k", "4", "-r", "-f", in).exitCode()).isZero();
        assertThat(files(in)).contains("sub/deep/d-tinct.png", "B-tinct.png").doesNotContain("a-tinct-tinct.png");
    }

    @Test
    void folderOfResultsInTheFolderOfSourcesIsNotASource() throws IOException {
        Path inside = in.resolve("small");
        assertThat(Cli.run("compress", "-k", "4", "-r", in, "-o", inside).exitCode())
                .isZero();
        assertThat(Cli.run("compress", "-k", "4", "-r", "-f", in, "-o", inside).exitCode())
                .isZero();
        assertThat(files(inside)).containsExactly("B.png", "a.png", "sub/c.png", "sub/deep/d.png");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "**/*.png       | B.png a.png sub/c.png sub/deep/d.png",
                "**             | B.png a.png sub/c.png sub/deep/d.png",
                "*.png          | B.png a.png",
                "*/*.png        | sub/c.png",
                "s*/**/*.png    | sub/c.png sub/deep/d.png",
                "[ab].png       | B.png a.png",
                "[!a].png       | B.png",
                "{a,sub/c}.png  | a.png sub/c.png",
                "sub/**/?.png   | c.png deep/d.png",
            })
    void patternsAreOurOwn(String pattern, String names) throws IOException {
        Cli cli = Cli.run("compress", "-k", "4", in + "/" + pattern, "-o", out);
        assertThat(cli.exitCode())
                .as(cli.err())
                .isEqualTo(pattern.strip().equals("**") ? 1 : 0); // it names notes.txt too
        assertThat(files(out)).containsExactly(names.split(" "));
    }

    @Test
    void patternThatNothingIsCalledLikeIsAFailure() {
        Cli cli = Cli.run("compress", "-k", "4", in + "/x*.png", "-o", out);
        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.err()).isEqualTo("tinct: " + in + "/x*.png: nothing is called like this\n");
    }

    @Test
    void patternThatIsNotClosedIsAMistake() {
        Cli cli = Cli.run("compress", "-k", "4", in + "/{a,b.png", "-o", out);
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err()).contains("a { is not closed");
    }

    @Test
    void fileWhoseNameLooksLikeAPatternIsThatFile() throws IOException {
        Path odd = TestPictures.png(in.resolve("[1].png"), TestPictures.photo(24, 16));
        assertThat(Cli.run("compress", "-k", "4", odd, "-o", out + "/").exitCode())
                .isZero();
        assertThat(files(out)).containsExactly("[1].png");
    }

    @Test
    void folderOfFoldersOnlyTellsOfRecursion() throws IOException {
        Path above = folder.resolve("above");
        Files.createDirectories(above.resolve("below"));
        assertThat(Cli.run("compress", "-k", "4", above).err()).contains("no pictures in this folder; -r looks into");
    }

    @Test
    void outputAndDirExcludeEachOther() {
        assertThat(Cli.run("compress", "-k", "4", in, "-o", out, "--dir", out).exitCode())
                .isEqualTo(2);
    }

    @Test
    void dirIsAFolderWhateverItsName() throws IOException {
        assertThat(Cli.run("compress", "-k", "4", in.resolve("a.png"), "--dir", folder.resolve("x.png"))
                        .exitCode())
                .isZero();
        assertThat(files(folder.resolve("x.png"))).containsExactly("a.png");
    }

    @Test
    void namesOfAllScriptsAndLongPathsAreKept() throws IOException {
        Path deep = folder.resolve("long");
        String name = "写真 é фото \uD83C\uDF05 ".repeat(8).strip();
        for (int i = 0; i < 12; i++) {
            deep = deep.resolve(name);
        }
        Files.createDirectories(deep);
        TestPictures.png(deep.resolve(name + ".png"), TestPictures.photo(24, 16));
        Cli cli = Cli.run("compress", "-k", "4", "-r", folder.resolve("long"), "-o", out);
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        Path result = out.resolve(folder.resolve("long").relativize(deep)).resolve(name + ".png");
        assertThat(result.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .hasSizeGreaterThan(2000);
        assertThat(TestPictures.read(result).width()).isEqualTo(24);
        Cli again = Cli.run("compress", "-k", "4", "-r", folder.resolve("long"), "-o", out, "--resume", "-v");
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.out()).contains("skipped: its result is there already");
    }

    @Test
    void linksToFoldersAreNotFollowedInCircles() throws IOException {
        Files.createSymbolicLink(in.resolve("sub/circle"), in);
        assertThat(Cli.run("compress", "-k", "4", "-r", in, "-o", out).exitCode())
                .isZero();
        assertThat(files(out)).containsExactly("B.png", "a.png", "sub/c.png", "sub/deep/d.png");
    }

    private static List<String> files(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals(".tinct-journal"))
                    .filter(file -> !file.toString().contains("/."))
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
