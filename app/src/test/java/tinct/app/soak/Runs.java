package tinct.app.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tinct.app.Cli;
import tinct.app.TestPictures;

/** What trials of whole runs have in common. */
final class Runs {
    private Runs() {}

    /** The arguments of a quick run over a folder. */
    static List<Object> line(Path in, Path out, Object... more) {
        List<Object> line = new ArrayList<>(List.of(
                "compress", "-r", in, "--dir", out, "--no-config", "-k", "16", "--effort", "1", "--force-larger"));
        line.addAll(Arrays.asList(more));
        return line;
    }

    /** A command that does the same in a process of its own. */
    static List<String> process(List<String> options, List<Object> line) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "tinct.app.Main"));
        line.forEach(word -> command.add(word.toString()));
        return command;
    }

    /** The results in a folder, by their paths, without files of the program itself. */
    static Map<String, byte[]> results(Path folder) throws IOException {
        Map<String, byte[]> results = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return results;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!String.valueOf(file.getFileName()).startsWith(".tinct")) {
                    results.put(folder.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
        }
        return results;
    }

    /** What is wrong with results that may be missing but not be others than those of an undisturbed run. */
    static Optional<String> partOf(Map<String, byte[]> results, Map<String, byte[]> whole) {
        for (Map.Entry<String, byte[]> result : results.entrySet()) {
            byte[] expected = whole.get(result.getKey());
            if (!Arrays.equals(result.getValue(), expected)) {
                return Optional.of("another result than undisturbed: " + result.getKey() + " of "
                        + result.getValue().length + " bytes");
            }
        }
        return Optional.empty();
    }

    /** The same of results that must be all there. */
    static Optional<String> same(Map<String, byte[]> results, Map<String, byte[]> whole) {
        return results.keySet().equals(whole.keySet())
                ? partOf(results, whole)
                : Optional.of(results.size() + " results instead of " + whole.size());
    }

    /** Unfinished files that a run has left behind. */
    static Optional<String> leftover(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.startsWith(".tinct-") && name.endsWith(".tmp"))
                    .findFirst()
                    .map(name -> "left over: " + name);
        }
    }

    /** What is wrong with the answer to a run that may fail: lines that are not clear, or none. */
    static Optional<String> told(int exitCode, String err) {
        if (exitCode == 0) {
            return Optional.empty();
        }
        boolean clear = exitCode == 1
                && !err.isBlank()
                && err.lines().allMatch(line -> line.startsWith("tinct: ") && line.length() < 600)
                && !err.contains("unexpected ");
        return clear ? Optional.empty() : Optional.of("exit code " + exitCode + ": " + err);
    }

    /** The same, and that results can be read. */
    static Optional<String> answered(Cli cli, Path out) {
        return told(cli.exitCode(), cli.err()).or(() -> cli.exitCode() == 0 ? unread(out) : Optional.empty());
    }

    private static Optional<String> unread(Path out) {
        try {
            return TestPictures.read(out).pixels().length > 0 ? Optional.empty() : Optional.of("empty");
        } catch (IOException | RuntimeException e) {
            return Optional.of("the result cannot be read: " + e);
        }
    }
}
