package tinct.app.figure;

import java.awt.Color;

/** A style of text. */
record Style(Typeface face, double size, Color color) {
    static final Style TITLE = new Style(Typeface.SEMIBOLD, 23, Theme.INK);
    static final Style FACTS = new Style(Typeface.REGULAR, 18, Theme.MUTED);
    static final Style AXIS = new Style(Typeface.SEMIBOLD, 17, Theme.MUTED);
    static final Style TICK = new Style(Typeface.REGULAR, 16, Theme.FAINT);
    static final Style LABEL = new Style(Typeface.SEMIBOLD, 15, Theme.INK);
    static final Style SMALL = new Style(Typeface.REGULAR, 14, Theme.FAINT);

    double width(String text) {
        return face.width(text, size);
    }

    /** The text itself, or as much of its beginning as fits with an ellipsis. */
    String cut(String text, double width) {
        if (width(text) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 1 && width(text.substring(0, end) + "…") > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end) + "…";
    }

    double capHeight() {
        return Typeface.CAP_HEIGHT * size;
    }

    /** Distance of baselines. */
    double leading() {
        return 1.4 * size;
    }
}
