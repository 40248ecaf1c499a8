package tinct;

import java.util.HashSet;
import java.util.Set;
import tinct.image.Area;
import tinct.image.Delay;
import tinct.image.Image;
import tinct.image.IndexedFrame;
import tinct.image.IndexedImage;

/** Finds what changes from frame to frame, has it mapped, and measures the error. Holds two canvases. */
final class FrameMapper {
    private final int width;
    private final FrameIndices indices;
    private final int[] before; // the source
    private final int[] shown; // the result
    private final Set<Integer> colors = new HashSet<>();
    private boolean begun;
    private long error; // of the frame at hand, twice its squares
    private double errors; // of all frames, a pixel
    private int frames;

    FrameMapper(int width, int height, FrameIndices indices) {
        this.width = width;
        this.indices = indices;
        before = new int[width * height];
        shown = new int[width * height];
    }

    /**
     * Maps the next frame.
     *
     * @param area outside of which it is as the one before
     */
    IndexedFrame map(int[] canvas, Area area, Delay delay) {
        Area changed = begun ? changed(canvas, area) : new Area(0, 0, width, before.length / width);
        Area part = changed.isEmpty() ? new Area(0, 0, 1, 1) : changed;
        int[] argb = new int[(int) part.pixelCount()];
        boolean[] mask = new boolean[argb.length];
        for (int y = 0, i = 0; y < part.height(); y++) {
            int at = (part.y() + y) * width + part.x();
            for (int x = 0; x < part.width(); x++, i++, at++) {
                argb[i] = canvas[at];
                mask[i] = !begun || canvas[at] != before[at];
            }
        }
        begun = true;
        IndexedImage image = indices.map(new Image(part.width(), part.height(), argb), mask, part);
        account(argb, mask, image, part);
        errors += error / 2.0 / before.length;
        frames++;
        return new IndexedFrame(part.x(), part.y(), image, mask, delay);
    }

    /** The least area that has all pixels which have changed. */
    private Area changed(int[] canvas, Area within) {
        int left = within.right();
        int right = within.x();
        int top = within.bottom();
        int bottom = within.y();
        for (int y = within.y(); y < within.bottom(); y++) {
            for (int x = within.x(), i = y * width + x; x < within.right(); x++, i++) {
                if (canvas[i] != before[i]) {
                    left = Math.min(left, x);
                    right = Math.max(right, x + 1);
                    top = Math.min(top, y);
                    bottom = y + 1;
                }
            }
        }
        return Area.between(left, top, right, bottom);
    }

    private void account(int[] argb, boolean[] mask, IndexedImage image, Area part) {
        int[] entries = image.palette().toArray();
        boolean[] used = new boolean[entries.length];
        for (int y = 0, i = 0; y < part.height(); y++) {
            int at = (part.y() + y) * width + part.x();
            for (int x = 0; x < part.width(); x++, i++, at++) {
                if (mask[i]) {
                    int index = image.indices()[i] & 0xFF;
                    used[index] = true;
                    error += squares(argb[i], entries[index]) - squares(before[at], shown[at]);
                    before[at] = argb[i];
                    shown[at] = entries[index];
                }
            }
        }
        for (int i = 0; i < used.length; i++) {
            if (used[i]) {
                colors.add(entries[i]);
            }
        }
    }

    /** The sum of the squared differences on black and on white. */
    private static long squares(int a, int b) {
        return a == b ? 0 : squares(a, b, 0) + squares(a, b, 255);
    }

    private static long squares(int a, int b, int grey) {
        long sum = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            int difference = on(a, shift, grey) - on(b, shift, grey);
            sum += difference * difference;
        }
        return sum;
    }

    private static int on(int argb, int shift, int grey) {
        int alpha = argb >>> 24;
        return ((argb >> shift & 0xFF) * alpha + grey * (255 - alpha) + 127) / 255;
    }

    /** Distinct colours of the result so far. */
    int colors() {
        return colors.size();
    }

    /** Mean over the frames so far. */
    double mse() {
        return errors / frames;
    }
}
