package tinct.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class RecursiveGaussianTest {
    private static final double[] WINDOW = window();

    @Test
    void theWindowIsAlmostTheGaussian() {
        double sum = 0;
        double variance = 0;
        for (int i = -4; i <= 4; i++) {
            double weight = WINDOW[Math.abs(i)];
            assertThat(weight).isCloseTo(StrictMath.exp(-i * i / 4.5) / (1.5 * Math.sqrt(2 * Math.PI)), within(0.002));
            sum += weight;
            variance += i * i * weight;
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
        assertThat(variance).isCloseTo(2.25, within(1e-12));
    }

    @Test
    void alongIsTheSumUnderTheWindow() {
        for (int n : new int[] {1, 4, 5, 9, 40, 1000}) {
            float[] row = random(n);
            float[] padded = new float[RecursiveGaussian.BEHIND + n + RecursiveGaussian.AHEAD];
            System.arraycopy(row, 0, padded, RecursiveGaussian.BEHIND, n);
            float[] out = new float[n];
            RecursiveGaussian.along(padded, out, n);
            for (int i = 0; i < n; i++) {
                assertThat((double) out[i]).as("%d of %d", i, n).isCloseTo(average(row, i), within(2e-5));
            }
        }
    }

    @Test
    void acrossIsTheSameOfColumns() {
        int rows = 300;
        float[][] columns = {random(rows), new float[rows], random(rows)};
        RecursiveGaussian window = new RecursiveGaussian(3);
        float[] out = new float[3];
        for (int y = -RecursiveGaussian.AHEAD; y < rows; y++) {
            window.across(row(columns, y - RecursiveGaussian.BEHIND), row(columns, y + RecursiveGaussian.AHEAD), out);
            for (int x = 0; x < 3 && y >= 0; x++) {
                assertThat((double) out[x]).as("%d, %d", x, y).isCloseTo(average(columns[x], y), within(2e-5));
            }
        }
    }

    private static float[] row(float[][] columns, int y) {
        float[] row = new float[columns.length];
        for (int x = 0; x < row.length; x++) {
            row[x] = y < 0 || y >= columns[x].length ? 0 : columns[x][y];
        }
        return row;
    }

    private static double average(float[] values, int at) {
        double sum = 0;
        for (int i = Math.max(0, at - 4); i <= Math.min(values.length - 1, at + 4); i++) {
            sum += WINDOW[Math.abs(i - at)] * values[i];
        }
        return sum;
    }

    private static float[] random(int n) {
        SplittableRandom random = new SplittableRandom(n);
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) random.nextDouble();
        }
        return values;
    }

    /**
     * Weights of the pixels 0..4 from the middle, from the paper's equations: cosines of k pi / 10, k = 1, 3, 5, whose
     * sum is 1 (39), whose variance is that of the Gaussian, and which are else as near to it as they can be (52-56).
     */
    private static double[] window() {
        int radius = 5;
        double[] omega = new double[3];
        double[] p = new double[3];
        double[] r = new double[3];
        double[] rho = new double[3];
        for (int i = 0; i < 3; i++) {
            omega[i] = (2 * i + 1) * Math.PI / (2 * radius);
            int sign = i == 1 ? -1 : 1;
            p[i] = sign / StrictMath.tan(omega[i] / 2);
            r[i] = sign * p[i] * p[i] / StrictMath.sin(omega[i]);
            rho[i] = StrictMath.exp(-1.125 * omega[i] * omega[i]) / radius;
        }
        double d13 = p[0] * r[1] - r[0] * p[1];
        double[] zeta = {(p[1] * r[2] - r[1] * p[2]) / d13, (p[2] * r[0] - r[2] * p[0]) / d13, 1};
        double[] right = {1, radius * radius - 2.25, zeta[0] * rho[0] + zeta[1] * rho[1] + rho[2]};
        double[] beta = new double[3];
        double[][] rows = {p, r, zeta};
        for (int i = 0; i < 3; i++) {
            double[][] replaced = {p.clone(), r.clone(), zeta.clone()};
            for (int row = 0; row < 3; row++) {
                replaced[row][i] = right[row];
            }
            beta[i] = determinant(replaced) / determinant(rows);
        }
        double[] window = new double[radius];
        for (int n = 0; n < radius; n++) {
            for (int i = 0; i < 3; i++) {
                window[n] += beta[i] * StrictMath.cos(omega[i] * n);
            }
        }
        return window;
    }

    private static double determinant(double[][] m) {
        return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
                - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
                + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
    }
}
