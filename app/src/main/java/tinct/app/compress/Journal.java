package tinct.app.compress;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tinct.app.compress.Outcome.Status;
import tinct.app.file.Fingerprint;

/**
 * What has been done in a folder, a line for each result, so that a killed run can be gone on with (ADR-0023).
 *
 * <p>A line is a claim: of that input these options make that output. It is written before the result gets its name, and
 * holds only if the file has those bytes; so it does not matter at which moment a run is killed. Of several lines of one
 * result the last counts. Several threads and several runs may write to one journal.
 */
public final class Journal implements Closeable {
    /** In the folder of the results. */
    static final String NAME = ".tinct-journal";

    private static final String HEADER = "# tinct journal 2: fingerprints of input, options and output, status, file\n";
    private static final String NO_OUTPUT = "-";

    private final Path folder;
    private final String options;
    private final FileChannel reader;
    private final FileChannel appender;
    private final Map<String, Entry> entries = new HashMap<>();
    private @Nullable FileLock used;

    /** One line. */
    private record Entry(String input, String options, String output, Status status) {}

    private Journal(Path folder, String options, FileChannel reader, FileChannel appender) {
        this.folder = folder;
        this.options = options;
        this.reader = reader;
        this.appender = appender;
    }

    /**
     * Opens the journal of a folder, which is made.
     *
     * @param options fingerprint of all that the bytes of a result depend on besides the source
     * @throws IOException if the folder cannot be written to
     */
    static Journal open(Path folder, String options) throws IOException {
        Files.createDirectories(folder.toAbsolutePath());
        Path file = folder.resolve(NAME);
        FileChannel appender = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        FileChannel reader = FileChannel.open(file, StandardOpenOption.READ);
        Journal journal = new Journal(folder, options, reader, appender);
        journal.used = lock(reader, true);
        journal.read();
        return journal;
    }

    /** A shared lock says that a run uses the journal; null if there cannot be one. */
    private static @Nullable FileLock lock(FileChannel channel, boolean shared) {
        try {
            return channel.tryLock(0, Long.MAX_VALUE, shared);
        } catch (IOException | OverlappingFileLockException e) {
            return null;
        }
    }

    /* The reader is not opened again for this: closing any channel of a file ends the locks that the process has on it. */
    private void read() throws IOException {
        // Not closed, for that would close the channel.
        String text = new String(Channels.newInputStream(reader).readAllBytes(), UTF_8);
        int end = text.lastIndexOf('\n') + 1;
        text.substring(0, end).lines().forEach(this::read);
        if (text.isEmpty()) {
            append(HEADER);
        } else if (end < text.length()) {
            append("\n"); // A run was killed in the middle of a line.
        }
    }

    private void read(String line) {
        String[] parts = line.split("\t", 5);
        if (parts.length == 5 && !line.startsWith("#")) {
            Status status = parts[3].equals(word(Status.WRITTEN)) ? Status.WRITTEN : Status.KEPT;
            entries.put(parts[4], new Entry(parts[0], parts[1], parts[2], status));
        }
    }

    /** Whether a job needs not be done again: its result, or the copy of the source that was kept, is there. */
    synchronized boolean holds(Job job, String input) throws IOException {
        Entry entry = entries.get(key(job));
        if (entry == null || !entry.options.equals(options)) {
            return false;
        }
        if (entry.status == Status.KEPT) {
            return entry.input.equals(input)
                    && (job.keepAs().isEmpty() || has(job.keepAs().get(), input));
        }
        // A source that was replaced by its result is now that result.
        boolean same = entry.input.equals(input) || entry.output.equals(input) && isSource(job);
        return same && has(job.target(), entry.output);
    }

    private static boolean isSource(Job job) throws IOException {
        return Files.exists(job.target()) && Files.isSameFile(job.source(), job.target());
    }

    /** Whether a file is what an earlier run has made, by whatever options, so that it may be replaced. */
    synchronized boolean made(Job job, Path file) throws IOException {
        Entry entry = entries.get(key(job));
        return entry != null && has(file, entry.status == Status.KEPT ? entry.input : entry.output);
    }

    private static boolean has(Path file, String fingerprint) throws IOException {
        return Files.isRegularFile(file) && Fingerprint.of(file).equals(fingerprint);
    }

    /** Claims that a job has this output; to be called before the file gets its name. */
    synchronized void written(Job job, String input, String output) throws IOException {
        add(job, new Entry(input, options, output, Status.WRITTEN));
    }

    /** Claims that a job's source was kept. */
    synchronized void kept(Job job, String input) throws IOException {
        add(job, new Entry(input, options, NO_OUTPUT, Status.KEPT));
    }

    private void add(Job job, Entry entry) throws IOException {
        String key = key(job);
        entries.put(key, entry);
        append(String.join("\t", entry.input, entry.options, entry.output, word(entry.status), key) + "\n");
    }

    /** One write at the end of the file, which other runs do not come between. */
    private void append(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
        while (bytes.hasRemaining()) {
            appender.write(bytes);
        }
    }

    private static String word(Status status) {
        return status == Status.WRITTEN ? "written" : "kept";
    }

    /** The target below the folder, in one line whatever its name. */
    private String key(Job job) {
        Path target = job.target().toAbsolutePath().normalize();
        Path relative = folder.toAbsolutePath().normalize().relativize(target);
        return Tree.slashes(relative).replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D");
    }

    /** Whether nothing has been done. */
    synchronized boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Removes the journal, unless another run uses it too. */
    synchronized void remove() throws IOException {
        if (used == null) {
            return;
        }
        used.release();
        used = lock(appender, false);
        if (used != null) {
            close();
            Files.deleteIfExists(folder.resolve(NAME));
        }
    }

    @Override
    public synchronized void close() throws IOException {
        appender.close();
        reader.close();
    }
}
