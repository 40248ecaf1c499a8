package tinct.app.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;

/** What went wrong with a file, in one line for its user. */
public final class Problem {
    private Problem() {}

    /** The words that follow {@code "tinct: FILE: "}. */
    public static String describe(Throwable error, Path file) {
        return oneLine(words(error, file));
    }

    private static String words(Throwable error, Path file) {
        if (error instanceof UncheckedIOException && error.getCause() != null) {
            return words(error.getCause(), file);
        }
        if (error instanceof OutOfMemoryError) {
            return "needs more memory: " + (Runtime.getRuntime().maxMemory() >> 20)
                    + " MB were not enough; set TINCT_OPTS=-Xmx8g, or use fewer threads (-t 1)";
        }
        if (error instanceof FileSystemException e) {
            return fileSystem(e, file);
        }
        if (error instanceof IOException || error instanceof IllegalArgumentException) {
            String message = error.getMessage();
            if (message == null) {
                return error.getClass().getSimpleName();
            }
            return isFull(message) ? full() : message;
        }
        return "unexpected " + error + "; --debug shows where";
    }

    private static String fileSystem(FileSystemException error, Path file) {
        String name = error.getFile() == null ? "" : error.getFile();
        boolean other = !name.isEmpty() && !name.equals(file.toString());
        boolean begun = other && Leftovers.isUnfinished(Path.of(name)); // a name that says nothing to the user
        String prefix = begun ? parent(name) + " " : other ? name + " " : "";
        if (error instanceof NoSuchFileException) {
            return begun ? prefix + "takes no files" : other ? prefix + "is not there" : "there is no such file";
        }
        if (error instanceof AccessDeniedException) {
            return other ? parent(name) + " may not be written to" : "no permission to read it";
        }
        if (error instanceof FileAlreadyExistsException) {
            return prefix + "exists already; -f overwrites";
        }
        if (error instanceof NotDirectoryException) {
            return prefix + "is not a folder";
        }
        String reason = error.getReason() == null ? error.toString() : error.getReason();
        if (reason.toLowerCase(Locale.ROOT).contains("read-only")) {
            return (other ? parent(name) : "the folder") + " is on a read-only file system; -o names another one";
        }
        return isFull(reason) ? full() : prefix.isEmpty() ? reason : prefix.strip() + ": " + reason;
    }

    private static String parent(String name) {
        Path parent = Path.of(name).getParent();
        return parent == null ? name : "folder " + parent;
    }

    private static boolean isFull(String message) {
        String text = message.toLowerCase(Locale.ROOT);
        return text.contains("no space left") || text.contains("not enough space") || text.contains("quota exceeded");
    }

    private static String full() {
        return "the disk is full; nothing was written";
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*[\\r\\n]+\\s*", "; ");
    }
}
