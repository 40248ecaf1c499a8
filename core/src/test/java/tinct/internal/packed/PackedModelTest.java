package tinct.internal.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PackedModelTest {
    private static final long SEED = 71;
    private static final int WIDTH = 40;
    private static final int PIXELS = WIDTH * 30;

    /** Keeps what it is asked to write. */
    private static final class Tape implements BitCoder {
        final List<Integer> chances = new ArrayList<>();
        double bits;

        @Override
        public int code(int bit, int chance) {
            chances.add(2 * chance + bit);
            bits -= Math.log((bit == 1 ? chance : 65536 - chance) / 65536.0) / Math.log(2);
            return bit;
        }
    }

    private static int[] palette(SplittableRandom random, int size) {
        int[] argb = new int[size];
        for (int i = 0; i < size; i++) {
            argb[i] = random.nextInt() | 0xFF000000;
        }
        return argb;
    }

    /** Labels that are often those to the west or above. */
    private static byte[] labels(SplittableRandom random, int size) {
        byte[] labels = new byte[PIXELS];
        for (int p = WIDTH; p < PIXELS; p++) {
            int draw = random.nextInt(10);
            labels[p] = draw < 4 ? labels[p - 1] : draw < 8 ? labels[p - WIDTH] : (byte) random.nextInt(size);
        }
        return labels;
    }

    private static Tape coded(int[] argb, byte[] labels, boolean asks) throws IOException {
        PackedModel model = new PackedModel(WIDTH, argb, PIXELS);
        Tape tape = new Tape();
        for (int p = 0; p < PIXELS; p++) {
            model.look(labels, p % WIDTH, p / WIDTH);
            for (int i = 0; asks && i < argb.length; i++) {
                model.bits((i * 7 + p) % argb.length, i % 5);
            }
            assertThat(model.code(labels[p] & 0xFF, tape)).isEqualTo(labels[p] & 0xFF);
            model.learn(labels, p, p % WIDTH);
        }
        return tape;
    }

    @Test
    void askingForPricesChangesNothing() throws IOException {
        for (int size : new int[] {2, 3, 20, 67, 200, 256}) {
            SplittableRandom random = new SplittableRandom(SEED + size);
            int[] argb = palette(random, size);
            byte[] labels = labels(random, size);
            assertThat(coded(argb, labels, true).chances)
                    .as("%d entries", size)
                    .isEqualTo(coded(argb, labels, false).chances);
        }
    }

    @Test
    void thePriceOfALabelIsWhatItTakesToCodeIt() throws IOException {
        for (int size : new int[] {2, 3, 20, 67, 200, 256}) {
            SplittableRandom random = new SplittableRandom(SEED + size);
            int[] argb = palette(random, size);
            byte[] labels = labels(random, size);
            PackedModel model = new PackedModel(WIDTH, argb, PIXELS);
            for (int p = 0; p < PIXELS; p++) {
                model.look(labels, p % WIDTH, p / WIDTH);
                float asked = model.bits(labels[p] & 0xFF, Float.MAX_VALUE);
                assertThat(model.bits(labels[p] & 0xFF, asked)).isEqualTo(asked);
                assertThat(model.bits(labels[p] & 0xFF, asked / 2)).isGreaterThanOrEqualTo(asked / 2);
                Tape tape = new Tape();
                model.code(labels[p] & 0xFF, tape);
                // Prices are of chances of 12 bits, so those of what is very unlikely are rough.
                assertThat((double) asked)
                        .as("%d entries, pixel %d", size, p)
                        .isCloseTo(tape.bits, within(0.1 + 0.1 * tape.bits));
                model.learn(labels, p, p % WIDTH);
            }
        }
    }

    @Test
    void allLabelsTogetherAreCertain() throws IOException {
        int size = 90;
        SplittableRandom random = new SplittableRandom(SEED);
        int[] argb = palette(random, size);
        byte[] labels = labels(random, size);
        PackedModel model = new PackedModel(WIDTH, argb, PIXELS);
        for (int p = 0; p < PIXELS; p++) {
            model.look(labels, p % WIDTH, p / WIDTH);
            double sum = 0;
            for (int label = 0; label < size; label++) {
                sum += Math.pow(2, -model.bits(label, Float.MAX_VALUE));
            }
            // Less than 1 by ranks that no label has.
            assertThat(sum).as("pixel %d", p).isBetween(0.5, 1.01);
            model.code(labels[p] & 0xFF, new Tape());
            model.learn(labels, p, p % WIDTH);
        }
    }
}
