package tinct.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.internal.LzwCodes;

final class LzwClearsTest {
    private static final int STEP = LzwCodes.CLEAR_STEP;

    /** Neighbours that are alike, of entries from {@code first} on; the higher {@code spread}, the less alike. */
    private static byte[] texture(int seed, int pixels, int first, int spread) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] indices = new byte[pixels];
        for (int i = 0; i < pixels; i++) {
            indices[i] = (byte) (first + random.nextInt(spread));
        }
        return indices;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    @Test
    void aTableThatStaysGoodIsKept() {
        // One texture throughout: strings that were learned from it are as good later.
        assertThat(LzwClears.of(texture(1, 40 * STEP, 0, 3), 8)).isEmpty();
    }

    @Test
    void aTableOfAnotherTextureIsCleared() {
        byte[] indices = joined(texture(1, 30 * STEP, 0, 3), texture(2, 30 * STEP, 100, 3));
        assertThat(LzwClears.of(indices, 8)).containsExactly(30 * STEP);
    }

    @Test
    void noSimpleRuleNeedsFewerBits() {
        for (int seed = 0; seed < 4; seed++) {
            byte[] indices = joined(
                    texture(seed, 20_000 + seed * 777, 0, 2 + seed),
                    texture(seed + 9, 33_333, 40, 5),
                    texture(seed + 99, 50_000, 3, 30));
            int[] clears = LzwClears.of(indices, 8);
            long bits = NaiveLzw.bits(indices, 8, clears);
            assertThat(bits).as("seed %d, no clears", seed).isLessThanOrEqualTo(NaiveLzw.bits(indices, 8));
            for (int every = 2; every < 24; every += 3) {
                int period = every * STEP;
                int[] others = IntStream.rangeClosed(1, (indices.length - 1) / period)
                        .map(i -> i * period)
                        .toArray();
                assertThat(bits)
                        .as("seed %d, clears every %d pixels", seed, period)
                        .isLessThanOrEqualTo(NaiveLzw.bits(indices, 8, others));
            }
        }
    }

    @Test
    void filesAreAsLongAsTheClearsSayAndReadBack() throws IOException {
        int[] argb = IntStream.range(0, 256).map(i -> 0xFF000000 | i * 0x10101).toArray();
        for (int seed = 0; seed < 3; seed++) {
            byte[] indices = joined(texture(seed, 30_000, 0, 4), texture(seed + 5, 31_440, 100 + seed, 9));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            GifWriter.write(new IndexedImage(indices.length / 240, 240, new Palette(argb), indices), out);
            byte[] gif = out.toByteArray();
            long bytes = (NaiveLzw.bits(indices, 8, LzwClears.of(indices, 8)) + 7) / 8;
            long blocks = (bytes + 254) / 255;
            assertThat((long) gif.length).as("seed %d", seed).isEqualTo(13 + 768 + 11 + bytes + blocks + 2);
            assertThat(Arrays.equals(NaiveGif.indices(gif), indices))
                    .as("seed %d", seed)
                    .isTrue();
        }
    }
}
