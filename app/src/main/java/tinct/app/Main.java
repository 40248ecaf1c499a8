package tinct.app;

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
        return CommandLines.of(console, args).execute(args);
    }
}
