package tinct.spark;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.jspecify.annotations.Nullable;

/**
 * A picture as a file of this machine while it is worked on: itself, or a copy of one that is elsewhere. Closing removes
 * the copy, and results that were put beside it.
 */
final class Spool implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final Path source;
    private @Nullable Path folder;

    private Spool(Path source, @Nullable Path folder) {
        this.source = source;
        this.folder = folder;
    }

    /**
     * Fetches a picture.
     *
     * @throws IOException if it cannot be read
     */
    static Spool of(Found picture, Configuration configuration) throws IOException {
        Optional<Path> local = Places.local(picture.address());
        if (local.isPresent()) {
            return new Spool(local.get(), null);
        }
        org.apache.hadoop.fs.Path from = new org.apache.hadoop.fs.Path(picture.address());
        Path folder = Files.createTempDirectory("tinct-corpus");
        Spool spool = new Spool(folder.resolve(from.getName()), folder);
        try (InputStream in = from.getFileSystem(configuration).open(from, BUFFER)) {
            Files.copy(in, spool.source);
            return spool;
        } catch (IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    /** The picture. */
    Path source() {
        return source;
    }

    /** A folder of its own for results that go elsewhere. */
    Path results() throws IOException {
        if (folder == null) {
            folder = Files.createTempDirectory("tinct-corpus");
        }
        return folder.resolve("results");
    }

    /** Puts a file on another file system, where it appears whole or not at all; what has its name is replaced. */
    static void deliver(Path file, org.apache.hadoop.fs.Path target, Configuration configuration) throws IOException {
        FileSystem files = target.getFileSystem(configuration);
        org.apache.hadoop.fs.Path unfinished =
                new org.apache.hadoop.fs.Path(target.getParent(), ".tinct-" + UUID.randomUUID() + ".tmp");
        files.mkdirs(target.getParent());
        try {
            try (OutputStream out = files.create(unfinished, true)) {
                Files.copy(file, out);
            }
            if (!files.rename(unfinished, target)) {
                files.delete(target, false); // not every file system replaces; what takes its place has the same bytes
                if (!files.rename(unfinished, target)) {
                    throw new IOException(target + " could not be given its name");
                }
            }
        } finally {
            if (files.exists(unfinished)) {
                files.delete(unfinished, false);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (folder == null) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
