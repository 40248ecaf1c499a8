package tinct.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tinct.codec.Format;

/** Arguments of a report: options {@code name=value} that have defaults, and names of what is measured. */
final class Options {
    private final Map<String, String> values = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    /** Options by their defaults, {@code name=value}. */
    Options(String... defaults) {
        for (String option : defaults) {
            int equals = option.indexOf('=');
            values.put(option.substring(0, equals), option.substring(equals + 1));
        }
    }

    /** Takes arguments; those that are no option are names. */
    Options with(String... args) {
        for (String arg : args) {
            int equals = arg.indexOf('=');
            if (equals > 0 && values.containsKey(arg.substring(0, equals))) {
                values.put(arg.substring(0, equals), arg.substring(equals + 1));
            } else {
                names.add(arg);
            }
        }
        return this;
    }

    String text(String name) {
        return Objects.requireNonNull(values.get(name));
    }

    int number(String name) {
        return Integer.parseInt(text(name));
    }

    /** The format of that name, in letters of either case. */
    Format format(String name) {
        return Format.valueOf(text(name).toUpperCase(Locale.ROOT));
    }

    /** The parts of a list with commas. */
    String[] list(String name) {
        return text(name).split(",", -1);
    }

    List<String> names() {
        return names;
    }
}
