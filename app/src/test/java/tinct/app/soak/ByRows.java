package tinct.app.soak;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import tinct.Progress;
import tinct.Settings;
import tinct.Tinct;
import tinct.app.TestPictures;
import tinct.codec.Metadata;
import tinct.codec.PngReader;
import tinct.codec.PngWriter;
import tinct.color.ColorSpace;
import tinct.histogram.Histogram;
import tinct.image.Image;
import tinct.palette.KMeansQuantizer;
import tinct.remap.Atkinson;
import tinct.remap.AutoDither;
import tinct.remap.Bayer;
import tinct.remap.BlueNoise;
import tinct.remap.Ditherer;
import tinct.remap.FloydSteinberg;
import tinct.remap.NoDither;
import tinct.remap.RateAware;

/** A file that is read, mapped and written row by row gets the bytes that it gets in memory. */
final class ByRows implements Trial {
    @Override
    public String name() {
        return "row by row";
    }

    @Override
    public Optional<String> run(long seed, Path folder) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        Image image = RandomPictures.of(random, random.nextInt(8) == 0 ? 700 : 90);
        Path file = TestPictures.png(folder.resolve("in.png"), image);
        // One colour is refused where there are visible and fully transparent pixels.
        Settings settings = settings(random, Histogram.of(image, 1).hasTransparent() ? 2 : 1);
        int packing = 1 + random.nextInt(6);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        PngWriter.write(Tinct.compress(image, settings).image(), whole, packing);
        for (int threads : new int[] {1, 2, 5}) {
            ByteArrayOutputStream streamed = new ByteArrayOutputStream();
            Settings own = settings.withThreads(threads);
            var result = Tinct.stream(PngReader.open(file, image.pixelCount()), own, Progress.NONE);
            PngWriter.write(result.rows(), streamed, packing, Metadata.NONE, threads);
            if (!Arrays.equals(streamed.toByteArray(), whole.toByteArray())) {
                return Optional.of("other bytes with " + threads + " threads: " + image + ", " + own);
            }
        }
        return Optional.empty();
    }

    private static Settings settings(SplittableRandom random, int leastColors) {
        ColorSpace[] spaces = ColorSpace.values();
        KMeansQuantizer quantizer = KMeansQuantizer.DEFAULT
                .withSpace(spaces[random.nextInt(spaces.length)])
                .withEffort(1 + random.nextInt(6));
        double strength = random.nextInt(11) / 10.0;
        List<Ditherer> ditherers = List.of(
                new NoDither(),
                new AutoDither(strength),
                new FloydSteinberg(strength),
                new Atkinson(strength),
                new Bayer(strength),
                new BlueNoise(strength),
                new RateAware(random.nextInt(101), random.nextInt(8)),
                new RateAware(20, RateAware.AUTOMATIC));
        return Settings.DEFAULT
                .withMaxColors(random.nextInt(3) == 0 ? 256 : leastColors + random.nextInt(257 - leastColors))
                .withQuantizer(quantizer)
                .withDitherer(ditherers.get(random.nextInt(ditherers.size())));
    }
}
