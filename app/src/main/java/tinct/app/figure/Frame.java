package tinct.app.figure;

import tinct.color.ColorSpace;

/**
 * The box of a colour space that a cloud is drawn in: which coordinate runs along which edge, and from where to where.
 *
 * @param x the edge to the right and forwards
 * @param y the edge upwards
 * @param z the edge to the right and backwards
 */
record Frame(Edge x, Edge y, Edge z) {
    /**
     * One edge.
     *
     * @param plane which coordinate of the colour space
     * @param name of the coordinate
     * @param from its value at 0 of the unit cube
     * @param to its value at 1
     * @param ticks labels of the beginning, the middle and the end
     */
    record Edge(int plane, String name, double from, double to, String... ticks) {
        double place(double value) {
            return (value - from) / (to - from);
        }
    }

    static Frame of(ColorSpace space) {
        return switch (space) {
            case SRGB -> new Frame(channel(0, "R", 255), channel(1, "G", 255), channel(2, "B", 255));
            case LINEAR -> new Frame(channel(0, "R", 1), channel(1, "G", 1), channel(2, "B", 1));
            case OKLAB -> new Frame(opponent(1, "a", 0.32), channel(0, "L", 1), opponent(2, "b", 0.32));
            case CIELAB -> new Frame(opponent(1, "a", 110), channel(0, "L", 100), opponent(2, "b", 110));
        };
    }

    /** The name as people write it. */
    static String name(ColorSpace space) {
        return switch (space) {
            case SRGB -> "sRGB";
            case LINEAR -> "linear RGB";
            case OKLAB -> "Oklab";
            case CIELAB -> "CIELAB";
        };
    }

    private static Edge channel(int plane, String name, double to) {
        return new Edge(plane, name, 0, to, "0", "", Numbers.plain(to));
    }

    private static Edge opponent(int plane, String name, double most) {
        return new Edge(plane, name, -most, most, "−" + Numbers.plain(most), "0", Numbers.plain(most));
    }
}
