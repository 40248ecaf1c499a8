package tinct.kmeans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PointsTest {
    @Test
    void arraysAreHandedOver() {
        float[][] axes = {{1, 2}, {3, 4}, {5, 6}, {7, 8}};
        double[] weights = {0, 2.5};
        Points points = new Points(axes, weights);
        assertThat(points.size()).isEqualTo(2);
        assertThat(points.dimensions()).isEqualTo(4);
        assertThat(points.axis(3)).isSameAs(axes[3]);
        assertThat(points.weights()).isSameAs(weights);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5})
    void otherThanThreeOrFourAxesAreRefused(int axes) {
        refused("points must have 3 or 4 axes, had " + axes, new float[axes][1], 1);
    }

    @Test
    void noPointsAndUnequalLengthsAreRefused() {
        refused("there must be at least one point", new float[3][0]);
        refused("an axis has 2 coordinates for 1 weights", new float[][] {{1}, {1, 2}, {1}}, 1);
        refused("an axis has 1 coordinates for 2 weights", new float[3][1], 1, 1);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -0x1p50f})
    void coordinatesThatAreNotFiniteOrTooLargeAreRefused(float bad) {
        refused(
                "coordinates must be between -1e15 and 1e15, one was " + bad,
                new float[][] {{1, 1}, {1, 1}, {1, bad}},
                1,
                1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1e-300})
    void weightsThatAreNegativeOrNotFiniteAreRefused(double bad) {
        refused("weights must be finite and at least 0, one was " + bad, new float[3][2], 1, bad);
    }

    @Test
    void noWeightAtAllIsRefused() {
        refused("all weights are 0", new float[3][2], 0, 0);
    }

    private static void refused(String message, float[][] axes, double... weights) {
        assertThatThrownBy(() -> new Points(axes, weights))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
