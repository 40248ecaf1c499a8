package tinct.app.compress;

/**
 * Where the first pixel of a picture is in a larger one.
 *
 * @param x column
 * @param y row
 */
public record Place(int x, int y) {
    /** The corner of a picture that is no tile. */
    public static final Place ORIGIN = new Place(0, 0);
}
