package tinct.reference;

import java.util.Arrays;
import java.util.SplittableRandom;
import tinct.image.Image;
import tinct.image.PixelRows;

/** Pictures for tests, made by integer arithmetic. */
public final class Pictures {
    private Pictures() {}

    /** Any pixels: all different for most practical purposes; alpha 0..255. */
    public static Image random(long seed, int width, int height) {
        return new Image(
                width,
                height,
                new SplittableRandom(seed).ints((long) width * height).toArray());
    }

    /** Pixels drawn from a few random colours, some runs of them, alpha 0..255 or 255 alone. */
    public static Image few(long seed, int width, int height, int colors, boolean alpha) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] palette = random.ints(colors).map(c -> alpha ? c : c | 0xFF000000).toArray();
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = i > 0 && random.nextInt(4) > 0 ? argb[i - 1] : palette[random.nextInt(colors)];
        }
        return new Image(width, height, argb);
    }

    /** Slopes of colour with texture and a disk, opaque: thousands of colours that lie near each other. */
    public static Image photo(long seed, int width, int height) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] slopes = random.ints(6, 16, 200).toArray();
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            int x = i % width * 256 / width;
            int y = i / width * 256 / height;
            boolean disk = (x - 90) * (x - 90) + (y - 140) * (y - 140) < 60 * 60;
            int r = (x * slopes[0] + y * slopes[1]) / 400 + random.nextInt(9);
            int g = (x * slopes[2] + (255 - y) * slopes[3]) / 400 + random.nextInt(9) + (disk ? 70 : 0);
            int b = ((255 - x) * slopes[4] + y * slopes[5]) / 400 + random.nextInt(9) + (disk ? 0 : 40);
            argb[i] = 0xFF000000 | channel(r) << 16 | channel(g) << 8 | channel(b);
        }
        return new Image(width, height, argb);
    }

    /** {@link #photo} with alpha from 0 at the left to 255 at the right. */
    public static Image veiled(long seed, int width, int height) {
        int[] argb = photo(seed, width, height).pixels().clone();
        Arrays.setAll(argb, i -> argb[i] & 0xFFFFFF | channel(i % width * 320 / width - 32) << 24);
        return new Image(width, height, argb);
    }

    private static int channel(int value) {
        return Math.max(0, Math.min(255, value));
    }

    /** The same picture, of which it cannot be seen that it is in memory. */
    public static PixelRows rows(PixelRows image) {
        return new PixelRows() {
            @Override
            public int width() {
                return image.width();
            }

            @Override
            public int height() {
                return image.height();
            }

            @Override
            public RowReader open() throws java.io.IOException {
                return image.open();
            }
        };
    }
}
