package tinct.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tinct.app.file.AtomicFile;

/** What an interrupted run leaves behind; in a process of its own, which can be interrupted. */
final class InterruptTest {
    @TempDir
    private Path folder;

    /** Begins a file, tells that it has, and waits to be interrupted. */
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
    void interruptLeavesNoFile() throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(List.of(
                        java.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Waiting.class.getName(),
                        folder.resolve("x.png").toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.getInputStream().read()).isEqualTo('x');
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
        // Not INT, which a shell makes its background jobs ignore: Java then does so too.
        new ProcessBuilder("kill", "-TERM", Long.toString(process.pid()))
                .start()
                .waitFor();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(128 + 15);
        assertThat(folder).isEmptyDirectory();
    }
}
