package tinct.remap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ThresholdsTest {
    @Test
    void bayersMatrixIsHisOfEightByEight() {
        // The matrix of size 2n is made of four of size n: 4 M, 4 M + 2; 4 M + 3, 4 M + 1.
        int[][] matrix = {{0}};
        for (int side = 1; side < 8; side *= 2) {
            int[][] twice = new int[2 * side][2 * side];
            for (int y = 0; y < 2 * side; y++) {
                for (int x = 0; x < 2 * side; x++) {
                    int quarter = y < side ? x < side ? 0 : 2 : x < side ? 3 : 1;
                    twice[y][x] = 4 * matrix[y % side][x % side] + quarter;
                }
            }
            matrix = twice;
        }
        Thresholds bayer = Thresholds.bayer();
        assertThat(bayer.side()).isEqualTo(8);
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 8; x++) {
                assertThat(bayer.values()[y * 8 + x])
                        .as("%d, %d", x, y)
                        .isEqualTo((2 * matrix[y][x] + 1) * Thresholds.ONE / 128);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 64})
    void voidAndClusterGivesEveryRankOnce(int side) {
        int[] sorted = VoidAndCluster.ranks(side);
        Arrays.sort(sorted);
        for (int i = 0; i < side * side; i++) {
            assertThat(sorted[i]).isEqualTo(i);
        }
    }

    @Test
    void blueNoiseIsTheSameEverywhere() {
        CRC32 crc = new CRC32();
        for (int rank : VoidAndCluster.ranks(64)) {
            crc.update(rank >> 8);
            crc.update(rank);
        }
        assertThat(Long.toHexString(crc.getValue())).isEqualTo("e4ec771");
    }

    @Test
    void blueNoiseHasNextToNoLowFrequencies() {
        int[] blue = VoidAndCluster.ranks(64);
        int[] white = blue.clone();
        SplittableRandom random = new SplittableRandom(7);
        for (int i = white.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int rank = white[i];
            white[i] = white[j];
            white[j] = rank;
        }
        double expected = lowPower(white);
        assertThat(lowPower(blue)).isLessThan(expected / 100);
        // The same of what a grey of a quarter or of a half is dithered to, where any order of ranks would be white.
        for (int level : new int[] {1024, 2048}) {
            assertThat(lowPower(below(blue, level))).isLessThan(lowPower(below(white, level)) / 20);
        }
    }

    private static int[] below(int[] ranks, int level) {
        return Arrays.stream(ranks).map(rank -> rank < level ? 1 : 0).toArray();
    }

    /** Power of the frequencies of 1 to 8 waves across the square of 64 x 64, the mean left out. */
    private static double lowPower(int[] values) {
        double sum = 0;
        for (int v = -8; v <= 8; v++) {
            for (int u = 0; u <= 8; u++) {
                if (u * u + v * v > 64 || u == 0 && v <= 0) {
                    continue;
                }
                double real = 0;
                double imaginary = 0;
                for (int i = 0; i < values.length; i++) {
                    double angle = Math.PI / 32 * (u * (i % 64) + v * (i / 64) & 63);
                    real += values[i] * Math.cos(angle);
                    imaginary += values[i] * Math.sin(angle);
                }
                sum += real * real + imaginary * imaginary;
            }
        }
        return sum;
    }
}
