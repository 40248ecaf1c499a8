package tinct.imageio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.codec.CodecException;
import tinct.image.Image;
import tinct.metrics.Comparison;

/** GIF, BMP, TIFF and WebP. */
class StillFormatsTest {
    @TempDir
    Path folder;

    @Test
    void gifKeepsItsEntriesAndTransparency() throws IOException {
        BufferedImage indexed = Fixtures.opaqueDrawing(BufferedImage.TYPE_BYTE_INDEXED);
        Picture picture = Fixtures.open(folder, Fixtures.encode(indexed, "gif"));
        assertThat(Fixtures.pixels(picture)).isEqualTo(BufferedImages.toImage(indexed));
        assertThat(picture.format()).isEqualTo("GIF");
        assertThat(picture.notes()).isEmpty();
    }

    @Test
    void gifFrameIsPlacedOnItsScreen() throws IOException {
        BufferedImage indexed = Fixtures.opaqueDrawing(BufferedImage.TYPE_BYTE_INDEXED);
        byte[] gif = Fixtures.encode(indexed, "gif");
        ByteBuffer bytes = ByteBuffer.wrap(gif).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort(6, (short) 50).putShort(8, (short) 60);
        int frame = frameOf(gif);
        bytes.putShort(frame + 1, (short) 5).putShort(frame + 3, (short) 7);
        Picture picture = Fixtures.open(folder, gif);
        Image image = Fixtures.pixels(picture);
        assertThat(image.width()).isEqualTo(50);
        assertThat(image.height()).isEqualTo(60);
        assertThat(image.argb(4, 7)).isZero();
        assertThat(image.argb(5, 7)).isEqualTo(indexed.getRGB(0, 0));
        assertThat(image.argb(44, 36)).isEqualTo(indexed.getRGB(39, 29));
        assertThat(picture.notes()).containsExactly("frame of 40 x 30 placed on its screen of 50 x 60");
    }

    @Test
    void gifWithTooFewPixelsIsBroken() throws IOException {
        byte[] gif = Fixtures.encode(Fixtures.opaqueDrawing(BufferedImage.TYPE_BYTE_INDEXED), "gif");
        int block = frameOf(gif) + 11;
        for (int kept = 0; kept < (gif[block] & 0xFF); kept += 3) {
            byte[] cut = Arrays.copyOf(gif, block + kept + 3);
            cut[block] = (byte) kept;
            cut[block + kept + (kept > 0 ? 1 : 0)] = 0;
            cut[cut.length - 1] = 0x3B;
            assertThatThrownBy(() -> Fixtures.open(folder, cut))
                    .isInstanceOf(CodecException.class)
                    .hasMessageMatching("broken GIF: .*");
        }
    }

