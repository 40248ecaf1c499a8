package tinct.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import tinct.app.compress.Goal;
import tinct.app.file.Format;
import tinct.app.file.Problem;
import tinct.app.text.Console;

/** Puts the commands together. */
final class CommandLines {
    private static final int WIDTH = 100;
    private static final Set<String> VERSION = Set.of("-V", "--version");

    private CommandLines() {}

    private record Entry(String name, Supplier<Object> command) {}

    private static List<Entry> entries(Console console) {
        return List.of(
                new Entry("compress", () -> new CompressCommand(console, CommandLines::version)),
                new Entry("inspect", () -> new InspectCommand(console)),
                new Entry("palette", () -> new PaletteCommand(console)),
                new Entry("compare", () -> new CompareCommand(console)),
                new Entry("expand", () -> new ExpandCommand(console)),
                new Entry("figure", () -> new FigureCommand(console)),
                new Entry("report", () -> new ReportCommand(console)),
                new Entry("serve", () -> new ServeCommand(console)),
                new Entry("corpus", CorpusCommand::new),
                new Entry("completion", () -> new CompletionCommand(console, () -> of(console, new String[0]))),
                new Entry("man", () -> new ManCommand(console, () -> of(console, new String[0]))));
    }

    /** The command line for these arguments: with the one command that they name, which starts faster, or with all. */
    static CommandLine of(Console console, String[] args) {
        List<Entry> all = entries(console);
        String first = args.length > 0 ? args[0] : "";
        boolean named = all.stream().anyMatch(entry -> entry.name.equals(first));
        CommandLine line = new CommandLine(new TinctCommand());
        for (Entry entry : all) {
            if (named ? entry.name.equals(first) : !VERSION.contains(first)) {
                line.addSubcommand(entry.name, entry.command.get());
            }
        }
        withConverters(line);
        NameConverter.register(line, Preset.class);
        NameConverter.register(line, AccountOptions.When.class);
        NameConverter.register(line, CompletionCommand.Shell.class);
        GroupedHelp.install(line);
        line.getCommandSpec().versionProvider((IVersionProvider) () -> new String[] {"tinct " + version()});
        return line.setOut(new PrintWriter(new StreamWriter(console.out()), true))
                .setErr(new PrintWriter(new StreamWriter(console.err()), true))
                .setUsageHelpWidth(WIDTH)
                .setColorScheme(CommandLine.Help.defaultColorScheme(console.outTerminal() ? Ansi.ON : Ansi.OFF))
                .setParameterExceptionHandler((error, arguments) -> Misuse.report(error))
                .setExecutionExceptionHandler((error, command, parsed) -> report(error, command));
    }

    /** The options of {@code compress}. */
    static CommandSpec compress() {
        return CommandSpec.forAnnotatedObject(new CompressCommand(Console.system(), CommandLines::version));
    }

    /** Makes a command line read what options of results are given by names. */
    static CommandLine withConverters(CommandLine line) {
        NameConverter.register(line, Format.class);
        NameConverter.register(line, PaletteMode.class);
        NameConverter.register(line, Goal.Below.class);
        NameConverter.register(line, Device.class);
        NameConverter.register(line, QuantizerOptions.Space.class);
        NameConverter.register(line, QuantizerOptions.Method.class);
        NameConverter.register(line, QuantizerOptions.Start.class);
        return line;
    }

    static int report(Exception error, CommandLine command) {
        if (error instanceof ParameterException misuse) {
            return Misuse.report(misuse);
        }
        command.getErr().println("tinct: " + Problem.describe(error, Path.of("")));
        return 1;
    }

    /** Of the program, such as {@code 0.1.0}. */
    static String version() {
        try (InputStream in = CommandLines.class.getResourceAsStream("version.txt")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
