package tinct.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import tinct.app.file.Format;
import tinct.app.file.Problem;
import tinct.app.file.Source;

/**
 * Finds the pictures of a corpus: files, folders with all in them, patterns, on any file system that Hadoop knows. Files are
 * told to be pictures by their names. Hidden ones are left out, and so are links to folders, and the folder of the results.
 */
final class Listing {
    private final Configuration configuration;
    private final Path output;
    private final List<Found> found = new ArrayList<>();

    private Listing(Configuration configuration, Path output) {
        this.configuration = configuration;
        this.output = output;
    }

    /**
     * The pictures in the order in which the inputs are named, those of a folder by name.
     *
     * @param output where results go, which is not looked into
     * @param format that is asked for by name
     * @throws IOException if a file system cannot be reached
     */
    static List<Found> of(List<String> inputs, Path output, Optional<Format> format, Configuration configuration)
            throws IOException {
        Listing listing = new Listing(configuration, output);
        for (String input : inputs) {
            listing.add(input);
        }
        return listing.withoutClashes(format);
    }

    private void add(String input) throws IOException {
        Path path = new Path(input);
        FileSystem files = path.getFileSystem(configuration);
        if (files.exists(path)) {
            addNamed(files, files.getFileStatus(path), input);
            return;
        }
        FileStatus[] matches = input.matches(".*[*?\\[{].*") ? files.globStatus(path) : null;
        if (matches == null || matches.length == 0) {
            String why = matches == null ? "there is no such file" : "nothing is called like this";
            found.add(new Found(input, input, 0, 0, why));
            return;
        }
        Path root = files.makeQualified(rootOf(path));
        int before = found.size();
        for (FileStatus match : matches) {
            addBelow(files, match, root);
        }
        sort(before);
    }

    /** What is above the first name of a pattern that stands for several. */
    private static Path rootOf(Path pattern) {
        Path root = pattern;
        for (Path at = pattern; at != null; at = at.getParent()) {
            if (at.getName().matches(".*[*?\\[{].*")) {
                root = at.getParent();
            }
        }
        return root == null || root.toString().isEmpty() ? new Path(".") : root;
    }

    private void addNamed(FileSystem files, FileStatus status, String input) throws IOException {
        Path path = status.getPath();
        if (status.isFile()) {
            addFile(status, path.getParent());
            return;
        }
        int before = found.size();
        addFolder(files, path, path);
        if (found.size() == before) {
            found.add(new Found(path.toString(), input, 0, 0, "no pictures in this folder"));
        }
        sort(before);
    }

    private void sort(int from) {
        found.subList(from, found.size()).sort(Comparator.comparing(Found::place));
    }

    private void addBelow(FileSystem files, FileStatus status, Path root) throws IOException {
        if (isHidden(status.getPath())) {
            return;
        }
        if (status.isDirectory()) {
            if (!isLink(status.getPath()) && !isOutput(files, status.getPath())) {
                addFolder(files, status.getPath(), root);
            }
        } else if (Source.isNamedAsPicture(
                java.nio.file.Path.of(status.getPath().getName()))) {
            addFile(status, root);
        }
    }

    private void addFolder(FileSystem files, Path folder, Path root) {
        try {
            for (FileStatus status : files.listStatus(folder)) {
                addBelow(files, status, root);
            }
        } catch (IOException e) {
            String why = Problem.describe(e, java.nio.file.Path.of(folder.getName()));
            found.add(new Found(folder.toString(), place(folder, root), 0, 0, why));
        }
    }

    private void addFile(FileStatus status, Path root) {
        found.add(new Found(
                status.getPath().toString(),
                place(status.getPath(), root),
                status.getLen(),
                status.getModificationTime(),
                null));
    }

    private static String place(Path path, Path root) {
        String below = path.toUri().getPath();
        String above = root.toUri().getPath();
        String start = above.endsWith("/") ? above : above + "/";
        return below.startsWith(start) ? below.substring(start.length()) : path.getName();
    }

    private static boolean isHidden(Path path) {
        return path.getName().startsWith(".");
    }

    private boolean isOutput(FileSystem files, Path folder) {
        return files.makeQualified(folder).equals(output);
    }

    /** They may lead in circles. */
    private static boolean isLink(Path folder) {
        return Places.local(folder.toString()).filter(Files::isSymbolicLink).isPresent();
    }

    /** Of several pictures whose results would have one name, all but the first are refused. */
    private List<Found> withoutClashes(Optional<Format> format) throws IOException {
        List<Found> named = found.stream().distinct().toList();
        found.clear();
        found.addAll(named);
        Map<String, List<Integer>> alike = new HashMap<>();
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).refusal() == null) {
                alike.computeIfAbsent(stem(found.get(i).place()), key -> new ArrayList<>())
                        .add(i);
            }
        }
        for (List<Integer> group : alike.values()) {
            if (group.size() > 1) {
                refuse(group, format);
            }
        }
        return found;
    }

    private void refuse(List<Integer> group, Optional<Format> format) throws IOException {
        String[] firsts = new String[Format.values().length];
        for (int number : group) {
            Found picture = found.get(number);
            Format own = format.isPresent() ? format.get() : usual(picture);
            if (firsts[own.ordinal()] == null) {
                firsts[own.ordinal()] = picture.address();
            } else {
                found.set(
                        number,
                        picture.refused("its result would have the name of that of " + firsts[own.ordinal()]
                                + "; compress it by itself with another -o"));
            }
        }
    }

    /** Only a look into a GIF tells whether it moves. */
    private Format usual(Found picture) throws IOException {
        if (!picture.place().toLowerCase(java.util.Locale.ROOT).endsWith(".gif")) {
            return Format.PNG;
        }
        try (Spool spool = Spool.of(picture, configuration)) {
            return Format.usual(spool.source());
        }
    }

    private static String stem(String place) {
        int dot = place.lastIndexOf('.');
        return dot <= place.lastIndexOf('/') + 1 ? place : place.substring(0, dot);
    }

    /** Sizes of all files below a folder, by their places in it; empty if there is no such folder. */
    static Map<String, Long> sizes(Path folder, Configuration configuration) throws IOException {
        Map<String, Long> sizes = new HashMap<>();
        FileSystem files = folder.getFileSystem(configuration);
        List<Path> folders = new ArrayList<>();
        if (files.exists(folder)) {
            folders.add(folder);
        }
        for (int i = 0; i < folders.size(); i++) {
            for (FileStatus status : Arrays.asList(files.listStatus(folders.get(i)))) {
                if (status.isDirectory()) {
                    folders.add(status.getPath());
                } else {
                    sizes.put(place(status.getPath(), folder), status.getLen());
                }
            }
        }
        return sizes;
    }
}
