package tinct.app;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line: one line of what, one of what to do. */
final class Misuse {
    /** What the program ends with. */
    static final int EXIT_CODE = 2;

    private static final int FEW_TYPOS = 3;

    private Misuse() {}

    static int report(ParameterException error) {
        CommandLine command = error.getCommandLine();
        command.getErr().println("tinct: " + message(error));
        command.getErr()
                .println(hint(error).orElse("'" + command.getCommandSpec().qualifiedName() + " --help' tells more"));
        return EXIT_CODE;
    }

    /** What is wrong. */
    static String message(ParameterException error) {
        if (error instanceof UnmatchedArgumentException unmatched) {
            String argument = unmatched.getUnmatched().get(0);
            boolean command = error.getCommandLine().getParent() == null;
            return (argument.startsWith("-") ? "no option " : command ? "no command " : "what is ") + argument;
        }
        String message = String.valueOf(error.getMessage()).replaceAll("\\s*[\\r\\n]+\\s*", " ");
        // picocli begins with a capital letter, as a sentence does; ours go on after "tinct:"
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }

    private static Optional<String> hint(ParameterException error) {
        if (!(error instanceof UnmatchedArgumentException unmatched)) {
            return Optional.empty();
        }
        String argument = unmatched.getUnmatched().get(0);
        CommandLine command = error.getCommandLine();
        if (argument.startsWith("-")) {
            Set<String> options = command.getCommandSpec().optionsMap().keySet();
            return nearest(argument, options).map(option -> "did you mean " + option + "?");
        }
        if (command.getParent() == null && isFile(argument)) {
            return Optional.of("did you mean 'tinct compress " + argument + "'?");
        }
        return nearest(argument, command.getSubcommands().keySet()).map(name -> "did you mean 'tinct " + name + "'?");
    }

    private static boolean isFile(String argument) {
        try {
            return Files.exists(Path.of(argument));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The known word that is meant, if few letters are wrong. */
    static Optional<String> nearest(String word, Collection<String> known) {
        return known.stream()
                .filter(name -> distance(word, name) <= Math.min(FEW_TYPOS, name.length() / 2))
                .min(Comparator.comparingInt(name -> distance(word, name)));
    }

    /** How many letters must be changed, put in or left out (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
