package tinct.app.compress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tinct.app.file.Problem;
import tinct.app.file.Source;

/**
 * The pictures that a command line means: files, folders and patterns.
 *
 * @param deep whether folders in folders are looked into
 * @param except the folder of the results, whose files are not taken for sources
 * @param isResult whether a file found in a folder is what an earlier run wrote
 */
public record Inputs(boolean deep, Optional<Path> except, Predicate<Path> isResult) {
    /**
     * A picture that is meant.
     *
     * @param file where it is
     * @param root the folder that was named, or that of the file
     * @param problem why there is none
     */
    public record Found(Path file, Path root, Optional<String> problem) {
        /** The place below the root. */
        public Path place() {
            return root.relativize(file);
        }
    }

    /** Whether an input may mean several pictures. */
    static boolean isSeveral(String input) {
        return Glob.isOne(input) || Files.isDirectory(Path.of(input));
    }

    /** All of them, in the order they were named, those of a folder sorted by name. */
    public List<Found> find(List<String> inputs) {
        List<Found> found = new ArrayList<>();
        for (String input : inputs) {
            if (Glob.isOne(input)) {
                addMatches(Glob.of(input), input, found);
            } else if (Files.isDirectory(Path.of(input))) {
                addFolder(Path.of(input), found);
            } else {
                Path file = Path.of(input);
                found.add(new Found(file, parent(file), Optional.empty()));
            }
        }
        return found;
    }

    private void addMatches(Glob glob, String input, List<Found> found) {
        Tree tree = new Tree(glob.folder(), glob.deep(), except);
        add(tree, glob::matches, input, "nothing is called like this", found);
    }

    private void addFolder(Path folder, List<Found> found) {
        String none = deep ? "no pictures in this folder" : noneButDeeper(folder);
        add(new Tree(folder, deep, except), Source::isPicture, folder.toString(), none, found);
    }

    private static String noneButDeeper(Path folder) {
        try (var files = Files.list(folder)) {
            boolean folders = files.anyMatch(Files::isDirectory);
            return "no pictures in this folder" + (folders ? "; -r looks into the folders in it" : "");
        } catch (IOException e) {
            return "no pictures in this folder";
        }
    }

    private void add(Tree tree, Predicate<Path> wanted, String input, String none, List<Found> found) {
        try {
            List<Found> files = tree.files().stream()
                    .filter(file -> Files.isDirectory(file) || wanted.test(file) && !isResult.test(file))
                    .map(file -> found(file, tree.folder()))
                    .toList();
            found.addAll(files);
            if (files.isEmpty()) {
                found.add(new Found(literal(input), tree.folder(), Optional.of(none)));
            }
        } catch (IOException e) {
            found.add(new Found(literal(input), tree.folder(), Optional.of(Problem.describe(e, tree.folder()))));
        }
    }

    /** A folder is among the files of a tree only if it could not be looked into. */
    private static Found found(Path file, Path root) {
        Optional<String> problem =
                Files.isDirectory(file) ? Optional.of("no permission to look into this folder") : Optional.empty();
        return new Found(file, root, problem);
    }

    /** A pattern as a path to be told, which on some systems it cannot be. */
    private static Path literal(String input) {
        try {
            return Path.of(input);
        } catch (java.nio.file.InvalidPathException e) {
            return Glob.of(input).folder();
        }
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }
}
