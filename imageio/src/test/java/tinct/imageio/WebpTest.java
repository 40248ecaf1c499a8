package tinct.imageio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.image.Animation;
import tinct.image.Image;

/** WebP files are read as libwebp's own programs read them: beside each file is a PNG of what those made of it. */
final class WebpTest {
    private static final long MAX_PIXELS = 1_000_000;

    @TempDir
    private Path folder;

    @Test
    void libwebpRunsHere() {
        // On Linux, macOS and Windows; its note would be on every picture where it does not.
        assertThat(Libwebp.PROVIDER).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lossless",
                "lossless-flat",
                "lossless-palette",
                "waves-lossless",
                "lossy",
                "lossy-alpha",
                "waves",
                "waves-alpha"
            })
    void stillPicturesAreWhatDwebpMakesOfThem(String name) throws IOException {
        Picture picture = Fixtures.open(folder, Fixtures.resource(name + ".webp"));
        assertThat(Fixtures.maxDifference(Fixtures.pixels(picture), expected(name)))
                .isZero();
        assertThat(picture.notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "moving-lossless, 5, 3, lossless, 300",
        "moving-lossy, 5, 0, lossy, 500",
        "moving-alpha, 5, 0, lossless, 500",
        "moving-parts, 6, 2, lossy and lossless, 450"
    })
    void framesAreWhatLibwebpMakesOfThem(String name, int count, int plays, String coding, int milliseconds)
            throws IOException {
        MovingPicture moving = open(Fixtures.resource(name + ".webp"));
        Animation animation = moving.animation();
        assertThat(moving.format()).isEqualTo("WebP");
        assertThat(moving.kind()).isEqualTo("8-bit RGB, " + coding + " animation");
        assertThat(moving.notes()).isEmpty();
        assertThat(animation.frameCount()).isEqualTo(count);
        assertThat(animation.plays()).isEqualTo(plays);
        assertThat(Math.round(animation.seconds() * 1000)).isEqualTo(milliseconds);
        List<Image> frames = frames(animation);
        assertThat(frames).hasSize(count).isEqualTo(frames(animation)); // again from the beginning
        Image expected = expected(name);
        int size = expected.pixels().length / count;
        for (int i = 0; i < count; i++) {
            int[] own = Arrays.copyOfRange(expected.pixels(), i * size, (i + 1) * size);
            // libwebp cuts where veils are laid over each other, we round
            assertThat(Fixtures.maxDifference(visible(frames.get(i)), visible(new Image(48, 36, own))))
                    .as("%s, frame %d", name, i)
                    .isLessThanOrEqualTo(name.equals("moving-parts") ? 3 : 0);
        }
    }

    @Test
    void profilesOfAnimationsAreConverted() throws IOException {
        byte[] profile = TestProfiles.rgb("Display P3", TestProfiles.P3);
        byte[] plain = Fixtures.resource("moving-lossless.webp");
        List<Image> sources = frames(open(plain).animation());
        MovingPicture moving = open(withProfile(plain, profile));
        assertThat(moving.notes()).containsExactly("ICC profile Display P3 converted to sRGB");
        List<Image> frames = frames(moving.animation());
        for (int i = 0; i < sources.size(); i++) {
            int[] converted = sources.get(i).pixels().clone();
            IccProfiles.of(profile).orElseThrow().convert(converted, 0, converted.length);
            assertThat(frames.get(i)).isEqualTo(new Image(48, 36, converted));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"moving-lossless", "moving-lossy", "moving-parts"})
    void damagedAnimationsAreAnErrorInOneLineOrAnAnimation(String name) throws IOException {
        byte[] file = Fixtures.resource(name + ".webp");
        for (int length = 21; length < file.length; length += 7) {
            assertTold(Arrays.copyOf(file, length), name + " cut to " + length);
        }
        for (long seed = 0; seed < 150; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] damaged = file.clone();
            int reach = seed % 2 == 0 ? 80 : file.length; // headers are the more delicate
            for (int i = 0; i <= seed % 4; i++) {
                damaged[random.nextInt(reach)] = (byte) random.nextInt();
            }
            assertTold(damaged, name + " with seed " + seed);
        }
    }

    @Test
    void animationsLargerThanTheLimitAreRefused() throws IOException {
        Path file = Files.write(folder.resolve("large"), Fixtures.resource("moving-lossy.webp"));
        assertThatThrownBy(() -> MovingPictures.open(file, 48 * 36 - 1))
                .hasMessage("the WebP of 48 x 36 has 1,728 pixels, more than the limit of 1,727");
    }

    private void assertTold(byte[] damaged, String what) {
        try {
            Path file = Files.write(folder.resolve("damaged"), damaged);
            var moving = MovingPictures.open(file, MAX_PIXELS);
            if (moving.isPresent()) {
                frames(moving.get().animation());
            }
        } catch (IOException told) {
            assertThat(told)
                    .as(what)
                    .message()
                    .isNotBlank()
                    .doesNotContain("\n", "\r")
                    .hasSizeLessThan(300);
        } catch (RuntimeException | Error untold) {
            fail(what, untold);
        }
    }

    private MovingPicture open(byte[] file) throws IOException {
        return MovingPictures.open(Files.write(folder.resolve("moving"), file), MAX_PIXELS)
                .orElseThrow();
    }

    private static List<Image> frames(Animation animation) throws IOException {
        List<Image> frames = new ArrayList<>();
        try (Animation.FrameReader reader = animation.open()) {
            while (reader.next()) {
                frames.add(new Image(
                        animation.width(), animation.height(), reader.canvas().clone()));
            }
        }
        return frames;
    }

    private static Image expected(String name) {
        try {
            return BufferedImages.toImage(ImageIO.read(new ByteArrayInputStream(Fixtures.resource(name + ".png"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With one colour for all that is not to be seen. */
    private static Image visible(Image image) {
        int[] argb = image.pixels().clone();
        for (int i = 0; i < argb.length; i++) {
            argb[i] = argb[i] >>> 24 == 0 ? 0 : argb[i];
        }
        return new Image(image.width(), image.height(), argb);
    }

    /** The same file with an ICC profile behind its header of 30 bytes. */
    private static byte[] withProfile(byte[] webp, byte[] profile) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(webp, 0, 30);
        file.writeBytes(Fixtures.ascii("ICCP"));
        file.writeBytes(littleEndian(profile.length));
        file.writeBytes(profile);
        file.writeBytes(new byte[profile.length & 1]);
        file.write(webp, 30, webp.length - 30);
        byte[] bytes = file.toByteArray();
        System.arraycopy(littleEndian(bytes.length - 8), 0, bytes, 4, 4);
        return bytes;
    }

    private static byte[] littleEndian(int value) {
        return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)};
    }
}
