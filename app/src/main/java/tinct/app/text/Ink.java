package tinct.app.text;

/** Colours of text at a terminal. */
public enum Ink {
    /** What went wrong. */
    RED(31),
    /** What went well. */
    GREEN(32),
    /** What is beside the point. */
    DIM(2);

    private final int code;

    Ink(int code) {
        this.code = code;
    }

    /** The text in this colour if colours may be sent, else as it is. */
    public String on(boolean colors, String text) {
        return colors && !text.isEmpty() ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
