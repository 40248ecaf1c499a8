package tinct.app.compress;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tinct.app.compress.Outcome.Status;
import tinct.app.file.Format;

/**
 * A folder of its own for a picture that comes by standard input or goes to standard output, since pictures are read more
 * than once and results are judged before they are let go. Removed by {@link #close} and when the program is interrupted.
 */
public final class Pipe implements Closeable {
    private final Path folder;
    private final Thread remover;

    private Pipe(Path folder) {
        this.folder = folder;
        this.remover = new Thread(this::remove);
    }

    /** Makes the folder, which nobody else may read. */
    public static Pipe open() throws IOException {
        Pipe pipe = new Pipe(Files.createTempDirectory("tinct-"));
        Runtime.getRuntime().addShutdownHook(pipe.remover);
        return pipe;
    }

    /** Takes in what comes by standard input; returns the file it is in. */
    public Path spool(InputStream in) throws IOException {
        Path file = folder.resolve("source");
        Files.copy(in, file);
        return file;
    }

    /**
     * A job whose result goes to standard output.
     *
     * @param name of the source
     * @param format asked for
     */
    public Job job(Path source, String name, Optional<Format> format) {
        return new Job(
                source,
                name,
                folder.resolve("result"),
                format.orElseGet(() -> Format.usual(source)),
                format.isPresent(),
                Optional.of(folder.resolve("kept")),
                folder,
                true,
                Optional.empty());
    }

    /**
     * Writes the result, or the source if that was kept or skipped.
     *
     * @throws IOException if whoever reads has gone
     */
    public void deliver(Outcome outcome, PrintStream out) throws IOException {
        if (outcome.status() == Status.FAILED) {
            return;
        }
        Files.copy(outcome.file().orElse(outcome.job().source()), out);
        if (out.checkError()) {
            throw new IOException("standard output was closed before all was written");
        }
    }

    private void remove() {
        for (String name : new String[] {"source", "result", "kept", ""}) {
            folder.resolve(name).toFile().delete();
        }
    }

    @Override
    public void close() {
        remove();
        try {
            Runtime.getRuntime().removeShutdownHook(remover);
        } catch (IllegalStateException e) {
            // The program is ending, and the hook removes what is left.
        }
    }
}
