package tinct.remap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tinct.reference.NaiveNearest;

final class NearestEntryTest {
    @Test
    void findsWhatComparingWithAllEntriesFinds() {
        int outside = 0;
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int dimensions = 3 + seed % 2;
            int size = seed < 20 ? 1 + seed % 3 : 1 + random.nextInt(256);
            float[][] entries = entries(random, dimensions, size);
            float[] low = new float[dimensions];
            float[] high = new float[dimensions];
            for (int axis = 0; axis < dimensions; axis++) {
                // most points will be in it; it may cut off entries, and be flat
                low[axis] = random.nextInt(4) == 0 ? 60 : 0;
                high[axis] = low[axis] + (random.nextInt(8) == 0 ? 0 : random.nextFloat() * 200);
            }
            NearestEntry nearest = new NearestEntry(entries, low, high);
            for (int i = 0; i < 1000; i++) {
                float[] point = point(random, entries, low, high);
                for (int axis = 0; axis < dimensions; axis++) {
                    outside += point[axis] < low[axis] || point[axis] > high[axis] ? 1 : 0;
                }
                float w = dimensions == 4 ? point[3] : 0;
                int expected = NaiveNearest.find(entries, point);
                if (nearest.find(point[0], point[1], point[2], w) != expected) {
                    fail("seed %d, %d entries, point %s: not %d", seed, size, Arrays.toString(point), expected);
                }
            }
        }
        assertThat(outside).isGreaterThan(10_000);
    }

    @Test
    void anEntryThatIsNearestThroughoutABoxIsNearestAtItsCornersAndWithin() {
        int found = 0;
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            float[][] entries = entries(random, 3, 1 + random.nextInt(seed % 2 == 0 ? 8 : 256));
            NearestEntry nearest = new NearestEntry(entries, new float[] {0, 0, 0}, new float[] {256, 256, 256});
            for (int i = 0; i < 200; i++) {
                float[][] box = new float[3][];
                for (int axis = 0; axis < 3; axis++) {
                    float side = random.nextInt(2) == 0 ? 3 : random.nextFloat() * 8;
                    float at = 4 * random.nextInt(65) - (random.nextInt(8) == 0 ? 2 : 0);
                    box[axis] = new float[] {at, at + side};
                }
                int entry = nearest.throughout(box);
                found += entry >= 0 ? 1 : 0;
                for (int corner = 0; corner < 16 && entry >= 0; corner++) {
                    float[] point = new float[3];
                    for (int axis = 0; axis < 3; axis++) {
                        float share = corner < 8 ? corner >> axis & 1 : random.nextFloat();
                        point[axis] = box[axis][0] + share * (box[axis][1] - box[axis][0]);
                    }
                    assertThat(NaiveNearest.find(entries, point))
                            .as("seed %d, box %s", seed, Arrays.deepToString(box))
                            .isEqualTo(entry);
                }
            }
        }
        assertThat(found).isBetween(5_000, 35_000);
    }

    /** On a lattice, so that distances tie, some twice; or anywhere; or all at one place. */
    private static float[][] entries(SplittableRandom random, int dimensions, int size) {
        int kind = random.nextInt(5);
        float[][] entries = new float[dimensions][size];
        for (int j = 0; j < size; j++) {
            for (int axis = 0; axis < dimensions; axis++) {
                entries[axis][j] = switch (kind) {
                    case 0, 1 -> 64 * random.nextInt(5);
                    case 2 -> 128;
                    default -> random.nextFloat() * 255;
                };
            }
        }
        return entries;
    }

    /** Anywhere, on the sides of cells, halfway between two entries, or an entry itself. */
    private static float[] point(SplittableRandom random, float[][] entries, float[] low, float[] high) {
        float[] point = new float[entries.length];
        int kind = random.nextInt(5);
        int size = entries[0].length;
        int a = random.nextInt(size);
        int b = random.nextInt(size);
        for (int axis = 0; axis < point.length; axis++) {
            float step = (high[axis] - low[axis]) / 32;
            point[axis] = switch (kind) {
                case 0 -> random.nextFloat() * 400 - 70;
                case 1 -> low[axis] + step * random.nextInt(33);
                case 2 -> (entries[axis][a] + entries[axis][b]) / 2;
                case 3 -> entries[axis][a];
                default -> low[axis] + random.nextFloat() * (high[axis] - low[axis]);
            };
        }
        return point;
    }
}
