package tinct.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import tinct.image.IndexedImage;
import tinct.image.Palette;

/** Random indexed pictures: of every number of entries, with runs as pictures have them. */
final class RandomIndexed {
    private RandomIndexed() {}

    /** One picture for every number of entries, with and without alpha. */
    static List<IndexedImage> all(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<IndexedImage> pictures = new ArrayList<>();
        for (int entries = 1; entries <= Palette.MAX_SIZE; entries++) {
            pictures.add(of(random, 1 + random.nextInt(40), 1 + random.nextInt(40), entries, false));
            pictures.add(of(random, 1 + random.nextInt(40), 1 + random.nextInt(40), entries, true));
        }
        return pictures;
    }

    static IndexedImage of(SplittableRandom random, int width, int height, int entries, boolean alpha) {
        int[] colors = new int[entries];
        for (int i = 0; i < entries; i++) {
            int[] alphas = {0, 1, 127, 128, 254, 255};
            int a = alpha ? alphas[random.nextInt(alphas.length)] : 255;
            colors[i] = a << 24 | random.nextInt(1 << 24);
        }
        byte[] indices = new byte[width * height];
        int index = 0;
        for (int i = 0; i < indices.length; i++) {
            if (random.nextInt(3) > 0) {
                index = random.nextInt(entries);
            }
            indices[i] = (byte) index;
        }
        return new IndexedImage(width, height, new Palette(colors), indices);
    }
}
