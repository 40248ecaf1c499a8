package tinct.app.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ProblemTest {
    private static final Path FILE = Path.of("a.png");

    @Test
    void everyProblemIsOneLineThatSaysWhatToDo() {
        assertThat(describe(new NoSuchFileException("a.png"))).isEqualTo("there is no such file");
        assertThat(describe(new AccessDeniedException("a.png"))).isEqualTo("no permission to read it");
        assertThat(describe(new AccessDeniedException("out/b.png"))).isEqualTo("folder out may not be written to");
        assertThat(describe(new FileAlreadyExistsException("b.png"))).isEqualTo("b.png exists already; -f overwrites");
        assertThat(describe(new IOException("No space left on device"))).startsWith("the disk is full");
        assertThat(describe(new FileSystemException("b.png", null, "No space left on device")))
                .startsWith("the disk is full");
        assertThat(describe(new FileSystemException("out/.tinct-1.tmp", null, "Read-only file system")))
                .isEqualTo("folder out is on a read-only file system; -o names another one");
        assertThat(describe(new FileSystemException("b", null, "Not a directory")))
                .isEqualTo("b: Not a directory");
        assertThat(describe(new OutOfMemoryError("Java heap space"))).startsWith("needs more memory: ");
        assertThat(describe(new UncheckedIOException(new IOException("one\n  two"))))
                .isEqualTo("one; two");
        assertThat(describe(new IllegalStateException("odd"))).contains("odd").contains("--debug");
        assertThat(describe(new IOException())).isEqualTo("IOException");
    }

    @Test
    void aFileThatIsBeingWrittenIsToldByItsFolder() {
        String name = Leftovers.name(Path.of("out")).toString();
        assertThat(describe(new NoSuchFileException(name))).isEqualTo("folder out takes no files");
        assertThat(describe(new FileSystemException(name, null, "Operation not permitted")))
                .isEqualTo("folder out: Operation not permitted");
        assertThat(describe(new AccessDeniedException(name))).isEqualTo("folder out may not be written to");
    }

    private static String describe(Throwable error) {
        return Problem.describe(error, FILE);
    }
}
