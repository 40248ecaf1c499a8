package tinct.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class HuffmanCodeTest {
    @Test
    void lengthsAreCompleteWithinTheLimitAndAsCheapAsPackageMergeByTheBook() {
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int limit = random.nextBoolean() ? 15 : 7;
            int[] counts = randomCounts(random, limit == 15 ? 286 : 19);
            byte[] lengths = HuffmanCode.lengths(counts, limit);
            long kraft = 0;
            long cost = 0;
            for (int symbol = 0; symbol < counts.length; symbol++) {
                assertThat(lengths[symbol]).as("seed %d", seed).isBetween((byte) 0, (byte) limit);
                kraft += lengths[symbol] == 0 ? 0 : 1 << (limit - lengths[symbol]);
                cost += (long) counts[symbol] * lengths[symbol];
                if (counts[symbol] > 0) {
                    assertThat(lengths[symbol]).as("seed %d", seed).isPositive();
                }
            }
            assertThat(kraft).as("seed %d", seed).isEqualTo(1 << limit);
            assertThat(cost).as("seed %d", seed).isEqualTo(naiveCost(counts, limit));
        }
    }

    @Test
    void aSteepDistributionIsHeldAtTheLimit() {
        int[] fibonacci = new int[30];
        fibonacci[0] = 1;
        fibonacci[1] = 1;
        for (int i = 2; i < fibonacci.length; i++) {
            fibonacci[i] = fibonacci[i - 1] + fibonacci[i - 2];
        }
        byte[] lengths = HuffmanCode.lengths(fibonacci, 15);
        assertThat(lengths[0]).isEqualTo((byte) 15);
        assertThat(lengths[29]).isLessThanOrEqualTo((byte) 2);
    }

    @Test
    void oneSymbolOrNoneStillGivesTwoCodes() {
        assertThat(HuffmanCode.lengths(new int[4], 15)).containsExactly(1, 1, 0, 0);
        assertThat(HuffmanCode.lengths(new int[] {0, 0, 9, 0}, 15)).containsExactly(1, 0, 1, 0);
        assertThat(HuffmanCode.lengths(new int[] {9, 0, 0, 0}, 15)).containsExactly(1, 1, 0, 0);
    }

    @Test
    void codesAreThoseOfTheSpecificationsExample() {
        byte[] lengths = {3, 3, 3, 3, 3, 2, 4, 4}; // RFC 1951, 3.2.2
        int[] codes = {0b010, 0b011, 0b100, 0b101, 0b110, 0b00, 0b1110, 0b1111};
        int[] reversed = HuffmanCode.codes(lengths);
        for (int i = 0; i < codes.length; i++) {
            assertThat(Integer.reverse(reversed[i]) >>> (32 - lengths[i])).isEqualTo(codes[i]);
        }
    }

    private static int[] randomCounts(SplittableRandom random, int symbols) {
        int[] counts = new int[symbols];
        int steepness = random.nextInt(1, 24);
        for (int i = 0; i < symbols; i++) {
            counts[i] = random.nextInt(4) == 0 ? 0 : random.nextInt(1 << random.nextInt(steepness));
        }
        counts[3] = 1;
        counts[5] = 2;
        return counts;
    }

    /** Package-merge as its paper tells it; the cost is the weight of what is taken of the last list. */
    private static long naiveCost(int[] counts, int limit) {
        List<Long> leaves = new ArrayList<>();
        for (int symbol = 0; symbol < counts.length; symbol++) {
            if (counts[symbol] > 0) {
                leaves.add((long) counts[symbol]);
            }
        }
        List<Long> list = new ArrayList<>();
        for (int level = 0; level < limit; level++) {
            List<Long> next = new ArrayList<>(leaves);
            for (int i = 0; i + 1 < list.size(); i += 2) {
                next.add(list.get(i) + list.get(i + 1));
            }
            next.sort(Comparator.naturalOrder());
            list = next;
        }
        long cost = 0;
        for (long weight : list.subList(0, 2 * leaves.size() - 2)) {
            cost += weight;
        }
        return cost;
    }
}
