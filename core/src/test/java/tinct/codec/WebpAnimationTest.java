package tinct.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tinct.image.Animation;
import tinct.image.Delay;
import tinct.image.Image;
import tinct.reference.Played;

/** Frames of an animated WebP are put together by our code; here their pictures are of one colour, coded by nobody. */
final class WebpAnimationTest {
    private static final int CLEARED = 1;
    private static final int REPLACING = 2;
    private static final long LIMIT = 10_000;

    @TempDir
    private Path folder;

    @Test
    void framesAreLaidOverReplacedAndCleared() throws IOException {
        byte[] file = file(
                4,
                2,
                frame(0, 0, 4, 2, 10, 0, 0xFF0000FF),
                frame(2, 0, 2, 2, 20, CLEARED, 0x80FF0000),
                frame(0, 0, 2, 1, 30, REPLACING, 0x4000FF00),
                frame(0, 0, 2, 2, 40, 0, 0xFFFFFFFF));
        Played played = Played.of(WebpAnimation.of(file, LIMIT, WebpAnimationTest::still));
        int blue = 0xFF0000FF;
        int veiled = 0xFF80007F;
        int green = 0x4000FF00;
        assertThat(played.canvases())
                .containsExactly(
                        new int[] {blue, blue, blue, blue, blue, blue, blue, blue},
                        new int[] {blue, blue, veiled, veiled, blue, blue, veiled, veiled},
                        new int[] {green, green, 0, 0, blue, blue, 0, 0},
                        new int[] {-1, -1, 0, 0, -1, -1, 0, 0});
        assertThat(played.delays())
                .isEqualTo(List.of(
                        Delay.ofMilliseconds(10),
                        Delay.ofMilliseconds(20),
                        Delay.ofMilliseconds(30),
                        Delay.ofMilliseconds(40)));
        assertThat(played.plays()).isEqualTo(7);
    }

    @Test
    void alphaOfALossyFrameGoesAlongWithItsPicture() throws IOException {
        byte[] lossy = new byte[10];
        lossy[6] = 2;
        lossy[8] = 3;
        byte[] data = join(place(0, 0, 2, 3, 5, 0), chunk("ALPH", new byte[] {1, 2, 3}), chunk("VP8 ", lossy));
        WebpFrame frame = WebpFrame.parse(data, 0);
        assertThat(frame.lossless()).isFalse();
        byte[] still = frame.still(data);
        byte[] header = chunk("VP8X", new byte[] {0x10, 0, 0, 0, 1, 0, 0, 2, 0, 0});
        byte[] chunks = join(header, chunk("ALPH", new byte[] {1, 2, 3}), chunk("VP8 ", lossy));
        assertThat(still).isEqualTo(chunk("RIFF", join(latin("WEBP"), chunks)));
    }

    @Test
    void brokenFilesAreToldInOneLine() {
        byte[] sound = frame(0, 0, 4, 2, 10, 0, -1);
        assertBroken("broken WebP: there is no frame in it", file(4, 2));
        assertBroken("a frame does not lie on the canvas", file(4, 2, frame(2, 0, 4, 2, 10, 0, -1)));
        assertBroken("a frame is cut short", file(4, 2, chunk("ANMF", new byte[9])));
        assertBroken("a frame has no picture", file(4, 2, chunk("ANMF", place(0, 0, 4, 2, 1, 0))));
        assertBroken(
                "a frame of 4 x 2 has a picture of 2 x 2",
                file(4, 2, chunk("ANMF", join(place(0, 0, 4, 2, 1, 0), chunk("VP8L", picture(2, 2, -1))))));
        assertBroken(
                "the picture of a frame has no size",
                file(4, 2, chunk("ANMF", join(place(0, 0, 4, 2, 1, 0), chunk("VP8L", new byte[3])))));
        byte[] long1 = chunk("ANMF", join(place(0, 0, 4, 2, 1, 0), chunk("VP8L", picture(4, 2, -1))));
        long1[8 + 16 + 4] = 99;
        assertBroken("chunk VP8L is longer than its frame", file(4, 2, long1));
        byte[] whole = file(4, 2, sound);
        assertBroken("the file ends before the picture does", Arrays.copyOf(whole, whole.length - 1));
        byte[] longer = whole.clone();
        longer[16] = 11;
        assertBroken("is no animation", longer);
        assertBroken("is no WebP", new byte[40]);
        assertThatThrownBy(() -> WebpAnimation.of(file(101, 100, sound), LIMIT, WebpAnimationTest::still))
                .hasMessage("the WebP of 101 x 100 has 10,100 pixels, more than the limit of 10,000");
    }

