package tinct.imageio;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tinct.image.Animation;

final class MovingPicturesTest {
    private static final long MAX_PIXELS = 1_000_000;

    @TempDir
    Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("picture"), bytes);
    }

    @Test
    void animatedGifIsOpened() throws IOException {
        BufferedImage frame = Fixtures.opaqueDrawing(BufferedImage.TYPE_BYTE_INDEXED);
        Path gif = file(Fixtures.sequence("gif", frame, frame, frame));
        MovingPicture moving = MovingPictures.open(gif, MAX_PIXELS).orElseThrow();
        assertThat(moving.format()).isEqualTo("GIF");
        assertThat(moving.animation().frameCount()).isEqualTo(3);
        assertThat(MovingPictures.isMovingGif(gif)).isTrue();
        try (Animation.FrameReader frames = moving.animation().open()) {
            while (frames.next()) {
                assertThat(frames.canvas())
                        .isEqualTo(BufferedImages.toImage(frame).pixels());
            }
        }
    }

    @Test
    void stillPicturesAreNoAnimations() throws IOException {
        BufferedImage image = Fixtures.opaqueDrawing(BufferedImage.TYPE_BYTE_INDEXED);
        for (String format : new String[] {"gif", "png", "bmp"}) {
            Path still = file(Fixtures.encode(image, format));
            assertThat(MovingPictures.open(still, MAX_PIXELS)).as(format).isEmpty();
            assertThat(MovingPictures.isMovingGif(still)).as(format).isFalse();
        }
        assertThat(MovingPictures.open(file(new byte[] {1, 2, 3}), MAX_PIXELS)).isEmpty();
    }

    @Test
    void profilesOfAnimationsAreConvertedAsThoseOfStills() throws IOException {
        BufferedImage image = Fixtures.opaqueDrawing(BufferedImage.TYPE_3BYTE_BGR);
        byte[] png = Fixtures.encode(image, "png");
        byte[] profiled = behindHeader(png, chunk("iCCP", profile(TestProfiles.rgb("Display P3", TestProfiles.P3))));
        Picture still = Pictures.open(file(profiled), MAX_PIXELS);
        int[] expected = Fixtures.pixels(still).pixels();
        byte[] control = ByteBuffer.allocate(26)
                .putInt(0)
                .putInt(image.getWidth())
                .putInt(image.getHeight())
                .putInt(20, 0x00010001)
                .array();
        byte[] moving =
                behindHeader(profiled, chunk("acTL", new byte[] {0, 0, 0, 1, 0, 0, 0, 0}), chunk("fcTL", control));
        MovingPicture opened = MovingPictures.open(file(moving), MAX_PIXELS).orElseThrow();
        assertThat(opened.notes()).isEqualTo(still.notes());
        assertThat(opened.kind()).isEqualTo("8-bit RGB animation");
        try (Animation.FrameReader frames = opened.animation().open()) {
            assertThat(frames.next()).isTrue();
            assertThat(frames.canvas()).isEqualTo(expected);
            assertThat(frames.delay().seconds()).isEqualTo(1);
            assertThat(frames.next()).isFalse();
        }
    }

    private static byte[] profile(byte[] icc) throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(new byte[] {'n', 0, 0});
        try (DeflaterOutputStream zip = new DeflaterOutputStream(data)) {
            zip.write(icc);
        }
        return data.toByteArray();
    }

    private static byte[] behindHeader(byte[] png, byte[]... chunks) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        int end = 8 + 25; // signature and IHDR
        file.write(png, 0, end);
        for (byte[] chunk : chunks) {
            file.writeBytes(chunk);
        }
        file.write(png, end, png.length - end);
        return file.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] body = ByteBuffer.allocate(4 + data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        CRC32 crc = new CRC32();
        crc.update(body);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(body)
                .putInt((int) crc.getValue())
                .array();
    }
}
