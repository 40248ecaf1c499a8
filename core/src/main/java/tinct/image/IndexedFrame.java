package tinct.image;

import java.util.Objects;

/**
 * A frame of an animation of few colours: the part in which it differs from the frame before.
 *
 * <p>Pixels outside of the part, and those in it that are not changed, are shown in the colours that they had. A class and no
 * record, as it holds an array.
 */
public final class IndexedFrame {
    private final int x;
    private final int y;
    private final IndexedImage image;
    private final boolean[] changed;
    private final Delay delay;

    /**
     * Wraps the array without copying it; the caller must not write to it afterwards.
     *
     * @param x column of the part in the picture
     * @param y its row
     * @param image the part
     * @param changed [pixels of the part], row-major: which pixels have the colour that their index tells. Of the others the
     *     index may be any
     * @param delay how long the frame is shown
     */
    public IndexedFrame(int x, int y, IndexedImage image, boolean[] changed, Delay delay) {
        if (changed.length != image.pixelCount()) {
            throw new IllegalArgumentException(image + " needs an array of its length, was " + changed.length);
        }
        this.x = x;
        this.y = y;
        this.image = image;
        this.changed = changed;
        this.delay = Objects.requireNonNull(delay);
    }

    /** Where the part is. */
    public Area area() {
        return new Area(x, y, image.width(), image.height());
    }

    /** The part. */
    public IndexedImage image() {
        return image;
    }

    /** Which pixels are changed [pixels of the part]; the array itself, which must not be written to. */
    public boolean[] changed() {
        return changed;
    }

    /** How long the frame is shown. */
    public Delay delay() {
        return delay;
    }
}
