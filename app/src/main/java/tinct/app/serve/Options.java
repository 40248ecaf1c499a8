package tinct.app.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Parameters of a request as options of the command line: the same names without hyphens. */
final class Options {
    private static final Map<String, String> SHORT = Map.of("k", "colors", "q", "quality");
    private static final Set<String> VALUES = Set.of(
            "colors",
            "space",
            "method",
            "start",
            "runs",
            "iterations",
            "tolerance",
            "effort",
            "sample",
            "seed",
            "dither",
            "lossy",
            "quality",
            "max-bytes",
            "below",
            "palette",
            "device",
            "preset",
            "pin",
            "posterize",
            "rare-power",
            "rare-guard",
            "format");
    private static final Set<String> SWITCHES = Set.of("keep-order", "preserve-rare", "force-larger");
    /** Parameters that are no options. */
    private static final Set<String> OTHERS = Set.of("token", "tab", "name", "picture", "pictures", "jobs", "job");

    private Options() {}

    /**
     * The options that a query has, in its order.
     *
     * @throws Refusal if a name is unknown, or a switch is neither true nor false
     */
    static List<Wish.Option> of(Map<String, String> query) {
        List<Wish.Option> options = new ArrayList<>();
        query.forEach((given, value) -> {
            String name = SHORT.getOrDefault(given, given);
            if (SWITCHES.contains(name)) {
                addSwitch(name, value, options);
            } else if (VALUES.contains(name)) {
                if (!value.isEmpty()) {
                    options.add(new Wish.Option("--" + name, value));
                }
            } else if (!OTHERS.contains(name)) {
                throw Refusal.wrong("there is no option '" + name + "' here; docs/serve.md has all");
            }
        });
        return options;
    }

    private static void addSwitch(String name, String value, List<Wish.Option> options) {
        if (value.equals("true") || value.isEmpty()) {
            options.add(new Wish.Option("--" + name, ""));
        } else if (!value.equals("false")) {
            throw Refusal.wrong(name + " is true or false, was '" + value + "'");
        }
    }

    /** The same for a quick look: nearest entries of a palette that is found quickly. */
    static List<Wish.Option> quick(List<Wish.Option> options) {
        Set<String> slow = Set.of(
                "--effort",
                "--lossy",
                "--quality",
                "--max-bytes",
                "--below",
                "--method",
                "--start",
                "--runs",
                "--iterations",
                "--tolerance");
        List<Wish.Option> quick = new ArrayList<>();
        options.stream().filter(option -> !slow.contains(option.name())).forEach(quick::add);
        quick.add(new Wish.Option("--effort", "1"));
        return quick;
    }

    /** Those of some options that a page can begin with: it opens no palette file of the machine. */
    static List<Wish.Option> taken(List<Wish.Option> options) {
        return options.stream()
                .filter(option -> !Set.of("--palette", "--keep-order").contains(option.name()))
                .filter(option -> VALUES.contains(option.name().substring(2))
                        || SWITCHES.contains(option.name().substring(2)))
                .toList();
    }

    /** The value of an option. */
    static Optional<String> value(List<Wish.Option> options, String name) {
        return options.stream()
                .filter(option -> option.name().equals(name))
                .map(Wish.Option::value)
                .findFirst();
    }

    /** The same with another value of an option that is there. */
    static List<Wish.Option> with(List<Wish.Option> options, String name, String value) {
        return options.stream()
                .map(option -> option.name().equals(name) ? new Wish.Option(name, value) : option)
                .toList();
    }
}
