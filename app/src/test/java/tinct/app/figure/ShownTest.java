package tinct.app.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tinct.image.Image;

final class ShownTest {
    @Test
    void picturesOfMiddleSizeAreShownAsTheyAre() throws Exception {
        for (int[] size : new int[][] {{241, 10}, {960, 960}, {1, 500}}) {
            Image picture = Samples.picture(size[0], size[1], 1);
            assertThat(Shown.of(picture).picture()).isEqualTo(picture);
            assertThat(Shown.of(picture).note()).isEmpty();
        }
    }

    @Test
    void pixelsOfSmallPicturesBecomeSquares() throws Exception {
        Image picture = Samples.picture(3, 2, 1);
        Shown shown = Shown.of(picture);
        assertThat(shown.note()).isEqualTo("enlarged 160 times");
        assertThat(shown.picture().width()).isEqualTo(480);
        assertThat(shown.picture().height()).isEqualTo(320);
        assertThat(shown.picture().argb(0, 0)).isEqualTo(picture.argb(0, 0));
        assertThat(shown.picture().argb(479, 319)).isEqualTo(picture.argb(2, 1));
        assertThat(shown.picture().argb(160, 159)).isEqualTo(picture.argb(1, 0));
    }

    @Test
    void theLongerSideOfLargePicturesIsLimited() throws Exception {
        Shown shown = Shown.of(Samples.picture(2, 9600, 1));
        assertThat(shown.picture().width()).isEqualTo(1);
        assertThat(shown.picture().height()).isEqualTo(960);
        assertThat(shown.note()).isEqualTo("shown at 10 %");
    }
}
