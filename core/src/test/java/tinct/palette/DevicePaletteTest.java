package tinct.palette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tinct.Settings;
import tinct.Tinct;
import tinct.color.ColorSpace;
import tinct.image.Image;
import tinct.image.IndexedImage;
import tinct.image.Palette;

final class DevicePaletteTest {
    /** White, black and red of e-paper as seen, and as they are called. */
    private static final DevicePalette PAPER =
            new DevicePalette(new Palette(0xFFD0D0C8, 0xFF303030, 0xFFA03028), new Palette(-1, 0xFF000000, 0xFFFF0000));

    private static IndexedImage compressed(int... pixels) {
        Settings settings = Settings.DEFAULT.withQuantizer(PAPER.quantizer(ColorSpace.SRGB));
        return Tinct.compress(new Image(pixels.length, 1, pixels), settings).image();
    }

    @Test
    void pixelsAreMatchedToWhatIsSeenAndWrittenAsCodes() {
        // A dull red is nearer to the red as it is seen than to anything else, though black is nearer to pure red's
        // place.
        IndexedImage image = compressed(0xFF902020, -1, 0xFF101010, 0xFFC0C0C0);
        assertThat(PAPER.encoded(image).toImage().pixels()).containsExactly(0xFFFF0000, -1, 0xFF000000, -1);
        assertThat(PAPER.encoded(image).indices()).isEqualTo(image.indices());
        assertThat(PAPER.encoded(image).palette()).isEqualTo(PAPER.codes());
    }

    @Test
    void transparentPixelsStayTransparent() {
        IndexedImage image = compressed(0, -1);
        assertThat(PAPER.encoded(image).toImage().pixels()).containsExactly(0, -1);
    }

    @Test
    void palettesThatDoNotBelongTogetherAreRefused() {
        assertThatThrownBy(() -> new DevicePalette(PAPER.measured(), new Palette(-1)))
                .hasMessage("3 measured colours do not fit 1 device codes");
        for (Palette other : new Palette[] {
            PAPER.codes(), new Palette(0xFFD0D0C8), new Palette(0xFFD0D0C8, 0xFF303030, 0xFFA03028, -1)
        }) {
            IndexedImage image = new IndexedImage(1, 1, other, new byte[1]);
            assertThatThrownBy(() -> PAPER.encoded(image)).hasMessage("the picture has not the measured colours");
        }
    }
}
