package tinct.app.text;

import java.io.PrintStream;

/**
 * Where results and messages go.
 *
 * @param out results
 * @param err messages and progress
 * @param outTerminal whether results go to a terminal that may be sent colours
 * @param errTerminal whether messages go to a terminal, so that progress may be shown
 */
public record Console(PrintStream out, PrintStream err, boolean outTerminal, boolean errTerminal) {
    /**
     * That of this process. The launcher tells by {@code tinct.terminal}, which is {@code 1}, {@code 2} or {@code 12},
     * what of the two streams is a terminal: Java itself cannot tell the one from the other.
     */
    public static Console system() {
        String terminal = System.getProperty("tinct.terminal", "");
        String noColor = System.getenv("NO_COLOR");
        boolean colors = (noColor == null || noColor.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
        return new Console(System.out, System.err, terminal.contains("1") && colors, terminal.contains("2"));
    }

    /** One of plain streams. */
    public static Console of(PrintStream out, PrintStream err) {
        return new Console(out, err, false, false);
    }
}
