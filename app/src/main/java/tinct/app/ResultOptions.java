package tinct.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import tinct.app.file.Fingerprint;

/** Tells by the options of a command line whether it makes the same results as another. */
final class ResultOptions {
    /** Options on which no byte of a result depends. All others count, also those that come in time. */
    private static final Set<String> OTHERS = Set.of(
            "--output",
            "--dir",
            "--recursive",
            "--suffix",
            "--force",
            "--preserve",
            "--resume",
            "--skip-done",
            "--dry-run",
            "--verbose",
            "--quiet",
            "--explain",
            "--progress",
            "--compare-plain",
            "--strict",
            "--preset",
            "--config",
            "--no-config",
            "--master",
            "--conf",
            "--ui",
            "--score",
            "--report",
            "--threads",
            "--max-pixels",
            "--json",
            "--debug");

    private ResultOptions() {}

    /** The options that were given, by their longest names, and their values. */
    static List<Map.Entry<String, String>> given(ParseResult parsed) {
        List<Map.Entry<String, String>> given = new ArrayList<>();
        for (OptionSpec option : parsed.matchedOptions()) {
            for (String value : option.originalStringValues()) {
                given.add(Map.entry(option.longestName(), value));
            }
        }
        return given;
    }

    /**
     * Fingerprint of the version and of all options on which results depend, with what is in files that they name.
     *
     * @throws IOException if one of these cannot be read
     */
    static String fingerprint(List<Map.Entry<String, String>> given, String version) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, String> option : given) {
            if (!OTHERS.contains(option.getKey())) {
                lines.add(option.getKey() + "=" + option.getValue() + contents(option.getValue()));
            }
        }
        lines.sort(null);
        return Fingerprint.of(version + "\n" + String.join("\n", lines));
    }

    private static String contents(String value) throws IOException {
        try {
            Path file = Path.of(value);
            return Files.isRegularFile(file) ? " " + Fingerprint.of(file) : "";
        } catch (InvalidPathException e) {
            return "";
        }
    }
}
