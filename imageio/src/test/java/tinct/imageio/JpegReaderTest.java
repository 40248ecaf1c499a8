package tinct.imageio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tinct.imageio.Fixtures.ascii;
import static tinct.imageio.Fixtures.concat;
import static tinct.imageio.Fixtures.withSegment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.codec.CodecException;
import tinct.image.Image;

class JpegReaderTest {
    private static final BufferedImage DRAWING = Fixtures.opaqueDrawing(BufferedImage.TYPE_INT_RGB);

    @TempDir
    Path folder;

    @Test
    void baselineIsReadAsImageIoReadsIt() throws IOException {
        byte[] jpeg = Fixtures.encode(DRAWING, "jpeg");
        Picture picture = Fixtures.open(folder, jpeg);
        assertThat(Fixtures.pixels(picture)).isEqualTo(byImageIo(jpeg));
        assertThat(picture.format()).isEqualTo("JPEG");
        assertThat(picture.kind()).isEqualTo("8-bit RGB");
        assertThat(picture.notes()).isEmpty();
    }

    @Test
    void progressiveIsReadAsImageIoReadsIt() throws IOException {
        byte[] jpeg = Fixtures.progressiveJpeg(DRAWING);
        Picture picture = Fixtures.open(folder, jpeg);
        assertThat(Fixtures.pixels(picture)).isEqualTo(byImageIo(jpeg));
        assertThat(picture.kind()).isEqualTo("8-bit RGB, progressive");
    }

