package tinct.imageio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.codec.CodecException;
import tinct.codec.PackedWriter;
import tinct.codec.PngReader;
import tinct.image.Image;
import tinct.image.IndexedImage;
import tinct.image.Palette;

class PicturesTest {
    private static final BufferedImage DRAWING = Fixtures.opaqueDrawing(BufferedImage.TYPE_3BYTE_BGR);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"jpeg, JPEG", "gif, GIF", "bmp, BMP", "tiff, TIFF", "png, PNG"})
    void formatIsToldByTheFirstBytesNotByTheName(String encoding, String format) throws IOException {
        BufferedImage image =
                encoding.equals("gif") ? Fixtures.opaqueDrawing(BufferedImage.TYPE_BYTE_INDEXED) : DRAWING;
        Path file = Files.write(folder.resolve("misnamed.txt"), Fixtures.encode(image, encoding));
        assertThat(Pictures.open(file, Fixtures.NO_LIMIT).format()).isEqualTo(format);
        assertThat(Pictures.recognizes(file)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "gif", "bmp", "tiff", "png"})
    void theLimitOfPixelsIsKept(String encoding) throws IOException {
        BufferedImage image =
                encoding.equals("gif") ? Fixtures.opaqueDrawing(BufferedImage.TYPE_BYTE_INDEXED) : DRAWING;
        Path file = Files.write(folder.resolve("picture"), Fixtures.encode(image, encoding));
        assertThat(Pictures.open(file, 1200).rows().pixelCount()).isEqualTo(1200);
        assertThatThrownBy(() -> Pictures.open(file, 1199))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("of 40 x 30 has 1,200 pixels, more than the limit of 1,199");
    }

    @Test
    void pngIsReadRowByRowByTheReaderThatNeedsNoDesktop() throws IOException {
        Picture picture = Fixtures.open(folder, Fixtures.encode(DRAWING, "png"));
        assertThat(picture.rows()).isInstanceOf(PngReader.class);
        assertThat(picture.kind()).isEqualTo("8-bit RGB");
        assertThat(Fixtures.pixels(picture)).isEqualTo(Fixtures.opaqueDrawing());
    }

    @Test
    void pngWithASrgbProfileStaysWithThatReader() throws IOException {
        byte[] png = withProfile(Fixtures.encode(DRAWING, "png"), TestProfiles.rgb("sRGB", TestProfiles.SRGB));
        Picture picture = Fixtures.open(folder, png);
        assertThat(picture.rows()).isInstanceOf(PngReader.class);
        assertThat(picture.notes()).isEmpty();
    }

    @Test
    void pngWithAnotherProfileIsConvertedInEveryPass() throws IOException {
        byte[] profile = TestProfiles.rgb("Display P3", TestProfiles.P3);
        Picture picture = Fixtures.open(folder, withProfile(Fixtures.encode(DRAWING, "png"), profile));
        int[] expected = Fixtures.opaqueDrawing().pixels().clone();
        IccProfiles.of(profile).orElseThrow().convert(expected, 0, expected.length);
        assertThat(Fixtures.pixels(picture).pixels()).isEqualTo(expected);
        assertThat(Fixtures.pixels(picture).pixels()).isEqualTo(expected);
        assertThat(picture.notes()).containsExactly("ICC profile Display P3 converted to sRGB");
    }

    @Test
    void packedFileIsRead() throws IOException {
        IndexedImage image = new IndexedImage(2, 2, new Palette(0xFF000000, 0xFFFFFFFF), new byte[] {0, 1, 1, 0});
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PackedWriter.write(image, out);
        Picture picture = Fixtures.open(folder, out.toByteArray());
        assertThat(picture.rows()).isEqualTo(image);
        assertThat(picture.format()).isEqualTo("tinct");
        assertThat(picture.kind()).isEqualTo("palette of 2");
    }

    @Test
    void pngAndPackedFilesNeedNoDesktop() throws IOException, InterruptedException {
        Path png = Files.write(folder.resolve("a.png"), Fixtures.encode(DRAWING, "png"));
        Path profiled = Files.write(
                folder.resolve("b.png"),
                withProfile(Fixtures.encode(DRAWING, "png"), TestProfiles.rgb("sRGB", TestProfiles.SRGB)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PackedWriter.write(new IndexedImage(1, 1, new Palette(0xFF000000), new byte[1]), out);
        Path packed = Files.write(folder.resolve("c.tinct"), out.toByteArray());
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--limit-modules",
                        "java.base",
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        WithoutDesktop.class.getName(),
                        png.toString(),
                        profiled.toString(),
                        packed.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.strip()).endsWith("1200 1200 1");
    }

    @Test
    void whatAnInterlacedPngCostsIsSaid() throws IOException {
        BufferedImage image = Fixtures.opaqueDrawing(BufferedImage.TYPE_3BYTE_BGR);
        Path interlaced = Files.write(folder.resolve("interlaced"), Fixtures.interlacedPng(image));
        Path plain = Files.write(folder.resolve("plain"), Fixtures.encode(image, "png"));
        PixelLimit limit = new PixelLimit(1199, 5000);
        assertThatThrownBy(() -> Pictures.open(interlaced, limit, false))
                .isInstanceOf(CodecException.class)
                .hasMessage("the PNG is interlaced, so that all its 1,200 pixels must be held, more than the limit of"
                        + " 1,199");
        assertThat(Image.copyOf(Pictures.open(plain, limit, false).rows()))
                .isEqualTo(Image.copyOf(Pictures.open(interlaced, 1200).rows()));
    }

    @Test
    void anEmptyFileIsNamedSo() {
        assertThatThrownBy(() -> Fixtures.open(folder, new byte[0]))
                .isInstanceOf(CodecException.class)
                .hasMessage("the file is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "BM is how this text begins, and it goes on", "RIFF....WAVEfmt ", "GIF90a...."})
    void unknownContentIsRefusedWithTheListOfWhatIsRead(String content) throws IOException {
        assertThatThrownBy(() -> Fixtures.open(folder, Fixtures.ascii(content)))
                .isInstanceOf(CodecException.class)
                .hasMessage("the file is not a picture in a format that is read:"
                        + " PNG, JPEG, GIF, BMP, WebP, TIFF, PGM, PPM, PAM, .tinct");
        assertThat(Pictures.recognizes(folder.resolve("picture"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"....ftypavif, AVIF", "....ftypheic, HEIC", "8BPS, Photoshop", "%PDF-1.7, PDF", "<svg, SVG"})
    void knownFormatsThatAreNotReadAreNamed(String content, String name) {
        assertThatThrownBy(() -> Fixtures.open(folder, Fixtures.ascii(content)))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining(name);
    }

    @Test
    void aFileThatIsNotThereIsAnotherMatter() {
        assertThatThrownBy(() -> Pictures.open(folder.resolve("nothing"), Fixtures.NO_LIMIT))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void readersAreChosenByClass() {
        assertThat(Providers.JPEG.getClass().getName()).startsWith("com.twelvemonkeys.");
        assertThat(Providers.TIFF.getClass().getName()).startsWith("com.twelvemonkeys.");
        assertThat(Providers.WEBP.getClass().getName()).startsWith("com.twelvemonkeys.");
        assertThat(Providers.GIF.getClass().getName()).startsWith("com.sun.");
        assertThat(Providers.BMP.getClass().getName()).startsWith("com.sun.");
    }

    /** A chunk iCCP right behind the header. */
    private static byte[] withProfile(byte[] png, byte[] profile) {
        Deflater deflater = new Deflater();
        deflater.setInput(profile);
        deflater.finish();
        byte[] zipped = new byte[profile.length + 100];
        int length = deflater.deflate(zipped);
        deflater.end();
        byte[] body = Fixtures.concat(Fixtures.ascii("iCCPp\0\0"), Arrays.copyOf(zipped, length)); // type, name, method
        CRC32 crc = new CRC32();
        crc.update(body);
        int end = 8 + 25;
        return Fixtures.concat(
                Arrays.copyOf(png, end),
                ByteBuffer.allocate(4).putInt(body.length - 4).array(),
                body,
                ByteBuffer.allocate(4).putInt((int) crc.getValue()).array(),
                Arrays.copyOfRange(png, end, png.length));
    }

    /** Reads files in a Java that has no module but java.base, and says how many pixels each has. */
    static final class WithoutDesktop {
        private WithoutDesktop() {}

        public static void main(String... files) throws IOException {
            StringBuilder counts = new StringBuilder();
            for (String file : files) {
                Image image = Image.copyOf(
                        Pictures.open(Path.of(file), Long.MAX_VALUE).rows());
                counts.append(image.pixels().length).append(' ');
            }
            System.out.println(counts);
        }
    }
}
