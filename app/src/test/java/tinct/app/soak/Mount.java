package tinct.app.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A small file system in memory, which only the superuser of Linux may mount. */
final class Mount implements AutoCloseable {
    private final Path folder;
    private final int kilobytes;

    private Mount(Path folder, int kilobytes) {
        this.folder = folder;
        this.kilobytes = kilobytes;
    }

    /** Why there can be none here; empty if there can. */
    static Optional<String> impossible() {
        try {
            Path folder = Files.createTempDirectory("tinct-mount");
            try {
                of(folder, 64).close();
                return Optional.empty();
            } finally {
                Files.delete(folder);
            }
        } catch (IOException e) {
            return Optional.of("a file system in memory cannot be mounted");
        }
    }

    /** One of so many kilobytes at a folder. */
    static Mount of(Path folder, int kilobytes) throws IOException {
        run("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", folder.toString());
        return new Mount(folder, kilobytes);
    }

    int kilobytes() {
        return kilobytes;
    }

    void makeReadOnly() throws IOException {
        run("mount", "-o", "remount,ro", folder.toString());
    }

    @Override
    public void close() throws IOException {
        run("umount", folder.toString());
    }

    /** Takes away what may be mounted at a folder, even if it is in use. */
    static void leave(Path folder) {
        try {
            run("umount", "-l", folder.toString());
        } catch (IOException e) {
            return; // nothing was mounted there
        }
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(String.join(" ", command) + " failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
