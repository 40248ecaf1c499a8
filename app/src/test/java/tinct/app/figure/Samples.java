package tinct.app.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import tinct.Settings;
import tinct.Tinct;
import tinct.histogram.Histogram;
import tinct.image.Image;
import tinct.image.IndexedImage;
import tinct.image.Palette;

/** Pictures, palettes and figures that the tests share. */
final class Samples {
    private Samples() {}

    /** A smooth picture with a little noise: many colours, as in a photograph. */
    static Image picture(int width, int height, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            int red = 255 * (i % width) / width;
            int green = 255 * (i / width) / height;
            int blue = (red + green) / 2;
            pixels[i] = 0xFF000000 | noisy(red, random) << 16 | noisy(green, random) << 8 | noisy(blue, random);
        }
        return new Image(width, height, pixels);
    }

    private static int noisy(int channel, SplittableRandom random) {
        return Math.max(0, Math.min(255, channel + random.nextInt(-12, 13)));
    }

    /** A palette of different opaque colours. */
    static Palette palette(int size, long seed) {
        int[] entries = new SplittableRandom(seed)
                .ints(0, 1 << 24)
                .distinct()
                .limit(size)
                .map(rgb -> rgb | 0xFF000000)
                .toArray();
        return new Palette(entries);
    }

    /** Uneven shares of sum 1, not ordered. */
    static double[] shares(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] shares = new double[size];
        Arrays.setAll(shares, i -> Math.pow(random.nextDouble(), 4) + 1e-5);
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / sum).toArray();
    }

    /** A picture whose pixels use the entries of a palette in turn. */
    static IndexedImage indexed(int width, int height, Palette palette) {
        byte[] indices = new byte[width * height];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = (byte) (i % palette.size());
        }
        return new IndexedImage(width, height, palette, indices);
    }

    static Caption caption() {
        return new Caption("K-means, k = 16", List.of("16 colours", "42.1 kB", "MSE 176", "PSNR 30.4 dB"));
    }

    /** One of each figure for a picture and a number of colours. */
    static List<Canvas> figures(int width, int height, int k) throws Exception {
        Image picture = picture(width, height, 7);
        Palette palette = palette(k, 3);
        IndexedImage result = indexed(width, height, palette);
        List<Canvas> figures = new ArrayList<>();
        figures.add(SideBySide.draw(picture, Caption.original(picture, 96_615, 191_000), result, caption()));
        figures.add(Swatches.draw(palette, shares(k, 5), caption()));
        figures.add(SampledPixels.draw(Arrays.copyOf(picture.pixels(), Math.min(1000, width * height)), caption()));
        for (var space : tinct.color.ColorSpace.values()) {
            figures.add(Cloud.draw(Histogram.of(picture, 1), palette, shares(k, 5), space));
        }
        List<Sweep.Row> rows = new ArrayList<>();
        for (int colors = 2; colors <= Math.max(2, k); colors *= 2) {
            rows.add(new Sweep.Row(colors, 4000.0 / colors, 10 * Math.log10(195075.0 * colors / 4000), 9000L * colors));
        }
        figures.add(Sweep.draw(rows, caption()));
        figures.add(Convergence.draw(List.of(9.7e7, 5.1e7, 4.95e7, 4.94e7), caption()));
        return figures;
    }

    static Settings settings() {
        return Settings.DEFAULT.withThreads(1);
    }

    static IndexedImage compressed(Image picture, int k) {
        return Tinct.compress(picture, settings().withMaxColors(k)).image();
    }
}
