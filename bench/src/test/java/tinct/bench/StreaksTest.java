package tinct.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import tinct.image.Image;

final class StreaksTest {
    private static final int SIDE = 200;

    private static Image grey(IntBinaryOperator value) {
        int[] argb = new int[SIDE * SIDE];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xFF000000 | 0x10101 * value.applyAsInt(i % SIDE, i / SIDE);
        }
        return new Image(SIDE, SIDE, argb);
    }

    private static double ratio(Image original, Image result) {
        Streaks streaks = new Streaks();
        streaks.add(original, result);
        return streaks.ratio();
    }

    @Test
    void noiseHasNoDirection() {
        SplittableRandom random = new SplittableRandom(1);
        Image noisy = grey((x, y) -> 126 + random.nextInt(5));
        assertThat(ratio(grey((x, y) -> 128), noisy)).isCloseTo(1, within(0.15));
    }

    @Test
    void linesAreSeenInTheirDirection() {
        Image flat = grey((x, y) -> 128);
        Image rows = grey((x, y) -> 128 + (y * 7 % 5 + x / 100) % 3);
        Image columns = grey((x, y) -> 128 + (x * 7 % 5 + y / 100) % 3);
        assertThat(ratio(flat, rows)).isGreaterThan(10);
        assertThat(ratio(flat, columns)).isCloseTo(1 / ratio(flat, rows), within(1e-9));
    }

    @Test
    void errorsWhereTheOriginalIsRoughDoNotCount() {
        SplittableRandom random = new SplittableRandom(1);
        Image rough = grey((x, y) -> random.nextInt(256));
        assertThat(ratio(rough, grey((x, y) -> y))).isNaN();
    }
}