    @Test
    void gifOfManyPixelsIsWhole() throws IOException {
        long seed = 3;
        SplittableRandom random = new SplittableRandom(seed);
        for (int noise = 1; noise <= 256; noise *= 4) { // long strings to short ones, and tables that fill up
            BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_BYTE_INDEXED);
            for (int i = 0; i < 300 * 200; i++) {
                image.getRaster().setSample(i % 300, i / 300, 0, random.nextInt(noise));
            }
            Picture picture = Fixtures.open(folder, Fixtures.encode(image, "gif"));
            assertThat(Fixtures.pixels(picture))
                    .as("seed %d, noise %d", seed, noise)
                    .isEqualTo(BufferedImages.toImage(image));
        }
    }

    @Test
    void animatedGifIsRefused() {
        BufferedImage frame = Fixtures.opaqueDrawing(BufferedImage.TYPE_BYTE_INDEXED);
        byte[] gif = Fixtures.sequence("gif", frame, frame, frame);
        assertThatThrownBy(() -> Fixtures.open(folder, gif))
                .isInstanceOf(CodecException.class)
                .hasMessage("the GIF is an animation of 3 frames; only still pictures are read");
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_BYTE_INDEXED, BufferedImage.TYPE_BYTE_BINARY})
    void bmpIsReadExactly(int type) throws IOException {
        BufferedImage image = Fixtures.opaqueDrawing(type);
        Picture picture = Fixtures.open(folder, Fixtures.encode(image, "bmp"));
        assertThat(Fixtures.pixels(picture)).isEqualTo(BufferedImages.toImage(image));
        assertThat(picture.format()).isEqualTo("BMP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LZW", "Deflate", "PackBits", "ZLib"})
    void compressedTiffIsReadExactly(String compression) throws IOException {
        BufferedImage image = Fixtures.opaqueDrawing(BufferedImage.TYPE_3BYTE_BGR);
        Picture picture = Fixtures.open(folder, Fixtures.tiff(image, compression));
        assertThat(Fixtures.pixels(picture)).isEqualTo(Fixtures.opaqueDrawing());
        assertThat(picture.kind()).isEqualTo("8-bit RGB");
        assertThat(picture.notes()).isEmpty();
    }

    @Test
    void tiffKeepsAlpha() throws IOException {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_4BYTE_ABGR);
        image.setRGB(0, 0, 40, 30, Fixtures.drawing().pixels(), 0, 40);
        Picture picture = Fixtures.open(folder, Fixtures.encode(image, "tiff"));
        assertThat(Fixtures.pixels(picture)).isEqualTo(Fixtures.drawing());
    }

    @Test
    void greyTiffKeepsItsLevelsInEightAndSixteenBits() throws IOException {
        BufferedImage eight = Fixtures.grey(40, 30);
        Image expected = BufferedImages.toImage(eight);
        assertThat(expected.argb(3, 2) & 0xFF).isEqualTo(27);
        assertThat(Fixtures.pixels(Fixtures.open(folder, Fixtures.encode(eight, "tiff"))))
                .isEqualTo(expected);

        BufferedImage sixteen = new BufferedImage(40, 30, BufferedImage.TYPE_USHORT_GRAY);
        for (int i = 0; i < 40 * 30; i++) {
            int level = eight.getRaster().getSample(i % 40, i / 40, 0);
            sixteen.getRaster().setSample(i % 40, i / 40, 0, Math.min(65535, level * 257 + 100));
        }
        Picture picture = Fixtures.open(folder, Fixtures.encode(sixteen, "tiff"));
        assertThat(Fixtures.pixels(picture)).isEqualTo(expected);
        assertThat(picture.kind()).isEqualTo("16-bit grey");
        assertThat(picture.notes()).containsExactly("16-bit rounded to 8");
    }

    @Test
    void tiffOfInksIsConverted() throws IOException {
        byte[] inks = new byte[4 * 16 * 16];
        for (int i = 0; i < inks.length; i += 4) {
            inks[i] = (byte) 195;
            inks[i + 1] = (byte) 235;
            inks[i + 2] = 55;
            inks[i + 3] = 127;
        }
        Picture picture = Fixtures.open(folder, Tiffs.inks(inks, 16, 16, 1));
        assertThat(Fixtures.pixels(picture).argb(3, 3)).isEqualTo(0xFF1E0A64);
        assertThat(picture.kind()).isEqualTo("8-bit CMYK");
        assertThat(picture.notes()).containsExactly("CMYK converted without a profile");
    }

    @Test
    void tiffOrientationIsApplied() throws IOException {
        byte[] inks = new byte[4 * 6 * 4];
        for (int i = 0; i < inks.length; i++) {
            inks[i] = (byte) (i % 4 == 3 ? 0 : i * 5);
        }
        Image stored = Fixtures.pixels(Fixtures.open(folder, Tiffs.inks(inks, 6, 4, 1)));
        for (int orientation = 2; orientation <= 8; orientation++) {
            Picture picture = Fixtures.open(folder, Tiffs.inks(inks, 6, 4, orientation));
            assertThat(Fixtures.pixels(picture)).isEqualTo(Orientations.upright(stored, orientation));
        }
    }

    @Test
    void tiffOfSeveralPagesIsRefused() {
        BufferedImage page = Fixtures.opaqueDrawing(BufferedImage.TYPE_3BYTE_BGR);
        assertThatThrownBy(() -> Fixtures.open(folder, Fixtures.sequence("tiff", page, page)))
                .isInstanceOf(CodecException.class)
                .hasMessage("the TIFF has 2 pages; only files of one page are read");
    }

    @Test
    void tiffWhoseDirectoriesGoInACircleIsRefused() {
        byte[] tiff = Tiffs.inks(new byte[4], 1, 1, 1);
        ByteBuffer.wrap(tiff).putInt(Tiffs.nextDirectory(tiff), 8);
        assertThatThrownBy(() -> Fixtures.open(folder, tiff))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("the directories do not end");
    }

    @Test
    void losslessWebpIsReadExactly() throws IOException {
        Picture picture = Fixtures.open(folder, Fixtures.resource("lossless.webp"));
        assertThat(Fixtures.pixels(picture)).isEqualTo(Fixtures.drawing());
        assertThat(picture.format()).isEqualTo("WebP");
        assertThat(picture.kind()).isEqualTo("8-bit RGB + alpha, lossless");
        assertThat(picture.notes()).isEmpty();
    }

    @Test
    void lossyWebpIsCloseToThePicture() throws IOException {
        Picture picture = Fixtures.open(folder, Fixtures.resource("lossy.webp"));
        Image image = Fixtures.pixels(picture);
        assertThat(image.opaque()).isTrue();
        assertThat(Comparison.of(Fixtures.opaqueDrawing(), image).psnr()).isGreaterThan(27);
        assertThat(picture.kind()).isEqualTo("8-bit RGB, lossy");
    }

    @Test
    void lossyWebpKeepsItsAlpha() throws IOException {
        Image image = Fixtures.pixels(Fixtures.open(folder, Fixtures.resource("lossy-alpha.webp")));
        for (int i = 0; i < image.pixels().length; i++) {
            assertThat(image.pixels()[i] >>> 24).isEqualTo(Fixtures.drawing().pixels()[i] >>> 24);
        }
    }

    @Test
    void webpProfileAndOrientationAreApplied() throws IOException {
        byte[] profile = TestProfiles.rgb("Display P3", TestProfiles.P3);
        byte[] webp = extended(
                0x10 | 0x20 | 0x08, chunk("ICCP", profile), lossless(), chunk("EXIF", Fixtures.exif(6, false)));
        Picture picture = Fixtures.open(folder, webp);
        int[] converted = Fixtures.drawing().pixels().clone();
        IccProfiles.of(profile).orElseThrow().convert(converted, 0, converted.length);
        assertThat(Fixtures.pixels(picture)).isEqualTo(Orientations.upright(new Image(40, 30, converted), 6));
        assertThat(picture.notes())
                .containsExactly("ICC profile Display P3 converted to sRGB", "rotated by EXIF orientation 6");
    }

    @Test
    void animatedWebpIsRefused() {
        assertThatThrownBy(() -> Fixtures.open(folder, extended(0x12, chunk("ANIM", new byte[6]), lossless())))
                .isInstanceOf(CodecException.class)
                .hasMessage("the WebP is an animation; only still pictures are read");
    }

    @Test
    void webpThatDoesNotFillItsCanvasIsBroken() {
        byte[] webp = extended(0x10, lossless());
        webp[24] = 99;
        assertThatThrownBy(() -> Fixtures.open(folder, webp))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("a picture of 40 x 30 cannot fill its canvas of 100 x 30");
    }

    /** Position of the frame's descriptor in a GIF without comments. */
    private static int frameOf(byte[] gif) {
        int at = 13 + ((gif[10] & 0x80) == 0 ? 0 : 3 << ((gif[10] & 7) + 1));
        while (gif[at] == 0x21) {
            at += 2;
            while (gif[at] != 0) {
                at += 1 + (gif[at] & 0xFF);
            }
            at++;
        }
        return at;
    }

    /** The chunk of the pixels of lossless.webp. */
    private static byte[] lossless() {
        byte[] file = Fixtures.resource("lossless.webp");
        return Arrays.copyOfRange(file, 12, file.length);
    }

    /** A WebP file of 40 x 30 pixels with a header VP8X of these flags. */
    private static byte[] extended(int flags, byte[]... chunks) {
        byte[] header = chunk("VP8X", new byte[] {(byte) flags, 0, 0, 0, 39, 0, 0, 29, 0, 0});
        byte[] body = Fixtures.concat(Fixtures.ascii("WEBP"), header, Fixtures.concat(chunks));
        return chunk("RIFF", body);
    }

    private static byte[] chunk(String name, byte[] body) {
        byte[] length = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(body.length)
                .array();
        return Fixtures.concat(Fixtures.ascii(name), length, body, new byte[body.length & 1]);
    }
}
