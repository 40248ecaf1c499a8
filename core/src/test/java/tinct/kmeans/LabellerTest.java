package tinct.kmeans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Used again and again it does what it does at first. */
final class LabellerTest {
    @Test
    void labelsInertiaAndWeightsAreThoseOfALabellerUsedOnce() {
        for (int seed = 0; seed < 30; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Points points = PointSets.any(seed);
            Labeller labeller = new Labeller(points, 2);
            for (int use = 0; use < 6; use++) {
                float[][] centroids = new float[points.dimensions()][1 + random.nextInt(3) * 7];
                for (float[] axis : centroids) {
                    for (int j = 0; j < axis.length; j++) {
                        axis[j] = random.nextInt(256);
                    }
                }
                Clustering again = labeller.label(centroids);
                Clustering once = KMeans.assign(points, centroids, 1);
                assertThat(again.labels()).as("seed %d, use %d", seed, use).isEqualTo(once.labels());
                assertThat(again.weights()).as("seed %d, use %d", seed, use).isEqualTo(once.weights());
                assertThat(again.inertia()).as("seed %d, use %d", seed, use).isEqualTo(once.inertia());
            }
        }
    }
}
