package tinct.image;

/**
 * A rectangle of pixels in a picture. It may be empty.
 *
 * @param x column of its left edge, at least 0
 * @param y row of its upper edge, at least 0
 * @param width columns, at least 0
 * @param height rows, at least 0
 */
public record Area(int x, int y, int width, int height) {
    /** Nothing. */
    public static final Area EMPTY = new Area(0, 0, 0, 0);

    public Area {
        if (x < 0 || y < 0 || width < 0 || height < 0) {
            throw new IllegalArgumentException(
                    "an area must not have negative numbers, had " + x + ", " + y + ", " + width + " x " + height);
        }
    }

    /** The area from (left, top) up to, but without, (right, bottom); empty if there is nothing between. */
    public static Area between(int left, int top, int right, int bottom) {
        return right <= left || bottom <= top ? EMPTY : new Area(left, top, right - left, bottom - top);
    }

    /** Whether it has no pixels. */
    public boolean isEmpty() {
        return width == 0 || height == 0;
    }

    /** The column behind its right edge. */
    public int right() {
        return x + width;
    }

    /** The row below its lower edge. */
    public int bottom() {
        return y + height;
    }

    /** Number of pixels. */
    public long pixelCount() {
        return (long) width * height;
    }

    /** The least area that holds both. */
    public Area with(Area other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        return between(
                Math.min(x, other.x),
                Math.min(y, other.y),
                Math.max(right(), other.right()),
                Math.max(bottom(), other.bottom()));
    }

    /** What of it is within a picture of that size. */
    public Area within(int columns, int rows) {
        return between(x, y, (int) Math.min(columns, (long) x + width), (int) Math.min(rows, (long) y + height));
    }
}
