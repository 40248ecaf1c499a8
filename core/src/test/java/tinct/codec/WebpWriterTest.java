package tinct.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tinct.Settings;
import tinct.Tinct;
import tinct.color.ColorSpace;
import tinct.image.Image;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.kmeans.Seeding;
import tinct.palette.SplitQuantizer;
import tinct.reference.Pictures;
import tinct.remap.FloydSteinberg;

@Tag("slow")
final class WebpWriterTest {
    private static final long SEED = 15;

    private static byte[] write(IndexedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WebpWriter.write(image, out);
        return out.toByteArray();
    }

    private static void assertReadBack(IndexedImage image, String name) throws IOException {
        boolean same = NaiveWebp.read(write(image)).equals(image.toImage());
        assertThat(same).as("%s, seed %d, %s", name, SEED, image).isTrue();
    }

    private static IndexedImage photo(int width, int height, int colors, boolean dithered) {
        // A quantizer that stays as it is, so that the digests change with the writer only.
        Settings settings = Settings.DEFAULT
                .withMaxColors(colors)
                .withThreads(1)
                .withQuantizer(new SplitQuantizer(ColorSpace.SRGB, Seeding.WU));
        Image photo = Pictures.photo(SEED, width, height);
        return Tinct.compress(photo, dithered ? settings.withDitherer(new FloydSteinberg(1)) : settings)
                .image();
    }

    @Test
    void smallPicturesOfManyNumbersOfEntriesAreReadBackWithAndWithoutAlpha() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int entries = 1; entries <= 256; entries += entries < 18 ? 1 : 34) {
            int width = 1 + random.nextInt(40);
            int height = 1 + random.nextInt(40);
            assertReadBack(RandomIndexed.of(random, width, height, entries, false), "opaque");
            assertReadBack(RandomIndexed.of(random, width, height, entries, true), "with alpha");
        }
    }

    @Test
    void everyWidthUpToSeveralBytesIsReadBack() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int entries : new int[] {1, 2, 4, 16, 17}) {
            for (int width = 1; width <= 20; width++) {
                assertReadBack(RandomIndexed.of(random, width, 1 + width % 7, entries, true), "narrow");
            }
        }
    }

    @Test
    void photographsAreReadBack() throws IOException {
        for (int colors : new int[] {2, 16, 256}) {
            assertReadBack(photo(111, 80, colors, false), "plain");
            assertReadBack(photo(90, 61, colors, true), "dithered");
        }
    }

    @Test
    void picturesOfRepeatedPartsAreSmallAndReadBack() throws IOException {
        // the same 90 x 37 pixels again and again: copies from afar, of the greatest length
        IndexedImage part = photo(90, 37, 200, true);
        byte[] indices = new byte[450 * 185];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = part.indices()[i / 450 % 37 * 90 + i % 90];
        }
        IndexedImage image = new IndexedImage(450, 185, part.palette(), indices);
        assertReadBack(image, "repeated");
        assertThat(write(image).length).isLessThan(write(part).length + 600);
    }

    @Test
    void flatPicturesNeedFewBytes() throws IOException {
        for (int argb : new int[] {0xFF123456, 0x00FFFFFF, 0x80000000}) {
            IndexedImage image = new IndexedImage(399, 301, new Palette(argb), new byte[399 * 301]);
            assertThat(write(image).length).isLessThan(100);
            assertReadBack(image, "flat");
        }
    }

    @Test
    void noiseIsHardlyLargerThanItsIndices() throws IOException {
        byte[] indices = new byte[150 * 100];
        new SplittableRandom(SEED).nextBytes(indices);
        int[] greys = new int[256];
        Arrays.setAll(greys, i -> 0xFF000000 | i * 0x010101);
        IndexedImage image = new IndexedImage(150, 100, new Palette(greys), indices);
        assertReadBack(image, "noise");
        assertThat(write(image).length).isLessThan(150 * 100 + 400);
    }

    @Test
    void entriesThatAreUnusedOrEqualCostNothing() throws IOException {
        int[] colors = new int[256];
        Arrays.setAll(colors, i -> i < 2 ? -1 : 0xFF000000 | i);
        IndexedImage wasteful = new IndexedImage(4, 2, new Palette(colors), new byte[] {0, 1, 7, 1, 0, 7, 7, 1});
        IndexedImage lean = new IndexedImage(4, 2, new Palette(-1, 0xFF000007), new byte[] {0, 0, 1, 0, 0, 1, 1, 0});
        assertThat(write(wasteful)).isEqualTo(write(lean));
        assertReadBack(wasteful, "unused entries");
    }

    @Test
    void picturesOfSeveralPiecesAreReadBack() throws IOException {
        // more pixels than are parsed at once
        byte[] line = photo(1399, 1, 40, false).indices();
        byte[] indices = new byte[1399 * 751];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = line[i * 31L % 751 == 0 ? 5 : i % 1399 * (1 + i / 1399 / 50) % 1399];
        }
        int[] greys = new int[256];
        Arrays.setAll(greys, i -> 0xFF000000 | i * 0x010101);
        assertReadBack(new IndexedImage(1399, 751, new Palette(greys), indices), "large");
    }

    @Test
    void sidesBeyond16383AreRefused() throws IOException {
        Palette palette = new Palette(-1, 0xFF000000);
        byte[] line = new byte[16384];
        for (int i = 0; i < line.length; i += 3) {
            line[i] = 1;
        }
        assertThatThrownBy(() -> write(new IndexedImage(16384, 1, palette, line)))
                .isInstanceOf(CodecException.class)
                .hasMessage("the WebP cannot be 16384 x 1; its sides are limited to 16383");
        assertThatThrownBy(() -> write(new IndexedImage(1, 16384, palette, line)))
                .isInstanceOf(CodecException.class);
        byte[] most = Arrays.copyOf(line, 16383);
        assertReadBack(new IndexedImage(16383, 1, palette, most), "wide");
        assertReadBack(new IndexedImage(1, 16383, palette, most), "high");
    }

    /** The same bytes from every JDK and on every machine; a change of the writer changes them. */
    @Test
    void filesHaveTheStatedDigests() throws IOException {
        Map<String, IndexedImage> pictures = new LinkedHashMap<>();
        SplittableRandom random = new SplittableRandom(SEED);
        for (int entries : new int[] {1, 2, 3, 16, 17, 256}) {
            pictures.put("random " + entries, RandomIndexed.of(random, 61, 47, entries, true));
        }
        pictures.put("photo 16", photo(160, 120, 16, false));
        pictures.put("photo 256 dithered", photo(160, 120, 256, true));
        StringBuilder digests = new StringBuilder();
        for (Map.Entry<String, IndexedImage> picture : pictures.entrySet()) {
            byte[] file = write(picture.getValue());
            CRC32 crc = new CRC32();
            crc.update(file);
            digests.append("%s: %d bytes, %08x%n".formatted(picture.getKey(), file.length, crc.getValue()));
        }
        assertThat(digests.toString().replace("\r", "")).isEqualTo("""
                        random 1: 42 bytes, 07189982
                        random 2: 428 bytes, d013f5cb
                        random 3: 650 bytes, 39c0ca5d
                        random 16: 1456 bytes, 8f27f064
                        random 17: 1418 bytes, f359eaf1
                        random 256: 2764 bytes, eee5a27c
                        photo 16: 1788 bytes, 702a1b84
                        photo 256 dithered: 9180 bytes, e584ca2d
                        """);
    }
}
