package tinct.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tinct.image.Image;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.reference.ImageIoPng;

final class PngWriterTest {
    private static final long SEED = 11;

    /** As it is, without a search for a layout. */
    private static byte[] write(IndexedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PngWriter.write(image, out, 4);
        return out.toByteArray();
    }

    /** Data of the chunks by their types. */
    private static Map<String, byte[]> chunks(byte[] file) {
        Map<String, byte[]> chunks = new LinkedHashMap<>();
        ByteBuffer data = ByteBuffer.wrap(file, 8, file.length - 8);
        while (data.hasRemaining()) {
            byte[] chunk = new byte[data.getInt()];
            byte[] type = new byte[4];
            data.get(type).get(chunk).getInt();
            chunks.put(new String(type, StandardCharsets.US_ASCII), chunk);
        }
        return chunks;
    }

    @Test
    void imageIoReadsBackEveryIndexAndEntry() throws IOException {
        for (IndexedImage image : RandomIndexed.all(SEED)) {
            BufferedImage read = ImageIoPng.read(write(image));
            assertThat(ImageIoPng.argb(read))
                    .as("seed %d, %s", SEED, image)
                    .isEqualTo(image.toImage().pixels());
            int[] indices = read.getRaster().getSamples(0, 0, image.width(), image.height(), 0, (int[]) null);
            for (int i = 0; i < indices.length; i++) {
                assertThat(indices[i]).isEqualTo(image.indices()[i] & 0xFF);
            }
            IndexColorModel model = (IndexColorModel) read.getColorModel();
            for (int i = 0; i < image.palette().size(); i++) {
                assertThat(model.getRGB(i)).isEqualTo(image.palette().entry(i));
            }
        }
    }

    @Test
    void ourReaderReadsItBack() throws IOException {
        for (IndexedImage image : RandomIndexed.all(SEED + 1)) {
            assertThat(Image.copyOf(PngReader.of(write(image), image.pixelCount())))
                    .as("seed %d, %s", SEED + 1, image)
                    .isEqualTo(image.toImage());
        }
    }

    @Test
    void depthIsTheSmallestThatHoldsThePalette() throws IOException {
        for (IndexedImage image : RandomIndexed.all(SEED)) {
            int entries = image.palette().size();
            int depth = PngReader.of(write(image), image.pixelCount()).bitDepth();
            assertThat(1 << depth).as("%d entries", entries).isGreaterThanOrEqualTo(entries);
            assertThat(depth == 1 || 1 << (depth / 2) < entries)
                    .as("%d entries", entries)
                    .isTrue();
        }
    }

    @Test
    void onlyWhatIsNeededIsWritten() throws IOException {
        Palette opaque = new Palette(0xFF010203, 0xFF040506, 0xFF070809);
        Map<String, byte[]> chunks = chunks(write(new IndexedImage(2, 1, opaque, new byte[] {0, 1})));
        assertThat(chunks.keySet()).containsExactly("IHDR", "PLTE", "IDAT", "IEND");
        assertThat(chunks.get("PLTE")).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        Palette mixed = new Palette(0xFF010203, 0x80040506, 0xFF070809);
        chunks = chunks(write(new IndexedImage(2, 1, mixed, new byte[] {0, 1})));
        assertThat(chunks.keySet()).containsExactly("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
        assertThat(chunks.get("tRNS")).containsExactly(255, 128);
    }

    @Test
    void theStreamStaysOpen() throws IOException {
        boolean[] closed = new boolean[1];
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        for (Format format : Format.values()) {
            format.write(new IndexedImage(1, 1, new Palette(-1), new byte[1]), out);
            assertThat(closed[0]).as("%s", format).isFalse();
        }
    }
}
