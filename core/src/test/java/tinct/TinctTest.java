package tinct;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tinct.image.Image;

final class TinctTest {
    @Test
    void picturesOfFewColoursComeOutExact() {
        Image image = new Image(3, 2, new int[] {-1, 0, 0x80FF0000, -1, 0x80FF0000, 0xFF0000FF});
        assertThat(Tinct.compress(image, Settings.DEFAULT).image().toImage()).isEqualTo(image);
    }
}
