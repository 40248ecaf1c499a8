package tinct.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A manual page in the language of {@code man} (groff's man macros), made of a command. */
final class ManPage {
    private final StringBuilder page = new StringBuilder();
    private final CommandSpec spec;

    private ManPage(CommandLine command) {
        this.spec = command.getCommandSpec();
    }

    /** The page of a command, that of all if it is the first one. */
    static String of(CommandLine command, String version) {
        ManPage page = new ManPage(command);
        page.write(version);
        return page.page.toString();
    }

    private void write(String version) {
        String name = spec.qualifiedName("-");
        macro("TH", name.toUpperCase(Locale.ROOT), "1", "", "tinct " + version, "User Commands");
        macro("SH", "NAME");
        text(name + " \\- " + escape(plain(spec.usageMessage().description())));
        macro("SH", "SYNOPSIS");
        text(escape(synopsis()));
        if (!spec.subcommands().isEmpty()) {
            macro("SH", "COMMANDS");
            spec.subcommands()
                    .forEach((command, line) -> item(
                            "\\fB" + command + "\\fR",
                            plain(line.getCommandSpec().usageMessage().description())));
        }
        if (!spec.positionalParameters().isEmpty()) {
            macro("SH", "ARGUMENTS");
        }
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            item("\\fI" + escape(parameter.paramLabel()) + "\\fR", described(parameter.description(), parameter));
        }
        for (GroupedHelp.Group group : GroupedHelp.groups(spec)) {
            macro("SH", group.title().toUpperCase(Locale.ROOT));
            group.options().forEach(option -> item(names(option), described(option.description(), option)));
        }
        footer();
    }

    private String synopsis() {
        return Arrays.stream(spec.usageMessage().customSynopsis())
                .filter(line -> !line.isBlank())
                .map(line -> line.replaceFirst("^Usage: ", ""))
                .collect(Collectors.joining(" "));
    }

    private static String names(OptionSpec option) {
        String names = Arrays.stream(option.names())
                .map(name -> "\\fB" + escape(name) + "\\fR")
                .collect(Collectors.joining(", "));
        return option.arity().max() > 0 ? names + " \\fI" + escape(option.paramLabel()) + "\\fR" : names;
    }

    /** A description with its variables filled in by picocli's own rules. */
    private String described(String[] description, CommandLine.Model.ArgSpec argument) {
        String text = String.join(" ", description);
        String candidates =
                argument.completionCandidates() == null ? "" : String.join(", ", argument.completionCandidates());
        String value = String.valueOf(argument.defaultValueString(true));
        return percents(text.replace("${COMPLETION-CANDIDATES}", candidates).replace("${DEFAULT-VALUE}", value));
    }

    private static String plain(String[] description) {
        return percents(String.join(" ", description));
    }

    /** picocli formats what it prints, so a percent sign is written twice. */
    static String percents(String text) {
        return text.replace("%n", " ").replace("%%", "%");
    }

    /** Paragraphs, and lines that are indented as they are: those are examples. */
    private void footer() {
        if (spec.usageMessage().footer().length == 0) {
            return;
        }
        macro("SH", "NOTES");
        boolean example = false;
        for (String line : spec.usageMessage().footer()) {
            String text = percents(line);
            boolean indented = text.startsWith("  ");
            if (indented != example) {
                page.append(indented ? ".nf\n" : ".fi\n");
                example = indented;
            }
            if (text.isBlank()) {
                page.append(".PP\n");
            } else {
                text(escape(text));
            }
        }
        page.append(example ? ".fi\n" : "");
    }

    private void item(String term, String description) {
        page.append(".TP\n");
        text(term);
        text(escape(description));
    }

    private void macro(String name, String... arguments) {
        page.append('.').append(name);
        for (String argument : arguments) {
            page.append(" \"").append(argument.replace("\"", "\\(dq")).append('"');
        }
        page.append('\n');
    }

    /** A line of text must not begin like a macro. */
    private void text(String line) {
        page.append(line.startsWith(".") || line.startsWith("'") ? "\\&" : "")
                .append(line)
                .append('\n');
    }

    private static String escape(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-");
    }
}
