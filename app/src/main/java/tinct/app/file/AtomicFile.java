package tinct.app.file;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file that appears whole or not at all: written under another name beside its target, then renamed.
 *
 * <p>What is not committed is removed by {@link #close}, or when the program is interrupted.
 */
public final class AtomicFile implements Closeable {
    private final Path target;
    private final Path temporary;
    private final OutputStream stream;
    private final Thread remover;

    private AtomicFile(Path target, Path temporary, OutputStream stream, Thread remover) {
        this.target = target;
        this.temporary = temporary;
        this.stream = stream;
        this.remover = remover;
    }

    /**
     * Begins a file; the folders above it are made.
     *
     * @throws IOException if the folder cannot be written to
     */
    public static AtomicFile begin(Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(target + " is not the name of a file");
        }
        Files.createDirectories(folder);
        Path temporary = folder.resolve(".tinct-" + UUID.randomUUID() + ".tmp");
        Thread remover = new Thread(() -> temporary.toFile().delete());
        try {
            Runtime.getRuntime().addShutdownHook(remover);
        } catch (IllegalStateException e) {
            throw new IOException("interrupted", e);
        }
        try {
            // Not Files.createTempFile: its files can be read by their owner only, and the result would stay so.
            OutputStream stream = Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW);
            return new AtomicFile(target, temporary, new BufferedOutputStream(stream, 1 << 16), remover);
        } catch (IOException e) {
            forget(remover);
            throw e;
        }
    }

    /** Where to write; closed by {@link #finish} and {@link #close}. */
    public OutputStream stream() {
        return stream;
    }

    /** Ends the writing and tells the size in bytes. */
    public long finish() throws IOException {
        stream.close();
        return Files.size(temporary);
    }

    /** The file as it is so far, under its temporary name. */
    public Path temporary() {
        return temporary;
    }

    /**
     * Gives the file its name.
     *
     * @param replace whether a file of that name may be replaced
     * @throws FileAlreadyExistsException if it may not, and there is one
     */
    public void commit(boolean replace) throws IOException {
        stream.close();
        if (!replace && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Removes what was not committed. */
    @Override
    public void close() throws IOException {
        try {
            stream.close();
        } finally {
            Files.deleteIfExists(temporary);
            forget(remover);
        }
    }

    private static void forget(Thread remover) {
        try {
            Runtime.getRuntime().removeShutdownHook(remover);
        } catch (IllegalStateException e) {
            // The program is ending, and the hook runs or has run; what it did not find, close has removed.
        }
    }
}
