package tinct.app.figure;

import java.awt.Color;

/** The look that all figures share: colours, sizes in pixels, and styles of text. */
final class Theme {
    static final Color PAPER = Color.WHITE;

    /** Behind a cloud: dark enough for white to be seen on it. */
    static final Color WALL = new Color(0xEBEEF2);

    static final Color WALL_GRID = new Color(0xD7DCE3);
    static final Color GRID = new Color(0xE3E6EA);
    static final Color RULE = new Color(0xC3C8D0);
    static final Color FAINT = new Color(0x6F7783);
    static final Color MUTED = new Color(0x545C69);
    static final Color INK = new Color(0x161A20);
    static final Color BLUE = new Color(0x2460D8);
    static final Color ORANGE = new Color(0xD9580D);

    /** White space around a figure. */
    static final int MARGIN = 48;

    /** White space between two panels beside each other. */
    static final int GAP = 40;

    /** Colour edges drawn on light swatches and pictures, so that white does not run into the paper. */
    static final Color EDGE = new Color(0, 0, 0, 34);

    private Theme() {}

    static Color color(int argb) {
        return new Color(argb, true);
    }
}
