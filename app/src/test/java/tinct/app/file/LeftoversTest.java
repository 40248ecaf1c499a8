package tinct.app.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LeftoversTest {
    private static final String UUID = "01234567-89ab-cdef-0123-456789abcdef";

    @TempDir
    private Path folder;

    @Test
    void fileOfADeadProcessIsRemoved() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        Path left = Files.writeString(folder.resolve(".tinct-" + process.pid() + "-" + UUID + ".tmp"), "half");
        assertThat(Leftovers.remove(folder)).isEqualTo(1);
        assertThat(left).doesNotExist();
    }

    @Test
    void fileOlderThanTheProcessOfItsNumberIsRemoved() throws IOException {
        Path left = Leftovers.name(folder);
        Files.writeString(left, "half");
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minusSeconds(1_000_000)));
        assertThat(Leftovers.remove(folder)).isEqualTo(1);
    }

    @Test
    void fileThatIsBeingWrittenStays() throws IOException {
        Path target = folder.resolve("x");
        try (AtomicFile file = AtomicFile.begin(target)) {
            assertThat(Leftovers.remove(folder)).isZero();
            file.stream().write(1);
            file.commit(false);
        }
        assertThat(target).hasSize(1);
    }

    @Test
    void filesOfOthersStay() throws IOException {
        for (String name :
                List.of(".tinct-1.tmp", ".tinct-journal", "tinct-9-" + UUID + ".tmp", ".tinct-x-" + UUID + ".tmp")) {
            Files.writeString(folder.resolve(name), "mine");
        }
        assertThat(Leftovers.remove(folder)).isZero();
        assertThat(Leftovers.remove(folder.resolve("none"))).isZero();
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(4);
        }
    }

    /** Begins a file, tells that it has, and waits to be killed. */
    static final class Waiting {
        private Waiting() {}

        public static void main(String[] args) throws Exception {
            try (AtomicFile file = AtomicFile.begin(Path.of(args[0]))) {
                file.stream().write(new byte[1 << 20]);
                System.out.write('x');
                System.out.flush();
                Thread.sleep(60_000);
                file.commit(false);
            }
        }
    }

    @Test
    void killedProcessLeavesAFileThatTheNextOneRemoves() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Waiting.class.getName(),
                        folder.resolve("x.png").toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.getInputStream().read()).isEqualTo('x');
        assertThat(Leftovers.remove(folder)).isZero();
        process.destroyForcibly();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(folder).isNotEmptyDirectory();
        assertThat(Leftovers.remove(folder)).isEqualTo(1);
        assertThat(folder).isEmptyDirectory();
    }
}
