package tinct.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RadixSortTest {
    @Test
    void ordersKeysAsUnsignedAndEqualOnesByPosition() {
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int bits = 1 + random.nextInt(32);
            int n = random.nextInt(seed % 10 == 0 ? 5000 : 40);
            int[] keys = random.ints(n + random.nextInt(3))
                    .map(key -> key >>> (32 - bits))
                    .toArray();
            if (seed % 3 == 0) { // many equal ones, and digits that all keys share
                int mask = random.nextInt();
                keys = IntStream.of(keys).map(key -> key & mask).toArray();
            }
            int[] copy = keys.clone();
            assertThat(RadixSort.order(copy, n, bits))
                    .as("seed %d, %d keys of %d bits", seed, n, bits)
                    .isEqualTo(sorted(keys, n));
            assertThat(copy).as("the keys are not changed").isEqualTo(keys);
        }
    }

    /** By the stable sort of the library. */
    private static int[] sorted(int[] keys, int n) {
        return IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingLong(i -> Integer.toUnsignedLong(keys[i])))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Test
    void aNegativeKeyIsLarge() {
        assertThat(RadixSort.order(new int[] {-1, 0, Integer.MIN_VALUE, 1}, 4, 32))
                .containsExactly(1, 3, 2, 0);
    }
}
