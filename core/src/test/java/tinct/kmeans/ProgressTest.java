package tinct.kmeans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A clustering can be watched and ended. */
final class ProgressTest {
    private static final Points POINTS = PointSets.clustered(1, 3, 6000, 40, 20);

    private static KMeans kMeans(Algorithm algorithm) {
        return new KMeans(20, algorithm, Seeding.RANDOM, 1, 60, 1e-4, 1, 2);
    }

    @ParameterizedTest
    @EnumSource
    void isToldOfEveryMoveOnTheCallingThread(Algorithm algorithm) {
        List<Double> told = new ArrayList<>();
        Thread caller = Thread.currentThread();
        Clustering watched = kMeans(algorithm).cluster(POINTS, (iterations, inertia) -> {
            assertThat(Thread.currentThread()).isSameAs(caller);
            while (told.size() <= iterations) {
                told.add(inertia);
            }
            return true;
        });
        Clustering alone = kMeans(algorithm).cluster(POINTS);
        assertThat(watched.labels()).isEqualTo(alone.labels());
        assertThat(told.get(told.size() - 1))
                .isCloseTo(
                        watched.history().get(watched.history().size() - 1),
                        within(1e-6 * watched.history().get(0)));
        assertThat(told.size()).isGreaterThan(watched.iterations());
    }

    @ParameterizedTest
    @EnumSource
    void canEndItAndGetsWhatWasReached(Algorithm algorithm) {
        Clustering ended = kMeans(algorithm).cluster(POINTS, (iterations, inertia) -> iterations < 3);
        assertThat(ended.iterations()).isBetween(3, 4);
        Clustering assigned = KMeans.assign(POINTS, PointSets.centroids(ended), 1);
        assertThat(ended.labels()).isEqualTo(assigned.labels());
        assertThat(ended.inertia())
                .isGreaterThan(kMeans(algorithm).cluster(POINTS).inertia());
    }

    @ParameterizedTest
    @EnumSource
    void itsExceptionReachesTheCaller(Algorithm algorithm) {
        IllegalStateException enough = new IllegalStateException("enough");
        assertThatThrownBy(() -> kMeans(algorithm).cluster(POINTS, (iterations, inertia) -> {
                    throw enough;
                }))
                .isSameAs(enough);
    }
}
