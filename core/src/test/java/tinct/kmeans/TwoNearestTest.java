package tinct.kmeans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tinct.reference.NaiveNearest;

/** Moves that it calls better are. */
final class TwoNearestTest {
    @Test
    void betterPlacesLowerTheInertia() {
        int better = 0;
        for (int seed = 0; seed < 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Points points = PointSets.any(seed);
            float[][] centroids = centroids(points, 1 + seed % 14, random);
            Labeller labeller = new Labeller(points, 1);
            TwoNearest nearest = labeller.twoNearest(centroids);
            double before = labeller.label(copy(centroids)).inertia();
            for (int move = 0; move < 60; move++) {
                int j = random.nextInt(centroids[0].length);
                float[][] places = around(centroids, j, random);
                TwoNearest.Part part = nearest.part(j);
                float[][] place = at(places, random.nextInt(8));
                if (part.cost(place) >= part.cost(at(centroids, j)) * (1 - 1e-6)) {
                    continue;
                }
                better++;
                for (int axis = 0; axis < places.length; axis++) {
                    centroids[axis][j] = place[axis][0];
                }
                nearest.move(j, place);
                // What it believes falls with each move, and is the truth at first and never below it later.
                assertThat(labeller.label(copy(centroids)).inertia())
                        .as("seed %d, move %d", seed, move)
                        .isLessThan(before);
            }
        }
        assertThat(better).isGreaterThan(400);
    }

    @Test
    void ofTwoCentroidsCostsAreInertias() {
        for (int seed = 0; seed < 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Points points = PointSets.any(seed);
            float[][] two = centroids(points, 2, random);
            float[][] places = around(two, 1, random);
            TwoNearest.Part part = new Labeller(points, 1).twoNearest(two).part(1);
            for (int place = 0; place < places[0].length; place++) {
                float[][] moved = copy(two);
                for (int axis = 0; axis < moved.length; axis++) {
                    moved[axis][1] = places[axis][place];
                }
                double inertia = KMeans.assign(points, moved, 1).inertia();
                assertThat(part.cost(at(places, place)))
                        .as("seed %d", seed)
                        .isCloseTo(inertia, within(1e-6 * inertia + 1e-6));
            }
        }
    }

    @Test
    void aMoveIsSeenByTheOthers() {
        for (int seed = 0; seed < 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Points points = PointSets.any(seed);
            float[][] two = centroids(points, 2, random);
            TwoNearest nearest = new Labeller(points, 1).twoNearest(two);
            float[][] place = at(around(two, 0, random), 0);
            nearest.move(0, place);
            float[][] moved = copy(two);
            for (int axis = 0; axis < moved.length; axis++) {
                moved[axis][0] = place[axis][0];
            }
            double inertia = KMeans.assign(points, moved, 1).inertia();
            assertThat(nearest.part(1).cost(at(two, 1)))
                    .as("seed %d", seed)
                    .isCloseTo(inertia, within(1e-6 * inertia + 1e-6));
        }
    }

    @Test
    void setsApartHoldEachCentroidOnceAndNoneAroundAnother() {
        for (int seed = 0; seed < 40; seed++) {
            Points points = PointSets.any(seed);
            int k = 1 + seed % 20;
            TwoNearest nearest = new Labeller(points, 1).twoNearest(centroids(points, k, new SplittableRandom(seed)));
            int[][] apart = nearest.apart();
            assertThat(Arrays.stream(apart).flatMapToInt(Arrays::stream).sorted())
                    .containsExactlyElementsOf(IntStream.range(0, k).boxed().toList());
            for (int[] set : apart) {
                BitSet members = new BitSet();
                Arrays.stream(set).forEach(members::set);
                for (int j : set) {
                    assertThat(nearest.around(j).intersects(members)).isFalse();
                }
            }
        }
    }

    @Test
    void theTwoNearestOfAPointAreAroundEachOther() {
        for (int seed = 0; seed < 24; seed++) {
            Points points = PointSets.any(seed);
            float[][] centroids = centroids(points, 6, new SplittableRandom(seed));
            TwoNearest nearest = new Labeller(points, 1).twoNearest(centroids);
            for (int i = 0; i < points.size(); i++) {
                float[] point = PointSets.point(points, i);
                int first = NaiveNearest.find(centroids, point);
                float[][] others = copy(centroids);
                others[0][first] = 1e9f;
                int second = NaiveNearest.find(others, point);
                if (distance(centroids, second, point) < distanceOfThird(others, second, point)) {
                    assertThat(nearest.around(first).get(second)).isTrue();
                    assertThat(nearest.around(second).get(first)).isTrue();
                }
            }
        }
    }

    private static double distanceOfThird(float[][] others, int second, float[] point) {
        float[][] rest = copy(others);
        rest[0][second] = 1e9f;
        return distance(rest, NaiveNearest.find(rest, point), point);
    }

    private static double distance(float[][] centroids, int j, float[] point) {
        double square = 0;
        for (int axis = 0; axis < point.length; axis++) {
            square += (centroids[axis][j] - point[axis]) * (double) (centroids[axis][j] - point[axis]);
        }
        return square;
    }

    private static float[][] centroids(Points points, int k, SplittableRandom random) {
        float[][] centroids = new float[points.dimensions()][k];
        for (int j = 0; j < k; j++) {
            int i = random.nextInt(points.size());
            for (int axis = 0; axis < centroids.length; axis++) {
                centroids[axis][j] = points.axis(axis)[i] + random.nextInt(9) - 4;
            }
        }
        return centroids;
    }

    private static float[][] at(float[][] centroids, int j) {
        float[][] place = new float[centroids.length][1];
        for (int axis = 0; axis < place.length; axis++) {
            place[axis][0] = centroids[axis][j];
        }
        return place;
    }

    private static float[][] around(float[][] centroids, int j, SplittableRandom random) {
        float[][] places = new float[centroids.length][8];
        for (int axis = 0; axis < places.length; axis++) {
            for (int place = 0; place < 8; place++) {
                places[axis][place] = centroids[axis][j] + random.nextInt(17) - 8;
            }
        }
        return places;
    }

    private static float[][] copy(float[][] centroids) {
        return Arrays.stream(centroids).map(float[]::clone).toArray(float[][]::new);
    }
}
