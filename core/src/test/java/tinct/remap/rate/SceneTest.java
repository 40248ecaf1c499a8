package tinct.remap.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tinct.image.Image;
import tinct.image.Palette;
import tinct.reference.Pictures;

final class SceneTest {
    private static final float BIT = 1e-3f;

    private static final int WIDTH = 60;
    private static final int HEIGHT = 40;

    private static Scene scene(Image image, Palette palette) {
        return new Scene(image, new Entries(palette), new byte[WIDTH * HEIGHT], 0, HEIGHT);
    }

    @Test
    void whereItIsCalmTheRowBelowCountsAsIsAsked() {
        Scene scene = scene(Pictures.photo(1, WIDTH, HEIGHT), new Palette(0xFF000000, 0xFF406080, 0xFFFFFFFF));
        Row row = new Row(WIDTH, 3);
        Row aim = row.withOtherTargets();
        Row other = row.withOtherTargets();
        int calm = 0;
        for (int y = 0; y + 1 < HEIGHT; y++) {
            scene.row(y, row);
            scene.aim(y, row, BIT, Scene.BELOW, aim);
            scene.aim(y, row, BIT, 5 * Scene.BELOW, other);
            for (int x = 0; x < WIDTH; x++) {
                float calmness = Scene.calmness(Scene.activity(row.weight[x]));
                float part = aim.weight[x] / row.weight[x] - 1;
                assertThat(other.weight[x] / row.weight[x] - 1).isCloseTo(part * (1 + 4 * calmness), within(1e-4f));
                calm += calmness > 0 && part > 0 ? 1 : 0;
            }
        }
        assertThat(calm).isPositive();
    }

    @Test
    void theAimOfARowCostsAsMuchMoreThanItAsTheRowBelowIsLikeIt() {
        Palette palette = new Palette(0xFF000000, 0xFF406080, 0xFFFFFFFF);
        Entries entries = new Entries(palette);
        Scene scene = scene(Pictures.photo(1, WIDTH, HEIGHT), palette);
        Row row = new Row(WIDTH, 3);
        Row next = new Row(WIDTH, 3);
        Row aim = row.withOtherTargets();
        int alike = 0;
        int unlike = 0;
        for (int y = 0; y + 1 < HEIGHT; y++) {
            scene.row(y, row);
            scene.row(y + 1, next);
            scene.aim(y, row, BIT, Scene.BELOW, aim);
            for (int x = 0; x < WIDTH; x++) {
                if (row.kind[x] == Row.FIXED) {
                    assertThat(aim.weight[x]).isEqualTo(row.weight[x]);
                    continue;
                }
                double apart = 0;
                for (int axis = 0; axis < 3; axis++) {
                    apart += Math.pow(row.target[axis][x] - next.target[axis][x], 2) * row.weight[x];
                }
                double part = 0.4 * Math.max(0, 1 - apart / (8 * BIT));
                alike += part > 0.3 ? 1 : 0;
                unlike += part == 0 ? 1 : 0;
                // Up to a constant, the sum of both errors.
                double[] more = new double[entries.size];
                for (int k = 0; k < entries.size; k++) {
                    double both = row.weight[x]
                            * (entries.error(row.target, x, 1, Row.OPAQUE, k)
                                    + part * entries.error(next.target, x, 1, Row.OPAQUE, k));
                    more[k] = both - entries.error(aim.target, x, aim.weight[x], Row.OPAQUE, k);
                    assertThat(more[k]).isCloseTo(more[0], within(1e-4 * (1 + both)));
                }
            }
        }
        assertThat(alike).isGreaterThan(WIDTH * HEIGHT / 10);
        assertThat(unlike).isGreaterThan(WIDTH * HEIGHT / 10);
    }

    @Test
    void theLastRowAimsAtWhatItWants() {
        Scene scene = scene(Pictures.photo(2, WIDTH, HEIGHT), new Palette(0xFF000000, 0xFFFFFFFF));
        Row row = new Row(WIDTH, 3);
        Row aim = row.withOtherTargets();
        scene.row(HEIGHT - 1, row);
        scene.aim(HEIGHT - 1, row, BIT, Scene.BELOW, aim);
        assertThat(aim.target).isDeepEqualTo(row.target);
        assertThat(aim.weight).isEqualTo(row.weight);
    }

    @Test
    void whereAStripEndsMakesNoDifferenceToAnAim() {
        Image image = Pictures.photo(3, WIDTH, HEIGHT);
        Palette palette = new Palette(0xFF000000, 0xFF808080, 0xFFFFFFFF);
        Row[] aims = new Row[2];
        for (int i = 0; i < 2; i++) {
            Row row = new Row(WIDTH, 3);
            aims[i] = row.withOtherTargets();
            Scene scene = i == 0
                    ? scene(image, palette)
                    : new Scene(image, new Entries(palette), new byte[WIDTH * HEIGHT], 10, 20);
            scene.row(19, row);
            scene.aim(19, row, BIT, Scene.BELOW, aims[i]);
        }
        assertThat(aims[1].target).isDeepEqualTo(aims[0].target);
        assertThat(aims[1].weight).isEqualTo(aims[0].weight);
    }
}