    private static void assertBroken(String message, byte[] file) {
        assertThatThrownBy(() -> WebpAnimation.of(file, LIMIT, WebpAnimationTest::still))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining(message);
    }

    @Test
    void damagedFilesAreToldOrPlayed() {
        byte[] file = file(6, 4, frame(0, 0, 6, 4, 10, 0, -1), frame(2, 2, 2, 2, 20, CLEARED, 0x80FF0000));
        int told = 0;
        for (long seed = 0; seed < 3000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] damaged = Arrays.copyOf(file, random.nextInt(9) == 0 ? random.nextInt(file.length) : file.length);
            for (int i = 0; i <= seed % 3 && damaged.length > 0; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                Played.of(WebpAnimation.of(damaged, LIMIT, WebpAnimationTest::still));
            } catch (CodecException broken) {
                told++;
                assertThat(broken).message().doesNotContain("\n").hasSizeLessThan(200);
            } catch (IOException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        assertThat(told).isBetween(500, 2990);
    }

    @Test
    void aFileThatChangesUnderneathIsTold() throws IOException {
        byte[] before = file(4, 2, frame(0, 0, 4, 2, 10, 0, -1), frame(0, 0, 4, 2, 20, 0, -1));
        Path path = Files.write(folder.resolve("x.webp"), before);
        assertThat(WebpAnimation.isAnimated(path)).isTrue();
        WebpAnimation animation = WebpAnimation.open(path, LIMIT, WebpAnimationTest::still);
        Files.write(path, file(4, 2, frame(0, 0, 4, 2, 10, 0, -1)));
        try (Animation.FrameReader frames = animation.open()) {
            assertThat(frames.next()).isTrue();
            assertThatThrownBy(frames::next).hasMessage("the WebP has changed since it was first read");
        }
        Files.write(path, file(4, 2, frame(0, 0, 2, 2, 10, 0, -1), frame(0, 0, 4, 2, 20, 0, -1)));
        try (Animation.FrameReader frames = animation.open()) {
            assertThatThrownBy(frames::next).hasMessage("the WebP has changed since it was first read");
        }
        Files.write(path, new byte[5]);
        assertThat(WebpAnimation.isAnimated(path)).isFalse();
        assertThatThrownBy(animation::open).isInstanceOf(CodecException.class);
    }

    /** "Decodes" a picture of one colour: its four bytes follow its size. */
    private static Image still(byte[] webp) {
        ByteBuffer data = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
        int sizes = data.getInt(21);
        int[] argb = new int[((sizes & 0x3FFF) + 1) * ((sizes >>> 14 & 0x3FFF) + 1)];
        Arrays.fill(argb, data.getInt(25));
        return new Image((sizes & 0x3FFF) + 1, (sizes >>> 14 & 0x3FFF) + 1, argb);
    }

    private static byte[] picture(int width, int height, int argb) {
        return ByteBuffer.allocate(10)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0x2F)
                .putInt(width - 1 | height - 1 << 14)
                .putInt(argb)
                .array();
    }

    private static byte[] place(int x, int y, int width, int height, int milliseconds, int flags) {
        byte[] place = new byte[16];
        int[] values = {x / 2, y / 2, width - 1, height - 1, milliseconds};
        for (int i = 0; i < values.length; i++) {
            place[3 * i] = (byte) values[i];
            place[3 * i + 1] = (byte) (values[i] >> 8);
        }
        place[15] = (byte) flags;
        return place;
    }

    private static byte[] frame(int x, int y, int width, int height, int milliseconds, int flags, int argb) {
        byte[] place = place(x, y, width, height, milliseconds, flags);
        return chunk("ANMF", join(place, chunk("odd ", new byte[3]), chunk("VP8L", picture(width, height, argb))));
    }

    private static byte[] file(int width, int height, byte[]... frames) {
        byte[] sizes = {0x12, 0, 0, 0, (byte) (width - 1), 0, 0, (byte) (height - 1), 0, 0};
        byte[] control = {1, 2, 3, 4, 7, 0};
        return chunk("RIFF", join(latin("WEBP"), chunk("VP8X", sizes), chunk("ANIM", control), join(frames)));
    }

    private static byte[] chunk(String name, byte[] data) {
        byte[] length = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(data.length)
                .array();
        return join(latin(name), length, data, new byte[data.length & 1]);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