    @Test
    void greyKeepsItsLevels() throws IOException {
        byte[] jpeg = Fixtures.encode(Fixtures.grey(33, 21), "jpeg");
        Picture picture = Fixtures.open(folder, jpeg);
        Image image = Fixtures.pixels(picture);
        var samples = ImageIO.read(new ByteArrayInputStream(jpeg)).getRaster();
        for (int y = 0; y < 21; y++) {
            for (int x = 0; x < 33; x++) {
                assertThat(image.argb(x, y)).isEqualTo(0xFF000000 | samples.getSample(x, y, 0) * 0x010101);
            }
        }
        assertThat(picture.kind()).isEqualTo("8-bit grey");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void allEightOrientationsComeOutUpright(boolean bigEndian) throws IOException {
        byte[] jpeg = Fixtures.encode(DRAWING, "jpeg");
        Image stored = byImageIo(jpeg);
        for (int orientation = 1; orientation <= 8; orientation++) {
            byte[] turned = withSegment(jpeg, 0xE1, ascii("Exif\0\0"), Fixtures.exif(orientation, bigEndian));
            Picture picture = Fixtures.open(folder, turned);
            assertThat(Fixtures.pixels(picture))
                    .as("orientation %d", orientation)
                    .isEqualTo(Orientations.upright(stored, orientation));
            assertThat(picture.notes()).hasSize(orientation == 1 ? 0 : 1);
        }
    }

    @Test
    void orientationIsNoted() throws IOException {
        byte[] jpeg = withSegment(Fixtures.encode(DRAWING, "jpeg"), 0xE1, ascii("Exif\0\0"), Fixtures.exif(6, true));
        assertThat(Fixtures.open(folder, jpeg).notes()).containsExactly("rotated by EXIF orientation 6");
    }

    @Test
    void brokenExifIsIgnoredWithANote() throws IOException {
        byte[] jpeg = Fixtures.encode(DRAWING, "jpeg");
        byte[] exif = Arrays.copyOf(Fixtures.exif(6, true), 12);
        Picture picture = Fixtures.open(folder, withSegment(jpeg, 0xE1, ascii("Exif\0\0"), exif));
        assertThat(Fixtures.pixels(picture)).isEqualTo(byImageIo(jpeg));
        assertThat(picture.notes()).containsExactly("EXIF data is broken and was ignored");
    }

    @Test
    void wideGamutProfileIsConverted() throws IOException {
        byte[] jpeg = Fixtures.encode(DRAWING, "jpeg");
        byte[] profile = TestProfiles.rgb("Display P3", TestProfiles.P3);
        Picture picture = Fixtures.open(folder, withSegment(jpeg, 0xE2, icc(1, 1), profile));
        int[] expected = byImageIo(jpeg).pixels().clone();
        IccProfiles.of(profile).orElseThrow().convert(expected, 0, expected.length);
        assertThat(Fixtures.pixels(picture).pixels()).isEqualTo(expected);
        assertThat(Fixtures.pixels(picture)).isNotEqualTo(byImageIo(jpeg));
        assertThat(picture.notes()).containsExactly("ICC profile Display P3 converted to sRGB");
    }

    @Test
    void profileInSeveralSegmentsIsPutTogetherInOrder() throws IOException {
        byte[] jpeg = Fixtures.encode(DRAWING, "jpeg");
        byte[] profile = TestProfiles.rgb("Display P3", TestProfiles.P3);
        byte[] first = Arrays.copyOf(profile, 700);
        byte[] second = Arrays.copyOfRange(profile, 700, profile.length);
        byte[] whole = withSegment(jpeg, 0xE2, icc(1, 1), profile);
        byte[] parts = withSegment(withSegment(jpeg, 0xE2, icc(1, 2), first), 0xE2, icc(2, 2), second);
        Image expected = Fixtures.pixels(Fixtures.open(folder, whole));
        assertThat(Fixtures.pixels(Fixtures.open(folder, parts))).isEqualTo(expected);
    }

    @Test
    void srgbProfileChangesNothing() throws IOException {
        byte[] jpeg = Fixtures.encode(DRAWING, "jpeg");
        byte[] profile = TestProfiles.rgb("sRGB", TestProfiles.SRGB);
        Picture picture = Fixtures.open(folder, withSegment(jpeg, 0xE2, icc(1, 1), profile));
        assertThat(Fixtures.pixels(picture)).isEqualTo(byImageIo(jpeg));
        assertThat(picture.notes()).isEmpty();
    }

    @Test
    void profilesThatAreBrokenOrDoNotFitAreIgnoredWithANote() throws IOException {
        byte[] jpeg = Fixtures.encode(DRAWING, "jpeg");
        byte[] whole = TestProfiles.rgb("P3", TestProfiles.P3);
        byte[][] bodies = {
            concat(icc(1, 1), Arrays.copyOf(whole, 200)),
            concat(icc(1, 2), whole), // and no second part
            concat(icc(1, 1), new byte[500]),
            concat(icc(1, 1), TestProfiles.grey("Grey", 1.8)),
            concat(icc(1, 1), TestProfiles.cmyk("Inks")),
        };
        for (byte[] body : bodies) {
            Picture picture = Fixtures.open(folder, withSegment(jpeg, 0xE2, body));
            assertThat(Fixtures.pixels(picture)).isEqualTo(byImageIo(jpeg));
            assertThat(picture.notes()).singleElement().asString().endsWith("was ignored");
        }
    }

    @Test
    void greyProfileIsConverted() throws IOException {
        byte[] jpeg = Fixtures.encode(Fixtures.grey(33, 21), "jpeg");
        Image plain = Fixtures.pixels(Fixtures.open(folder, jpeg));
        Picture picture =
                Fixtures.open(folder, withSegment(jpeg, 0xE2, icc(1, 1), TestProfiles.grey("Gamma 1.8", 1.8)));
        Image converted = Fixtures.pixels(picture);
        for (int i = 0; i < plain.pixels().length; i++) {
            int level = plain.pixels()[i] & 0xFF;
            double expected = 255 * TestProfiles.encode(Math.pow(level / 255.0, 461 / 256.0));
            assertThat((double) (converted.pixels()[i] & 0xFF))
                    .isCloseTo(expected, org.assertj.core.data.Offset.offset(1.5));
        }
        assertThat(picture.notes()).containsExactly("ICC profile Gamma 1.8 converted to sRGB");
    }

    @ParameterizedTest
    @CsvSource({"0, FF1E0A64", "2, FF1E0A64"})
    void adobeInksAreInvertedAndMultiplied(int transform, String expected) throws IOException {
        // What each ink leaves: C 120, M 40, Y 200 behind a black that leaves 128 gives 60, 20, 100.
        int[] left = {60, 20, 200, 128};
        byte[] samples = transform == 2 ? ycck(left) : bytes(left);
        byte[] jpeg = Fixtures.fourComponentJpeg(repeat(samples, 16 * 16), 16, 16);
        byte[] adobe = concat(ascii("Adobe"), new byte[] {0, 100, 0, 0, 0, 0, (byte) transform});
        Picture picture = Fixtures.open(folder, withSegment(jpeg, 0xEE, adobe));
        Image image = Fixtures.pixels(picture);
        Image wanted = flat(16, 16, (int) Long.parseLong(expected, 16));
        assertThat(Fixtures.maxDifference(image, wanted)).isLessThanOrEqualTo(2);
        assertThat(picture.kind()).isEqualTo("8-bit CMYK");
        assertThat(picture.notes()).containsExactly("CMYK converted without a profile");
    }

    @Test
    void inksWithoutAdobesMarkerAreNotInverted() throws IOException {
        byte[] jpeg = Fixtures.fourComponentJpeg(repeat(bytes(new int[] {195, 235, 55, 127}), 256), 16, 16);
        Image image = Fixtures.pixels(Fixtures.open(folder, jpeg));
        assertThat(Fixtures.maxDifference(image, flat(16, 16, 0xFF1E0A64))).isLessThanOrEqualTo(2);
    }

    @Test
    void inksAreConvertedByTheirProfile() throws IOException {
        byte[] jpeg = Fixtures.fourComponentJpeg(repeat(bytes(new int[] {0, 0, 0, 128}), 256), 16, 16);
        Picture picture = Fixtures.open(folder, withSegment(jpeg, 0xE2, icc(1, 1), TestProfiles.cmyk("Inks")));
        // L* = 100 (1 - 128/255) = 49.8, a neutral grey of 119
        Image image = Fixtures.pixels(picture);
        assertThat(Fixtures.maxDifference(image, flat(16, 16, 0xFF777777))).isLessThanOrEqualTo(2);
        assertThat(picture.notes()).containsExactly("ICC profile Inks converted to sRGB");
    }

    @Test
    void everyTruncationIsAnError() throws IOException {
        for (byte[] jpeg : new byte[][] {Fixtures.encode(DRAWING, "jpeg"), Fixtures.progressiveJpeg(DRAWING)}) {
            for (int length = 3; length < jpeg.length; length++) {
                byte[] cut = Arrays.copyOf(jpeg, length);
                assertThatThrownBy(() -> Fixtures.open(folder, cut))
                        .as("%d of %d bytes", length, jpeg.length)
                        .isInstanceOf(CodecException.class)
                        .hasMessageContaining("the file ends before the picture does")
                        .hasMessageNotContaining("\n");
            }
        }
    }

    @Test
    void truncatedDataWithAnEndMarkerIsAnError() {
        byte[] jpeg = Fixtures.encode(DRAWING, "jpeg");
        byte[] cut = concat(Arrays.copyOf(jpeg, jpeg.length - 200), new byte[] {(byte) 0xFF, (byte) 0xD9});
        assertThatThrownBy(() -> Fixtures.open(folder, cut))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("premature end");
    }

    @Test
    void bytesBehindTheEndAreIgnored() throws IOException {
        byte[] jpeg = Fixtures.encode(DRAWING, "jpeg");
        Image image = Fixtures.pixels(Fixtures.open(folder, concat(jpeg, new byte[1000])));
        assertThat(image).isEqualTo(byImageIo(jpeg));
    }

    @Test
    void sizeIsCheckedBeforeThePixelsAreRead() {
        byte[] jpeg = Fixtures.encode(DRAWING, "jpeg");
        int frame = indexOf(jpeg, 0xC0);
        Arrays.fill(jpeg, frame + 4, frame + 8, (byte) 0xFF);
        assertThatThrownBy(() -> Fixtures.open(folder, jpeg))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("65535 x 65535 has 4,294,836,225 pixels, more than the limit of 2,147,483,639");
    }

    @ParameterizedTest
    @CsvSource({"C9, arithmetic-coded", "C5, hierarchical"})
    void rareProcessesAreNamedAndRefused(String marker, String word) {
        byte[] jpeg = Fixtures.encode(DRAWING, "jpeg");
        jpeg[indexOf(jpeg, 0xC0)] = (byte) Integer.parseInt(marker, 16);
        assertThatThrownBy(() -> Fixtures.open(folder, jpeg))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining(word);
    }

    private static byte[] icc(int number, int count) {
        return concat(ascii("ICC_PROFILE\0"), new byte[] {(byte) number, (byte) count});
    }

    private static int indexOf(byte[] jpeg, int marker) {
        for (int i = 0; i < jpeg.length - 1; i++) {
            if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) marker) {
                return i + 1;
            }
        }
        throw new AssertionError("no marker " + marker);
    }

    /** Adobe's YCCK of inverted inks: the luma and chroma of their complement, and black as it is. */
    private static byte[] ycck(int[] left) {
        double r = 255 - left[0];
        double g = 255 - left[1];
        double b = 255 - left[2];
        double y = 0.299 * r + 0.587 * g + 0.114 * b;
        return bytes(new int[] {
            (int) Math.round(y),
            (int) Math.round(128 + (b - y) / 1.772),
            (int) Math.round(128 + (r - y) / 1.402),
            left[3]
        });
    }

    private static byte[] bytes(int[] values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] repeat(byte[] pixel, int times) {
        byte[] all = new byte[pixel.length * times];
        for (int i = 0; i < all.length; i++) {
            all[i] = pixel[i % pixel.length];
        }
        return all;
    }

    private static Image flat(int width, int height, int argb) {
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, argb);
        return new Image(width, height, pixels);
    }

    private static Image byImageIo(byte[] jpeg) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return new Image(image.getWidth(), image.getHeight(), pixels);
    }
}
