package tinct.imageio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tinct.image.Image;

/** Files of every format cut short and with wrong bytes: one line, and never a part of a picture. */
@Tag("slow")
class DamageTest {
    private static final long MAX_PIXELS = 1_000_000;
    private static final Map<String, byte[]> FILES = files();

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("names")
    void aFileCutShortIsAnErrorOrWhole(String name) throws IOException {
        byte[] file = file(name);
        Image whole = Fixtures.pixels(Fixtures.open(folder, file));
        int step = Math.max(1, file.length / 150);
        for (int length = 1; length < file.length; length += step) {
            try {
                Picture picture = open(Arrays.copyOf(file, length));
                assertThat(Fixtures.pixels(picture))
                        .as("%s, %d of %d bytes", name, length, file.length)
                        .isEqualTo(whole);
            } catch (IOException told) {
                assertOneLine(told);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void wrongBytesAreAnErrorOrAPicture(String name) throws IOException {
        byte[] file = file(name);
        for (long seed = 0; seed < 150; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] damaged = file.clone();
            int reach = seed % 2 == 0 ? Math.min(200, file.length) : file.length; // headers are the more delicate
            for (int i = 0; i <= seed % 4; i++) {
                damaged[random.nextInt(reach)] = (byte) random.nextInt();
            }
            try {
                Fixtures.pixels(open(damaged));
            } catch (IOException told) {
                assertOneLine(told);
            } catch (RuntimeException | Error untold) {
                fail(name + " with seed " + seed, untold);
            }
        }
    }

    @Test
    void longMessagesOfReadersAreCut() {
        assertThatThrownBy(() -> Decoder.guard("TIFF", () -> {
                    throw new IOException("not supported: [" + "8, ".repeat(5000) + "]");
                }))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("broken TIFF: not supported: [8, 8")
                .hasMessageEndingWith("...")
                .satisfies(told -> assertOneLine((IOException) told));
    }

    private Picture open(byte[] file) throws IOException {
        return Pictures.open(Files.write(folder.resolve("picture"), file), MAX_PIXELS);
    }

    private static void assertOneLine(IOException told) {
        assertThat(told).message().isNotBlank().doesNotContain("\n", "\r").hasSizeLessThan(300);
    }

    static Stream<String> names() {
        return FILES.keySet().stream();
    }

    private static byte[] file(String name) {
        byte[] file = FILES.get(name);
        if (file == null) {
            throw new IllegalArgumentException(name);
        }
        return file;
    }

    private static Map<String, byte[]> files() {
        BufferedImage color = Fixtures.opaqueDrawing(BufferedImage.TYPE_3BYTE_BGR);
        BufferedImage indexed = Fixtures.opaqueDrawing(BufferedImage.TYPE_BYTE_INDEXED);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("baseline JPEG", Fixtures.encode(color, "jpeg"));
        files.put("progressive JPEG", Fixtures.progressiveJpeg(color));
        files.put("CMYK JPEG", Fixtures.fourComponentJpeg(new byte[4 * 24 * 24], 24, 24));
        files.put("GIF", Fixtures.encode(indexed, "gif"));
        files.put("BMP", Fixtures.encode(color, "bmp"));
        files.put("indexed BMP", Fixtures.encode(indexed, "bmp"));
        files.put("TIFF", Fixtures.tiff(color, "Deflate"));
        files.put("LZW TIFF", Fixtures.tiff(color, "LZW"));
        files.put("PackBits TIFF", Fixtures.tiff(color, "PackBits"));
        files.put("uncompressed TIFF", Tiffs.inks(new byte[4 * 20 * 20], 20, 20, 6));
        files.put("JPEG TIFF", Fixtures.tiff(color, "JPEG"));
        files.put("lossless WebP", Fixtures.resource("lossless.webp"));
        files.put("lossy WebP", Fixtures.resource("lossy.webp"));
        files.put("lossy WebP with alpha", Fixtures.resource("lossy-alpha.webp"));
        files.put("PNG", Fixtures.encode(color, "png"));
        return files;
    }
}
