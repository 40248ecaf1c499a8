package tinct.app.figure;

import java.awt.geom.Path2D;

/** Reads an outline of absolute moves, lines and curves, such as {@code M52 0L593 -1490Q8 9 7 6Z}. */
final class OutlineReader {
    private final String text;
    private int at;

    OutlineReader(String text) {
        this.text = text;
    }

    Path2D read() {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        while (at < text.length()) {
            char command = text.charAt(at++);
            switch (command) {
                case 'M' -> path.moveTo(number(), number());
                case 'L' -> path.lineTo(number(), number());
                case 'Q' -> path.quadTo(number(), number(), number(), number());
                case 'C' -> path.curveTo(number(), number(), number(), number(), number(), number());
                case 'Z' -> path.closePath();
                default -> throw new IllegalArgumentException("outline command " + command + " at " + (at - 1));
            }
        }
        return path;
    }

    private int number() {
        int end = at;
        while (end < text.length() && (text.charAt(end) == '-' || Character.isDigit(text.charAt(end)))) {
            end++;
        }
        int number = Integer.parseInt(text, at, end, 10);
        at = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
        return number;
    }
}
