package tinct.app.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tinct.image.Image;
import tinct.metrics.Comparison;

final class FiguresTest {
    @Test
    void figuresAreTheSameOnEveryRunAndComeBackFromTheirPng() throws Exception {
        List<Canvas> first = Samples.figures(90, 60, 16);
        List<Canvas> second = Samples.figures(90, 60, 16);
        for (int i = 0; i < first.size(); i++) {
            byte[] png = png(first.get(i).finish());
            assertThat(png).isEqualTo(png(second.get(i).finish()));
            assertThat(pixels(ImageIO.read(new ByteArrayInputStream(png))))
                    .isEqualTo(pixels(first.get(i).finish()));
        }
    }

    @Test
    void captionsTellTheFacts() {
        Image picture = Samples.picture(640, 427, 1);
        Caption original = Caption.original(picture, 96_615, 191_012);
        assertThat(original.title()).isEqualTo("Original");
        assertThat(original.facts()).containsExactly("640 × 427", "96,615 colours", "191 kB");
    }

    @Test
    void captionsOfResultsTellErrorOrThatThereIsNone() throws Exception {
        Image black = new Image(1, 1, new int[] {0xFF000000});
        Image grey = new Image(1, 1, new int[] {0xFF0A0A0A});
        assertThat(Caption.result("Wu", 16, 42_100, Comparison.mse(black, grey)).facts())
                .containsExactly("16 colours", "42.1 kB", "MSE 300", "PSNR 28.1 dB");
        assertThat(Caption.result("Wu", 1, 70, Comparison.mse(black, black)).facts())
                .containsExactly("1 colour", "70 B", "exact");
    }

    private static byte[] png(BufferedImage figure) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Figures.writePng(figure, out);
        return out.toByteArray();
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
