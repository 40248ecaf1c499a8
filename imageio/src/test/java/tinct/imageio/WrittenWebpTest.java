package tinct.imageio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tinct.Settings;
import tinct.Tinct;
import tinct.codec.WebpWriter;
import tinct.image.Image;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.remap.FloydSteinberg;

/** The WebP files that Tinct writes, read by a decoder that is not ours. */
@Tag("slow")
final class WrittenWebpTest {
    private static final long SEED = 16;

    @TempDir
    Path folder;

    private void assertReadBack(IndexedImage image, String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WebpWriter.write(image, out);
        Picture picture = Fixtures.open(folder, out.toByteArray());
        assertThat(picture.kind()).as(name).endsWith("lossless");
        boolean same = Fixtures.pixels(picture).equals(image.toImage());
        assertThat(same).as("%s, seed %d, %s", name, SEED, image).isTrue();
    }

    private static IndexedImage random(SplittableRandom random, int width, int height, int entries, boolean alpha) {
        int[] colors = random.ints(entries).map(c -> alpha ? c : c | 0xFF000000).toArray();
        byte[] indices = new byte[width * height];
        for (int i = 0; i < indices.length; i++) {
            boolean again = i > width && random.nextInt(3) > 0;
            indices[i] = again ? indices[i - width] : (byte) random.nextInt(entries);
        }
        return new IndexedImage(width, height, new Palette(colors), indices);
    }

    @Test
    void smallPicturesOfEveryNumberOfEntriesAreReadBack() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int entries = 1; entries <= 256; entries += entries < 18 ? 1 : 34) {
            int width = 1 + random.nextInt(60);
            int height = 1 + random.nextInt(60);
            assertReadBack(random(random, width, height, entries, false), "opaque");
            assertReadBack(random(random, width, height, entries, true), "with alpha");
        }
    }

    @Test
    void everyWidthUpToSeveralBytesIsReadBack() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int entries : new int[] {1, 2, 4, 16, 17}) {
            for (int width = 1; width <= 18; width++) {
                assertReadBack(random(random, width, 3, entries, false), "narrow");
            }
        }
    }

    @Test
    void smoothPicturesAreReadBackPlainAndDithered() throws IOException {
        int width = 131;
        int height = 90;
        int[] argb = new int[width * height];
        SplittableRandom random = new SplittableRandom(SEED);
        Arrays.setAll(argb, i -> {
            int x = i % width;
            int y = i / width;
            int noise = random.nextInt(12);
            return 0xFF000000 | x + noise << 16 | y + 60 + noise << 8 | (x + y) / 2 + noise;
        });
        Image smooth = new Image(width, height, argb);
        for (int colors : new int[] {2, 4, 16, 200}) {
            Settings settings = Settings.DEFAULT.withMaxColors(colors).withThreads(1);
            assertReadBack(Tinct.compress(smooth, settings).image(), "plain");
            assertReadBack(
                    Tinct.compress(smooth, settings.withDitherer(new FloydSteinberg(1)))
                            .image(),
                    "dithered");
        }
    }

    @Test
    void extremeSidesAreReadBack() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        assertReadBack(random(random, 1, 1, 1, true), "one pixel");
        assertReadBack(random(random, WebpWriter.MAX_SIDE, 2, 200, false), "wide");
        assertReadBack(random(random, 1, WebpWriter.MAX_SIDE, 3, true), "high");
    }

    private void assertReadBack(Image image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WebpWriter.write(image, out);
        boolean same = Fixtures.pixels(Fixtures.open(folder, out.toByteArray())).equals(image);
        assertThat(same).as("seed %d, %s", SEED, image).isTrue();
    }

    @Test
    void picturesOfAnyColoursAreReadBack() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 40; i++) {
            int width = i < 20 ? 1 + i : 1 + random.nextInt(90);
            int height = i < 10 ? 1 : 1 + random.nextInt(70);
            int opaque = i % 2 == 0 ? 0xFF000000 : 0;
            int spread = i % 3 == 0 ? -1 : 0x3F1F0F07; // noise of all bits, or of some
            int[] argb = random.ints((long) width * height)
                    .map(c -> (c & spread) + 0x40302010 | opaque)
                    .toArray();
            assertReadBack(new Image(width, height, argb));
            Arrays.fill(argb, argb[0]);
            assertReadBack(new Image(width, height, argb));
        }
    }

    @Test
    void gradientsTakeFewBits() throws IOException {
        int[] argb = new int[256 * 256];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xFF000000 | (i & 0xFF) << 16 | (i >> 8) << 8 | 128;
        }
        Image image = new Image(256, 256, argb);
        assertReadBack(image);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WebpWriter.write(image, out);
        assertThat(out.size()).isLessThan(4000); // 24 bits a pixel would be 196,608
    }
}
