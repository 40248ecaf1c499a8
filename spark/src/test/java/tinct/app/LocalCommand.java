package tinct.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import tinct.app.text.Console;

/** The command line that results of a corpus are compared with. */
public final class LocalCommand {
    private LocalCommand() {}

    /** Runs a command and returns its exit code. */
    public static int run(Object... arguments) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
        return Main.run(
                Arrays.stream(arguments).map(Object::toString).toArray(String[]::new), Console.of(nowhere, nowhere));
    }
}
