package tinct.palette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tinct.color.ColorSpace;
import tinct.histogram.Histogram;
import tinct.kmeans.Algorithm;
import tinct.kmeans.Clustering;
import tinct.kmeans.KMeans;
import tinct.kmeans.Points;
import tinct.kmeans.Seeding;
import tinct.reference.Pictures;

@Tag("slow")
final class KMeansQuantizerTest extends QuantizerContract {
    private static final KMeansQuantizer SHORT =
            new KMeansQuantizer(ColorSpace.SRGB, Algorithm.EXCHANGE, Seeding.RANDOM, 2, 30, 1e-3, 5, 0, 5);

    private static final Algorithm[] ALGORITHMS = Algorithm.values();
    private static final Seeding[] SEEDINGS = Seeding.values();
    private static final ColorSpace[] SPACES = ColorSpace.values();

    /** Every algorithm, space and seeding, with and without a sample. */
    @Override
    List<Quantizer> quantizers() {
        List<Quantizer> quantizers = new ArrayList<>(List.of(KMeansQuantizer.DEFAULT));
        for (int i = 0; i < ALGORITHMS.length; i++) {
            KMeansQuantizer quantizer = SHORT.withAlgorithm(ALGORITHMS[i]).withSeeding(SEEDINGS[i % 5]);
            quantizers.add(quantizer.withSpace(SPACES[i % 4]));
            quantizers.add(quantizer.withSpace(SPACES[(i + 1) % 4]).withSample(300));
        }
        quantizers.add(SHORT.withSample(1));
        quantizers.add(KMeansQuantizer.DEFAULT.withEffort(1).withSpace(ColorSpace.OKLAB));
        quantizers.add(KMeansQuantizer.DEFAULT.withEffort(2));
        return quantizers;
    }

    @Test
    void inertiaIsThatOfAllPixelsEvenIfTrainedOnASample() {
        Histogram histogram = Histogram.of(Pictures.photo(1, 100, 80).pixels(), 1);
        double all = KMeansQuantizer.DEFAULT.quantize(histogram, 16, 1).inertia();
        double sampled = KMeansQuantizer.DEFAULT
                .withSample(1000)
                .quantize(histogram, 16, 1)
                .inertia();
        assertThat(sampled).isBetween(all * 0.999, all * 1.25);
    }

    /** Where many colours are clustered by their means what is told is of the colours themselves. */
    @Test
    void leavingOutLowerBitsCostsLittleAndTheInertiaToldIsTrue() {
        int[] pixels = Pictures.photo(1, 400, 300).pixels();
        Histogram histogram = Histogram.of(pixels, 2);
        for (int maxColors : new int[] {8, 40, 100}) {
            for (ColorSpace space : SPACES) {
                KMeansQuantizer careful =
                        KMeansQuantizer.DEFAULT.withSpace(space).withEffort(7);
                KMeansQuantizer quick = careful.withEffort(1);
                Quantization found = quick.quantize(histogram, maxColors, 2);
                assertThat(quick.quickPalette(pixels, maxColors, 1)).hasValue(found.palette());
                List<Double> history = found.history();
                assertThat(history.get(history.size() - 1)).isCloseTo(found.inertia(), within(found.inertia() * 1e-9));
                double best = careful.quantize(histogram, maxColors, 2).inertia();
                assertThat(found.inertia()).as("%d, %s", maxColors, space).isBetween(best * 0.999, best * 1.15);
                float[][] entries = space.coordinates(found.palette().toArray(), 3);
                Clustering nearest = KMeans.assign(Entries.points(histogram, space), entries, 1);
                assertThat(nearest.inertia()).isBetween(found.inertia() * 0.99, found.inertia() * 1.05);
                for (int i = 0; i < histogram.size(); i++) {
                    assertThat(found.nearest().index(i)).isEqualTo(nearest.labels()[i]);
                }
            }
        }
    }

    @Test
    void aQuickPaletteIsFoundOnlyWhereLowerBitsMatterLittle() {
        KMeansQuantizer quick = KMeansQuantizer.DEFAULT.withEffort(2);
        int[] photo = Pictures.photo(1, 200, 150).pixels();
        assertThat(quick.quickPalette(photo, 60, 1)).isPresent();
        assertThat(quick.quickPalette(photo, 129, 1)).isEmpty();
        assertThat(quick.withEffort(3).quickPalette(photo, 60, 1)).isEmpty();
        assertThat(quick.withSample(100).quickPalette(photo, 60, 1)).isEmpty();
        assertThat(quick.withAlgorithm(Algorithm.LLOYD).quickPalette(photo, 60, 1))
                .isEmpty();
        assertThat(quick.quickPalette(Pictures.few(2, 60, 50, 300, false).pixels(), 60, 1))
                .isEmpty();
        assertThat(quick.quickPalette(Pictures.veiled(2, 200, 150).pixels(), 60, 1))
                .isEmpty();
        assertThat(quick.quickPalette(new int[0], 60, 1)).isEmpty();
    }

