package tinct.app.figure;

import java.io.IOException;
import java.util.Locale;
import tinct.image.Image;
import tinct.image.PixelRows;

/**
 * A picture at the size at which it is shown: one to one where it fits, large ones as area averages, small ones with
 * each pixel as a square.
 *
 * @param picture what is drawn
 * @param scale shown over true size
 */
record Shown(Image picture, double scale) {
    /** The longest side of a picture in a figure. */
    static final int MOST = 960;

    /** Pictures are enlarged while their longest side stays within this. */
    private static final int ENLARGED = 480;

    static Shown of(PixelRows rows) throws IOException {
        int longest = Math.max(rows.width(), rows.height());
        if (longest > MOST) {
            double scale = (double) MOST / longest;
            return new Shown(AreaAverage.of(rows, side(rows.width(), scale), side(rows.height(), scale)), scale);
        }
        int factor = Math.max(1, ENLARGED / longest);
        Image picture = Image.copyOf(rows);
        return new Shown(factor == 1 ? picture : enlarged(picture, factor), factor);
    }

    /** What to tell of the scale; nothing at one to one. */
    String note() {
        if (scale == 1) {
            return "";
        }
        if (scale > 1) {
            return "enlarged " + Math.round(scale) + " times";
        }
        String percent = scale < 0.1 ? "%.1f" : "%.0f";
        return "shown at " + String.format(Locale.ROOT, percent + " %%", 100 * scale);
    }

    /** Draws the picture with its top left corner at (x, y). */
    void draw(Canvas canvas, int x, int y) {
        if (!picture.opaque()) {
            canvas.chequers(x, y, picture.width(), picture.height());
        }
        canvas.picture(picture, x, y);
    }

    private static int side(int side, double scale) {
        return Math.max(1, (int) Math.round(side * scale));
    }

    private static Image enlarged(Image picture, int factor) {
        int width = picture.width() * factor;
        int[] pixels = new int[width * picture.height() * factor];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = picture.argb(i % width / factor, i / width / factor);
        }
        return new Image(width, picture.height() * factor, pixels);
    }
}
