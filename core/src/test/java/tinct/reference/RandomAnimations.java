package tinct.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import tinct.image.Delay;

/** Small random animations: of frame to frame some rectangle is filled, moved, made noise or transparent, or nothing is. */
public final class RandomAnimations {
    private static final int[] ALPHAS = {255, 255, 0, 128, 77, 254, 1};

    private RandomAnimations() {}

    /**
     * An animation.
     *
     * @param colors most distinct colours
     * @param alphas 0 for opaque pixels only, 1 for transparent ones too, 2 for any alpha
     */
    public static Played of(long seed, int colors, int alphas) {
        SplittableRandom random = new SplittableRandom(seed);
        int width = 1 + random.nextInt(24);
        int height = 1 + random.nextInt(20);
        int[] palette = random.ints(colors).map(color -> color | 0xFF000000).toArray();
        for (int i = 0; i < palette.length; i++) {
            int alpha = alphas == 0 ? 255 : alphas == 1 ? 255 * random.nextInt(2) : ALPHAS[random.nextInt(7)];
            palette[i] = alpha == 0 ? 0 : palette[i] & 0xFFFFFF | alpha << 24;
        }
        int[] canvas = new int[width * height];
        change(canvas, width, height, palette, random, true);
        List<int[]> canvases = new ArrayList<>();
        List<Delay> delays = new ArrayList<>();
        int frames = 1 + random.nextInt(9);
        for (int i = 0; i < frames; i++) {
            canvases.add(canvas.clone());
            delays.add(Delay.ofHundredths(2 + random.nextInt(50)));
            for (int n = random.nextInt(3); n > 0; n--) {
                change(canvas, width, height, palette, random, random.nextInt(6) == 0);
            }
        }
        return new Played(width, height, random.nextInt(4), canvases, delays);
    }

    private static void change(
            int[] canvas, int width, int height, int[] palette, SplittableRandom random, boolean all) {
        int left = all ? 0 : random.nextInt(width);
        int top = all ? 0 : random.nextInt(height);
        int right = all ? width : left + 1 + random.nextInt(width - left);
        int bottom = all ? height : top + 1 + random.nextInt(height - top);
        int kind = random.nextInt(3);
        int color = palette[random.nextInt(palette.length)];
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int near = canvas[(y + 1) % height * width + (x + 1) % width];
                canvas[y * width + x] = switch (kind) {
                    case 0 -> color;
                    case 1 -> palette[random.nextInt(palette.length)];
                    default -> near;
                };
            }
        }
    }
}
