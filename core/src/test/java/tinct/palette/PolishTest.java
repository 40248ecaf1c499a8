package tinct.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tinct.color.ColorSpace;
import tinct.histogram.Histogram;
import tinct.image.Image;
import tinct.kmeans.Clustering;
import tinct.kmeans.KMeans;
import tinct.kmeans.Labeller;
import tinct.kmeans.Points;
import tinct.reference.Pictures;

/** Steps of 8-bit entries win back some of what rounding costs. */
@Tag("slow")
final class PolishTest {
    @ParameterizedTest
    @EnumSource
    void entriesGetBetterWithEachRoundAndStayDistinctAndVisible(ColorSpace space) {
        for (int seed = 0; seed < 6; seed++) {
            Points points = points(seed, space);
            Set<Integer> rounded = rounded(points, space, 20);
            double before = inertia(points, space, rounded);
            for (int rounds = 1; rounds <= 3; rounds++) {
                Set<Integer> polished = polished(points, space, rounded, rounds, 1);
                assertThat(polished).hasSameSizeAs(rounded);
                assertThat(polished).allMatch(argb -> points.dimensions() == 4 ? argb >>> 24 > 0 : argb >>> 24 == 255);
                double after = inertia(points, space, polished);
                assertThat(after).as("seed %d, rounds %d", seed, rounds).isLessThanOrEqualTo(before * (1 + 1e-12));
                before = after;
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFifthOfWhatRoundingCostsIsWonBackInThreeRounds(ColorSpace space) {
        double cost = 0;
        double left = 0;
        for (int seed = 0; seed < 4; seed++) {
            Points points = points(2 * seed, space);
            Clustering clustering = KMeans.of(20).cluster(points);
            Set<Integer> rounded = rounded(clustering, space);
            Set<Integer> polished = polished(points, space, rounded, 3, 1);
            cost += inertia(points, space, rounded) / clustering.inertia() - 1;
            left += inertia(points, space, polished) / clustering.inertia() - 1;
        }
        assertThat(left).isLessThan(cost * 4 / 5);
    }

    @ParameterizedTest
    @EnumSource
    void threadsDoNotMatter(ColorSpace space) {
        Points points = points(3, space);
        Set<Integer> rounded = rounded(points, space, 24);
        assertThat(polished(points, space, rounded, 2, 7))
                .containsExactlyElementsOf(polished(points, space, rounded, 2, 1));
    }

    @ParameterizedTest
    @EnumSource
    void entriesFarFromTheBestComeNearer(ColorSpace space) {
        SplittableRandom random = new SplittableRandom(1);
        Points points = points(0, space);
        Set<Integer> any = new LinkedHashSet<>();
        while (any.size() < 12) {
            any.add(0xFF000000 | random.nextInt(1 << 24));
        }
        Set<Integer> polished = polished(points, space, any, 40, 1);
        assertThat(inertia(points, space, polished)).isLessThan(inertia(points, space, any) / 2);
    }

    private static Points points(int seed, ColorSpace space) {
        Image image = seed % 2 == 0 ? Pictures.photo(seed, 90, 70) : Pictures.veiled(seed, 60, 50);
        return Entries.points(Histogram.of(image.pixels(), 1).withoutTransparent(), space);
    }

    private static Set<Integer> rounded(Points points, ColorSpace space, int k) {
        return rounded(KMeans.of(k).cluster(points), space);
    }

    private static Set<Integer> rounded(Clustering clustering, ColorSpace space) {
        Set<Integer> rounded = new LinkedHashSet<>();
        for (int j = 0; j < clustering.k(); j++) {
            rounded.add(space.toArgb(clustering.centroid(j)));
        }
        return rounded;
    }

    private static Set<Integer> polished(
            Points points, ColorSpace space, Set<Integer> entries, int rounds, int threads) {
        return new Polish(new Labeller(points, threads), space, points.dimensions(), false, threads)
                .apply(entries, 0, rounds);
    }

    private static double inertia(Points points, ColorSpace space, Set<Integer> entries) {
        int[] colors = entries.stream().mapToInt(Integer::intValue).toArray();
        return KMeans.assign(points, space.coordinates(colors, points.dimensions()), 1)
                .inertia();
    }
}
