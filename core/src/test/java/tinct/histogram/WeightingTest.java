package tinct.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tinct.reference.Pictures;

final class WeightingTest {
    private static Histogram flat(int color, int pixels) {
        int[] argb = new int[pixels];
        Arrays.fill(argb, color);
        return Histogram.of(argb, 1);
    }

    @Test
    void byAreaALargePictureCountsMoreAndByEqualWeightAsMuchAsASmallOne() {
        Histogram large = flat(0xFF000000, 9000);
        Histogram small = flat(-1, 1000);
        Histogram byArea = Weighting.AREA.weighed(large).merge(Weighting.AREA.weighed(small));
        assertThat(byArea.counts()).containsExactly(9000, 1000);
        Histogram equal = Weighting.EQUAL.weighed(large).merge(Weighting.EQUAL.weighed(small));
        assertThat(equal.counts()[0]).isEqualTo(equal.counts()[1]);
    }

    @Test
    void scalingKeepsRatiosAndEveryColour() {
        Histogram photo = Histogram.of(Pictures.photo(1, 60, 50).pixels(), 1);
        Histogram scaled = photo.scaled(1 << 24);
        assertThat(scaled.colors()).isEqualTo(photo.colors());
        double factor = (1 << 24) / 3000.0;
        for (int i = 0; i < photo.size(); i++) {
            assertThat((double) scaled.counts()[i]).isCloseTo(photo.counts()[i] * factor, within(0.5));
        }
        assertThat(photo.scaled(1).counts()).containsOnly(1L);
    }

    @Test
    void dampedAreasWeighByThePowerOfTheirPixels() {
        int[] pixels = new int[10000 + 100];
        Arrays.fill(pixels, 0, 10000, 0xFF000000);
        Arrays.fill(pixels, 10000, 10060, 0xFFE4002B);
        Arrays.fill(pixels, 10060, 10100, 0xFFE4012B); // of the same area
        Histogram histogram = Histogram.of(pixels, 1);
        Histogram damped = histogram.damped(0.5);
        assertThat(damped.colors()).isEqualTo(histogram.colors());
        double black = damped.counts()[0];
        double red = damped.counts()[1] + damped.counts()[2];
        assertThat(black / red).isCloseTo(10, within(1e-6));
        assertThat((double) damped.counts()[1] / damped.counts()[2]).isCloseTo(1.5, within(1e-6));
        Histogram same = histogram.damped(1);
        assertThat((double) same.counts()[0] / same.counts()[1]).isCloseTo(10000.0 / 60, within(1e-4));
        assertThatThrownBy(() -> histogram.damped(1.5)).hasMessage("power must be in 0..1, was 1.5");
    }
}
