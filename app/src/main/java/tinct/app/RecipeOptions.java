package tinct.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import tinct.Settings;
import tinct.app.compress.Compressor;
import tinct.app.compress.Journals;
import tinct.app.compress.MemoryBudget;
import tinct.app.compress.Policy;
import tinct.app.file.Format;
import tinct.app.text.Console;
import tinct.histogram.Histogram;
import tinct.histogram.Weighting;
import tinct.image.Palette;
import tinct.imageio.PixelLimit;

/**
 * The options of {@code compress} that say how results are made, for a command that has them made on other machines: it
 * sends {@link #words}, and there {@link #read} gives the same options again. Results have the bytes that {@code compress}
 * would give them.
 */
public abstract class RecipeOptions {
    private static final int WIDTH = 100;
    private static final int COLORS = 256;
    private static final String SHARED = "--shared-palette";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Of the results: ${COMPLETION-CANDIDATES}. Default: png, and gif for an animated GIF.")
    private Optional<Format> format = Optional.empty();

    @Mixin
    private SavingsOptions savings = new SavingsOptions();

    @Mixin
    private QuantizerOptions quantizer = new QuantizerOptions();

    @Mixin
    private TargetOptions target = new TargetOptions();

    @Mixin
    private PaletteOptions palettes = new PaletteOptions();

    @Mixin
    private FrameOptions frames = new FrameOptions();

    @Mixin
    private MetadataOptions metadata = new MetadataOptions();

    @Mixin
    private PictureOptions pictures = new PictureOptions();

    /** No other options. */
    @Command(name = "tinct corpus", separator = "=")
    private static final class Sent extends RecipeOptions {}

    /** A command line that reads, helps and complains as all of Tinct's do. */
    public static CommandLine line(RecipeOptions command, Console console) {
        CommandLine line = CommandLines.withConverters(new CommandLine(command));
        GroupedHelp.install(line);
        return line.setOut(new PrintWriter(new StreamWriter(console.out()), true))
                .setErr(new PrintWriter(new StreamWriter(console.err()), true))
                .setUsageHelpWidth(WIDTH)
                .setColorScheme(CommandLine.Help.defaultColorScheme(console.outTerminal() ? Ansi.ON : Ansi.OFF))
                .setParameterExceptionHandler((error, arguments) -> Misuse.report(error))
                .setExecutionExceptionHandler((error, failed, parsed) -> CommandLines.report(error, failed));
    }

    /**
     * The options that were given, and no others of a command, so that they can be read elsewhere.
     *
     * @param shared whether pictures share a palette, if that is not said by an option
     */
    public static List<String> words(ParseResult parsed, boolean shared) {
        CommandSpec own = CommandSpec.forAnnotatedObject(new Sent());
        Set<String> names = own.options().stream().map(OptionSpec::longestName).collect(Collectors.toSet());
        List<String> words = new ArrayList<>();
        for (OptionSpec option : parsed.matchedOptions()) {
            if (!names.contains(option.longestName()) || option.usageHelp()) {
                continue;
            }
            if (option.arity().max() == 0) {
                words.add(option.longestName());
            } else if (option.arity().max() > 1) {
                words.add(option.longestName());
                words.addAll(option.originalStringValues());
            } else {
                option.originalStringValues().forEach(value -> words.add(option.longestName() + "=" + value));
            }
        }
        if (shared && !words.contains(SHARED)) {
            words.add(SHARED);
        }
        return words;
    }

    /**
     * The options that words say.
     *
     * @throws ParameterException if they contradict each other
     */
    public static RecipeOptions read(List<String> words) {
        Sent read = new Sent();
        CommandLine line = CommandLines.withConverters(new CommandLine(read)).setExpandAtFiles(false);
        line.parseArgs(words.toArray(String[]::new));
        return read;
    }

    /**
     * Fingerprint of all options of a command line on which results depend, with what is in files that they name, and of the
     * version.
     *
     * @throws IOException if one of these files cannot be read
     */
    public static String fingerprint(ParseResult parsed) throws IOException {
        return ResultOptions.fingerprint(ResultOptions.given(parsed), CommandLines.version());
    }

    /** Format of the results, if one is asked for. */
    public final Optional<Format> format() {
        return format;
    }

    /** Whether pictures share a palette. */
    public final boolean shared() {
        return palettes.shared();
    }

    /** What each picture counts for among those that it shares a palette with. */
    public final Weighting weighting() {
        return palettes.weighting();
    }

    /** The largest pictures that are accepted. */
    public final PixelLimit limit() {
        return pictures.limit();
    }

    /** Most threads to use. */
    public final int threads() {
        return pictures.threads();
    }

    /** Whether what is told is JSON. */
    protected final boolean json() {
        return pictures.json();
    }

    /** Whether it is to be told where an error happened. */
    protected final boolean debug() {
        return pictures.debug();
    }

    /** The palette that pictures with these colours share. */
    public final Palette palette(Histogram all) {
        return PaletteOptions.palette(settings(), all);
    }

    /** Settings for formats other than PNG, before a palette is shared. */
    public final Settings settings() {
        return palettes.settings(quantizer, COLORS, pictures);
    }

    /**
     * What compresses pictures as these options say; results that are there are replaced.
     *
     * @param shared the palette of all, if there is one
     * @param memory shared by all that compress in this process
     * @throws IllegalArgumentException or {@link ParameterException} if options contradict each other
     */
    public final Compressor compressor(Optional<Palette> shared, MemoryBudget memory) {
        Policy policy = savings.policy(true, false, false, false);
        Making making = new Making(quantizer, target, palettes, frames, metadata, pictures);
        return making.compressor(making.recipe(shared), policy, new AccountOptions(), true, Journals.none(), memory);
    }
}
