package tinct.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Arguments with all that stands for others put in its place: flags of pngquant (of {@code compress}), a preset, the lines of
 * a configuration file.
 *
 * <p>What is given goes before the preset that is given, that before the file's lines, these before the file's preset. A file
 * and a preset say options of {@code compress}; another command takes of these what it has too.
 */
final class Arguments {
    static final String CONFIG_NAME = ".tinct.properties";

    /** A file that lies beside pictures of others must not be able to destroy what is there. */
    private static final Set<String> NOT_IN_FILES = Set.of("force", "config", "no-config", "help");

    /** Options that exclude each other: a default gives way to either. */
    private static final List<Set<String>> RIVALS = List.of(
            Set.of("--dither", "--lossy"),
            Set.of("--device", "--device-palette"),
            Set.of("--device", "--palette"),
            Set.of("--device", "--shared-palette"),
            Set.of("--device", "--posterize"),
            Set.of("--device", "--pin"),
            Set.of("--device", "--colors"),
            Set.of("--device", "--quality"),
            Set.of("--device", "--max-bytes"));

    /** Of {@code compress} it is a folder. */
    private static final Set<String> MEANS_ANOTHER = Set.of("output");

    private final CommandLine command;
    private final CommandSpec spec;
    private final Set<String> given = new HashSet<>();
    private final List<String> defaults = new ArrayList<>();
    private boolean fromFile;

    /**
     * Of a command.
     *
     * @param command that complains
     * @param spec the options that there are
     */
    private Arguments(CommandLine command, CommandSpec spec) {
        this.command = command;
        this.spec = spec;
    }

    /**
     * Puts the options in the place of what stands for them.
     *
     * @param line all commands
     * @param arguments of the program
     * @param places where a configuration file is looked for, the first that has one counts
     * @throws ParameterException if the configuration file is wrong
     */
    static String[] complete(CommandLine line, String[] arguments, List<Path> places) {
        CommandLine command =
                arguments.length == 0 ? null : line.getSubcommands().get(arguments[0]);
        boolean compress = arguments.length > 0 && arguments[0].equals(CompressCommand.NAME);
        if (command == null || !compress && !arguments[0].equals(ReportCommand.NAME)) {
            return arguments;
        }
        List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
        List<String> own = compress ? PngquantFlags.translate(rest, command.getCommandSpec()) : rest;
        List<String> complete = new ArrayList<>(List.of(arguments[0]));
        Arguments completed = new Arguments(command, command.getCommandSpec());
        complete.addAll(completed.defaults(own, places));
        if (completed.fromFile && !compress) {
            complete.add("--no-config"); // so that the lines which a report tells mean the same beside another file
        }
        complete.addAll(own);
        return complete.toArray(String[]::new);
    }

    /**
     * The options of {@code compress} that a preset and a configuration file say, for a command that has not these options.
     *
     * @param line of the command, which complains
     * @param own its arguments
     * @param places where a file is looked for
     */
    static Defaults of(CommandLine line, List<String> own, List<Path> places) {
        Arguments arguments = new Arguments(line, CommandLines.compress());
        return new Defaults(List.copyOf(arguments.defaults(own, places)), arguments.fromFile);
    }

    /**
     * Options that others stand for.
     *
     * @param options long names with {@code =}
     * @param fromFile whether there is a configuration file
     */
    record Defaults(List<String> options, boolean fromFile) {}

    /** The options of a preset that some which are given leave, of those that a command has. */
    static List<String> of(Preset preset, List<String> own, CommandSpec spec) {
        Arguments arguments = new Arguments(new CommandLine(spec), spec);
        own.forEach(arguments::give);
        arguments.add(preset.options());
        return arguments.defaults;
    }

    /** Where configuration files are looked for. */
    static List<Path> places() {
        return List.of(Path.of(""), Path.of(System.getProperty("user.home", "")));
    }

