package tinct.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tinct.reference.Pictures;

final class IndexedImageTest {
    private static final Palette PALETTE = new Palette(0xFF000000, 0xFFFF0000, 0x80FFFFFF);

    @Test
    void pixelsAreTheEntriesOfTheirIndices() throws IOException {
        IndexedImage image = new IndexedImage(2, 2, PALETTE, new byte[] {0, 1, 2, 1});
        Image expected = new Image(2, 2, new int[] {0xFF000000, 0xFFFF0000, 0x80FFFFFF, 0xFFFF0000});
        assertThat(image.toImage()).isEqualTo(expected);
        assertThat(Image.copyOf(image)).isEqualTo(expected);
        assertThat(Image.copyOf(Pictures.rows(image))).isEqualTo(expected);
        assertThat(image.index(0, 1)).isEqualTo(2);
        assertThat(image.counts()).containsExactly(1, 2, 1);
        assertThat(image).hasToString("IndexedImage[2 x 2, 3 colours]");
    }

    @Test
    void transparentEntryComesFirst() {
        IndexedImage image = new IndexedImage(
                4, 1, new Palette(0xFF000001, 0xFF000002, 0x00FFFFFF, 0xFF000003), new byte[] {0, 1, 2, 3});
        IndexedImage moved = image.withTransparentFirst();
        assertThat(moved.palette()).isEqualTo(new Palette(0, 0xFF000001, 0xFF000002, 0xFF000003));
        assertThat(moved.indices()).containsExactly(1, 2, 0, 3);
        assertThat(moved.toImage()).isEqualTo(image.toImage());
        assertThat(moved.withTransparentFirst()).isSameAs(moved);
    }

    @Test
    void transparentEntryIsPutBeforeOthersThatHaveNone() {
        IndexedImage image = new IndexedImage(2, 1, new Palette(0xFF000001, 0x80000002), new byte[] {0, 1});
        IndexedImage moved = image.withTransparentFirst();
        assertThat(moved.palette()).isEqualTo(new Palette(0, 0xFF000001, 0x80000002));
        assertThat(moved.toImage()).isEqualTo(image.toImage());
        int[] many = IntStream.range(1, 257).map(i -> 0xFF000000 | i).toArray();
        IndexedImage full = new IndexedImage(1, 1, new Palette(many), new byte[] {-1});
        assertThatThrownBy(full::withTransparentFirst).isInstanceOf(IllegalArgumentException.class);
        IndexedImage last = new IndexedImage(1, 1, new Palette(Arrays.copyOf(many, 255)), new byte[] {-2});
        assertThat(last.withTransparentFirst().index(0, 0)).isEqualTo(255);
    }

    @Test
    void indicesAreUnsigned() {
        Palette gray = new Palette(
                IntStream.range(0, 256).map(i -> 0xFF000000 | i * 0x010101).toArray());
        IndexedImage image = new IndexedImage(2, 1, gray, new byte[] {(byte) 200, (byte) 255});
        assertThat(image.index(0, 0)).isEqualTo(200);
        assertThat(image.toImage().pixels()).containsExactly(0xFFC8C8C8, 0xFFFFFFFF);
        assertThat(image.counts()[255]).isOne();
    }

    @Test
    void anIndexOutsideOfThePaletteIsRefused() {
        assertThatThrownBy(() -> new IndexedImage(3, 1, PALETTE, new byte[] {0, 2, 3}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("index 3 at pixel 2 is outside a palette of 3 entries");
        assertThatThrownBy(() -> new IndexedImage(1, 1, PALETTE, new byte[] {-1}))
                .hasMessage("index 255 at pixel 0 is outside a palette of 3 entries");
    }

    @Test
    void equalMeansSameShapePaletteAndIndices() {
        IndexedImage image = new IndexedImage(2, 1, PALETTE, new byte[] {0, 1});
        assertThat(image)
                .isEqualTo(new IndexedImage(2, 1, PALETTE, new byte[] {0, 1}))
                .hasSameHashCodeAs(new IndexedImage(2, 1, PALETTE, new byte[] {0, 1}))
                .isNotEqualTo(new IndexedImage(1, 2, PALETTE, new byte[] {0, 1}))
                .isNotEqualTo(new IndexedImage(2, 1, PALETTE, new byte[] {1, 1}))
                .isNotEqualTo(new IndexedImage(2, 1, new Palette(1, 2), new byte[] {0, 1}));
    }

    @Test
    void rowsEnd() throws IOException {
        try (PixelRows.RowReader reader = new IndexedImage(1, 1, PALETTE, new byte[1]).open()) {
            reader.readRow(new int[1]);
            assertThatThrownBy(() -> reader.readRow(new int[1]))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("all 1 rows have been read");
        }
    }

    @Test
    void anotherOrderOfEntriesIsTheSamePicture() {
        IndexedImage image =
                new IndexedImage(3, 2, new Palette(0xFF000001, 0x80000002, 0xFF000003), new byte[] {0, 1, 2, 2, 1, 0});
        IndexedImage moved = image.withOrder(2, 0, 1);
        assertThat(moved.palette()).isEqualTo(new Palette(0xFF000003, 0xFF000001, 0x80000002));
        assertThat(moved.toImage()).isEqualTo(image.toImage());
        assertThat(moved.indices()).containsExactly(1, 2, 0, 0, 2, 1);
        for (int[] wrong : new int[][] {{0, 1}, {0, 1, 1}, {0, 1, 2, 2}}) {
            assertThatIllegalArgumentException().isThrownBy(() -> image.withOrder(wrong));
        }
    }
}
