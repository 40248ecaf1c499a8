package tinct.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import tinct.app.file.Format;

/**
 * The command line of a report, and those of {@code compress} that make its results; as shells read them.
 *
 * @param parsed of the report
 * @param inputs of the report
 * @param format of the results
 */
record EquivalentCommand(ParseResult parsed, List<String> inputs, Format format) {
    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

    /** Options that compress has not, or that say nothing of a result. */
    private static final Set<String> NOT_OF_A_RESULT = Set.of(
            "--output",
            "--force",
            "--recursive",
            "--format",
            "--capacity",
            "--title",
            "--threads",
            "--max-pixels",
            "--json",
            "--debug",
            "--preset",
            "--config");

    /** What stands for others, which are told. */
    private static final Set<String> FOR_OTHERS = Set.of("--preset", "--config");

    /** That of the report. */
    String own() {
        List<String> words = new ArrayList<>(List.of("tinct", ReportCommand.NAME));
        words.addAll(options(FOR_OTHERS));
        words.addAll(inputs);
        return line(words);
    }

    /** One that makes the result of a picture. */
    String compress(Path file) {
        List<String> words = new ArrayList<>(List.of("tinct", CompressCommand.NAME));
        words.addAll(options(NOT_OF_A_RESULT));
        if (format != Format.PNG) {
            words.addAll(List.of("--format", format.toString()));
        }
        words.add(file.toString());
        return line(words);
    }

    private List<String> options(Set<String> without) {
        List<String> words = new ArrayList<>();
        for (OptionSpec option : parsed.matchedOptions()) {
            if (!without.contains(option.longestName())) {
                add(option, words);
            }
        }
        return words;
    }

    /** An option of one value is named again for each that it was given. */
    private static void add(OptionSpec option, List<String> words) {
        String name = option.shortestName();
        if (option.arity().max() == 1) {
            option.originalStringValues().forEach(value -> words.addAll(List.of(name, value)));
            return;
        }
        words.add(name);
        if (option.arity().max() > 1) {
            words.addAll(option.originalStringValues());
        }
    }

    private static String line(List<String> words) {
        return String.join(" ", words.stream().map(EquivalentCommand::quoted).toList());
    }

    static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