    private List<String> defaults(List<String> own, List<Path> places) {
        List<String> options = own.contains("--") ? own.subList(0, own.indexOf("--")) : own;
        options.forEach(this::give);
        preset(value(options, "--preset")).ifPresent(preset -> add(preset.options()));
        if (options.contains("--no-config") || options.contains("--help") || options.contains("-h")) {
            return defaults;
        }
        Optional<Path> file = value(options, "--config").map(Path::of).or(() -> find(places));
        fromFile = file.isPresent();
        if (file.isPresent()) {
            Properties properties = read(file.get());
            CommandSpec all = spec.name().equals(CompressCommand.NAME) ? spec : CommandLines.compress();
            List<String> lines = new ArrayList<>();
            for (String name : new TreeSet<>(properties.stringPropertyNames())) {
                line(file.get(), name, properties.getProperty(name).strip(), all)
                        .ifPresent(lines::add);
            }
            boolean other = given.contains("--preset");
            add(lines);
            if (!other) {
                preset(Optional.ofNullable(properties.getProperty("preset")))
                        .ifPresent(preset -> add(preset.options()));
            }
        }
        return defaults;
    }

    /** The option that an argument gives, also as {@code --name=value}, {@code -k64} or {@code -rf}. */
    static Optional<OptionSpec> option(String argument, CommandSpec spec) {
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument : argument.substring(0, equals);
        OptionSpec option = spec.findOption(name);
        if (option == null && argument.length() > 2 && !argument.startsWith("--")) {
            option = spec.findOption(argument.substring(0, 2));
        }
        return Optional.ofNullable(option);
    }

    private void give(String argument) {
        if (!argument.startsWith("-") || argument.length() < 2) {
            return;
        }
        Optional<OptionSpec> option = option(argument, spec);
        option.ifPresent(o -> given.addAll(List.of(o.names())));
        boolean cluster = option.isPresent()
                && option.get().arity().max() == 0
                && argument.length() > 2
                && !argument.startsWith("--");
        if (cluster) {
            give("-" + argument.substring(2));
        }
    }

    /** Adds defaults that are not there already, nor a rival of them, from what goes before. */
    private void add(List<String> tokens) {
        List<String> added = tokens.stream().filter(this::isFree).toList();
        added.forEach(this::give);
        defaults.addAll(added);
    }

    private boolean isFree(String token) {
        OptionSpec option = option(token, spec).orElse(null);
        if (option == null) {
            return false; // an option that this command does not have
        }
        List<String> names = List.of(option.names());
        return names.stream().noneMatch(given::contains)
                && RIVALS.stream()
                        .filter(rivals -> names.stream().anyMatch(rivals::contains))
                        .flatMap(Set::stream)
                        .noneMatch(given::contains);
    }

    /** The value of an option that is given; of several the last. */
    private static Optional<String> value(List<String> options, String name) {
        Optional<String> value = Optional.empty();
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).startsWith(name + "=")) {
                value = Optional.of(options.get(i).substring(name.length() + 1));
            } else if (options.get(i).equals(name) && i + 1 < options.size()) {
                value = Optional.of(options.get(i + 1));
            }
        }
        return value;
    }

    /** A preset of that name; another name is complained of where the option is read. */
    private static Optional<Preset> preset(Optional<String> name) {
        return Arrays.stream(Preset.values())
                .filter(preset ->
                        preset.toString().equalsIgnoreCase(name.orElse("").strip()))
                .findFirst();
    }

    private static Optional<Path> find(List<Path> places) {
        try {
            return places.stream()
                    .map(folder -> folder.resolve(CONFIG_NAME))
                    .filter(Files::isRegularFile)
                    .findFirst();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Properties read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw wrong(file, "cannot be read: " + e.getMessage());
        }
        return properties;
    }

    /** A line of a file as an argument; empty if it switches off what is off, or the command has no such option. */
    private Optional<String> line(Path file, String name, String value, CommandSpec all) {
        OptionSpec option = all.findOption("--" + name);
        if (option == null) {
            String known = Misuse.nearest("--" + name, all.optionsMap().keySet())
                    .map(nearest -> "; did you mean " + nearest.substring(2) + "?")
                    .orElse("");
            throw wrong(file, "there is no option '" + name + "'" + known);
        }
        if (NOT_IN_FILES.contains(name)) {
            throw wrong(file, name + " is for the command line only");
        }
        if (spec != all && (MEANS_ANOTHER.contains(name) || spec.findOption("--" + name) == null)) {
            return Optional.empty();
        }
        if (option.arity().max() > 0) {
            return Optional.of("--" + name + "=" + value);
        }
        if (!value.equals("true") && !value.equals("false")) {
            throw wrong(file, name + " is true or false, was '" + value + "'");
        }
        return value.equals("true") ? Optional.of("--" + name) : Optional.empty();
    }

    private ParameterException wrong(Path file, String what) {
        return new ParameterException(command, file + ": " + what);
    }
}
