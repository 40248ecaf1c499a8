package tinct.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tinct.image.IndexedImage;
import tinct.image.Palette;

@Tag("slow")
final class PackedFileTest {
    private static final long SEED = 13;
    private static final long LIMIT = 10_000;

    private static byte[] write(IndexedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PackedWriter.write(image, out);
        return out.toByteArray();
    }

    private static IndexedImage read(byte[] file) throws CodecException {
        try {
            return PackedReader.read(new ByteArrayInputStream(file), LIMIT);
        } catch (CodecException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n", "null");
            throw e;
        } catch (Exception e) {
            return fail("another exception than CodecException", e);
        }
    }

    private static AbstractThrowableAssert<?, ?> assertBroken(byte[] file) {
        return assertThatThrownBy(() -> read(file)).isInstanceOf(CodecException.class);
    }

    /** The bytes with the checksum that belongs to them. */
    private static byte[] signed(String hex) {
        byte[] start = HexFormat.of().parseHex(hex.replace(" ", ""));
        CRC32 crc = new CRC32();
        crc.update(start);
        byte[] file = Arrays.copyOf(start, start.length + 4);
        for (int i = 0; i < 4; i++) {
            file[start.length + i] = (byte) (crc.getValue() >> (24 - 8 * i));
        }
        return file;
    }

    @Test
    void everyPaletteSizeIsReadBackExactly() throws IOException {
        for (IndexedImage image : RandomIndexed.all(SEED)) {
            byte[] file = write(image);
            assertThat(read(file)).as("seed %d, %s", SEED, image).isEqualTo(image);
            if (image.palette().size() % 8 < 2) {
                assertThat(NaiveTinct.read(file)).as("seed %d, %s", SEED, image).isEqualTo(image.toImage());
            }
        }
    }

    @Test
    void theAccountIsTheSizeOfAPlainFileAndTheMostThatAFileTakes() throws IOException {
        int plain = 0;
        for (IndexedImage image : RandomIndexed.all(SEED + 1)) {
            PackedSize size = PackedSize.of(image);
            byte[] file = write(image);
            if (file.length == size.fileBytes()) {
                plain++;
            } else {
                assertThat((long) file.length)
                        .as("seed %d, %s", SEED + 1, image)
                        .isLessThan(size.fileBytes());
            }
            assertThat(1 << size.bitsPerPixel())
                    .isGreaterThanOrEqualTo(image.palette().size());
        }
        assertThat(plain).isBetween(1, 2 * Palette.MAX_SIZE - 1);
    }

    @Test
    void sixteenColoursTake16Times24BitsAnd4BitsAPixel() {
        int[] colors = new int[16];
        Arrays.setAll(colors, i -> 0xFF000000 | i);
        PackedSize size = PackedSize.of(new IndexedImage(256, 256, new Palette(colors), new byte[65536]));
        assertThat(size).isEqualTo(new PackedSize(8 * 16, 16 * 24, 4, 4 * 65536, 32832));
        colors[3] = 0x80000000;
        size = PackedSize.of(new IndexedImage(256, 256, new Palette(colors), new byte[65536]));
        assertThat(size.paletteBits()).isEqualTo(16 * 32);
    }

    @Test
    void theExampleOfTheDocumentIsReadInBothVersions() throws IOException {
        IndexedImage image = new IndexedImage(2, 1, new Palette(0xFFFF0000, 0x800000FF), new byte[] {0, 1});
        byte[] example = signed("89544E4354 02 01 00 01 01 FF0000FF 0000FF80 40");
        assertThat(read(example)).isEqualTo(image);
        assertThat(NaiveTinct.read(example)).isEqualTo(image.toImage());
        assertThat(write(image)).hasSizeLessThan(example.length);
        byte[] old = signed("89544E4354 01 01 00 01 01 FF0000FF 0000FF80 40");
        assertThat(read(old)).isEqualTo(image);
    }

