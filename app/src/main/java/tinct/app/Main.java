package tinct.app;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import tinct.app.text.Console;

/** Starts the command line. */
public final class Main {
    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        int code = run(args, Console.system());
        System.out.flush();
        System.exit(code);
    }

    /** Runs a command without ending the process; returns its exit code. */
    static int run(String[] args, Console console) {
        CommandLine line = CommandLines.of(console, args);
        try {
            return line.execute(Arguments.complete(line, args, Arguments.places()));
        } catch (ParameterException e) {
            return Misuse.report(e);
        }
    }
}
