package tinct.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import tinct.reference.NaivePng;

/** Small random PNGs of every kind. */
final class RandomPngs {
    /** Colour type and depth of every kind that PNG has. */
    static final int[][] KINDS = {
        {0, 1}, {0, 2}, {0, 4}, {0, 8}, {0, 16}, {2, 8}, {2, 16}, {3, 1}, {3, 2}, {3, 4}, {3, 8}, {4, 8}, {4, 16},
        {6, 8}, {6, 16}
    };

    private static final int[][] SIZES = {{1, 1}, {1, 9}, {9, 1}, {3, 2}, {5, 5}, {8, 8}, {17, 13}, {31, 20}};

    private RandomPngs() {}

    /** Every kind x size x interlacing x filter, with and without tRNS where it is allowed. */
    static List<NaivePng> all(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<NaivePng> pictures = new ArrayList<>();
        for (int[] kind : KINDS) {
            for (int[] size : SIZES) {
                for (int filter = -1; filter <= 4; filter++) {
                    for (int i = 0; i < 4; i++) {
                        boolean transparency = i >= 2 && kind[0] <= 3;
                        pictures.add(of(random, kind, size[0], size[1], i % 2 == 1, filter, transparency));
                    }
                }
            }
        }
        return pictures;
    }

    static NaivePng of(
            SplittableRandom random,
            int[] kind,
            int width,
            int height,
            boolean interlaced,
            int filter,
            boolean transparent) {
        int type = kind[0];
        int depth = kind[1];
        int channels = new int[] {1, 0, 3, 1, 2, 0, 4}[type];
        int entries = type == 3 ? 1 + random.nextInt(1 << depth) : 0;
        // few different values, so that the colour of tRNS occurs, and neighbours of it in the low bits
        int bound = type == 3 ? entries : 1 << depth;
        int[] values = new int[4];
        for (int i = 0; i < values.length; i++) {
            values[i] = i == 3 ? values[2] ^ (bound > 2 && type != 3 ? 1 : 0) : random.nextInt(bound);
        }
        int[] samples = new int[width * height * channels];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = random.nextInt(4) == 0 ? random.nextInt(bound) : values[random.nextInt(values.length)];
        }
        byte[] palette = new byte[3 * entries];
        random.nextBytes(palette);
        byte[] transparency = new byte[0];
        if (transparent && type == 3) {
            transparency = new byte[1 + random.nextInt(entries)];
            random.nextBytes(transparency);
        } else if (transparent) {
            transparency = new byte[2 * channels];
            int pixel = random.nextInt(width * height);
            for (int c = 0; c < channels; c++) {
                int sample = samples[pixel * channels + c];
                transparency[2 * c] = (byte) (sample >> 8);
                transparency[2 * c + 1] = (byte) sample;
            }
        }
        return new NaivePng(width, height, depth, type, interlaced, filter, samples, palette, transparency);
    }
}
