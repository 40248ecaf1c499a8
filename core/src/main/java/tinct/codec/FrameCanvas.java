package tinct.codec;

import java.util.Arrays;
import java.util.Objects;
import tinct.image.Area;

/**
 * Puts the frames of an animation together that a file keeps as parts: a transparent canvas on which they are drawn, and
 * from which they are removed again before the next one if they ask for that. For one thread.
 */
final class FrameCanvas {
    private final int width;
    private final int height;
    private final int[] pixels;
    private Area drawn = Area.EMPTY; // the last frame
    private Disposal disposal = Disposal.NONE; // of the last frame
    private int[] saved = {}; // what was at its place before it
    private Area changed = Area.EMPTY;

    /** What becomes of a frame when its time is over. */
    enum Disposal {
        /** It stays. */
        NONE,
        /** Its place becomes transparent, as all browsers do whatever background a file names. */
        BACKGROUND,
        /** What was there before it comes back. */
        PREVIOUS
    }

    /**
     * A transparent canvas.
     *
     * @throws IllegalArgumentException if an array cannot hold it
     */
    FrameCanvas(int width, int height) {
        if (width < 1 || height < 1 || (long) width * height > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("a canvas of " + width + " x " + height + " is not possible");
        }
        this.width = width;
        this.height = height;
        pixels = new int[width * height];
    }

    /**
     * Removes the last frame if that is to be, and makes ready for the next one.
     *
     * @param area where it will be drawn; what is outside of the canvas is cut off
     * @param after what is to become of it
     */
    void begin(Area area, Disposal after) {
        Objects.requireNonNull(after);
        changed = disposal == Disposal.NONE ? Area.EMPTY : drawn;
        for (int y = drawn.y(); disposal != Disposal.NONE && y < drawn.bottom(); y++) {
            int to = y * width + drawn.x();
            if (disposal == Disposal.BACKGROUND) {
                Arrays.fill(pixels, to, to + drawn.width(), 0);
            } else {
                System.arraycopy(saved, (y - drawn.y()) * drawn.width(), pixels, to, drawn.width());
            }
        }
        drawn = area.within(width, height);
        disposal = after;
        changed = changed.with(drawn);
        if (after == Disposal.PREVIOUS) {
            save();
        }
    }

    private void save() {
        int count = (int) drawn.pixelCount();
        saved = saved.length >= count ? saved : new int[count];
        for (int y = drawn.y(); y < drawn.bottom(); y++) {
            int from = y * width + drawn.x();
            System.arraycopy(pixels, from, saved, (y - drawn.y()) * drawn.width(), drawn.width());
        }
    }

    /** Where the canvas differs from what it was before {@link #begin}, or may. */
    Area changed() {
        return changed;
    }

    /** All pixels [width * height], row-major; the array itself. */
    int[] pixels() {
        return pixels;
    }

    /** {@link #lay Lays} pixels over those of a row, or {@link #set replaces} them. */
    void draw(boolean over, int x, int y, int[] argb, int from, int count) {
        if (over) {
            lay(x, y, argb, from, count);
        } else {
            set(x, y, argb, from, count);
        }
    }

    /** Replaces pixels of a row by {@code argb[from..]}; what is outside of the canvas is cut off. */
    void set(int x, int y, int[] argb, int from, int count) {
        int end = Math.min(count, width - x);
        if (y < height && end > 0) {
            System.arraycopy(argb, from, pixels, y * width + x, end);
        }
    }

    /**
     * Lays {@code argb[from..]} over pixels of a row: the operation <i>over</i> of Porter and Duff on values that are not
     * premultiplied, each rounded once. What is outside of the canvas is cut off.
     */
    void lay(int x, int y, int[] argb, int from, int count) {
        int end = Math.min(count, width - x);
        if (y >= height) {
            return;
        }
        for (int i = 0, to = y * width + x; i < end; i++, to++) {
            int above = argb[from + i];
            int alpha = above >>> 24;
            if (alpha == 255) {
                pixels[to] = above;
            } else if (alpha > 0) {
                pixels[to] = over(above, pixels[to]);
            }
        }
    }

    private static int over(int above, int below) {
        int share = (above >>> 24) * 255;
        int rest = (below >>> 24) * (255 - (above >>> 24));
        int sum = share + rest; // alpha in 1/255^2, not 0
        int alpha = (sum + 127) / 255;
        int argb = alpha << 24;
        for (int shift = 0; shift < 24; shift += 8) {
            int mixed = (above >> shift & 0xFF) * share + (below >> shift & 0xFF) * rest;
            argb |= (mixed + sum / 2) / sum << shift;
        }
        return argb;
    }
}
