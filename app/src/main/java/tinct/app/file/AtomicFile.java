package tinct.app.file;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/**
 * A file that appears whole or not at all: written under another name beside its target, then renamed.
 *
 * <p>What is not committed is removed by {@link #close}, or when the program is interrupted; if it is killed, by the next
 * run ({@link Leftovers}).
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
        Path temporary = Leftovers.name(folder);
        Thread remover = new Thread(() -> temporary.toFile().delete());
        try {
            Runtime.getRuntime().addShutdownHook(remover);
        } catch (IllegalStateException e) {
            throw new IOException("interrupted", e);
        }
        try {
            // Not Files.createTempFile: its files can be read by their owner only, and the result would stay so.
            FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            lock(channel);
            OutputStream stream = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            return new AtomicFile(target, temporary, stream, remover);
        } catch (IOException e) {
            forget(remover);
            throw e;
        }
    }

    /** Tells other runs that the file has a writer, until it is closed. */
    private static void lock(FileChannel channel) {
        try {
            channel.tryLock();
        } catch (IOException e) {
            // There are no locks here; others see the number of this process in the name.
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

    /** Gives the file the time of another one's last change and its permissions, as far as there are such here. */
    public void resemble(Path other) throws IOException {
        stream.close();
        PosixFileAttributeView to = Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
        PosixFileAttributeView from = Files.getFileAttributeView(other, PosixFileAttributeView.class);
        if (to != null && from != null) {
            to.setPermissions(from.readAttributes().permissions());
        }
        Files.setLastModifiedTime(temporary, Files.getLastModifiedTime(other));
    }

    /**
     * Gives the file its name.
     *
     * @param replace whether a file of that name may be replaced
     * @throws FileAlreadyExistsException if it may not, and there is one
     */
    public void commit(boolean replace) throws IOException {
        stream.close();
        if (!replace && link()) {
            return;
        }
        if (!replace && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        move();
    }

    /** A second name replaces nothing, even what another run has written just now; not every file system has such. */
    private boolean link() throws IOException {
        try {
            Files.createLink(target, temporary);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            return false;
        }
        Files.delete(temporary);
        return true;
    }

    private void move() throws IOException {
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
