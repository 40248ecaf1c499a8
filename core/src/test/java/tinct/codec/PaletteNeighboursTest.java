package tinct.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PaletteNeighboursTest {
    static int[] shuffled(SplittableRandom random, int size) {
        int[] order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int entry = order[i];
            order[i] = order[j];
            order[j] = entry;
        }
        return order;
    }

    private static byte[] noise(SplittableRandom random, int pixels, int size) {
        byte[] indices = new byte[pixels];
        for (int p = 0; p < pixels; p++) {
            indices[p] = (byte) random.nextInt(size);
        }
        return indices;
    }

    @Test
    void neighboursAreThoseAtTheLeftAndAbove() {
        SplittableRandom random = new SplittableRandom(1);
        int width = 7;
        byte[] indices = noise(random, 7 * 5, 4);
        PaletteNeighbours neighbours = new PaletteNeighbours(indices, width, 4);
        int[][] expected = new int[4][4];
        for (int p = 0; p < indices.length; p++) {
            for (int q : new int[] {p % width == 0 ? -1 : p - 1, p - width}) {
                if (q >= 0 && indices[p] != indices[q]) {
                    expected[indices[p]][indices[q]]++;
                    expected[indices[q]][indices[p]]++;
                }
            }
        }
        for (int a = 0; a < 4; a++) {
            for (int b = 0; b < 4; b++) {
                assertThat(a == b ? 0 : neighbours.pairs(a, b)).isEqualTo(expected[a][b]);
            }
        }
    }

    @Test
    void theOrderOfARampIsFoundWhateverItsNumbers() {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int size = 2 + random.nextInt(255);
            int[] numbers = shuffled(random, size);
            byte[] indices = new byte[size * 3];
            for (int p = 0; p < indices.length; p++) {
                indices[p] = (byte) numbers[p / 3];
            }
            int[] order = new PaletteNeighbours(indices, indices.length, size).order();
            int[] reverse =
                    IntStream.range(0, size).map(i -> numbers[size - 1 - i]).toArray();
            assertThat(Arrays.equals(order, numbers) || Arrays.equals(order, reverse))
                    .as("seed %d", seed)
                    .isTrue();
        }
    }

    @Test
    void anOrderHasEachEntryOnceAndGetsOnlyBetter() {
        for (int seed = 0; seed < 30; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int size = 1 + random.nextInt(40);
            PaletteNeighbours neighbours = new PaletteNeighbours(noise(random, 600, size), 30, size);
            int[] entries = IntStream.range(0, size).toArray();
            assertThat(neighbours.order()).containsExactlyInAnyOrder(entries);
            assertThat(neighbours.inserted()).containsExactlyInAnyOrder(entries);
            assertThat(neighbours.sought(false, 2)).containsExactlyInAnyOrder(entries);
            int[] other = shuffled(random, size);
            long before = neighbours.cost(other);
            for (int sweep = 0; sweep < 3; sweep++) {
                long after = neighbours.cost(neighbours.improve(other, 4));
                assertThat(after).as("seed %d", seed).isLessThanOrEqualTo(before);
                before = after;
            }
            assertThat(other.clone()).containsExactlyInAnyOrder(entries);
        }
    }

    @Test
    void anEntryIsInsertedWhereAllPairsHaveTheFewestPlacesBetweenThem() {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int size = 2 + random.nextInt(12);
            PaletteNeighbours neighbours = new PaletteNeighbours(noise(random, 200, size), 20, size);
            int[] order = neighbours.inserted();
            int last = IntStream.range(0, size)
                    .filter(entry -> Arrays.equals(order, insertedLast(neighbours, order, entry)))
                    .findFirst()
                    .orElse(-1);
            assertThat(last).as("seed %d", seed).isNotNegative();
        }
    }

    /** The order with an entry taken out and put where the gaps have the fewest places in all, the first of such places. */
    private static int[] insertedLast(PaletteNeighbours neighbours, int[] order, int entry) {
        int[] others = IntStream.of(order).filter(other -> other != entry).toArray();
        int[] best = order;
        long least = Long.MAX_VALUE;
        for (int place = 0; place <= others.length; place++) {
            int[] with = new int[order.length];
            System.arraycopy(others, 0, with, 0, place);
            with[place] = entry;
            System.arraycopy(others, place, with, place + 1, others.length - place);
            long places = places(neighbours, with);
            if (places < least) {
                least = places;
                best = with;
            }
        }
        return best;
    }

    private static long places(PaletteNeighbours neighbours, int... order) {
        long places = 0;
        for (int a = 0; a < order.length; a++) {
            for (int b = 0; b < a; b++) {
                places += (long) neighbours.pairs(order[a], order[b]) * (a - b);
            }
        }
        return places;
    }

    @Test
    void theOrderSoughtCostsLessThanEitherStartAndIsTheSameForAnyNumberOfThreads() {
        for (int seed = 0; seed < 10; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int size = 20 + random.nextInt(80);
            PaletteNeighbours neighbours = new PaletteNeighbours(walk(random, 3000, size), 60, size);
            long starts = Math.min(neighbours.cost(neighbours.order()), neighbours.cost(neighbours.inserted()));
            int[] soon = neighbours.sought(false, 1);
            assertThat(neighbours.cost(soon)).as("seed %d", seed).isLessThan(starts);
            assertThat(neighbours.sought(false, 3)).isEqualTo(soon);
            assertThat(neighbours.cost(neighbours.sought(true, 2))).isLessThan(starts);
        }
    }

    /** Each index is near the one before, by numbers that mean nothing. */
    private static byte[] walk(SplittableRandom random, int pixels, int size) {
        int[] numbers = shuffled(random, size);
        byte[] indices = new byte[pixels];
        int at = 0;
        for (int p = 0; p < pixels; p++) {
            at = Math.max(0, Math.min(size - 1, at + random.nextInt(-4, 5)));
            indices[p] = (byte) numbers[at];
        }
        return indices;
    }

    @Test
    void anImprovedOrderCannotBeImprovedByMovingOneEntryANearPlace() {
        SplittableRandom random = new SplittableRandom(9);
        PaletteNeighbours neighbours = new PaletteNeighbours(noise(random, 900, 12), 30, 12);
        int[] sweeps = new int[100];
        Arrays.fill(sweeps, 4);
        int[] order = neighbours.improve(neighbours.order(), sweeps);
        long least = neighbours.cost(order);
        for (int from = 0; from < order.length; from++) {
            for (int to = 0; to < order.length; to++) {
                int[] moved = order.clone();
                int entry = moved[from];
                int step = Integer.signum(to - from);
                for (int i = from; i != to; i += step) {
                    moved[i] = moved[i + step];
                }
                moved[to] = entry;
                assertThat(neighbours.cost(moved)).isGreaterThanOrEqualTo(least);
            }
        }
    }

    @Test
    void anOrderIsTurnedSoThatRowsBeginNearZero() {
        SplittableRandom random = new SplittableRandom(5);
        for (int size : new int[] {200, 256}) {
            int width = 9;
            byte[] indices = noise(random, width * 300, size);
            int[] order = shuffled(random, size);
            int start = order[100];
            for (int p = 0; p < indices.length; p += 2 * width) {
                indices[p] = (byte) start;
            }
            PaletteNeighbours neighbours = new PaletteNeighbours(indices, width, size);
            long before = neighbours.cost(order);
            int[] turned = neighbours.turn(order.clone());
            // Differences of smaller palettes than the largest are not written modulo their size.
            int first = size < 256
                    ? 0
                    : Math.floorMod(100 - IntStream.of(turned).boxed().toList().indexOf(start), size);
            for (int place = 0; place < size; place++) {
                assertThat(turned[place]).isEqualTo(order[(place + first) % size]);
            }
            assertThat(neighbours.cost(turned)).isEqualTo(before);
            if (size == 256) {
                assertThat(Math.min(Math.abs(first - 100), 256 - Math.abs(first - 100)))
                        .isLessThan(30);
            }
        }
    }
}