    /** More than are held as points at once. */
    @Test
    void ofVeryManyColoursOnlyThePaletteAndItsInertiaAreTold() {
        SplittableRandom random = new SplittableRandom(7);
        int[] pixels = random.ints(600_000).map(argb -> 0xFF000000 | argb).toArray();
        Histogram histogram = Histogram.of(pixels, 2);
        KMeansQuantizer quick = KMeansQuantizer.DEFAULT.withEffort(1);
        Quantization found = quick.quantize(histogram, 30, 2);
        assertThat(quick.quickPalette(pixels, 30, 1)).hasValue(found.palette());
        assertThat(found.nearest().size()).isZero();
        float[][] entries = ColorSpace.SRGB.coordinates(found.palette().toArray(), 3);
        double inertia = KMeans.assign(Entries.points(histogram, ColorSpace.SRGB), entries, 2)
                .inertia();
        assertThat(found.inertia()).isBetween(inertia * 0.995, inertia * 1.005);
        assertThat(quick.quantize(histogram, 30, 7)).isEqualTo(found);
    }

    @Test
    void aSampleOfAllPixelsIsNoSample() {
        Histogram histogram = Histogram.of(Pictures.veiled(1, 60, 40).pixels(), 1);
        Quantization all = KMeansQuantizer.DEFAULT.quantize(histogram, 16, 1);
        assertThat(KMeansQuantizer.DEFAULT.withSample(2400).quantize(histogram, 16, 1))
                .isEqualTo(all);
        assertThat(KMeansQuantizer.DEFAULT.withSample(400).quantize(histogram, 16, 1))
                .isNotEqualTo(all);
    }

    @Test
    void oneColourIsTheMeanOfThePixels() {
        Histogram histogram = Histogram.of(new int[] {0xFF000000, 0xFF000000, 0xFF000000, 0xFFC86440}, 1);
        Quantization quantization = KMeansQuantizer.DEFAULT.quantize(histogram, 1, 1);
        assertThat(quantization.palette().entry(0)).isEqualTo(0xFF321910);
        double squares = 200 * 200 + 100 * 100 + 64 * 64;
        assertThat(quantization.inertia()).isCloseTo(squares * 3 / 4, within(1e-6));
    }

    @Test
    void entriesAreNoWorseThanTheRoundedMeansOfTheirColoursButForTheTolerance() {
        for (int seed = 0; seed < 6; seed++) {
            Histogram histogram = Histogram.of(Pictures.photo(seed, 90, 70).pixels(), 1);
            Points points = Entries.points(histogram, ColorSpace.SRGB);
            int[] entries =
                    KMeansQuantizer.DEFAULT.quantize(histogram, 24, 1).palette().toArray();
            Clustering nearest = KMeans.assign(points, ColorSpace.SRGB.coordinates(entries, 3), 1);
            int[] rounded = roundedMeans(points, nearest);
            double moved = KMeans.assign(points, ColorSpace.SRGB.coordinates(rounded, 3), 1)
                    .inertia();
            assertThat(nearest.inertia()).as("seed %d", seed).isLessThanOrEqualTo(moved * (1 + 1e-4));
        }
    }

    private static int[] roundedMeans(Points points, Clustering nearest) {
        int[] rounded = new int[nearest.k()];
        for (int j = 0; j < rounded.length; j++) {
            rounded[j] = 0xFF;
            for (int axis = 0; axis < 3; axis++) {
                double sum = 0;
                for (int i = 0; i < points.size(); i++) {
                    sum += nearest.labels()[i] == j ? points.weights()[i] * points.axis(axis)[i] : 0;
                }
                rounded[j] = rounded[j] << 8 | (int) Math.round(sum / nearest.weights()[j]);
            }
        }
        return rounded;
    }

    @Test
    void badOptionsAreRefused() {
        assertThatThrownBy(() -> KMeansQuantizer.DEFAULT.withSample(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sample must be at least 0, was -1");
        assertThatThrownBy(() -> new KMeansQuantizer(ColorSpace.SRGB, Algorithm.LLOYD, Seeding.WU, 0, 1, 0, 5, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("runs must be at least 1, were 0");
    }
}
