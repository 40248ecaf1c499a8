package tinct.app.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import tinct.codec.PngWriter;
import tinct.image.Image;

final class SweepTest {
    @Test
    void moreColorsGiveLessErrorAndMoreBytes() throws Exception {
        Image picture = Samples.picture(60, 40, 11);
        List<Sweep.Row> rows = Sweep.measure(picture, Samples.settings(), List.of(2, 4, 8, 16, 32, 64));
        assertThat(rows).extracting(Sweep.Row::k).containsExactly(2, 4, 8, 16, 32, 64);
        for (int i = 1; i < rows.size(); i++) {
            assertThat(rows.get(i).mse()).isLessThan(rows.get(i - 1).mse());
            assertThat(rows.get(i).psnr()).isGreaterThan(rows.get(i - 1).psnr());
            assertThat(rows.get(i).bytes()).isGreaterThan(rows.get(i - 1).bytes());
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        PngWriter.write(Samples.compressed(picture, 16), png);
        assertThat(rows.get(3).bytes()).isEqualTo(png.size());
    }

    @Test
    void anExactRowSaysSo() {
        Image picture = new Image(4, 1, new int[] {-1, 0xFF000000, 0xFFFF0000, 0xFF00FF00});
        List<Sweep.Row> rows = Sweep.measure(picture, Samples.settings(), List.of(2, 4));
        assertThat(rows.get(1).mse()).isZero();
        assertThat(Sweep.draw(rows, Samples.caption()).labels())
                .extracting(Canvas.Label::text)
                .contains("exact");
        assertThat(Sweep.draw(rows.subList(1, 2), Samples.caption()).labels())
                .extracting(Canvas.Label::text)
                .contains("exact");
    }

    @Test
    void nothingToDrawIsRefused() {
        assertThatThrownBy(() -> Figures.sweep(List.of(), Samples.caption())).hasMessage("there are no rows to draw");
        assertThatThrownBy(() -> Figures.convergence(List.of(), Samples.caption()))
                .hasMessage("there is no history to draw");
        assertThatThrownBy(() -> Figures.sampledPixels(new int[0], Samples.caption()))
                .hasMessage("there are no colours to draw");
    }
}
