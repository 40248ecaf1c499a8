package tinct.kmeans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tinct.reference.Pictures;

/** Iterations whose moves go beyond the means, beside plain ones. */
final class BatchTest {
    private static final Watch NOBODY = new Watch(Progress.NONE);

    @Test
    void movesBeyondTheMeansNeverRaiseTheInertia() {
        int moves = 0;
        for (int seed = 0; seed < 60; seed++) {
            Points points = PointSets.any(seed);
            List<Double> history = batch(points)
                    .runFar(start(points, 2 + seed % 17, seed), 100, 0, NOBODY)
                    .history();
            for (int i = 1; i < history.size(); i++) {
                assertThat(history.get(i))
                        .as("seed %d: %s", seed, history)
                        .isLessThanOrEqualTo(history.get(i - 1) * (1 + 1e-6) + 1e-12 * history.get(0));
                moves++;
            }
        }
        assertThat(moves).isGreaterThan(300);
    }

    @Test
    void movesBeyondTheMeansEndAtThem() {
        for (int seed = 0; seed < 20; seed++) {
            Points points = PointSets.colors(Pictures.photo(seed, 40, 30));
            Clustering far = batch(points).runFar(start(points, 12, seed), 300, 0, NOBODY);
            Clustering again = batch(points).run(far.centroids(), 1, 0, NOBODY);
            assertThat(again.iterations()).as("seed %d", seed).isZero();
            Clustering cut = batch(points).runFar(start(points, 12, seed), 3, 0, NOBODY);
            assertThat(cut.iterations()).isEqualTo(3);
            Clustering plain = batch(points).run(cut.centroids(), 1, 0, NOBODY);
            assertThat(plain.inertia()).isLessThanOrEqualTo(cut.inertia());
        }
    }

    @Test
    void movesBeyondTheMeansAreFewerAndLeadAsLow() {
        double far = 0;
        double plain = 0;
        int farMoves = 0;
        int plainMoves = 0;
        for (int seed = 0; seed < 20; seed++) {
            Points points = PointSets.colors(Pictures.photo(seed, 60, 40));
            float[][] start = start(points, 16, seed);
            Clustering beyond = batch(points).runFar(start, 300, 0, NOBODY);
            Clustering means = batch(points).run(start, 300, 0, NOBODY);
            far += Math.log(beyond.inertia());
            plain += Math.log(means.inertia());
            farMoves += beyond.iterations();
            plainMoves += means.iterations();
        }
        assertThat(farMoves).isLessThan((int) (0.8 * plainMoves));
        assertThat(far / 20).isLessThan(plain / 20 + 0.01);
    }

    private static Batch batch(Points points) {
        return new Batch(points, new Lloyd(points, 1), 1);
    }

    private static float[][] start(Points points, int k, int seed) {
        return Starts.choose(
                points, Math.min(k, points.size()), Seeding.KMEANS_PLUS_PLUS, new SplittableRandom(seed), 1);
    }
}
