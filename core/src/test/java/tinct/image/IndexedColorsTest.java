package tinct.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class IndexedColorsTest {
    @Test
    void eachColourHasItsIndex() {
        IndexedColors colors = new IndexedColors(new int[] {0xFF000000, 0xFF123456}, new int[] {7, 255});
        assertThat(colors.size()).isEqualTo(2);
        assertThat(colors.color(1)).isEqualTo(0xFF123456);
        assertThat(colors.index(1)).isEqualTo(255);
        assertThat(colors).hasToString("IndexedColors[2]");
    }

    @Test
    void equalContentsAreEqual() {
        IndexedColors colors = new IndexedColors(new int[] {1, 2}, new int[] {3, 4});
        assertThat(colors)
                .isEqualTo(new IndexedColors(new int[] {1, 2}, new int[] {3, 4}))
                .hasSameHashCodeAs(new IndexedColors(new int[] {1, 2}, new int[] {3, 4}))
                .isNotEqualTo(new IndexedColors(new int[] {1, 2}, new int[] {3, 5}))
                .isNotEqualTo(new IndexedColors(new int[] {1, 3}, new int[] {3, 4}));
    }

    @Test
    void asManyIndicesAsColoursAreNeeded() {
        assertThatThrownBy(() -> new IndexedColors(new int[2], new int[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 colours have 1 indices");
    }
}
