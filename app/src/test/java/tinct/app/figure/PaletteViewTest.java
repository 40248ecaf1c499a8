package tinct.app.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.image.Palette;

final class PaletteViewTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 16, 64, 65, 100, 255, 256})
    void everyEntryHasASwatch(int k) {
        Palette palette = Samples.palette(k, 9);
        for (int mostLabelled : new int[] {64, 256}) {
            PaletteView view = new PaletteView(palette, Samples.shares(k, 4), 1200, mostLabelled);
            Canvas canvas = new Canvas(1200, view.height());
            view.draw(canvas, 0, 0);
            Map<Integer, Integer> area = area(canvas.finish(), 60);
            for (int entry : palette.toArray()) {
                assertThat(area.getOrDefault(entry, 0)).as(Numbers.hex(entry)).isGreaterThan(300);
            }
        }
    }

    @Test
    void theBarIsDividedByShare() {
        Palette palette = new Palette(0xFF0000FF, 0xFF00FF00, 0xFFFF0000);
        PaletteView view = new PaletteView(palette, new double[] {0.25, 0.6, 0.15}, 1000, 64);
        Canvas canvas = new Canvas(1000, view.height());
        view.draw(canvas, 0, 0);
        BufferedImage figure = canvas.finish();
        int[] bar = figure.getRGB(0, 20, 1000, 1, null, 0, 1000);
        assertThat(Arrays.copyOfRange(bar, 1, 600)).containsOnly(0xFF00FF00);
        assertThat(Arrays.copyOfRange(bar, 600, 850)).containsOnly(0xFF0000FF);
        assertThat(Arrays.copyOfRange(bar, 850, 999)).containsOnly(0xFFFF0000);
    }

    @Test
    void labelsGiveValueShareAndNearestNameInOrderOfShare() {
        Palette palette = new Palette(0xFF0000FF, 0x80402010, 0);
        Canvas canvas = Swatches.draw(palette, new double[] {0.3, 0.6996, 0.0004}, new Caption("T", List.of()));
        assertThat(canvas.labels())
                .extracting(Canvas.Label::text)
                .containsExactly(
                        "T",
                        "#40201080",
                        "70.0 %",
                        "maroon",
                        "#0000FF",
                        "30.0 %",
                        "blue",
                        "#00000000",
                        "< 0.1 %",
                        "transparent");
    }

    @Test
    void sharesThatDoNotFitThePaletteAreRefused() {
        Palette palette = new Palette(-1);
        assertThatThrownBy(() -> Figures.swatches(palette, new double[2], Samples.caption()))
                .hasMessage("1 entries, but 2 shares");
    }

    /** How often each colour is seen from a row on. */
    private static Map<Integer, Integer> area(BufferedImage figure, int fromRow) {
        Map<Integer, Integer> area = new HashMap<>();
        for (int y = fromRow; y < figure.getHeight(); y++) {
            for (int x = 0; x < figure.getWidth(); x++) {
                area.merge(figure.getRGB(x, y), 1, Integer::sum);
            }
        }
        return area;
    }
}
