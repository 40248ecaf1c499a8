package tinct.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.image.IndexedImage;
import tinct.image.Palette;

final class BandsTest {
    private static final int WIDTH = 64;

    /** A picture whose rows are flat but for those from..to - 1, and begin with their number. */
    private static IndexedImage rough(int height, int from, int to) {
        SplittableRandom random = new SplittableRandom(height);
        byte[] indices = new byte[WIDTH * height];
        for (int y = 0; y < height; y++) {
            int row = y * WIDTH;
            Arrays.fill(indices, row, row + WIDTH, (byte) (y % 256));
            for (int x = 2; y >= from && y < to && x < WIDTH; x++) {
                indices[row + x] = (byte) random.nextInt(256);
            }
            indices[row + 1] = (byte) (y / 256);
        }
        return new IndexedImage(WIDTH, height, new Palette(new int[256]), indices);
    }

    private static int[] rows(IndexedImage image) {
        int[] rows = new int[image.height()];
        for (int y = 0; y < rows.length; y++) {
            rows[y] = image.index(0, y) + 256 * image.index(1, y);
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(ints = {33, 64, 97, 500, 2000})
    void rowsAreThoseOfThePictureInOrderAndNoneTwice(int height) {
        for (int[] part : new int[][] {{0, height}, {0, 5}, {height - 5, height}, {height / 2, height / 2 + 20}}) {
            IndexedImage image = rough(height, part[0], part[1]);
            for (int pixels : new int[] {1, 40 * WIDTH, 130 * WIDTH, WIDTH * height}) {
                IndexedImage some = Bands.of(image, pixels);
                assertThat(rows(some)).isSorted().doesNotHaveDuplicates();
                for (int y = 0; y < some.height(); y++) {
                    int row = rows(some)[y];
                    assertThat(Arrays.copyOfRange(some.indices(), y * WIDTH, (y + 1) * WIDTH))
                            .isEqualTo(Arrays.copyOfRange(image.indices(), row * WIDTH, (row + 1) * WIDTH));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 700, 1600})
    void mostAreFromWhereNeighboursDiffer(int from) {
        IndexedImage some = Bands.of(rough(2000, from, from + 400), WIDTH * 320);
        assertThat(some.height()).isEqualTo(320);
        assertThat(rows(some))
                .as("rows from %s on, of 400", from)
                .satisfies(rows -> assertThat(Arrays.stream(rows)
                                .filter(row -> row >= from && row < from + 400)
                                .count())
                        .isGreaterThan(200));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 32, 64})
    void aPictureOfNoMoreRowsIsWhole(int height) {
        IndexedImage image = rough(height, 0, height);
        assertThat(Bands.of(image, WIDTH * 64)).isSameAs(image);
    }
}
