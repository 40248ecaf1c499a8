package tinct.remap.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tinct.image.Palette;
import tinct.internal.DeflateSymbols;

final class RowPathTest {
    private static final double PRICE = 1e-3;

    /** A literal has length 0. */
    private record Step(int value, int length) {}

    private static final class Recorder implements Steps {
        final List<Step> steps = new ArrayList<>();

        @Override
        public void literal(int value) {
            steps.add(new Step(value, 0));
        }

        @Override
        public void copy(int length, int distance) {
            steps.add(new Step(distance, length));
        }
    }

    /** Rows above of random indices with repetitions, and a row to be settled. */
    private static final class Problem {
        final SplittableRandom random;
        final int width;
        final int rows;
        final CopyCode code;
        final Entries entries;
        final BitCosts costs;
        final Window window;
        final Row row;

        /** {@code share} of an error is handed on at most. */
        Problem(int seed, int width, int rows, int colors, boolean alpha, double share) {
            random = new SplittableRandom(seed);
            this.width = width;
            this.rows = rows;
            this.code = seed % 2 == 0 ? CopyCode.deflate() : CopyCode.webp(width);
            entries = new Entries(new Palette(
                    random.ints(colors).map(c -> alpha ? c : c | 0xFF000000).toArray()));
            long[] counts = random.longs(256, 0, 1000).toArray();
            costs = BitCosts.guess(code, counts, PRICE);
            window = new Window(width, code.gap, rows + 1);
            for (int y = 0; y < rows; y++) {
                for (int p = window.start(y); p < window.start(y) + width; p++) {
                    boolean again = y > 0 && random.nextInt(4) > 0;
                    window.bytes[p] = again ? window.bytes[p - window.stride()] : (byte) random.nextInt(colors);
                }
                window.learn(y);
            }
            row = new Row(width, entries.dimensions);
            for (int x = 0; x < width; x++) {
                int near = random.nextInt(colors);
                for (int axis = 0; axis < entries.dimensions; axis++) {
                    row.target[axis][x] = entries.coordinates[axis][near] + (float) (random.nextDouble() - 0.5) * 0.4f;
                }
                row.weight[x] = (float) (0.2 + random.nextDouble());
                row.plain[x] = (byte) near;
                row.kind[x] = random.nextInt(9) == 0 ? Row.FIXED : Row.VEILED;
                row.share[x] = (float) (share * random.nextDouble());
            }
        }

        /** The error of an index; what it leaves takes the place of what the pixel before has left. */
        double distortion(int x, int index, double[] left) {
            if (row.kind[x] == Row.FIXED) {
                Arrays.fill(left, 0);
                return index == (row.plain[x] & 0xFF) ? 0 : Entries.NEVER;
            }
            double d = 0;
            for (int axis = 0; axis < entries.dimensions; axis++) {
                double taken = axis < left.length ? row.share[x] * left[axis] : 0;
                double difference = row.target[axis][x] + taken - entries.coordinates[axis][index];
                if (axis < left.length) {
                    left[axis] = difference;
                }
                d += difference * difference;
            }
            return d * row.weight[x];
        }

        float settle(int effort, Steps steps) {
            return new RowPath(width, entries, costs, Search.of(effort), window).settle(rows, row, steps);
        }

        /** The row that the steps write. */
        byte[] decode(List<Step> steps) {
            byte[] bytes = window.bytes.clone();
            int p = window.start(rows);
            Arrays.fill(bytes, p, bytes.length, (byte) -1);
            for (Step step : steps) {
                if (step.length == 0) {
                    bytes[p++] = (byte) step.value;
                }
                for (int i = 0; i < step.length; i++, p++) {
                    bytes[p] = bytes[p - step.value];
                }
            }
            assertThat(p).isEqualTo(bytes.length);
            return Arrays.copyOfRange(bytes, window.start(rows), p);
        }

        double cost(List<Step> steps, byte[] indices) {
            double cost = 0;
            for (Step step : steps) {
                cost += step.length == 0
                        ? costs.literals[step.value]
                        : costs.lengths[step.length] + costs.distances[step.value];
            }
            double[] left = new double[3];
            for (int x = 0; x < width; x++) {
                cost += distortion(x, indices[x] & 0xFF, left);
            }
            return cost;
        }

        /** The least cost of any indices with literals, runs and copies from the rows above, by trying all. */
        double least(byte[] indices, int x, double[] left) {
            if (x == width) {
                return parsed(indices);
            }
            double least = Double.MAX_VALUE;
            for (int k = 0; k < entries.size; k++) {
                indices[x] = (byte) k;
                double[] own = left.clone();
                double error = distortion(x, k, own);
                if (error < Entries.NEVER) {
                    least = Math.min(least, error + least(indices, x + 1, own));
                }
            }
            return least;
        }

