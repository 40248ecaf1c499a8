package tinct.app.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of files that are being written, and the removal of those that a killed run left.
 *
 * <p>A name holds the number of its process. A file is left alone while that process lives and is no younger than the
 * file, and while anybody holds a lock on it: numbers say nothing of other machines and containers, locks do (ADR-0023).
 */
public final class Leftovers {
    private static final Pattern NAME = Pattern.compile("\\.tinct-(\\d{1,18})-[0-9a-f-]{36}\\.tmp");

    /** Where files cannot be locked, one of this age has no writer. */
    private static final Duration OLD = Duration.ofDays(1);

    private Leftovers() {}

    /** A new name in a folder for a file of this process. */
    static Path name(Path folder) {
        ThreadLocalRandom random =
                ThreadLocalRandom.current(); // it must differ, not be hard to guess: secure ones are slow to start
        UUID own = new UUID(random.nextLong(), random.nextLong());
        return folder.resolve(".tinct-" + ProcessHandle.current().pid() + "-" + own + ".tmp");
    }

    /** Whether a file is named as one that is being written. */
    static boolean isUnfinished(Path file) {
        return NAME.matcher(String.valueOf(file.getFileName())).matches();
    }

    /**
     * Removes what killed runs left in a folder; does nothing where that is not allowed.
     *
     * @return how many files it were
     */
    public static int remove(Path folder) {
        int removed = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".tinct-*.tmp")) {
            for (Path file : files) {
                removed += isLeft(file) && removeUnlocked(file) ? 1 : 0;
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            // No such folder, or one that may not be read: then nothing was left by us, or somebody else must remove
            // it.
        }
        return removed;
    }

    private static boolean isLeft(Path file) throws IOException {
        Matcher matcher = NAME.matcher(String.valueOf(file.getFileName()));
        if (!matcher.matches()) {
            return false;
        }
        Optional<ProcessHandle> owner = ProcessHandle.of(Long.parseLong(matcher.group(1)));
        if (owner.isEmpty() || !owner.get().isAlive()) {
            return true;
        }
        Optional<Instant> began = owner.get().info().startInstant();
        FileTime modified = Files.getLastModifiedTime(file);
        // A process that is younger than the file only has the number of the one that wrote it.
        return began.isPresent() && began.get().isAfter(modified.toInstant());
    }

    private static boolean removeUnlocked(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = lock(channel)) {
            boolean free = lock != null || isOld(file);
            return free && Files.deleteIfExists(file);
        } catch (IOException | OverlappingFileLockException e) {
            return false;
        }
    }

    private static @org.jspecify.annotations.Nullable FileLock lock(FileChannel channel) {
        try {
            return channel.tryLock();
        } catch (IOException e) {
            return null; // There are no locks here.
        }
    }

    private static boolean isOld(Path file) throws IOException {
        return Files.getLastModifiedTime(file)
                .toInstant()
                .isBefore(Instant.now().minus(OLD));
    }
}
