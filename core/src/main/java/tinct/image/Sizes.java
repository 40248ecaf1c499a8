package tinct.image;

/** Checks of picture sizes. */
final class Sizes {
    private Sizes() {}

    /** The number of pixels, if an array can hold them. */
    static int pixels(int width, int height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("width and height must be at least 1, were " + width + " x " + height);
        }
        long pixels = (long) width * height;
        if (pixels > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(width + " x " + height + " pixels do not fit in one array");
        }
        return (int) pixels;
    }

    static void check(int width, int height, int length) {
        if (pixels(width, height) != length) {
            throw new IllegalArgumentException(
                    width + " x " + height + " pixels need an array of that length, was " + length);
        }
    }
}
