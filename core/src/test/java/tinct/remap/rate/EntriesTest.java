package tinct.remap.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.image.Palette;

class EntriesTest {
    private static final int PIXELS = 300;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 16, 256})
    void errors_up_to_the_limit_are_those_of_each_entry_and_others_are_above_it(int size) {
        for (boolean veiled : new boolean[] {false, true}) {
            Random random = new Random(size);
            Entries entries = new Entries(palette(random, size, veiled));
            float[][] target = new float[entries.dimensions][PIXELS];
            for (int i = 0; i < PIXELS; i++) {
                int like = random.nextInt(size);
                for (int axis = 0; axis < target.length; axis++) {
                    target[axis][i] = entries.coordinates[axis][like] + (float) (0.2 * random.nextGaussian());
                }
            }
            int limited = 0;
            float[] errors = new float[size];
            for (int i = 0; i < PIXELS; i++) {
                float weight = 1 / (0.01f + random.nextFloat());
                byte kind = i % 2 == 0 ? Row.OPAQUE : Row.VEILED;
                float most = i % 10 == 0 ? Entries.NEVER : 0.05f * random.nextFloat();
                entries.measure(target, i, weight, kind, most, errors);
                for (int k = 0; k < size; k++) {
                    float error = naive(entries, target, i, weight, kind, k);
                    assertThat(entries.error(target, i, weight, kind, k)).isEqualTo(error);
                    if (error <= most) {
                        assertThat(errors[k]).isCloseTo(error, within(error));
                    } else {
                        assertThat(errors[k]).isGreaterThan(most);
                        limited++;
                    }
                }
            }
            assertThat(limited).isPositive();
        }
    }

    private static Offset<Float> within(float error) {
        return Offset.offset(1e-6f + 1e-5f * error);
    }

    private static float naive(Entries entries, float[][] target, int i, float weight, byte kind, int k) {
        float sum = 0;
        for (int axis = 0; axis < entries.dimensions; axis++) {
            float d = entries.coordinates[axis][k] - target[axis][i];
            sum += d * d;
        }
        if (entries.dimensions == 4 && kind == Row.OPAQUE && entries.argb((byte) k) >>> 24 != 255
                || entries.dimensions == 4 && kind == Row.VEILED && entries.argb((byte) k) == 0) {
            return Entries.NEVER;
        }
        return sum * weight;
    }

    private static Palette palette(Random random, int size, boolean veiled) {
        int[] argb = new int[size];
        for (int i = 0; i < size; i++) {
            argb[i] = random.nextInt(1 << 24) | (veiled && i % 3 == 0 ? 0x40 : 0xFF) << 24;
        }
        return new Palette(argb);
    }
}
