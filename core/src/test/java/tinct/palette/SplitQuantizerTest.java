package tinct.palette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import tinct.color.ColorSpace;
import tinct.histogram.Histogram;
import tinct.kmeans.Seeding;
import tinct.reference.Pictures;

final class SplitQuantizerTest extends QuantizerContract {
    @Override
    List<Quantizer> quantizers() {
        return List.of(
                new SplitQuantizer(ColorSpace.SRGB, Seeding.WU),
                new SplitQuantizer(ColorSpace.LINEAR, Seeding.MEDIAN_CUT),
                new SplitQuantizer(ColorSpace.OKLAB, Seeding.PRINCIPAL_AXIS),
                new SplitQuantizer(ColorSpace.CIELAB, Seeding.WU));
    }

    @Test
    void twoHalvesOfAPictureAreDivided() {
        Histogram histogram = Histogram.of(new int[] {0xFF000000, 0xFF020202, 0xFFFEFEFE, 0xFFFCFCFC}, 1);
        for (Quantizer quantizer : quantizers()) {
            int[] entries = quantizer.quantize(histogram, 2, 1).palette().toArray();
            assertThat(entries[0] & 0xFF).as("%s", quantizer).isBetween(0, 2);
            assertThat(entries[1] & 0xFF).isBetween(0xFC, 0xFE);
        }
    }

    @Test
    void iterationsWouldLowerTheInertia() {
        Histogram histogram = Histogram.of(Pictures.photo(1, 100, 80).pixels(), 1);
        double kMeans = KMeansQuantizer.DEFAULT.quantize(histogram, 16, 1).inertia();
        for (Seeding seeding : new Seeding[] {Seeding.WU, Seeding.PRINCIPAL_AXIS, Seeding.MEDIAN_CUT}) {
            Quantization split = new SplitQuantizer(ColorSpace.SRGB, seeding).quantize(histogram, 16, 1);
            assertThat(split.inertia()).isBetween(kMeans, kMeans * 2.5);
            assertThat(split.iterations()).isZero();
        }
    }

    @Test
    void drawnStartsAreNoDivisions() {
        assertThatThrownBy(() -> new SplitQuantizer(ColorSpace.SRGB, Seeding.RANDOM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("RANDOM does not divide the colours");
        assertThatThrownBy(() -> new SplitQuantizer(ColorSpace.SRGB, Seeding.KMEANS_PLUS_PLUS))
                .hasMessage("KMEANS_PLUS_PLUS does not divide the colours");
    }
}
