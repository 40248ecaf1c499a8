package tinct.reference;

import tinct.color.ColorSpace;
import tinct.image.Image;
import tinct.image.Palette;

/** Floyd–Steinberg with the errors of the whole picture in memory, in {@code float} and in the order of the text. */
public final class NaiveFloydSteinberg {
    private NaiveFloydSteinberg() {}

    /** The index of each pixel. Even rows go right, odd ones left. */
    public static int[] map(Image image, Palette palette, ColorSpace space, float strength) {
        int width = image.width();
        int dimensions = palette.opaque() ? 3 : 4;
        float[][] entries = space.coordinates(palette.toArray(), dimensions);
        float[][] pixels = space.coordinates(image.pixels(), dimensions);
        float[][] errors = new float[dimensions][image.pixels().length];
        int[] indices = new int[image.pixels().length];
        for (int y = 0; y < image.height(); y++) {
            int step = y % 2 == 0 ? 1 : -1;
            for (int n = 0; n < width; n++) {
                int x = step > 0 ? n : width - 1 - n;
                int at = y * width + x;
                int alpha = image.argb(x, y) >>> 24;
                if (alpha == 0 && transparent(palette) >= 0) {
                    indices[at] = transparent(palette);
                    continue;
                }
                float[] target = new float[dimensions];
                for (int axis = 0; axis < dimensions; axis++) {
                    float wanted = pixels[axis][at] + (axis == 3 && alpha == 255 ? 0 : errors[axis][at]);
                    target[axis] = clip(wanted, entries[axis]);
                }
                indices[at] = NaiveNearest.find(entries, target);
                for (int axis = 0; axis < dimensions; axis++) {
                    float error = (target[axis] - entries[axis][indices[at]]) * strength;
                    give(errors[axis], image, x + step, y, error * 7 / 16);
                    give(errors[axis], image, x - step, y + 1, error * 3 / 16);
                    give(errors[axis], image, x, y + 1, error * 5 / 16);
                    give(errors[axis], image, x + step, y + 1, error / 16);
                }
            }
        }
        return indices;
    }

    static void give(float[] errors, Image image, int x, int y, float error) {
        if (x >= 0 && x < image.width() && y < image.height()) {
            errors[y * image.width() + x] += error;
        }
    }

    static float clip(float value, float[] range) {
        float low = range[0];
        float high = range[0];
        for (float coordinate : range) {
            low = Math.min(low, coordinate);
            high = Math.max(high, coordinate);
        }
        return Math.max(low, Math.min(high, value));
    }

    /** The index of the entry of alpha 0, or -1. */
    static int transparent(Palette palette) {
        for (int i = 0; i < palette.size(); i++) {
            if (palette.entry(i) == 0) {
                return i;
            }
        }
        return -1;
    }
}
