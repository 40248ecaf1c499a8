package tinct.app.text;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * Where results and messages go, and what is read if no file is named.
 *
 * @param in standard input
 * @param out results
 * @param err messages and progress
 * @param outTerminal whether results go to a terminal that may be sent colours
 * @param errTerminal whether messages go to a terminal, so that progress may be shown
 * @param errColors whether that may be sent colours
 */
public record Console(
        InputStream in, PrintStream out, PrintStream err, boolean outTerminal, boolean errTerminal, boolean errColors) {
    /**
     * That of this process. The launcher tells by {@code tinct.terminal}, which is {@code 1}, {@code 2} or {@code 12},
     * what of the two streams is a terminal: Java itself cannot tell the one from the other.
     */
    public static Console system() {
        String terminal = System.getProperty("tinct.terminal", "");
        String noColor = System.getenv("NO_COLOR");
        boolean colors = (noColor == null || noColor.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
        boolean errTerminal = terminal.contains("2");
        return new Console(
                System.in,
                System.out,
                System.err,
                terminal.contains("1") && colors,
                errTerminal,
                errTerminal && colors);
    }

    /** One of plain streams and no input. */
    public static Console of(PrintStream out, PrintStream err) {
        return new Console(InputStream.nullInputStream(), out, err, false, false, false);
    }

    /** The same with results told where messages go: standard output has the picture. */
    public Console toldOnError() {
        return new Console(in, err, err, errColors, errTerminal, errColors);
    }

    /** The same without progress. */
    public Console withoutProgress() {
        return new Console(in, out, err, outTerminal, false, errColors);
    }

    /** Tells what is wrong with a file, in one line. */
    public void fail(String file, String problem) {
        out.flush();
        err.println(Ink.RED.on(errColors, "tinct:") + " " + file + ": " + problem);
    }
}
