package tinct.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Arguments of {@code compress} that are plain enough to be read without picocli, whose first use takes longer than all else
 * that is done before the pixels of a small picture (ADR-0035).
 *
 * <p>Plain are files and the options below, each given once and, if it has a value, by {@code --name value}, {@code
 * --name=value} or {@code -n value}. What is not is left to picocli from the start: other options, presets, configuration
 * files, flags of pngquant, and all mistakes, since it tells of them.
 */
final class PlainOptions {
    private static final Set<String> WITH_VALUE = Set.of(
            "--output",
            "--dir",
            "--suffix",
            "--format",
            "--colors",
            "--space",
            "--effort",
            "--dither",
            "--lossy",
            "--progress",
            "--threads");

    private static final Set<String> SWITCHES = Set.of(
            "--recursive",
            "--force",
            "--preserve",
            "--resume",
            "--dry-run",
            "--verbose",
            "--quiet",
            "--explain",
            "--strict",
            "--no-config",
            "--json");

    private static final Map<String, String> LONG_NAMES = Map.of(
            "-o", "--output",
            "-d", "--dry-run",
            "-k", "--colors",
            "-t", "--threads",
            "-r", "--recursive",
            "-f", "--force",
            "-p", "--preserve",
            "-n", "--dry-run",
            "-v", "--verbose");

    /** What pngquant would take for a number of colours. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> inputs = new ArrayList<>();

    private PlainOptions() {}

    /**
     * Reads the arguments of the program.
     *
     * @param places where a configuration file is looked for
     * @return empty if they are not plain
     */
    static Optional<PlainOptions> read(String[] arguments, List<Path> places) {
        if (arguments.length < 2 || !arguments[0].equals(CompressCommand.NAME)) {
            return Optional.empty();
        }
        PlainOptions plain = new PlainOptions();
        boolean read = plain.readAll(Arrays.asList(arguments).subList(1, arguments.length));
        boolean configured = read && !plain.has("--no-config") && isConfigured(places);
        return read && !plain.inputs.isEmpty() && !configured ? Optional.of(plain) : Optional.empty();
    }

    private static boolean isConfigured(List<Path> places) {
        for (Path folder : places) {
            if (Files.exists(folder.resolve(Arguments.CONFIG_NAME))) {
                return true;
            }
        }
        return false;
    }

    private boolean readAll(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
            String name = longName(equals < 0 ? argument : argument.substring(0, equals));
            boolean read;
            if (WITH_VALUE.contains(name)) {
                String value = equals >= 0
                        ? argument.substring(equals + 1)
                        : i + 1 < arguments.size() ? arguments.get(++i) : "";
                read = isValue(value) && values.putIfAbsent(name, value) == null;
            } else if (equals < 0 && SWITCHES.contains(name)) {
                read = values.putIfAbsent(name, "true") == null;
            } else {
                read = isValue(argument) && !NUMBER.matcher(argument).matches() && inputs.add(argument);
            }
            if (!read) {
                return false;
            }
        }
        return true;
    }

    private static String longName(String name) {
        return LONG_NAMES.getOrDefault(name, name);
    }

    /** Whether a word is no option to picocli, and no file of arguments. */
    private static boolean isValue(String word) {
        return word.equals("-") || !word.isEmpty() && !word.startsWith("-") && !word.startsWith("@");
    }

    /** Files, folders and patterns; at least one. */
    List<String> inputs() {
        return inputs;
    }

    /** Whether an option was given, which is named by its longest name. */
    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The value of an option; empty if it was not given. */
    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The options that were given and their values, of a switch {@code true}: as picocli has them. */
    Map<String, String> values() {
        return values;
    }
}
