package tinct.app.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import tinct.image.Image;
import tinct.image.IndexedImage;

final class SideBySideTest {
    @Test
    void pixelsOfBothPicturesAppearOneToOne() throws Exception {
        Image picture = Samples.picture(600, 333, 2);
        IndexedImage result = Samples.compressed(picture, 8);
        BufferedImage figure = Figures.sideBySide(picture, Samples.caption(), result, Samples.caption());

        int top = figure.getHeight();
        for (int y = figure.getHeight() - 1; y >= 0; y--) {
            top = matches(figure, picture, Theme.MARGIN, y) ? y : top;
        }
        assertThat(top).isLessThan(figure.getHeight());
        assertThat(matches(figure, result.toImage(), Theme.MARGIN + 600 + Theme.GAP, top))
                .isTrue();
    }

    private static boolean matches(BufferedImage figure, Image picture, int left, int top) {
        if (top + picture.height() > figure.getHeight()) {
            return false;
        }
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                if (figure.getRGB(left + x, top + y) != picture.argb(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }

    @Test
    void widthIsThatOfTwoPicturesWithMargins() throws Exception {
        Image picture = Samples.picture(700, 100, 2);
        IndexedImage result = Samples.indexed(700, 100, Samples.palette(4, 1));
        BufferedImage figure = Figures.sideBySide(picture, Samples.caption(), result, Samples.caption());
        assertThat(figure.getWidth()).isEqualTo(2 * 700 + Theme.GAP + 2 * Theme.MARGIN);
    }

    @Test
    void largePicturesAreShownSmallerAndItIsSaid() throws Exception {
        Image picture = Samples.picture(2400, 1200, 2);
        IndexedImage result = Samples.indexed(2400, 1200, Samples.palette(4, 1));
        Canvas figure = SideBySide.draw(picture, Samples.caption(), result, Samples.caption());
        assertThat(figure.width()).isEqualTo(2 * 960 + Theme.GAP + 2 * Theme.MARGIN);
        assertThat(figure.labels())
                .filteredOn(label -> label.text().contains("shown at 40 %"))
                .hasSize(2);
    }

    @Test
    void picturesOfDifferentSizesAreRefused() {
        Image picture = Samples.picture(20, 10, 2);
        IndexedImage result = Samples.indexed(10, 20, Samples.palette(4, 1));
        assertThatThrownBy(() -> Figures.sideBySide(picture, Samples.caption(), result, Samples.caption()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the pictures differ in size: 20 x 10 and 10 x 20");
    }
}
