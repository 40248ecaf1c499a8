package tinct.app.figure;

import java.util.Arrays;
import tinct.image.Image;

/**
 * Many small shaded balls, the nearer hiding the farther; hundreds of thousands in less than a second, which Java2D
 * shapes would not do. Drawn at twice the size and halved, which smooths the edges.
 */
final class Balls {
    private static final int FINE = 2;

    /** How much darker the rim of a ball is than its middle. */
    private static final double SHADE = 0.28;

    private final int width;
    private final int height;
    private final float[] nearness; // [width * height], of the ball seen at a fine pixel
    private final int[] colors; // [width * height], 0 where there is none

    /** An empty field of a size in pixels. */
    Balls(int width, int height) {
        this.width = width * FINE;
        this.height = height * FINE;
        this.nearness = new float[this.width * this.height];
        this.colors = new int[this.width * this.height];
        Arrays.fill(nearness, Float.NEGATIVE_INFINITY);
    }

    /** Adds a ball; on a tie of nearness the first stays. */
    void add(double x, double y, double near, double radius, int rgb) {
        double fineX = x * FINE;
        double fineY = y * FINE;
        double r = radius * FINE;
        int top = Math.max(0, (int) Math.ceil(fineY - r - 0.5));
        int bottom = Math.min(height - 1, (int) Math.floor(fineY + r - 0.5));
        int left = Math.max(0, (int) Math.ceil(fineX - r - 0.5));
        int right = Math.min(width - 1, (int) Math.floor(fineX + r - 0.5));
        for (int row = top; row <= bottom; row++) {
            double dy = (row + 0.5 - fineY) / r;
            for (int column = left; column <= right; column++) {
                double dx = (column + 0.5 - fineX) / r;
                double square = 1 - dx * dx - dy * dy;
                if (square > 0) {
                    double bulge = Math.sqrt(square); // 1 in the middle, 0 at the rim
                    float here = (float) (near + radius * bulge);
                    int at = row * width + column;
                    if (here > nearness[at]) {
                        nearness[at] = here;
                        colors[at] = shade(rgb, 1 - SHADE * (1 - bulge));
                    }
                }
            }
        }
    }

    /** The balls seen, on a transparent ground. */
    Image toImage() {
        int[] pixels = new int[width / FINE * (height / FINE)];
        for (int i = 0; i < pixels.length; i++) {
            int at = i / (width / FINE) * FINE * width + i % (width / FINE) * FINE;
            pixels[i] = mean(colors[at], colors[at + 1], colors[at + width], colors[at + width + 1]);
        }
        return new Image(width / FINE, height / FINE, pixels);
    }

    private static int shade(int rgb, double light) {
        int factor = (int) (light * 256);
        int red = (rgb >> 16 & 0xFF) * factor / 256;
        int green = (rgb >> 8 & 0xFF) * factor / 256;
        int blue = (rgb & 0xFF) * factor / 256;
        return 0xFF000000 | red << 16 | green << 8 | blue;
    }

    private static int mean(int... four) {
        int red = 0;
        int green = 0;
        int blue = 0;
        int covered = 0;
        for (int pixel : four) {
            if (pixel != 0) {
                red += pixel >> 16 & 0xFF;
                green += pixel >> 8 & 0xFF;
                blue += pixel & 0xFF;
                covered++;
            }
        }
        if (covered == 0) {
            return 0;
        }
        return (255 * covered / 4) << 24 | (red / covered) << 16 | (green / covered) << 8 | blue / covered;
    }
}
