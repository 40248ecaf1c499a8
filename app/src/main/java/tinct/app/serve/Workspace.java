package tinct.app.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** A temporary folder that only this user can read; it is removed when this is closed, or the process ends. */
final class Workspace implements AutoCloseable {
    private final Path folder;
    private final AtomicLong files = new AtomicLong();
    private final Thread hook = new Thread(this::remove, "tinct-serve-end");

    Workspace() throws IOException {
        folder = Files.createTempDirectory("tinct-serve-");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** A file that is not there yet. Names of clients are no part of it. */
    Path file(String extension) {
        return folder.resolve(files.incrementAndGet() + extension);
    }

    /** Removes a file, or says nothing if it cannot be: the folder goes in the end. */
    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // Somebody may be reading it on a system that does not allow this.
        }
    }

    /** What all files take. */
    long bytes() throws IOException {
        long bytes = 0;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.toList()) {
                bytes += Files.isRegularFile(file) ? Files.size(file) : 0;
            }
        } catch (NoSuchFileException | UncheckedIOException e) {
            return bytes; // One was removed meanwhile; the next look sees the rest.
        }
        return bytes;
    }

    Path folder() {
        return folder;
    }

    private void remove() {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepest = all.sorted(Comparator.reverseOrder()).toList();
            deepest.forEach(Workspace::delete);
        } catch (IOException | UncheckedIOException e) {
            // It is gone already.
        }
    }

    @Override
    public void close() {
        remove();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook runs.
        }
    }
}
