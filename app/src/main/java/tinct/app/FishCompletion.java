package tinct.app;

import java.util.StringJoiner;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Completion for the shell fish, made of the commands. */
final class FishCompletion {
    private FishCompletion() {}

    /** The script. */
    static String of(CommandLine line) {
        StringBuilder script = new StringBuilder("# Completion of tinct for fish; made by 'tinct completion fish'.\n");
        line.getSubcommands()
                .forEach((name, command) -> script.append("complete -c tinct -f -n __fish_use_subcommand -a ")
                        .append(name)
                        .append(" -d ")
                        .append(quote(
                                first(command.getCommandSpec().usageMessage().description())))
                        .append('\n'));
        line.getSubcommands().forEach((name, command) -> {
            for (OptionSpec option : command.getCommandSpec().options()) {
                script.append(option(name, option)).append('\n');
            }
        });
        return script.toString();
    }

    private static String option(String command, OptionSpec option) {
        StringJoiner words = new StringJoiner(" ", "complete -c tinct ", "");
        words.add("-n").add(quote("__fish_seen_subcommand_from " + command));
        for (String name : option.names()) {
            words.add(name.startsWith("--") ? "-l" : "-s").add(name.replaceFirst("^-+", ""));
        }
        if (option.arity().max() > 0) {
            words.add("-r");
        }
        if (option.completionCandidates() != null) {
            words.add("-f").add("-a").add(quote(String.join(" ", option.completionCandidates())));
        }
        return words.add("-d").add(quote(first(option.description()))).toString();
    }

    /** The first sentence, which is enough for a menu. */
    private static String first(String[] description) {
        String text = ManPage.percents(String.join(" ", description));
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    private static String quote(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
