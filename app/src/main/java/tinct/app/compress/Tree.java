package tinct.app.compress;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files of a folder. Hidden files and folders are left out, links to files are followed, links to folders are not:
 * they may lead in circles.
 *
 * @param folder where to begin
 * @param deep whether to go on into the folders in it
 * @param except a folder that is not looked into, such as that of the results
 */
record Tree(Path folder, boolean deep, Optional<Path> except) {
    /** The files, folder by folder, sorted by name. */
    List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        Optional<Path> avoided = except.map(path -> path.toAbsolutePath().normalize());
        Path root = folder.toString().isEmpty() ? Path.of(".") : folder;
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                boolean first = directory.equals(root);
                boolean entered = first || deep && !isHidden(directory) && !isAvoided(directory);
                return entered ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            private boolean isAvoided(Path directory) {
                return avoided.isPresent()
                        && avoided.get().equals(directory.toAbsolutePath().normalize());
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!isHidden(file) && Files.isRegularFile(file)) {
                    files.add(root.equals(folder) ? file : root.relativize(file));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException error) throws IOException {
                if (file.equals(root)) {
                    throw error;
                }
                files.add(file); // It is told when it is opened: a folder that may not be read is not passed over in
                // silence.
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(null);
        return files;
    }

    private static boolean isHidden(Path file) {
        return String.valueOf(file.getFileName()).startsWith(".");
    }

    /** A path with {@code /} between its names on every system. */
    static String slashes(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
