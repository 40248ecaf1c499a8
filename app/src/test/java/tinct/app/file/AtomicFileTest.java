package tinct.app.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFileTest {
    @TempDir
    private Path folder;

    @Test
    void fileAppearsWhenItIsCommitted() throws IOException {
        Path target = folder.resolve("new/x.txt");
        try (AtomicFile file = AtomicFile.begin(target)) {
            file.stream().write("whole".getBytes(StandardCharsets.UTF_8));
            assertThat(target).doesNotExist();
            assertThat(file.finish()).isEqualTo(5);
            assertThat(target).doesNotExist();
            file.commit(false);
        }
        assertThat(target).hasContent("whole");
        assertThat(target.getParent()).isDirectoryNotContaining(file -> !file.equals(target));
    }

    @Test
    void failingWriterLeavesNothing() {
        Path target = folder.resolve("x.txt");
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> {
            try (AtomicFile file = AtomicFile.begin(target)) {
                file.stream().write(new byte[100_000]);
                throw new IOException("broken");
            }
        });
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void failingWriterLeavesTheOldFile() throws IOException {
        Path target = Files.writeString(folder.resolve("x.txt"), "old");
        try (AtomicFile file = AtomicFile.begin(target)) {
            file.stream().write(1);
        }
        assertThat(target).hasContent("old");
        assertThat(folder).isDirectoryNotContaining(file -> !file.equals(target));
    }

    @Test
    void oldFileIsReplacedOnlyIfThatIsAllowed() throws IOException {
        Path target = Files.writeString(folder.resolve("x.txt"), "old");
        try (AtomicFile file = AtomicFile.begin(target)) {
            file.stream().write('n');
            assertThatExceptionOfType(FileAlreadyExistsException.class).isThrownBy(() -> file.commit(false));
            assertThat(target).hasContent("old");
            file.commit(true);
        }
        assertThat(target).hasContent("n");
    }

    @Test
    void fileHasTheUsualPermissions() throws IOException {
        Path usual = Files.createFile(folder.resolve("usual"));
        Path target = folder.resolve("x");
        try (AtomicFile file = AtomicFile.begin(target)) {
            file.commit(false);
        }
        assertThat(Files.getAttribute(target, "posix:permissions"))
                .isEqualTo(Files.getAttribute(usual, "posix:permissions"));
    }
}
