package tinct.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that go on with earlier ones, and runs beside each other (ADR-0023). */
final class ResumeTest {
    private static final int PICTURES = 6;

    @TempDir
    private Path folder;

    private Path in = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void writePictures() throws IOException {
        in = folder.resolve("in");
        Path sub = Files.createDirectories(in.resolve("sub"));
        for (int i = 0; i < PICTURES; i++) {
            TestPictures.png(sub.resolve("p" + i + ".png"), TestPictures.photo(50 + i, 30));
        }
        Path large = TestPictures.png(folder.resolve("large.png"), TestPictures.photo(40, 30));
        Cli.run("compress", large, "-k", "4", "-o", in.resolve("kept.png")); // which cannot become smaller
        out = folder.resolve("out");
    }

    @Test
    void completeRunLeavesNoJournal() throws IOException {
        assertThat(compress().exitCode()).isZero();
        assertThat(contents(out)).hasSize(PICTURES + 1).doesNotContainKey(".tinct-journal");
    }

    @Test
    void nothingIsDoneTwice() throws IOException {
        assertThat(compress("--resume").out()).startsWith("7 files: 6 written, 1 kept, 0 failed  ");
        Map<String, Long> times = times();
        assertThat(compress("--resume").out()).startsWith("7 files: 0 written, 0 kept, 0 failed, 7 skipped");
        assertThat(times()).isEqualTo(times);
    }

    /** A run that is killed has done part of its jobs, and may have left an unfinished file and half a line. */
    @Test
    void killedRunIsGoneOnWithWhateverTheMoment() throws IOException {
        compress("--resume");
        Map<String, String> whole = contents(out);
        List<String> journal = Files.readAllLines(out.resolve(".tinct-journal"));
        for (int lines = 0; lines < journal.size(); lines++) {
            clear();
            Files.write(out.resolve(".tinct-journal"), journal.subList(0, lines + 1));
            String torn = lines + 1 < journal.size() ? journal.get(lines + 1).substring(0, 40) : "";
            Files.writeString(out.resolve(".tinct-journal"), torn, StandardOpenOption.APPEND);
            // The last line is written before its file has its name.
            for (String line : journal.subList(1, Math.max(1, lines))) {
                restore(line, whole);
            }
            Path left = leftByADeadProcess(out.resolve("sub"));
            Cli cli = compress("--resume");
            assertThat(cli.exitCode()).as(cli.err()).isZero();
            assertThat(cli.out()).contains(Math.max(0, lines - 1) == 0 ? "7 files" : ", " + (lines - 1) + " skipped");
            assertThat(contents(out)).as("killed after %d lines", lines).isEqualTo(whole);
            assertThat(left).doesNotExist();
        }
    }

    @Test
    void otherOptionsAndOtherSourcesAreDoneAnew() throws IOException {
        compress("--resume");
        String before = contents(out).get("sub/p0.png");
        assertThat(compress("--resume", "-k", "9").out()).startsWith("7 files: 6 written, 1 kept");
        assertThat(contents(out).get("sub/p0.png")).isNotEqualTo(before);
        assertThat(compress("--resume", "-k", "9", "-t", "1", "-p").out()).contains("7 skipped");
        TestPictures.png(in.resolve("sub/p1.png"), TestPictures.photo(50, 20));
        assertThat(compress("--resume", "-k", "9").out()).startsWith("7 files: 1 written, 0 kept, 0 failed, 6 skipped");
        assertThat(TestPictures.read(out.resolve("sub/p1.png")).width()).isEqualTo(50);
    }

    @Test
    void fileOfSomebodyElseIsNotReplaced() throws IOException {
        compress("--resume");
        Files.writeString(out.resolve("sub/p2.png"), "mine");
        Cli cli = compress("--resume");
        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.err()).contains("p2.png exists already; -f overwrites");
        assertThat(out.resolve("sub/p2.png")).hasContent("mine");
    }

    @Test
    void resultsWithoutAJournalAreRecognized() throws IOException {
        compress();
        Map<String, String> whole = contents(out);
        assertThat(compress("--resume").out()).startsWith("7 files: 0 written, 1 kept, 0 failed, 6 skipped");
        assertThat(contents(out)).isEqualTo(whole);
    }

    @Test
    void sourcesReplacedByTheirResultsAreNotDoneTwice() throws IOException {
        assertThat(Cli.run("compress", "-r", "-f", "--suffix", "", "--resume", "-k", "5", in)
                        .exitCode())
                .isZero();
        Map<String, String> once = contents(in);
        Cli again = Cli.run("compress", "-r", "-f", "--suffix", "", "--resume", "-k", "5", in);
        assertThat(again.out()).contains("7 skipped");
        assertThat(contents(in)).isEqualTo(once);
    }

    @Test
    void failedFilesAreTriedAgain() throws IOException {
        Files.writeString(in.resolve("bad.png"), "no picture");
        assertThat(compress().exitCode()).isEqualTo(1);
        assertThat(out.resolve(".tinct-journal")).exists();
        TestPictures.png(in.resolve("bad.png"), TestPictures.photo(20, 20));
        assertThat(compress("--resume").out()).startsWith("8 files: 1 written, 0 kept, 0 failed, 7 skipped");
    }

    @Test
    void runsAtOnceOnOneFolderDoNoHarm() throws Exception {
        compress();
        Map<String, String> whole = contents(out);
        clear();
        ExecutorService runs = Executors.newFixedThreadPool(3);
        try {
            List<Future<Cli>> answers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                answers.add(runs.submit(() -> compress("--resume")));
            }
            for (Future<Cli> answer : answers) {
                assertThat(answer.get().err()).isEmpty();
                assertThat(answer.get().exitCode()).isZero();
            }
        } finally {
            runs.shutdownNow();
        }
        assertThat(contents(out)).isEqualTo(whole);
    }

    @Test
    void dryRunWritesNothing() {
        Cli cli = compress("--dry-run");
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.out()).startsWith("7 files: 6 written, 1 kept").contains("(dry run: nothing was written)");
        assertThat(out).doesNotExist();
    }

    private Cli compress(String... options) {
        List<Object> arguments = new ArrayList<>(List.of("compress", "-r", in, "-o", out));
        arguments.addAll(List.of(options));
        if (!arguments.contains("-k")) {
            arguments.addAll(List.of("-k", "16"));
        }
        return Cli.run(arguments.toArray());
    }

    private void clear() throws IOException {
        try (var files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    private void restore(String line, Map<String, String> whole) throws IOException {
        String name = line.substring(line.lastIndexOf('\t') + 1);
        Files.writeString(out.resolve(name), whole.getOrDefault(name, ""), StandardCharsets.ISO_8859_1);
    }

    private static Path leftByADeadProcess(Path in) throws IOException {
        Process process = new ProcessBuilder("true").start();
        process.onExit().join();
        String name = ".tinct-" + process.pid() + "-01234567-89ab-cdef-0123-456789abcdef.tmp";
        return Files.writeString(in.resolve(name), "half");
    }

    /** All files but the journal with what is in them. */
    private static Map<String, String> contents(Path root) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (var files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.getFileName().toString().equals(".tinct-journal")) {
                    contents.put(root.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return contents;
    }

    private Map<String, Long> times() throws IOException {
        Map<String, Long> times = new TreeMap<>();
        for (String name : contents(out).keySet()) {
            times.put(name, Files.getLastModifiedTime(out.resolve(name)).to(java.util.concurrent.TimeUnit.NANOSECONDS));
        }
        return times;
    }
}
