package tinct.app.serve;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tinct.app.compress.Recipe;
import tinct.app.file.Format;

/**
 * What is asked for, as options of {@code compress} say it.
 *
 * @param options name and value of each, in the order in which they were given; the value is empty for a switch
 * @param recipe how results are made
 * @param format of the result
 * @param always whether a result is wanted even if it is larger than its source
 */
public record Wish(List<Option> options, Recipe recipe, Format format, boolean always) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,+%@-]+");

    public Wish {
        options = List.copyOf(options);
    }

    /**
     * An option of the command line.
     *
     * @param name with its hyphens
     * @param value empty for a switch
     */
    public record Option(String name, String value) {
        /** As one argument, which no value can make another option. */
        public String argument() {
            return value.isEmpty() ? name : name + "=" + value;
        }
    }

    /** Options for a purpose, or those that a page begins with. */
    public record Preset(String name, List<Option> options) {
        public Preset {
            options = List.copyOf(options);
        }
    }

    /** Reads options. */
    public interface Reader {
        /** All presets. */
        List<Preset> presets();

        /** The options that a page begins with, as far as it has them. */
        List<Option> start();

        /** The same options with what {@code --preset} stands for, if it is among them, in its place. */
        List<Option> complete(List<Option> options);

        /**
         * What options mean.
         *
         * @param palette the file that stands for the value of {@code --palette}, which itself is never opened
         * @throws IllegalArgumentException with one line for people
         */
        Wish read(List<Option> options, Optional<Path> palette);
    }

    /** The same, told by other options. */
    Wish with(List<Option> others) {
        return new Wish(others, recipe, format, always);
    }

    /** The arguments of a command line that makes the same file beside its source. */
    List<String> arguments(String source) {
        return arguments("compress", List.of(source));
    }

    /** The arguments of a command for some files. */
    private List<String> arguments(String command, List<String> files) {
        List<String> words = new ArrayList<>(List.of(command));
        files.forEach(file -> words.add(file.startsWith("-") ? "./" + file : file));
        for (Option option : options) {
            boolean hyphen = option.value.startsWith("-");
            if (option.name.equals("--colors")) {
                words.addAll(List.of("-k", option.value));
            } else if (option.value.isEmpty() || hyphen) {
                words.add(option.argument());
            } else {
                words.addAll(List.of(option.name, option.value));
            }
        }
        return words;
    }

    /** These as they are typed in a shell. */
    String command(String source) {
        return line(arguments(source));
    }

    /** The line that makes a report of some files. */
    String report(List<String> files) {
        return line(arguments("report", files));
    }

    private static String line(List<String> words) {
        StringBuilder line = new StringBuilder("tinct");
        words.forEach(word -> line.append(' ').append(quoted(word)));
        return line.toString();
    }

    static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
