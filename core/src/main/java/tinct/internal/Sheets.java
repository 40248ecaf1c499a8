package tinct.internal;

/**
 * How a picture too large to be held at once is divided into sheets of whole rows, as equal as they can be. Depends on
 * the size of the picture alone.
 *
 * @param height of the picture
 * @param rows of each sheet but the last
 */
public record Sheets(int height, int rows) {
    /** Pixels of a sheet, if a row has no more: in some 10 bytes each, little beside what colours are counted in. */
    private static final int PIXELS = 1 << 22;

    /** The sheets of a picture. */
    public static Sheets of(int width, int height) {
        long pixels = (long) width * height;
        int wanted = (int) Math.min(height, (pixels + PIXELS - 1) / PIXELS);
        return new Sheets(height, (height + wanted - 1) / wanted);
    }

    /** One sheet, which is the whole picture. */
    public static Sheets whole(int height) {
        return new Sheets(height, height);
    }

    /** The first row of a sheet. */
    public int from(int sheet) {
        return sheet * rows;
    }

    /** The row after the last of a sheet. */
    public int to(int sheet) {
        return (int) Math.min(height, (sheet + 1L) * rows);
    }
}
