package tinct.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Completion scripts, manual pages and the groups of the help, all made of the commands. */
final class GeneratedTest {
    @TempDir
    private Path folder;

    @Test
    void bashCompletesCommandsOptionsAndValues() throws Exception {
        Path script = Files.writeString(
                folder.resolve("completion"), Cli.run("completion", "bash").out());
        assertThat(complete(script, "tinct", "comp")).contains("compress", "compare", "completion");
        assertThat(complete(script, "tinct", "compress", "--res")).containsExactly("--resume");
        assertThat(complete(script, "tinct", "compress", "--preset", "e")).containsExactly("e-ink");
        assertThat(complete(script, "tinct", "cor")).containsExactly("corpus");
        assertThat(complete(script, "tinct", "corpus", "--palette-mode", "f")).containsExactly("folder");
    }

    private static List<String> complete(Path script, String... words) throws Exception {
        String array = String.join(" ", words);
        String command =
                "source " + script + "; COMP_WORDS=(" + array + "); COMP_CWORD=" + (words.length - 1) + "; COMP_LINE='"
                        + array + "'; COMP_POINT=${#COMP_LINE}; _complete_tinct; printf '%s\\n' \"${COMPREPLY[@]}\"";
        Process process = new ProcessBuilder("bash", "-c", command).start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return answer.lines()
                .map(String::strip)
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
    }

    @Test
    void zshReadsTheScriptOfBash() {
        assertThat(Cli.run("completion", "zsh").out()).contains("bashcompinit");
    }

    @Test
    void fishHasALineForEachOption() {
        assertThat(Cli.run("completion", "fish").out())
                .contains("-a compress -d 'Make pictures small")
                .contains("__fish_seen_subcommand_from compress' -s k -l colors -r -d")
                .contains("-a corpus -d 'Make the pictures of a corpus small")
                .contains("__fish_seen_subcommand_from corpus' -l palette-mode -r -f -a 'own one folder'")
                .contains("-l preset -r -f -a 'web thumbnail e-ink sprite archive'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compress",
                "inspect",
                "palette",
                "compare",
                "expand",
                "figure",
                "report",
                "serve",
                "corpus",
                "completion",
                "man"
            })
    void everyCommandHasAManualPage(String command) {
        String page = Cli.run("man", command).out();
        assertThat(page)
                .startsWith(".TH \"TINCT-" + command.toUpperCase(java.util.Locale.ROOT) + "\" \"1\"")
                .contains(".SH \"NAME\"\ntinct-" + command + " \\- ")
                .contains("\\fB\\-\\-help\\fR")
                .doesNotContain("%n")
                .doesNotContain("%%")
                .doesNotContain("${");
        // Only macros begin with a point.
        assertThat(page.lines().filter(line -> line.startsWith(".")))
                .allMatch(line -> line.matches("\\.(TH|SH|TP|PP|nf|fi)( .*)?"));
    }

    @Test
    void manualPageOfAllListsTheCommands() {
        assertThat(Cli.run("man").out()).contains("\\fBcompress\\fR", "\\fBfigure\\fR");
        Cli wrong = Cli.run("man", "compres");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("there is no command 'compres'");
    }

    @Test
    void corpusIsToldOfWhereSparkIsNot() {
        assertThat(Cli.run("--help").out()).containsPattern("\\n  corpus +Make the pictures of a corpus small");
        assertThat(Cli.run("corpus", "--help").outLines())
                .startsWith("Usage: tinct corpus [OPTIONS] FILE|DIR|PATTERN... -o DIR")
                .anyMatch(line -> line.startsWith("      --palette-mode=MODE"));
        Cli refused = Cli.run("corpus", "photos", "-o", "small");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.errLines())
                .containsExactly(
                        "tinct: corpus needs Apache Spark, which the launcher 'tinct' loads, or spark-submit with tinct-spark.jar",
                        "'tinct corpus --help' tells more");
        assertThat(Cli.run("corpus", "photos").err()).contains("--output");
    }

    @Test
    void helpIsGroupedByWhatOptionsAreFor() throws IOException {
        List<String> lines = Cli.run("compress", "--help").outLines();
        assertThat(lines)
                .containsSubsequence(
                        "Pictures and results:",
                        "Colours and how they are found:",
                        "What is written and what is left alone:",
                        "Options that stand for others:",
                        "What is told:",
                        "General:",
                        "Examples:");
        // Every option stands once.
        assertThat(lines.stream().filter(line -> line.matches("  -k, --colors.*")))
                .hasSize(1);
        assertThat(lines.stream().filter(line -> line.matches("      --resume .*")))
                .hasSize(1);
    }
}
