package tinct.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import tinct.app.text.Console;

/** What a command line answered. */
public record Cli(int exitCode, String out, String err) {
    /** Runs a command line in this process. */
    public static Cli run(Object... arguments) {
        Piped piped = pipe(new byte[0], arguments);
        return new Cli(piped.exitCode, new String(piped.out, UTF_8), piped.err);
    }

    /** What a command line answered in bytes. */
    public record Piped(int exitCode, byte[] out, String err) {}

    /** Runs a command line in this process with a standard input. */
    public static Piped pipe(byte[] in, Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code;
        try (PrintStream outStream = new PrintStream(out, true, UTF_8);
                PrintStream errStream = new PrintStream(err, true, UTF_8)) {
            String[] args = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
            code = Main.run(args, new Console(new ByteArrayInputStream(in), outStream, errStream, false, false, false));
        }
        return new Piped(code, out.toByteArray(), err.toString(UTF_8));
    }

    /** The lines of standard output. */
    public List<String> outLines() {
        return out.lines().toList();
    }

    /** The lines of standard error. */
    public List<String> errLines() {
        return err.lines().toList();
    }
}
