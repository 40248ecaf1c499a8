package tinct.app;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tinct.app.text.Console;

/** {@code tinct man}: the manual pages. */
@Command(
        name = "man",
        description = "Print the manual page of tinct or of a command.",
        customSynopsis = {"tinct man [COMMAND]", ""},
        parameterListHeading = "%n",
        footer = {
            "",
            "Examples:",
            "  tinct man | man -l -                 read it",
            "  tinct man compress > /usr/local/share/man/man1/tinct-compress.1"
        })
final class ManCommand implements Callable<Integer> {
    private final Console console;
    private final Supplier<CommandLine> all;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "COMMAND", arity = "0..1", description = "The command to tell of. Default: all in short.")
    private Optional<String> command = Optional.empty();

    @Mixin
    @SuppressWarnings("unused") // picocli looks at the annotation only
    private HelpOption help = new HelpOption();

    ManCommand(Console console, Supplier<CommandLine> all) {
        this.console = console;
        this.all = all;
    }

    @Override
    public Integer call() {
        CommandLine line = all.get();
        CommandLine wanted =
                command.map(name -> line.getSubcommands().get(name)).orElse(line);
        if (command.isPresent() && wanted == line) {
            String names = String.join(", ", line.getSubcommands().keySet());
            throw new ParameterException(
                    spec.commandLine(), "there is no command '" + command.get() + "'; it is one of " + names);
        }
        console.out().print(ManPage.of(wanted, CommandLines.version()));
        return 0;
    }
}