        private double parsed(byte[] indices) {
            byte[] bytes = window.bytes.clone();
            int start = window.start(rows);
            System.arraycopy(indices, 0, bytes, start, width);
            double[] best = new double[width + 1];
            Arrays.fill(best, 1, width + 1, Double.MAX_VALUE);
            for (int x = 0; x < width; x++) {
                best[x + 1] = Math.min(best[x + 1], best[x] + costs.literals[indices[x] & 0xFF]);
                for (int distance = 1; distance <= start + x - Window.MARGIN; distance++) {
                    if (distance > 1 && distance <= x + 1) {
                        continue; // copies within the row are not tried
                    }
                    for (int n = 1;
                            x + n <= width && bytes[start + x + n - 1] == bytes[start + x + n - 1 - distance];
                            n++) {
                        if (distance > 1 && distance < x + n + 1) {
                            break;
                        }
                        if (n >= DeflateSymbols.MIN_LENGTH) {
                            best[x + n] = Math.min(best[x + n], best[x] + costs.lengths[n] + costs.distances[distance]);
                        }
                    }
                }
            }
            return best[width];
        }
    }

    @Test
    void theCostIsThatOfTheStepsAndTheStepsWriteTheRow() {
        int[] widths = {1, 2, 3, 5, 40, 700};
        for (int seed = 0; seed < 60; seed++) {
            Problem problem = new Problem(
                    seed, widths[seed % 6], seed % 5, 2 + seed * 4 % 200, seed % 3 == 0, seed % 4 == 0 ? 0 : 0.5);
            Recorder recorder = new Recorder();
            float cost = problem.settle(1 + seed % 9, recorder);
            byte[] indices = problem.decode(recorder.steps);
            int start = problem.window.start(problem.rows);
            assertThat(indices)
                    .as("seed %d", seed)
                    .isEqualTo(Arrays.copyOfRange(problem.window.bytes, start, start + problem.width));
            double expected = problem.cost(recorder.steps, indices);
            assertThat((double) cost).as("seed %d", seed).isCloseTo(expected, within(1e-4 * expected));
        }
    }

    @Test
    void noWayIsMuchCheaper() {
        double found = 0;
        double least = 0;
        for (int seed = 0; seed < 60; seed++) {
            Problem problem = new Problem(seed, 7, 3, 3, false, 0);
            double best = problem.least(new byte[7], 0, new double[3]);
            float cost = problem.settle(9, Steps.NONE);
            assertThat((double) cost).as("seed %d", seed).isGreaterThan(best * 0.9999);
            assertThat((double) cost).as("seed %d", seed).isLessThan(best * 1.15);
            found += cost;
            least += best;
        }
        assertThat(found).isLessThan(least * 1.01);
    }

    @Test
    void noWayIsMuchCheaperWhereErrorIsHandedOn() {
        double found = 0;
        double least = 0;
        for (int seed = 0; seed < 60; seed++) {
            Problem problem = new Problem(seed, 7, 3, 3, false, 0.4);
            double best = problem.least(new byte[7], 0, new double[3]);
            float cost = problem.settle(9, Steps.NONE);
            assertThat((double) cost).as("seed %d", seed).isGreaterThan(best * 0.9999);
            found += cost;
            least += best;
        }
        // Of two ways to a pixel only the cheaper is followed, though the other may have left a better error.
        assertThat(found).isLessThan(least * 1.05);
    }

    @Test
    void fixedPixelsKeepTheirIndex() {
        for (int seed = 0; seed < 20; seed++) {
            Problem problem = new Problem(seed, 100, 4, 30, false, 0.5);
            problem.settle(5, Steps.NONE);
            for (int x = 0; x < 100; x++) {
                if (problem.row.kind[x] == Row.FIXED) {
                    assertThat(problem.window.bytes[problem.window.start(4) + x])
                            .isEqualTo(problem.row.plain[x]);
                }
            }
        }
    }

    @Test
    void whatRepeatsWithinTheRowIsCopied() {
        for (int effort = 1; effort <= 9; effort += 4) {
            Problem problem = new Problem(effort, 600, 0, 40, false, 0.5);
            for (int x = 0; x < 600; x++) {
                problem.row.kind[x] = Row.FIXED;
                problem.row.plain[x] = problem.row.plain[x % 90];
            }
            System.arraycopy(problem.row.plain, 0, problem.window.repeats.plain, problem.window.start(0), 600);
            Recorder recorder = new Recorder();
            problem.settle(effort, recorder);
            int copied = 0;
            for (Step step : recorder.steps) {
                copied += step.length > 0 && step.value % 90 == 0 ? step.length : 0;
            }
            // The first period is new, and the next is not known at once.
            assertThat(copied).as("effort %d", effort).isGreaterThan(400);
            assertThat(problem.decode(recorder.steps)).isEqualTo(problem.row.plain);
        }
    }
}
