package tinct.app.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import tinct.app.TestPictures;
import tinct.image.Image;

/** Pictures of many kinds: noise, few colours, ramps, flat areas, and alpha of every sort. */
final class RandomPictures {
    private RandomPictures() {}

    static Image of(SplittableRandom random, int most) {
        int width = side(random, most);
        int height = side(random, most);
        int[] argb = colors(random, width, height);
        veil(random, argb, width);
        return new Image(width, height, argb);
    }

    /** A folder of small pictures, some in folders of it. */
    static void folder(SplittableRandom random, Path folder, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Path at = Files.createDirectories(i % 4 == 3 ? folder.resolve("in " + i % 3) : folder);
            TestPictures.png(at.resolve("picture-" + i + ".png"), of(random, 60));
        }
    }

    private static int side(SplittableRandom random, int most) {
        return random.nextInt(5) == 0 ? 1 + random.nextInt(4) : 1 + random.nextInt(most);
    }

    private static int[] colors(SplittableRandom random, int width, int height) {
        int[] argb = new int[width * height];
        int kind = random.nextInt(6);
        int[] few =
                random.ints(1 + random.nextInt(300)).map(c -> c | 0xFF000000).toArray();
        int block = 1 + random.nextInt(12);
        int grain = 1 << random.nextInt(7);
        for (int i = 0; i < argb.length; i++) {
            int x = i % width;
            int y = i / width;
            argb[i] = switch (kind) {
                case 0 -> 0xFF000000 | random.nextInt();
                case 1 -> few[random.nextInt(few.length)];
                case 2 -> few[(x / block * 7 + y / block * 31) % few.length];
                case 3 -> 0xFF000000 | 255 * x / width << 16 | 255 * y / height << 8 | 255 * (x + y) / (width + height);
                case 4 -> 0xFF000000 | 0x010101 * Math.min(255, 200 * x / width + random.nextInt(grain));
                default ->
                    0xFF000000
                            | 150 * x / width + random.nextInt(grain) << 16
                            | 150 * y / height + random.nextInt(grain) << 8
                            | random.nextInt(grain);
            };
        }
        return argb;
    }

    private static void veil(SplittableRandom random, int[] argb, int width) {
        int kind = random.nextInt(6);
        for (int i = 0; i < argb.length; i++) {
            int alpha = switch (kind) {
                case 0 -> random.nextInt(256);
                case 1 -> i % width < width / 2 ? 0 : 255;
                case 2 -> 255 * (i % width) / width;
                default -> 255;
            };
            argb[i] = argb[i] & 0xFFFFFF | alpha << 24;
        }
    }
}
