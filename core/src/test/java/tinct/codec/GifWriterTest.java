package tinct.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.reference.ImageIoPng;

final class GifWriterTest {
    private static final long SEED = 12;

    private static byte[] write(IndexedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GifWriter.write(image, out);
        return out.toByteArray();
    }

    private static int[] read(byte[] gif) throws IOException {
        return Arrays.stream(ImageIoPng.argb(ImageIO.read(new ByteArrayInputStream(gif))))
                .map(Palette::visible)
                .toArray();
    }

    /** The colours that GIF can show of a picture. */
    private static int[] shown(IndexedImage image) {
        return Arrays.stream(image.toImage().pixels())
                .map(argb -> argb >>> 24 < 128 ? 0 : 0xFF000000 | argb)
                .toArray();
    }

    @Test
    void imageIoReadsBackEveryPixel() throws IOException {
        for (IndexedImage image : RandomIndexed.all(SEED)) {
            assertThat(read(write(image))).as("seed %d, %s", SEED, image).isEqualTo(shown(image));
        }
    }

    @Test
    void codesOfEveryWidthAndFullTablesAreReadBack() throws IOException {
        for (int entries : new int[] {1, 2, 3, 4, 5, 16, 17, 100, 256}) {
            for (int height = 1; height < 400; height += 37) {
                IndexedImage image = RandomIndexed.of(new SplittableRandom(SEED), 301, height, entries, false);
                assertThat(Arrays.equals(read(write(image)), shown(image)))
                        .as("seed %d, %s", SEED, image)
                        .isTrue();
            }
        }
    }

    @Test
    void everyLengthOfCodeStreamEndsRightly() throws IOException {
        // the end code must be as wide as the decoder expects, wherever the stream ends
        byte[] indices = new byte[9000];
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < indices.length; i++) {
            indices[i] = (byte) random.nextInt(4);
        }
        Palette palette = new Palette(-1, 0xFF000000, 0xFFFF0000, 0xFF00FF00);
        for (int length = 1; length < indices.length; length += length < 700 ? 1 : 31) {
            IndexedImage image = new IndexedImage(length, 1, palette, Arrays.copyOf(indices, length));
            assertThat(Arrays.equals(NaiveGif.indices(write(image)), image.indices()))
                    .as("seed %d, %d pixels", SEED, length)
                    .isTrue();
        }
    }

    @Test
    void flatPicturesAreReadBack() throws IOException {
        IndexedImage image = new IndexedImage(3000, 900, new Palette(0xFF123456), new byte[2_700_000]);
        byte[] gif = write(image);
        assertThat(gif.length).isLessThan(8000); // strings grow by one pixel a code
        assertThat(Arrays.equals(read(gif), shown(image))).isTrue();
    }

    @Test
    void entriesBelowHalfAlphaShareOneTransparentIndex() throws IOException {
        Palette palette = new Palette(0xFF0000FF, 0x7FFF0000, 0x80FF0000, 0x00000000);
        IndexedImage image = new IndexedImage(4, 1, palette, new byte[] {0, 1, 2, 3});
        byte[] gif = write(image);
        assertThat(read(gif)).containsExactly(0xFF0000FF, 0, 0xFFFF0000, 0);
        assertThat(NaiveGif.indices(gif)).containsExactly(0, 1, 2, 1);
    }

    @Test
    void sidesBeyond65535AreRefused() throws IOException {
        Palette palette = new Palette(-1);
        assertThatThrownBy(() -> write(new IndexedImage(65536, 1, palette, new byte[65536])))
                .isInstanceOf(CodecException.class)
                .hasMessage("the GIF cannot be 65536 x 1; its sides are limited to 65535");
        assertThatThrownBy(() -> write(new IndexedImage(1, 65536, palette, new byte[65536])))
                .isInstanceOf(CodecException.class);
        IndexedImage largest = new IndexedImage(65535, 1, palette, new byte[65535]);
        assertThat(read(write(largest))).isEqualTo(shown(largest));
    }
}
