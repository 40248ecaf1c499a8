package tinct.palette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tinct.color.ColorSpace;
import tinct.histogram.Histogram;
import tinct.image.Image;
import tinct.kmeans.Clustering;
import tinct.kmeans.KMeans;
import tinct.kmeans.Points;
import tinct.reference.Pictures;

/** Colours taken together keep their pixels, their mean, and what they lose by it. */
final class CondensedTest {
    private static Histogram histogram(int seed) {
        Image image = seed % 2 == 0 ? Pictures.photo(seed, 120, 90) : Pictures.veiled(seed, 120, 90);
        return Histogram.of(image.pixels(), 1).withoutTransparent();
    }

    @ParameterizedTest
    @EnumSource
    void inertiaOfThePointsAndInsideIsThatOfTheColours(ColorSpace space) {
        for (int seed = 0; seed < 6; seed++) {
            Histogram histogram = histogram(seed);
            Condensed condensed = Condensed.of(histogram, space, 10, 1);
            Points colors = Entries.points(histogram, space);
            assertThat(condensed.points().size()).isBetween(2, histogram.size() - 1);
            // Of one centroid, wherever it is: no colour can go to another one.
            SplittableRandom random = new SplittableRandom(seed);
            float[][] centroid = space.coordinates(new int[] {random.nextInt()}, colors.dimensions());
            double all = KMeans.assign(colors, centroid, 1).inertia();
            double ours = KMeans.assign(condensed.points(), centroid, 1).inertia() + condensed.inside();
            assertThat(ours).as("seed %d", seed).isCloseTo(all, within(1e-6 * all));
            assertThat(Arrays.stream(condensed.points().weights()).sum()).isEqualTo((double) histogram.total());
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachPointIsTheMeanOfTheColoursAlikeInTheirUpperBits(ColorSpace space) {
        for (int seed = 0; seed < 4; seed++) {
            Histogram histogram = histogram(seed);
            Condensed condensed = Condensed.of(histogram, space, 10, 3);
            float[][] coordinates =
                    space.coordinates(histogram.colors(), condensed.points().dimensions());
            for (int point = 0; point < condensed.points().size(); point += 7) {
                double weight = 0;
                double sum = 0;
                for (int i = 0; i < histogram.size(); i++) {
                    boolean alike = ((histogram.colors()[i] ^ condensed.colors()[point]) & 0xFFFEFEFE) == 0;
                    weight += alike ? histogram.counts()[i] : 0;
                    sum += alike ? histogram.counts()[i] * (double) coordinates[0][i] : 0;
                }
                assertThat(condensed.points().weights()[point]).isEqualTo(weight);
                assertThat((double) condensed.points().axis(0)[point]).isCloseTo(sum / weight, within(1e-4));
            }
        }
    }

    @Test
    void fewColoursAreLeftAsTheyAre() {
        Histogram histogram = histogram(0);
        Condensed condensed = Condensed.of(histogram, ColorSpace.SRGB, histogram.size(), 1);
        assertThat(condensed.colors()).isEqualTo(histogram.colors());
        assertThat(condensed.inside()).isZero();
    }

    @Test
    void threadsDoNotMatter() {
        Histogram histogram = histogram(1);
        Condensed one = Condensed.of(histogram, ColorSpace.OKLAB, 10, 1);
        Condensed seven = Condensed.of(histogram, ColorSpace.OKLAB, 10, 7);
        assertThat(seven.colors()).isEqualTo(one.colors());
        assertThat(seven.inside()).isEqualTo(one.inside());
        assertThat(seven.points().weights()).isEqualTo(one.points().weights());
        for (int axis = 0; axis < 4; axis++) {
            assertThat(seven.points().axis(axis)).isEqualTo(one.points().axis(axis));
        }
    }

    @Test
    void aPictureOfVeryManyColoursGetsAllEntriesInUse() {
        SplittableRandom random = new SplittableRandom(5);
        int[] pixels = random.ints(600_000).map(argb -> 0xFF000000 | argb).toArray();
        Histogram histogram = Histogram.of(pixels, 2);
        Quantization quantization = KMeansQuantizer.DEFAULT.withEffort(3).quantize(histogram, 40, 2);
        assertThat(quantization.palette().size()).isEqualTo(40);
        float[][] entries = ColorSpace.SRGB.coordinates(quantization.palette().toArray(), 3);
        Clustering assigned = KMeans.assign(Entries.points(histogram, ColorSpace.SRGB), entries, 2);
        assertThat(assigned.weights()).doesNotContain(0.0);
        assertThat(assigned.inertia()).isBetween(quantization.inertia() * 0.995, quantization.inertia() * 1.005);
    }
}
