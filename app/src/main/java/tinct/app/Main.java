package tinct.app;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import tinct.app.text.Console;

/** Starts the command line. */
public final class Main {
    private Main() {}

    /** Runs a command; the process ends with its exit code. */
    public static void main(String[] args) {
        int code = run(args, Console.system());
        System.out.flush();
        if (code != 0) {
            System.exit(code); // which first looks for a logger to tell: some 10 ms
        }
    }

    /** Runs a command without ending the process; returns its exit code. */
    static int run(String[] args, Console console) {
        Optional<CompressCommand> plain =
                PlainOptions.read(args, Arguments.places()).flatMap(options -> CompressCommand.of(console, options));
        return plain.isPresent() ? run(plain.get(), args, console) : parse(args, console);
    }

    private static int run(CompressCommand plain, String[] args, Console console) {
        try {
            return plain.run();
        } catch (IOException | RuntimeException e) {
            CommandLine line = CommandLines.of(console, args);
            CommandLine command = Objects.requireNonNull(line.getSubcommands().get(CompressCommand.NAME));
            String message = String.valueOf(e.getMessage());
            return CommandLines.report(
                    e instanceof IllegalArgumentException ? new ParameterException(command, message, e) : e, command);
        }
    }

    private static int parse(String[] args, Console console) {
        CommandLine line = CommandLines.of(console, args);
        try {
            return line.execute(Arguments.complete(line, args, Arguments.places()));
        } catch (ParameterException e) {
            return Misuse.report(e);
        }
    }
}
