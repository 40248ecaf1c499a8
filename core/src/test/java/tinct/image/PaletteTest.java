package tinct.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class PaletteTest {
    @Test
    void entriesKeepTheirOrderAndMayRepeat() {
        Palette palette = new Palette(0xFF000003, 0xFF000001, 0xFF000003);
        assertThat(palette.toArray()).containsExactly(0xFF000003, 0xFF000001, 0xFF000003);
        assertThat(palette.entry(1)).isEqualTo(0xFF000001);
        assertThat(palette.size()).isEqualTo(3);
    }

    @Test
    void colourUnderFullTransparencyIsNotKept() {
        assertThat(new Palette(0x00FFFFFF, 0x01FFFFFF).toArray()).containsExactly(0, 0x01FFFFFF);
        assertThat(Palette.visible(0x00123456)).isZero();
        assertThat(Palette.visible(0x01123456)).isEqualTo(0x01123456);
    }

    @Test
    void paletteIsIndependentOfTheArraysItIsMadeFromAndGives() {
        int[] entries = {-1, -2};
        Palette palette = new Palette(entries);
        entries[0] = 7;
        palette.toArray()[1] = 7;
        assertThat(palette).isEqualTo(new Palette(-1, -2)).hasSameHashCodeAs(new Palette(-1, -2));
        assertThat(palette).isNotEqualTo(new Palette(-2, -1));
    }

    @Test
    void opaqueMeansEveryAlphaIs255() {
        assertThat(new Palette(0xFF000000, -1).opaque()).isTrue();
        assertThat(new Palette(-1, 0xFE000000).opaque()).isFalse();
    }

    @Test
    void noneAndMoreThan256EntriesAreRefused() {
        assertThat(new Palette(new int[256]).size()).isEqualTo(Palette.MAX_SIZE);
        for (int size : new int[] {0, 257}) {
            assertThatThrownBy(() -> new Palette(new int[size]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a palette must have 1..256 entries, had " + size);
        }
    }

    @Test
    void coloursAreWrittenInHexWithAlphaOnlyIfItIsNot255() {
        assertThat(new Palette(0xFF00A0FF, 0x80123456, 0)).hasToString("Palette[#00a0ff #12345680 #00000000]");
    }
}
