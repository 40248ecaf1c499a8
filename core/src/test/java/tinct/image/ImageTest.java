package tinct.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tinct.reference.Pictures;

final class ImageTest {
    @Test
    void pixelsAreRowMajor() {
        Image image = new Image(3, 2, new int[] {1, 2, 3, 4, 5, 6});
        assertThat(image.argb(2, 0)).isEqualTo(3);
        assertThat(image.argb(0, 1)).isEqualTo(4);
        assertThat(image.pixelCount()).isEqualTo(6);
        assertThat(image).hasToString("Image[3 x 2]");
    }

    @Test
    void rowsAreReadInOrderByAnyNumberOfReadersAndNoFurther() throws IOException {
        Image image = Pictures.random(1, 5, 4);
        int[] row = new int[7];
        try (PixelRows.RowReader first = image.open();
                PixelRows.RowReader second = image.open()) {
            for (int y = 0; y < 4; y++) {
                first.readRow(row);
                for (int x = 0; x < 5; x++) {
                    assertThat(row[x]).isEqualTo(image.argb(x, y));
                }
            }
            assertThatThrownBy(() -> first.readRow(row))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("all 4 rows have been read");
            second.readRow(row);
            assertThat(row[4]).isEqualTo(image.argb(4, 0));
        }
    }

    @Test
    void copiesOfRowsAreEqualAndAnImageIsItsOwnCopy() throws IOException {
        Image image = Pictures.random(2, 9, 7);
        Image copy = Image.copyOf(Pictures.rows(image));
        assertThat(copy).isEqualTo(image).hasSameHashCodeAs(image).isNotSameAs(image);
        assertThat(Image.copyOf(image)).isSameAs(image);
    }

    @Test
    void picturesOfOtherShapeOrPixelsAreNotEqual() {
        assertThat(new Image(2, 3, new int[6])).isNotEqualTo(new Image(3, 2, new int[6]));
        assertThat(new Image(2, 3, new int[6])).isNotEqualTo(new Image(2, 3, new int[] {0, 0, 0, 0, 0, 1}));
    }

    @Test
    void opaqueMeansEveryAlphaIs255() {
        assertThat(new Image(2, 1, new int[] {0xFF000000, -1}).opaque()).isTrue();
        assertThat(new Image(2, 1, new int[] {0xFF000000, 0xFEFFFFFF}).opaque()).isFalse();
        assertThat(new Image(2, 1, new int[] {0x80000000, 0x7F000000}).opaque()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0     | 5     | width and height must be at least 1, were 0 x 5
            5     | -1    | width and height must be at least 1, were 5 x -1
            2     | 2     | 2 x 2 pixels need an array of that length, was 3
            65536 | 65536 | 65536 x 65536 pixels do not fit in one array
            """)
    void sizesThatCannotBeAreRefused(int width, int height, String message) {
        assertThatThrownBy(() -> new Image(width, height, new int[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> new IndexedImage(width, height, new Palette(0), new byte[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void picturesTooLargeForAnArrayAreRefusedBeforeMemoryIsTaken() {
        PixelRows huge = new PixelRows() {
            @Override
            public int width() {
                return Integer.MAX_VALUE;
            }

            @Override
            public int height() {
                return Integer.MAX_VALUE;
            }

            @Override
            public RowReader open() {
                throw new AssertionError("opened");
            }
        };
        assertThat(huge.pixelCount()).isEqualTo(4611686014132420609L);
        assertThatThrownBy(() -> Image.copyOf(huge))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2147483647 x 2147483647 pixels do not fit in one array");
    }
}
