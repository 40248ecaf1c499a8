package tinct.kmeans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** First centroids, as a run without moves returns them. */
final class SeedingTest {
    private static Clustering start(Points points, int k, Seeding seeding, long seed) {
        return new KMeans(k, Algorithm.LLOYD, seeding, 1, 0, 0, seed, 1).cluster(points);
    }

    private static Points onALine(double[] weights, float... x) {
        return new Points(new float[][] {new float[x.length], x, new float[x.length]}, weights);
    }

    private static double[] ones(int n) {
        double[] weights = new double[n];
        Arrays.fill(weights, 1);
        return weights;
    }

    @ParameterizedTest
    @EnumSource(names = {"RANDOM", "KMEANS_PLUS_PLUS"})
    void drawnStartsAreDifferentPoints(Seeding seeding) {
        for (int seed = 0; seed < 60; seed++) {
            Points points = PointSets.uniform(seed, 3 + seed % 2, 1 + 3 * seed);
            Set<String> places = new HashSet<>();
            for (int i = 0; i < points.size(); i++) {
                places.add(Arrays.toString(PointSets.point(points, i)));
            }
            int k = Math.max(1, points.size() * (seed % 4) / 3);
            Clustering start = start(points, k, seeding, seed);
            Set<String> chosen = new HashSet<>();
            for (int j = 0; j < start.k(); j++) {
                chosen.add(Arrays.toString(start.centroid(j)));
            }
            assertThat(chosen).as("seed %d", seed).hasSize(Math.min(k, points.size()));
            assertThat(places.containsAll(chosen)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RANDOM", "KMEANS_PLUS_PLUS"})
    void theFirstPointIsDrawnWithProbabilityByWeight(Seeding seeding) {
        Points points = onALine(new double[] {1, 2, 0, 3, 4}, 0, 10, 20, 30, 40);
        double[] drawn = new double[5];
        for (int seed = 0; seed < 4000; seed++) {
            drawn[Math.round(start(points, 1, seeding, seed).centroid(0)[1]) / 10]++;
        }
        assertThat(drawn[2]).isZero();
        double chiSquare = 0;
        for (int i : new int[] {0, 1, 3, 4}) {
            double expected = 400 * points.weights()[i];
            chiSquare += (drawn[i] - expected) * (drawn[i] - expected) / expected;
        }
        assertThat(chiSquare).isLessThan(16.3); // passed once in a thousand times with 3 degrees of freedom
    }

    @ParameterizedTest
    @EnumSource(names = {"RANDOM", "KMEANS_PLUS_PLUS"})
    void pointsWithoutWeightAreDrawnLast(Seeding seeding) {
        for (int seed = 0; seed < 50; seed++) {
            Points points = onALine(new double[] {0, 1, 0, 1, 1, 0}, 0, 1, 2, 3, 4, 5);
            Clustering start = start(points, 3, seeding, seed);
            assertThat(start.weights()).as("seed %d", seed).containsExactly(1, 1, 1);
        }
    }

    @Test
    void plusPlusFindsSeparatedHeaps() {
        for (int seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            float[] x = new float[200];
            for (int i = 0; i < x.length; i++) {
                x[i] = i % 5 * 1000 + random.nextInt(10);
            }
            Clustering start = start(onALine(ones(200), x), 5, Seeding.KMEANS_PLUS_PLUS, seed);
            assertThat(start.inertia()).as("seed %d", seed).isLessThan(200 * 100);
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"RANDOM", "KMEANS_PLUS_PLUS"})
    void twoSeparatedHeapsAreDividedAndTheirMeansTaken(Seeding seeding) {
        for (int seed = 0; seed < 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int dimensions = 3 + seed % 2;
            int n = 40 + 2 * random.nextInt(40);
            float[][] axes = new float[dimensions][n];
            double[] sums = new double[2 * dimensions];
            for (int axis = 0; axis < dimensions; axis++) {
                // WU and MEDIAN_CUT divide across an axis, a principal axis may lie anywhere
                float distance = seeding == Seeding.PRINCIPAL_AXIS || axis == seed % 3 ? random.nextInt(80, 200) : 0;
                for (int i = 0; i < n; i++) {
                    axes[axis][i] = (i % 2) * distance + random.nextInt(16);
                    sums[2 * axis + i % 2] += axes[axis][i];
                }
            }
            Clustering start = start(new Points(axes, ones(n)), 2, seeding, 0);
            for (int i = 0; i < n; i++) {
                int half = i % 2;
                assertThat(start.labels()[i]).as("seed %d, point %d", seed, i).isEqualTo(start.labels()[half]);
                for (int axis = 0; axis < dimensions; axis++) {
                    assertThat(start.centroid(start.labels()[half])[axis])
                            .isEqualTo((float) (sums[2 * axis + half] / (n / 2)));
                }
            }
            assertThat(start.labels()[0]).isNotEqualTo(start.labels()[1]);
        }
    }

    @Test
    void medianCutMakesPartsOfEqualWeight() {
        float[] x = new float[256];
        for (int i = 0; i < 256; i++) {
            x[i] = i * 37 % 256;
        }
        Points points = onALine(ones(256), x);
        for (int k : new int[] {2, 4, 8, 16}) {
            assertThat(start(points, k, Seeding.MEDIAN_CUT, 0).weights())
                    .as("k %d", k)
                    .containsOnly(256.0 / k);
        }
        double[] weights = ones(256);
        Arrays.fill(weights, 0, 256, 1);
        for (int i = 0; i < 256; i++) {
            weights[i] = x[i] < 32 ? 7 : 1; // 224 on each side of 32
        }
        Clustering start = start(onALine(weights, x), 2, Seeding.MEDIAN_CUT, 0);
        assertThat(start.centroid(0)[1]).isEqualTo(15.5f);
        assertThat(start.centroid(1)[1]).isEqualTo(143.5f);
    }

    @Test
    void wuCutsWhereTheInertiaFallsMost() {
        for (int seed = 0; seed < 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 2 + random.nextInt(60);
            float[][] axes = new float[3][n];
            double[] weights = new double[n];
            for (int i = 0; i < n; i++) {
                weights[i] = 1 + random.nextInt(9);
                for (float[] axis : axes) {
                    axis[i] = random.nextInt(256);
                }
            }
            for (float[] axis : axes) { // so that slices are the integers
                axis[0] = 0;
                axis[1] = 255;
            }
            Points points = new Points(axes, weights);
            Clustering start = start(points, 2, Seeding.WU, 0);
            assertThat(partsInertia(points, start)).as("seed %d", seed).isTrue();
        }
    }

    /** Whether the centroids are the means of the sides of a cut across an axis that is as good as any. */
    private static boolean partsInertia(Points points, Clustering start) {
        double least = Double.POSITIVE_INFINITY;
        boolean found = false;
        for (int axis = 0; axis < 3; axis++) {
            for (int cut = 0; cut < 255; cut++) {
                double[][] sides = new double[2][4];
                double squares = 0;
                for (int i = 0; i < points.size(); i++) {
                    double[] side = sides[points.axis(axis)[i] <= cut ? 0 : 1];
                    double weight = points.weights()[i];
                    side[3] += weight;
                    for (int a = 0; a < 3; a++) {
                        side[a] += weight * points.axis(a)[i];
                        squares += weight * points.axis(a)[i] * points.axis(a)[i];
                    }
                }
                double inertia = squares;
                boolean same = true;
                for (int s = 0; s < 2; s++) {
                    for (int a = 0; a < 3; a++) {
                        inertia -= sides[s][a] * sides[s][a] / sides[s][3];
                        same &= (float) (sides[s][a] / sides[s][3]) == start.centroid(s)[a]
                                || (float) (sides[s][a] / sides[s][3]) == start.centroid(1 - s)[a];
                    }
                }
                if (inertia < least - 1e-6) {
                    least = inertia;
                    found = same;
                } else if (inertia < least + 1e-6) {
                    found |= same;
                }
            }
        }
        return found;
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"RANDOM", "KMEANS_PLUS_PLUS"})
    void kMeansOfKPartsAreTakenAndNoMoreThanThereArePlaces(Seeding seeding) {
        for (int seed = 0; seed < 60; seed++) {
            Points points = PointSets.any(seed);
            int places = PointSets.places(points);
            for (int k : new int[] {1, 2, places - 1, places, places + 5}) {
                if (k < 1) {
                    continue;
                }
                Clustering start = start(points, k, seeding, 0);
                Set<String> different = new HashSet<>();
                for (int j = 0; j < start.k(); j++) {
                    different.add(Arrays.toString(start.centroid(j)));
                    for (float coordinate : start.centroid(j)) {
                        assertThat(coordinate).isFinite();
                    }
                }
                if (k >= places && seed % 6 != 4) { // points without weight may take up parts
                    double direct = PointSets.directInertia(points, start);
                    assertThat(direct).as("seed %d, k %d", seed, k).isLessThan(1e-6);
                    assertThat(different).hasSizeGreaterThanOrEqualTo(Math.min(places, start.k()));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void pointsWithoutWeightFarAwayAreHarmless(Seeding seeding) {
        Points points = onALine(new double[] {1, 1, 0}, 0, 0.001f, 100);
        for (int k = 1; k <= 3; k++) {
            Clustering start = start(points, k, seeding, 0);
            assertThat(start.k()).isEqualTo(k);
            assertThat(KMeans.of(k).withSeeding(seeding).cluster(points).inertia())
                    .isLessThan(k == 1 ? 1e-6 : 1e-9);
        }
    }

    /** Weights that are not integers: the mean of equal coordinates may be off by rounding. */
    @ParameterizedTest
    @EnumSource
    void pointsAtOnePlaceAreOneWhateverTheirWeights(Seeding seeding) {
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 2 + random.nextInt(8);
            float[][] axes = new float[3][n];
            double[] weights = new double[n];
            float place = random.nextFloat();
            for (int i = 0; i < n; i++) {
                weights[i] = random.nextDouble();
                for (float[] axis : axes) {
                    axis[i] = place;
                }
            }
            Clustering clustering =
                    new KMeans(n, Algorithm.EXCHANGE, seeding, 1, 20, 1e-4, seed, 1).cluster(new Points(axes, weights));
            for (int j = 0; j < n; j++) {
                assertThat(clustering.centroid(j)).as("seed %d", seed).containsOnly(place);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"RANDOM", "KMEANS_PLUS_PLUS"})
    void tiesAreCutAlikeEveryTime(Seeding seeding) {
        // the corners of a cube: every axis and every corner is as good as another
        float[][] axes = new float[3][8];
        for (int i = 0; i < 8; i++) {
            for (int axis = 0; axis < 3; axis++) {
                axes[axis][i] = i >> axis & 1;
            }
        }
        Points cube = new Points(axes, ones(8));
        Clustering eight = start(cube, 8, seeding, 1);
        assertThat(eight.inertia()).isZero();
        assertThat(eight.weights()).containsOnly(1);
        for (int k = 1; k <= 8; k++) {
            assertThat(PointSets.centroids(start(cube, k, seeding, 1)))
                    .isDeepEqualTo(PointSets.centroids(start(cube, k, seeding, 2)));
        }
    }
}
