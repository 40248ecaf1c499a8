package tinct.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import tinct.image.Animation;
import tinct.reference.GifPlayer;
import tinct.reference.NaivePng;
import tinct.reference.Played;
import tinct.reference.PngPlayer;

/** Animations are read as decoders that are not ours read their frames; broken ones are told in one line. */
final class AnimationReadersTest {
    private static final long LIMIT = 10_000;

    private static void assertSame(Played read, Played expected, String what) {
        assertThat(read.width()).as(what).isEqualTo(expected.width());
        assertThat(read.height()).as(what).isEqualTo(expected.height());
        assertThat(read.plays()).as(what).isEqualTo(expected.plays());
        assertThat(read.delays()).as(what).isEqualTo(expected.delays());
        assertThat(read.canvases()).as(what).hasSameSizeAs(expected.canvases());
        for (int i = 0; i < read.frameCount(); i++) {
            assertThat(Arrays.equals(read.canvases().get(i), expected.canvases().get(i)))
                    .as("%s, frame %d", what, i)
                    .isTrue();
        }
    }

    @Test
    void gifFramesArePutTogetherAsBrowsersDo() throws IOException {
        for (long seed = 0; seed < 200; seed++) {
            byte[] gif = RandomGifs.of(seed);
            GifAnimation animation = GifAnimation.of(gif, LIMIT);
            Played read = Played.of(animation);
            assertSame(read, GifPlayer.play(gif), "seed " + seed);
            assertThat(animation.frameCount()).as("seed %d", seed).isEqualTo(read.frameCount());
            assertThat(animation.seconds()).as("seed %d", seed).isCloseTo(read.seconds(), within(1e-6));
        }
    }

    @Test
    void interlacedGifsOfFewRowsAreRead() throws IOException {
        int[][] orders = {{0}, {0, 1}, {0, 2, 1}, {0, 2, 1, 3}, {0, 4, 2, 1, 3}};
        for (int[] order : orders) {
            byte[] gif = RandomGifs.rows(order.length, false, new byte[] {0, 1, 2, 3, 0});
            int[] plain = Played.of(GifAnimation.of(gif, LIMIT)).canvases().get(0);
            byte[] interlaced = RandomGifs.rows(order.length, true, new byte[] {0, 1, 2, 3, 0});
            int[] read =
                    Played.of(GifAnimation.of(interlaced, LIMIT)).canvases().get(0);
            for (int i = 0; i < order.length; i++) {
                assertThat(read[order[i]]).as("%d rows", order.length).isEqualTo(plain[i]);
            }
        }
    }

    @Test
    void apngFramesArePutTogetherAsSpecified() throws IOException {
        for (long seed = 0; seed < 250; seed++) {
            byte[] png = RandomApngs.of(seed);
            PngAnimation animation = PngAnimation.of(png, LIMIT);
            Played read = Played.of(animation);
            assertSame(read, PngPlayer.play(png), "seed " + seed);
            assertThat(animation.frameCount()).as("seed %d", seed).isEqualTo(read.frameCount());
            assertThat(animation.seconds()).as("seed %d", seed).isCloseTo(read.seconds(), within(1e-6));
        }
    }

    @Test
    void animationsMayBeReadSeveralTimesAtOnce() throws IOException {
        for (Animation animation :
                List.of(GifAnimation.of(RandomGifs.of(3), LIMIT), PngAnimation.of(RandomApngs.of(3), LIMIT))) {
            try (Animation.FrameReader one = animation.open();
                    Animation.FrameReader other = animation.open()) {
                while (one.next()) {
                    assertThat(other.next()).isTrue();
                    assertThat(one.canvas()).isEqualTo(other.canvas());
                }
                assertThat(other.next()).isFalse();
            }
        }
    }

    @Test
    void aFileCutAtAnyByteIsBroken() {
        byte[] gif = RandomGifs.of(5);
        for (int length = 0; length < gif.length; length++) {
            byte[] cut = Arrays.copyOf(gif, length);
            assertThatThrownBy(() -> GifAnimation.of(cut, LIMIT)).isInstanceOf(CodecException.class);
        }
        byte[] png = RandomApngs.of(5);
        for (int length = 0; length < png.length; length++) {
            byte[] cut = Arrays.copyOf(png, length);
            assertThatThrownBy(() -> Played.of(PngAnimation.of(cut, LIMIT))).isInstanceOf(CodecException.class);
        }
    }

    @Test
    void wrongBytesAreAnErrorOrAnAnimation() {
        byte[] whole = {};
        for (long seed = 0; seed < 4000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            boolean isGif = seed / 50 % 2 == 0;
            if (seed % 50 == 0) {
                whole = isGif ? RandomGifs.of(seed) : RandomApngs.of(seed);
            }
            byte[] file = whole.clone();
            for (int i = 0; i <= seed % 5; i++) {
                file[random.nextInt(file.length)] = (byte) random.nextInt();
            }
            byte[] damaged = isGif ? file : rechecked(file);
            try {
                Played.of(isGif ? GifAnimation.of(damaged, LIMIT) : PngAnimation.of(damaged, LIMIT));
            } catch (CodecException told) {
                assertThat(told).message().isNotBlank().doesNotContain("\n", "null");
            } catch (IOException | RuntimeException | Error untold) {
                fail("seed " + seed, untold);
            }
        }
    }

    /** The file with checksums that fit, so that more than these is put to the test. */
    private static byte[] rechecked(byte[] png) {
        byte[] file = png.clone();
        for (long at = 8; at + 12 <= file.length; ) {
            int start = (int) at;
            ByteBuffer buffer = ByteBuffer.wrap(file);
            long length = Integer.toUnsignedLong(buffer.getInt(start));
            if (start + 12 + length > file.length) {
                break;
            }
            CRC32 crc = new CRC32();
            crc.update(file, start + 4, (int) length + 4);
            buffer.putInt(start + 8 + (int) length, (int) crc.getValue());
            at += 12 + length;
        }
        return file;
    }

    @Test
    void sizesAreCheckedBeforeMemoryIsTaken() {
        byte[] gif = RandomGifs.of(1);
        gif[6] = -1;
        gif[7] = -1;
        gif[8] = -1;
        gif[9] = -1;
        assertThatThrownBy(() -> GifAnimation.of(gif, LIMIT))
                .hasMessage("the GIF of 65535 x 65535 has 4,294,836,225 pixels, more than the limit of 10,000");
        assertThatThrownBy(() -> PngAnimation.of(RandomApngs.of(2), 0)).hasMessageContaining("more than the limit");
    }

    @Test
    void framesThatAreNotThereAreTold() {
        byte[] acTL = NaivePng.chunk("acTL", new byte[] {0, 0, 0, 7, 0, 0, 0, 0});
        NaivePng still = RandomPngs.of(new SplittableRandom(1), new int[] {2, 8}, 6, 5, false, -1, false);
        List<byte[]> chunks = still.chunks();
        byte[] png = NaivePng.file(List.of(chunks.get(0), acTL, chunks.get(1), chunks.get(2)));
        assertThatThrownBy(() -> PngAnimation.of(png, LIMIT)).hasMessageContaining("there are 0 frames instead of 7");
        assertThatThrownBy(() -> PngAnimation.of(still.bytes(), LIMIT))
                .hasMessage("the PNG is no animation, as it has no chunk acTL");
    }
}
