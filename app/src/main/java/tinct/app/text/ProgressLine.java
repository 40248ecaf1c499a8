package tinct.app.text;

import java.io.PrintStream;

/** One line at a terminal that says how far the work is, once it has taken a second. May be used by several threads. */
public final class ProgressLine {
    private static final long PATIENCE = 1_000_000_000;

    private final PrintStream err;
    private final boolean shown;
    private final long began;
    private int length;

    /** Shows nothing unless messages go to a terminal. */
    public ProgressLine(Console console) {
        this(console, System.nanoTime());
    }

    ProgressLine(Console console, long began) {
        this.err = console.err();
        this.shown = console.errTerminal();
        this.began = began;
    }

    /** Replaces the line. */
    public synchronized void say(String text) {
        if (!shown || System.nanoTime() - began < PATIENCE) {
            return;
        }
        String line = text.length() > 78 ? text.substring(0, 75) + "..." : text;
        err.print("\r" + line + " ".repeat(Math.max(0, length - line.length())));
        err.flush();
        length = line.length();
    }

    /** Wipes the line away, so that something else can be printed. */
    public synchronized void wipe() {
        if (length > 0) {
            err.print("\r" + " ".repeat(length) + "\r");
            err.flush();
            length = 0;
        }
    }
}
