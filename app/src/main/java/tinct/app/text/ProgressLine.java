package tinct.app.text;

import java.io.PrintStream;

/** One line at a terminal that says how far the work is, once it has taken a second. May be used by several threads. */
public final class ProgressLine {
    /** A property, so that tests need not wait. */
    private static final long PATIENCE = 1_000_000L * Long.getLong("tinct.patience", 1000);

    private static final int WIDTH = 78;

    private final PrintStream err;
    private final boolean shown;
    private final boolean colors;
    private final long began;
    private int length;

    /** Shows nothing unless messages go to a terminal. */
    public ProgressLine(Console console) {
        this(console, System.nanoTime());
    }

    ProgressLine(Console console, long began) {
        this.err = console.err();
        this.shown = console.errTerminal();
        this.colors = console.errColors();
        this.began = began;
    }

    /** Replaces the line. */
    public void say(String text) {
        say("", text);
    }

    /** Replaces the line by a bar, which is coloured where that may be, and a text. */
    public synchronized void say(String bar, String text) {
        if (!shown || System.nanoTime() - began < PATIENCE) {
            return;
        }
        int room = WIDTH - bar.length();
        String shortened = text.length() > room ? text.substring(0, room - 3) + "..." : text;
        int written = bar.length() + shortened.length();
        err.print("\r" + Ink.GREEN.on(colors, bar) + shortened + " ".repeat(Math.max(0, length - written)));
        err.flush();
        length = written;
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
