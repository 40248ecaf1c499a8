package tinct.remap.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tinct.image.Palette;

final class DriftTest {
    private static final int WIDTH = 40;

    /** Of level 30, at which a drift weighs 0.16. */
    private static final double PRICE = 1.8e-3;

    private final SplittableRandom random = new SplittableRandom(5);
    private final Entries entries = new Entries(new Palette(0xFF203040, 0xFF808080, 0xFFE0D0C0, 0xFF3060C0));

    private Row row() {
        Row row = new Row(WIDTH, 3);
        for (int x = 0; x < WIDTH; x++) {
            for (int axis = 0; axis < 3; axis++) {
                row.target[axis][x] = (float) random.nextDouble();
            }
            row.weight[x] = (float) (1 + 50 * random.nextDouble());
        }
        return row;
    }

    /** The square of the sum of all errors of a row up to a pixel, each by what is left of it there. */
    private double squaredSum(Row row, int[] taken, int x, int entry) {
        double square = 0;
        for (int axis = 0; axis < 3; axis++) {
            double sum = 0;
            for (int i = 0; i <= x; i++) {
                int k = i == x ? entry : taken[i];
                sum += Math.pow(0.93, x - i) * (entries.coordinates[axis][k] - row.target[axis][i]);
            }
            square += sum * sum;
        }
        return square;
    }

    @Test
    void aDriftCostsTheSquareOfAllErrorsOfItsRowThatHaveNotFaded() {
        Drift drift = new Drift(entries, PRICE, WIDTH);
        for (int y = 0; y < 3; y++) {
            Row row = row();
            drift.start(row);
            int[] taken = new int[WIDTH];
            for (int x = 0; x < WIDTH; x++) {
                float calmness = (float) random.nextDouble();
                drift.go(row, x, calmness);
                for (int k = 0; k < entries.size; k++) {
                    double cost = 0.16 * calmness * row.weight[x] * squaredSum(row, taken, x, k);
                    assertThat((double) drift.cost(k)).isCloseTo(cost, within(1e-4 * (1 + cost)));
                }
                taken[x] = random.nextInt(entries.size);
                drift.take(taken[x]);
            }
        }
    }

    @Test
    void errorsThatCancelOutCostNothingAndLivelySurroundingsNever() {
        Drift drift = new Drift(entries, PRICE, WIDTH);
        Row row = row();
        for (int axis = 0; axis < 3; axis++) {
            row.target[axis][0] = entries.coordinates[axis][0];
        }
        drift.start(row);
        drift.go(row, 0, 1);
        assertThat(drift.cost(0)).isZero();
        assertThat(drift.cost(2)).isPositive();
        drift.go(row, 1, 0);
        for (int k = 0; k < entries.size; k++) {
            assertThat(drift.cost(k)).isZero();
        }
    }

    @Test
    void driftsWeighMoreAtAHigherPrice() {
        Row row = row();
        float before = 0;
        for (double price : new double[] {2e-6, 2e-4, 8e-4, 5e-3, 0.02}) {
            Drift drift = new Drift(entries, price, WIDTH);
            drift.start(row);
            drift.go(row, 0, 1);
            assertThat(drift.cost(1)).as("price %s", price).isGreaterThan(before);
            before = drift.cost(1);
        }
    }
}
