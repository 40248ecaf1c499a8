package tinct.samples;

import java.util.stream.IntStream;
import tinct.image.Image;

/**
 * A picture as a function of the pixel's place, so that any part of it can be drawn alone. Only basic arithmetic and
 * {@link StrictMath}: the same pixels on every machine.
 */
interface Drawing {
    int width();

    int height();

    /** Whether it is to be stored as 8-bit greyscale; its pixels are then grey. */
    default boolean grey() {
        return false;
    }

    /** The pixel at column x of row y: packed sRGB, not premultiplied. */
    int argb(int x, int y);

    /** The pixels of a rectangle within the picture. */
    default Image crop(int left, int top, int width, int height) {
        int[] argb = new int[width * height];
        IntStream.range(0, height).parallel().forEach(y -> {
            for (int x = 0; x < width; x++) {
                argb[y * width + x] = argb(left + x, top + y);
            }
        });
        return new Image(width, height, argb);
    }

    default Image image() {
        return crop(0, 0, width(), height());
    }
}
