package tinct.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tinct.internal.DeflateSymbols;

/** The JDK's inflater is the judge. */
@Tag("slow")
final class DeflateTest {
    private static final int[] DIGESTS = {
        1915885358, 1700188727, 995030843, 1051071564, -585508520, -585508520, -1769030316, -1627624901, -1954492792
    };

    @Test
    void tinyInputsComeBack() {
        for (int size = 0; size <= 12; size++) {
            check(RandomBytes.uniform(new SplittableRandom(size), size, 2), "size " + size);
            check(new byte[size], "zeros " + size);
        }
    }

    @Test
    void everyByteValueComesBack() {
        byte[] data = new byte[1024];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) (i * 7);
        }
        check(data, "all values");
    }

    @Test
    void runsOfEveryLengthAroundTheLongestCopyComeBack() {
        for (int size = 255; size <= 262; size++) {
            check(run(size), "run of " + size);
            check(run(2 * size), "run of " + 2 * size);
            check(run(3 * size + 1), "run of " + (3 * size + 1));
        }
    }

    @Test
    void aLongRunTakesAThousandthOfItsSize() {
        assertThat(Deflate.compress(run(1 << 20), 6)).hasSizeLessThan(1100);
        assertThat(Deflate.compress(run(1 << 20), 1)).hasSizeLessThan(1300);
    }

    @Test
    void repeatsAtTheWindowsEdgeComeBackAndAreFound() {
        for (int distance = DeflateSymbols.WINDOW - 1; distance <= DeflateSymbols.WINDOW + 1; distance++) {
            byte[] data = RandomBytes.uniform(new SplittableRandom(distance), distance + 4000, 256);
            System.arraycopy(data, 0, data, distance, 4000);
            check(data, "distance " + distance);
            for (int effort : new int[] {1, 6, 9}) {
                int size = Deflate.compress(data, effort).length;
                if (distance <= DeflateSymbols.WINDOW) {
                    assertThat(size).as("distance %d", distance).isLessThan(distance + 200);
                } else {
                    assertThat(size).as("distance %d", distance).isGreaterThan(distance + 3900);
                }
            }
        }
    }

    @Test
    void textComesBackSmall() {
        StringBuilder text = new StringBuilder();
        SplittableRandom random = new SplittableRandom(7);
        String[] words = {"palette", "index", "colour", "the", "of", "a", "row", "block", "nearest", "\n"};
        while (text.length() < 60_000) {
            text.append(words[random.nextInt(words.length)]).append(' ');
        }
        byte[] data = text.toString().getBytes(StandardCharsets.UTF_8);
        check(data, "text");
        assertThat(Deflate.compress(data, 6)).hasSizeLessThan(zlib(data).length);
    }

    @Test
    void structuredDataComesBack() {
        for (int seed = 0; seed < 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            check(RandomBytes.structured(random, 1 + random.nextInt(1 << random.nextInt(4, 17))), "seed " + seed);
        }
    }

    @Test
    void noiseIsStoredAtHardlyMoreThanItsSize() {
        for (int size : new int[] {1, 100, 65_534, 65_535, 65_536, 131_070, 131_071, 300_000}) {
            check(RandomBytes.uniform(new SplittableRandom(size), size, 256), "noise of " + size);
        }
    }

    @Test
    void inputsLongerThanABufferComeBack() {
        SplittableRandom random = new SplittableRandom(99);
        for (int size : new int[] {524_287, 524_288, 524_289, 622_850, 622_851, 1_800_000}) {
            byte[] data = RandomBytes.structured(random, size);
            for (int effort : new int[] {1, 3, 6}) {
                checkOne(data, effort, "size " + size);
            }
        }
    }

    @Test
    void copiesReachAcrossSegments() {
        byte[] block = RandomBytes.uniform(new SplittableRandom(5), 30_000, 256);
        byte[] data = new byte[50 * block.length];
        for (int i = 0; i < data.length; i += block.length) {
            System.arraycopy(block, 0, data, i, block.length);
        }
        for (int effort : new int[] {1, 5}) {
            checkOne(data, effort, "repeated block");
            assertThat(Deflate.compress(data, effort)).hasSizeLessThan(block.length + 20_000);
        }
    }

    @Test
    void portionsDoNotChangeTheBytes() throws IOException {
        SplittableRandom random = new SplittableRandom(11);
        byte[] data = RandomBytes.structured(random, 700_000);
        for (int effort : new int[] {2, 6}) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (Deflate deflate = new Deflate(bytes, effort)) {
                deflate.write(data[0]);
                for (int from = 1; from < data.length; ) {
                    int length = Math.min(random.nextInt(40_000), data.length - from);
                    deflate.write(data, from, length);
                    from += length;
                }
            }
            assertThat(bytes.toByteArray()).isEqualTo(Deflate.compress(data, effort));
        }
    }

    @Test
    void equalInputGivesEqualBytes() {
        byte[] data = RandomBytes.plane(new SplittableRandom(3), 300, 200, 64);
        for (int effort = 1; effort <= Effort.MAX; effort++) {
            assertThat(Deflate.compress(data, effort)).isEqualTo(Deflate.compress(data.clone(), effort));
        }
    }

    /** The bytes must not depend on the machine or the Java version; a change of them belongs into the changelog. */
    @Test
    void bytesAreTheSameEverywhere() {
        byte[] data = RandomBytes.plane(new SplittableRandom(3), 300, 200, 64);
        int[] digests = new int[Effort.MAX];
        for (int effort = 1; effort <= Effort.MAX; effort++) {
            digests[effort - 1] = Arrays.hashCode(Deflate.compress(data, effort));
        }
        assertThat(digests).containsExactly(DIGESTS);
    }

    @Test
    void planesComeBackSmallerThanZlibMakesThem() {
        for (int entries : new int[] {2, 16, 64, 256}) {
            byte[] data = RandomBytes.plane(new SplittableRandom(entries), 320, 240, entries);
            check(data, entries + " entries");
            int zlib = zlib(data).length;
            for (int effort = 5; effort <= Effort.MAX; effort++) {
                assertThat(Deflate.compress(data, effort).length)
                        .as("%d entries, effort %d", entries, effort)
                        .isLessThanOrEqualTo(zlib);
            }
        }
    }

    @Test
    void moreEffortDoesNotCostBytes() {
        for (int seed = 0; seed < 30; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] data = seed % 2 == 0
                    ? RandomBytes.structured(random, 30_000)
                    : RandomBytes.plane(random, 200, 150, 2 << random.nextInt(8));
            int lazy = Deflate.compress(data, 4).length;
            int optimal = Deflate.compress(data, 6).length;
            int best = Deflate.compress(data, 9).length;
            assertThat(optimal).as("seed %d, lazy %d", seed, lazy).isLessThanOrEqualTo(lazy + 8);
            assertThat(best).as("seed %d, optimal %d", seed, optimal).isLessThanOrEqualTo(optimal + optimal / 500 + 8);
        }
    }

    @Test
    void effortsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> Deflate.compress(new byte[1], 0)).hasMessage("effort must be 1..9, not 0");
        assertThatThrownBy(() -> Deflate.compress(new byte[1], 10)).hasMessage("effort must be 1..9, not 10");
    }

    private static byte[] run(int size) {
        byte[] data = new byte[size];
        Arrays.fill(data, (byte) 200);
        return data;
    }

    private static void check(byte[] data, String what) {
        for (int effort = 1; effort <= Effort.MAX; effort++) {
            checkOne(data, effort, what);
        }
    }

    private static void checkOne(byte[] data, int effort, String what) {
        byte[] stream = Deflate.compress(data, effort);
        assertThat(inflate(stream, data.length))
                .as("%s, effort %d", what, effort)
                .isEqualTo(data);
        assertThat(stream.length)
                .as("%s, effort %d", what, effort)
                .isLessThanOrEqualTo(data.length + data.length / 1000 + 11);
    }

    /** The stream must end with its last byte and give exactly that many. */
    private static byte[] inflate(byte[] stream, int size) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(stream);
            byte[] data = new byte[size + 1];
            int n = 0;
            while (!inflater.finished()) {
                int got = inflater.inflate(data, n, data.length - n);
                if (got == 0 && !inflater.finished()) {
                    throw new AssertionError("the inflater stands still at byte " + n);
                }
                n += got;
            }
            assertThat(inflater.getRemaining()).isZero();
            return Arrays.copyOf(data, n);
        } catch (DataFormatException e) {
            throw new AssertionError(e);
        } finally {
            inflater.end();
        }
    }

    private static byte[] zlib(byte[] data) {
        Deflater deflater = new Deflater(9);
        deflater.setInput(data);
        deflater.finish();
        byte[] out = new byte[2 * data.length + 100];
        int n = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, n);
    }
}
