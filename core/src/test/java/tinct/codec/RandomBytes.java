package tinct.codec;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Data of the kinds that a compressor meets, from seeds. */
final class RandomBytes {
    private RandomBytes() {}

    /** Each byte one of the first {@code symbols}, all equally likely. */
    static byte[] uniform(SplittableRandom random, int size, int symbols) {
        byte[] data = new byte[size];
        for (int i = 0; i < size; i++) {
            data[i] = (byte) random.nextInt(symbols);
        }
        return data;
    }

    /** Runs, copies from near and far, and noise over an alphabet of its own. */
    static byte[] structured(SplittableRandom random, int size) {
        byte[] data = new byte[size];
        int symbols = 1 + random.nextInt(random.nextBoolean() ? 6 : 256);
        int longest = 1 + random.nextInt(random.nextBoolean() ? 12 : 700);
        for (int i = 0; i < size; ) {
            int end = Math.min(size, i + 1 + random.nextInt(longest));
            int kind = random.nextInt(3);
            if (kind == 0) {
                Arrays.fill(data, i, end, (byte) random.nextInt(symbols));
                i = end;
            } else if (kind == 1 && i > 0) {
                int distance = 1 + random.nextInt(random.nextBoolean() ? Math.min(i, 10) : Math.min(i, 40_000));
                for (; i < end; i++) {
                    data[i] = data[i - distance];
                }
            } else {
                for (; i < end; i++) {
                    data[i] = (byte) random.nextInt(symbols);
                }
            }
        }
        return data;
    }

    /** Rows of a filter byte and indices that stay or step to a neighbour, as those of a smooth picture. */
    static byte[] plane(SplittableRandom random, int width, int height, int entries) {
        byte[] data = new byte[(width + 1) * height];
        for (int y = 0; y < height; y++) {
            int row = y * (width + 1) + 1;
            for (int x = 0; x < width; x++) {
                int left = x > 0 ? data[row + x - 1] & 0xFF : random.nextInt(entries);
                int above = y > 0 ? data[row + x - width - 1] & 0xFF : left;
                int near = random.nextInt(3) == 0 ? above : left;
                int step = random.nextInt(4) == 0 ? random.nextInt(-6, 7) : 0;
                data[row + x] = (byte) Math.min(Math.max(near + step, 0), entries - 1);
            }
        }
        return data;
    }
}
