package tinct.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RowFilterTest {
    private static byte[] samples(SplittableRandom random, int length, int height) {
        byte[] rows = new byte[length * height];
        random.nextBytes(rows);
        for (int i = 1; i < rows.length; i++) {
            rows[i] = random.nextInt(3) == 0 ? rows[i] : rows[i - 1];
        }
        return rows;
    }

    /** Rows behind the numbers of their filters, as a reader sees them. */
    private static byte[] unfiltered(byte[] filtered, int length) {
        byte[] samples = new byte[filtered.length / (1 + length) * length];
        byte[] above = new byte[1 + length];
        for (int y = 0; y * length < samples.length; y++) {
            byte[] row = Arrays.copyOfRange(filtered, y * (1 + length), (y + 1) * (1 + length));
            Unfilter.apply(row, above, length, 1);
            System.arraycopy(row, 1, samples, y * length, length);
            above = row;
        }
        return samples;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void whatIsFilteredComesBack(int type) {
        SplittableRandom random = new SplittableRandom(type);
        for (int trial = 0; trial < 50; trial++) {
            int length = 1 + random.nextInt(20);
            byte[] rows = samples(random, length, 1 + random.nextInt(5));
            byte[] filtered = new byte[rows.length / length * (1 + length)];
            for (int y = 0; y * length < rows.length; y++) {
                filtered[y * (1 + length)] = (byte) type;
                RowFilter.apply(type, rows, y * length, length, filtered, y * (1 + length) + 1);
            }
            assertThat(unfiltered(filtered, length)).as("trial %d", trial).isEqualTo(rows);
        }
    }

    @ParameterizedTest
    @EnumSource(FilterChoice.class)
    void whateverIsChosenComesBack(FilterChoice choice) {
        SplittableRandom random = new SplittableRandom(choice.ordinal());
        for (int trial = 0; trial < 50; trial++) {
            int length = 1 + random.nextInt(40);
            byte[] rows = samples(random, length, 1 + random.nextInt(9));
            assertThat(unfiltered(choice.filtered(rows, length), length))
                    .as("trial %d", trial)
                    .isEqualTo(rows);
        }
    }

    @Test
    void entropyChoosesForEachRowTheFilterThatLeavesTheLeast() {
        SplittableRandom random = new SplittableRandom(3);
        int length = 64;
        byte[] rows = samples(random, length, 20);
        byte[] types = FilterChoice.ENTROPY.types(rows, length);
        byte[] filtered = new byte[length];
        for (int y = 0; y < types.length; y++) {
            RowFilter.apply(types[y], rows, y * length, length, filtered, 0);
            double chosen = entropy(filtered);
            for (int type = 0; type < RowFilter.COUNT; type++) {
                RowFilter.apply(type, rows, y * length, length, filtered, 0);
                assertThat(chosen).as("row %d, filter %d", y, type).isLessThan(entropy(filtered) + 0.1);
            }
        }
    }

    private static double entropy(byte[] bytes) {
        int[] counts = new int[256];
        for (byte b : bytes) {
            counts[b & 0xFF]++;
        }
        return Arrays.stream(counts)
                .filter(count -> count > 0)
                .mapToDouble(count -> count * Math.log((double) bytes.length / count) / Math.log(2))
                .sum();
    }
}