    @Test
    void streamsThatGiveOneByteAtATimeAreRead() throws IOException {
        IndexedImage image = RandomIndexed.of(new SplittableRandom(SEED), 99, 101, 100, false);
        InputStream slow = new FilterInputStream(new ByteArrayInputStream(write(image))) {
            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                return super.read(bytes, from, Math.min(1, length));
            }
        };
        assertThat(PackedReader.read(slow, LIMIT)).isEqualTo(image);
    }

    @Test
    void filesLongerThanTheBufferAreRead() throws IOException {
        IndexedImage image = RandomIndexed.of(new SplittableRandom(SEED), 1000, 301, 200, true);
        assertThat(PackedReader.read(new ByteArrayInputStream(write(image)), 301_000))
                .isEqualTo(image);
    }

    @Test
    void aFileCutAtAnyByteOrWithAnyBitFlippedIsBroken() throws IOException {
        for (int entries : new int[] {1, 2, 3, 16, 200}) {
            byte[] file = write(RandomIndexed.of(new SplittableRandom(SEED), 7, 5, entries, true));
            for (int length = 0; length < file.length; length++) {
                assertBroken(Arrays.copyOf(file, length));
            }
            for (int bit = 0; bit < 8 * file.length; bit++) {
                byte[] flipped = file.clone();
                flipped[bit / 8] ^= (byte) (1 << bit % 8);
                assertBroken(flipped);
            }
            assertBroken(Arrays.copyOf(file, file.length + 1)).hasMessageContaining("bytes behind the end");
        }
    }

    @Test
    void whatIsWrongIsSaid() {
        assertBroken(new byte[0]).hasMessage("broken TINCT: the file is empty (at byte 0)");
        assertBroken("89PNG, or text".getBytes(StandardCharsets.US_ASCII))
                .hasMessageContaining("does not begin with the signature");
        assertBroken(signed("89544E4354 03 00 00 00 00 000000"))
                .hasMessage("the TINCT has version 3; only versions 1 and 2 are read");
        assertBroken(signed("89544E4354 00 00 00 00 00 000000")).hasMessageContaining("has version 0");
        assertBroken(signed("89544E4354 02 00 00 04 00 000000")).hasMessageContaining("unknown flags 4");
        assertBroken(signed("89544E4354 02 00 00 05 00 000000")).hasMessageContaining("unknown flags 5");
        assertBroken(signed("89544E4354 02 00 00 08 00 000000")).hasMessageContaining("unknown flags 8");
        assertBroken(signed("89544E4354 01 00 00 02 00 000000")).hasMessageContaining("unknown flags 2");
        assertBroken(signed("89544E4354 01 FFFFFFFF07 00 00 00 000000"))
                .hasMessageContaining("the width is not in 1..2147483647");
        assertBroken(signed("89544E4354 01 00 FFFFFFFFFFFF 00 00 000000")).hasMessageContaining("the height is not in");
        assertBroken(signed("89544E4354 01 02 00 00 02 000000 111111 222222 30"))
                .hasMessageContaining("label 3 is outside a palette of 3 entries");
        assertBroken(signed("89544E4354 01 02 00 00 02 000000 111111 222222 19"))
                .hasMessageContaining("the bits behind the last label are not zero");
        byte[] wrong = signed("89544E4354 01 00 00 00 00 000000");
        wrong[wrong.length - 1]++;
        assertBroken(wrong).hasMessageContaining("the checksum is wrong");
    }

    @Test
    void sizesAreCheckedBeforeMemoryIsTaken() {
        assertBroken(signed("89544E4354 01 64 63 00 00 000000"))
                .hasMessage("the TINCT of 101 x 100 has 10,100 pixels, more than the limit of 10,000");
        byte[] absurd = signed("89544E4354 01 FEFFFFFF07 FEFFFFFF07 00 01 000000 111111");
        assertBroken(absurd).hasMessageContaining("4,611,686,014,132,420,609 pixels");
        assertThatThrownBy(() -> PackedReader.read(new ByteArrayInputStream(absurd), Long.MAX_VALUE))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("more than the limit");
        byte[] large = signed("89544E4354 01 FFFF01 FFFF01 00 01 000000 111111"); // 2^30 pixels, none there
        assertThatThrownBy(() -> PackedReader.read(new ByteArrayInputStream(large), Long.MAX_VALUE))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("ends too early");
    }
}
