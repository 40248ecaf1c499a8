package tinct.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import tinct.app.compress.Recipe;
import tinct.app.file.Format;
import tinct.app.serve.Wish;

/** Reads what a page asks for by the parser of the command line: what it says is what the command would do. */
final class WishReader implements Wish.Reader {
    private static final int COLORS = 256;
    private static final String PRESET = "--preset";
    private static final Wish.Option NO_CONFIG = new Wish.Option("--no-config", "");

    private final Arguments.Defaults defaults;

    /** A page begins with no options, and there is no configuration file. */
    WishReader() {
        this(new Arguments.Defaults(List.of(), false));
    }

    /**
     * Of a page that begins with some options.
     *
     * @param defaults what it begins with; beside a configuration file, the lines that it tells are to be without
     */
    WishReader(Arguments.Defaults defaults) {
        this.defaults = defaults;
    }

    /** The options of compress that say how a result is made. */
    @Command(name = CompressCommand.NAME)
    private static final class Options {
        @Mixin
        private QuantizerOptions quantizer = new QuantizerOptions();

        @Mixin
        private TargetOptions target = new TargetOptions();

        @Mixin
        private PaletteOptions palettes = new PaletteOptions();

        @Mixin
        private PictureOptions pictures = new PictureOptions();

        @Option(names = "--format")
        private Optional<Format> format = Optional.empty();

        @Option(names = "--force-larger")
        private boolean forceLarger;

        private Recipe recipe() {
            PaletteOptions.Colors colors = palettes.colors(List.of(), 0, quantizer, COLORS, pictures);
            target.checkSearch(palettes);
            return target.adapted(colors).recipe(target.goal());
        }
    }

    @Override
    public List<Wish.Preset> presets() {
        return Arrays.stream(Preset.values())
                .map(preset -> new Wish.Preset(preset.toString(), options(preset.options())))
                .toList();
    }

    @Override
    public List<Wish.Option> start() {
        return options(defaults.options());
    }

    /** Options of arguments, long names with {@code =}. */
    private static List<Wish.Option> options(List<String> arguments) {
        return arguments.stream()
                .map(argument -> argument.split("=", 2))
                .map(parts -> new Wish.Option(parts[0], parts.length > 1 ? parts[1] : ""))
                .toList();
    }

    @Override
    public List<Wish.Option> complete(List<Wish.Option> options) {
        Optional<Wish.Option> asked =
                options.stream().filter(option -> option.name().equals(PRESET)).findFirst();
        if (asked.isEmpty()) {
            return options;
        }
        Preset preset = Arrays.stream(Preset.values())
                .filter(one -> one.toString().equals(asked.get().value()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("preset is one of "
                        + Arrays.stream(Preset.values()).map(Preset::toString).collect(Collectors.joining(", "))));
        List<Wish.Option> given =
                options.stream().filter(option -> !option.name().equals(PRESET)).toList();
        List<String> words = given.stream().map(Wish.Option::argument).toList();
        List<Wish.Option> complete = new ArrayList<>(given);
        complete.addAll(options(Arguments.of(preset, words, CommandSpec.forAnnotatedObject(new Options()))));
        return complete;
    }

    @Override
    public Wish read(List<Wish.Option> options, Optional<Path> palette) {
        Options read = new Options();
        CommandLine line = CommandLines.withConverters(new CommandLine(read)).setExpandAtFiles(false);
        List<String> arguments = new ArrayList<>();
        for (Wish.Option option : options) {
            boolean file = option.name().equals("--palette");
            arguments.add(file ? option.name() + "=" + palette.orElseThrow() : option.argument());
        }
        try {
            line.parseArgs(arguments.toArray(String[]::new));
            List<Wish.Option> told = new ArrayList<>(options);
            told.addAll(defaults.fromFile() ? List.of(NO_CONFIG) : List.of());
            return new Wish(
                    told, read.recipe(), read.format.orElse(Format.PNG), read.forceLarger || read.palettes.written());
        } catch (ParameterException e) {
            throw new IllegalArgumentException(hidden(Misuse.message(e), palette), e);
        }
    }

    /** Where a palette lies on this machine is nobody's business. */
    private static String hidden(String message, Optional<Path> palette) {
        return palette.isPresent() ? message.replace(palette.get().toString(), "") : message;
    }
}
