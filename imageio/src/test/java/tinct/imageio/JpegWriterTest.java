package tinct.imageio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tinct.codec.CodecException;
import tinct.image.Image;
import tinct.metrics.Comparison;

class JpegWriterTest {
    @TempDir
    Path folder;

    @Test
    void highQualityIsCloseToThePicture() throws IOException {
        Image drawing = Fixtures.opaqueDrawing();
        assertThat(psnr(drawing, write(drawing, 1))).isGreaterThan(40);
        assertThat(psnr(drawing, write(drawing, 0.2f))).isBetween(15.0, 35.0);
        assertThat(write(drawing, 0.2f)).hasSizeLessThan(write(drawing, 1).length / 2);
    }

    @Test
    void colorIsNotSubsampled() throws IOException {
        int[] stripes = new int[64 * 64];
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = i % 2 == 0 ? 0xFFFF0000 : 0xFF0000FF;
        }
        Image image = new Image(64, 64, stripes);
        assertThat(psnr(image, write(image, 1))).isGreaterThan(35); // with half the columns of colour: 10
    }

    @Test
    void transparencyIsLaidOnWhite() throws IOException {
        int[] pixels = new int[256];
        java.util.Arrays.fill(pixels, 0, 128, 0x00123456);
        java.util.Arrays.fill(pixels, 128, 256, 0x80000000);
        Image read = Fixtures.pixels(Fixtures.open(folder, write(new Image(16, 16, pixels), 1)));
        assertThat(read.argb(3, 3)).isEqualTo(0xFFFFFFFF);
        assertThat(Fixtures.maxDifference(
                        new Image(1, 1, new int[] {read.argb(3, 12)}), new Image(1, 1, new int[] {0xFF7F7F7F})))
                .isLessThanOrEqualTo(1);
    }

    @Test
    void theStreamStaysOpen() throws IOException {
        boolean[] closed = new boolean[1];
        OutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        JpegWriter.write(Fixtures.drawing(), 0.9f, out);
        assertThat(closed[0]).isFalse();
    }

    @Test
    void failureOfTheStreamComesThrough() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("the disk is full");
            }
        };
        assertThatThrownBy(() -> JpegWriter.write(Fixtures.drawing(), 0.9f, full))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is full");
    }

    @Test
    void whatJpegCannotHoldIsRefused() {
        Image wide = new Image(65_536, 1, new int[65_536]);
        assertThatThrownBy(() -> write(wide, 1)).isInstanceOf(CodecException.class);
        assertThatThrownBy(() -> write(Fixtures.drawing(), 1.5f)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> write(Fixtures.drawing(), Float.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    private double psnr(Image image, byte[] jpeg) throws IOException {
        return Comparison.of(image, Fixtures.pixels(Fixtures.open(folder, jpeg)))
                .psnr();
    }

    private static byte[] write(Image image, float quality) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JpegWriter.write(image, quality, out);
        return out.toByteArray();
    }
}
