package tinct.image;

import java.io.Closeable;
import java.io.IOException;

/**
 * An animation as whole pictures, one after the other, that can be read more than once.
 *
 * <p>Frames that a file keeps as parts have been put together: each is what a viewer shows at that time, on a background
 * that is transparent. Only one is in memory at a time, or a few.
 */
public interface Animation {
    /** Pixels in a row; at least 1. */
    int width();

    /** Number of rows; at least 1. */
    int height();

    /** Number of frames; at least 1. */
    int frameCount();

    /** How often it is played in all; 0 for without end. */
    int plays();

    /** How long it takes to play it once, in seconds. */
    double seconds();

    /**
     * Opens it before its first frame. May be called any number of times; readers are independent of each other.
     *
     * @throws IOException if the source cannot be opened
     */
    FrameReader open() throws IOException;

    /** Number of pixels of a frame. */
    default long pixelCount() {
        return (long) width() * height();
    }

    /** One pass over the frames, in order; not for use by several threads at once. */
    interface FrameReader extends Closeable {
        /**
         * Goes to the next frame; false after the last one.
         *
         * @throws IOException if the source is broken
         */
        boolean next() throws IOException;

        /**
         * The frame [width * height], row-major, packed 8-bit sRGB {@code 0xAARRGGBB}, not premultiplied; valid until the
         * next call of {@link #next}, and not to be written to.
         */
        int[] canvas();

        /** Outside of this the frame is as the one before it; the first one differs from a transparent canvas. */
        Area changed();

        /** How long the frame is shown. */
        Delay delay();

        @Override
        default void close() throws IOException {}
    }
}
