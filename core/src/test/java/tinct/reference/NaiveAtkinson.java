package tinct.reference;

import tinct.color.ColorSpace;
import tinct.image.Image;
import tinct.image.Palette;

/** Atkinson's dither with the errors of the whole picture in memory, in {@code float} and in the order of the text. */
public final class NaiveAtkinson {
    private NaiveAtkinson() {}

    /** The index of each pixel. Even rows go right, odd ones left. */
    public static int[] map(Image image, Palette palette, ColorSpace space, float strength) {
        int width = image.width();
        int dimensions = palette.opaque() ? 3 : 4;
        int transparent = NaiveFloydSteinberg.transparent(palette);
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
                if (alpha == 0 && transparent >= 0) {
                    indices[at] = transparent;
                    continue;
                }
                float[] target = new float[dimensions];
                for (int axis = 0; axis < dimensions; axis++) {
                    float wanted = pixels[axis][at] + (axis == 3 && alpha == 255 ? 0 : errors[axis][at]);
                    target[axis] = NaiveFloydSteinberg.clip(wanted, entries[axis]);
                }
                indices[at] = NaiveNearest.find(entries, target);
                int[][] places = {{step, 0}, {2 * step, 0}, {-step, 1}, {0, 1}, {step, 1}, {0, 2}};
                for (int[] place : places) {
                    boolean far = Math.abs(place[0]) == 2 || place[1] == 2;
                    if (far && transparent >= 0 && clear(image, x + place[0] / 2, y + place[1] / 2)) {
                        continue;
                    }
                    for (int axis = 0; axis < dimensions; axis++) {
                        float error = (target[axis] - entries[axis][indices[at]]) * strength;
                        NaiveFloydSteinberg.give(errors[axis], image, x + place[0], y + place[1], error / 8);
                    }
                }
            }
        }
        return indices;
    }

    private static boolean clear(Image image, int x, int y) {
        return x >= 0 && x < image.width() && y < image.height() && image.argb(x, y) >>> 24 == 0;
    }
}
