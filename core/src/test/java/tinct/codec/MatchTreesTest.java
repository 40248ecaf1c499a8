package tinct.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tinct.internal.DeflateSymbols;

@Tag("slow")
final class MatchTreesTest {
    @Test
    void findsTheNearestMatchOfEveryLength() {
        int expectedOf3 = 0;
        int foundOf3 = 0;
        for (int seed = 0; seed < 12; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] data = seed % 2 == 0
                    ? RandomBytes.structured(random, 3000)
                    : RandomBytes.uniform(random, 3000, 2 + random.nextInt(8));
            byte[] padded = Arrays.copyOf(data, data.length + MatchTrees.PADDING);
            MatchTrees trees = new MatchTrees(data.length, DeflateSymbols.MAX_LENGTH, Integer.MAX_VALUE);
            int[] matches = new int[DeflateSymbols.MAX_LENGTH];
            // the last 3 bytes are not asked for: a copy there gains too little to read words over the end
            for (int p = 0; p + 4 <= data.length; p++) {
                int size = trees.find(padded, p, data.length, matches, 0);
                int[] found = Arrays.copyOf(matches, size);
                int[] expected = nearest(data, p);
                if (expected.length > 0 && Step.length(expected[0]) == 3) {
                    expectedOf3++;
                    if (size > 0 && found[0] == expected[0]) {
                        foundOf3++;
                    } else { // lost to a collision in the table of three bytes
                        expected = Arrays.copyOfRange(expected, 1, expected.length);
                    }
                }
                if (!Arrays.equals(found, expected)) {
                    assertThat(found).as("seed %d, position %d", seed, p).isEqualTo(expected);
                }
            }
        }
        assertThat(foundOf3).isLessThanOrEqualTo(expectedOf3).isGreaterThan(expectedOf3 * 9 / 10);
    }

    /** Lengths 3 and above, each from the nearest place that has it; only those that are longer than all nearer ones. */
    private static int[] nearest(byte[] data, int p) {
        List<Integer> matches = new ArrayList<>();
        int longest = 2;
        for (int distance = 1; distance <= p; distance++) {
            int length = 0;
            while (length < DeflateSymbols.MAX_LENGTH
                    && p + length < data.length
                    && data[p + length] == data[p + length - distance]) {
                length++;
            }
            if (length > longest) {
                longest = length;
                matches.add(Step.copy(length, distance));
            }
        }
        return matches.stream().mapToInt(Integer::intValue).toArray();
    }
}
