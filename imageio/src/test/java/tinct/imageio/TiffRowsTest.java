package tinct.imageio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tinct.codec.CodecException;
import tinct.image.Image;
import tinct.image.PixelRows;

@Tag("slow")
class TiffRowsTest {
    private static final int WIDTH = 75;
    private static final int HEIGHT = 101;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "LZW, 32",
        "Deflate, 32",
        "PackBits, 32",
        "JPEG, 32",
        "none, 32",
        "LZW, 0",
        "Deflate, 0",
        "PackBits, 0",
        "none, 0",
    })
    void rowsOfStripsAndTilesAreThoseOfTheWhole(String compression, int tile) throws IOException {
        for (int type : new int[] {
            BufferedImage.TYPE_3BYTE_BGR,
            BufferedImage.TYPE_4BYTE_ABGR,
            BufferedImage.TYPE_BYTE_GRAY,
            BufferedImage.TYPE_USHORT_GRAY,
            BufferedImage.TYPE_BYTE_INDEXED,
            BufferedImage.TYPE_BYTE_BINARY
        }) {
            boolean photo = type == BufferedImage.TYPE_3BYTE_BGR || type == BufferedImage.TYPE_BYTE_GRAY;
            if (photo || !compression.equals("JPEG")) {
                Path file = file(Fixtures.tiff(noise(type), compression, tile));
                Image whole = whole(file);
                for (int most : new int[] {1, 500, 4000, 1 << 20}) {
                    assertThat(Image.copyOf(rows(file, most)))
                            .as("%d, %d at once", type, most)
                            .isEqualTo(whole);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 8, 16, 0",
        "3, 8, 32, 0",
        "3, 16, 16, 0",
        "1, 16, 0, 1",
        "3, 8, 0, 7",
        "3, 16, 0, 101",
        "3, 8, 256, 0"
    })
    void bigTiffIsReadByRows(int channels, int bits, int tile, int rows) throws IOException {
        int[] samples = new SplittableRandom(5)
                .ints((long) WIDTH * HEIGHT * channels, 0, 1 << bits)
                .toArray();
        Path file = file(Tiffs.big(samples, WIDTH, HEIGHT, channels, bits, tile, rows));
        PixelRows parts = rows(file, 900);
        Image image = Image.copyOf(parts);
        assertThat(Image.copyOf(parts)).as("again").isEqualTo(image);
        assertThat(Image.copyOf(rows(file, 1))).isEqualTo(image);
        assertThat(whole(file)).isEqualTo(image);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int expected = 0;
            for (int c = 0; c < 3; c++) {
                int sample = samples[i * channels + c % channels];
                expected = expected << 8 | (bits == 8 ? sample : (int) Math.round(sample / 257.0));
            }
            assertThat(image.pixels()[i]).as("pixel %d", i).isEqualTo(0xFF000000 | expected);
        }
    }

    @Test
    void aLargePictureIsReadByRowsAndASmallOneIsNot() throws IOException {
        Path large = file(Tiffs.big(new int[2100 * 2000], 2100, 2000, 1, 8, 0, 100));
        Picture picture = Pictures.open(large, new PixelLimit(1 << 20, 1 << 24), false);
        assertThat(picture.rows()).isInstanceOf(TiffRows.class);
        assertThat(picture.kind()).isEqualTo("8-bit grey");
        assertThatThrownBy(() -> Pictures.open(large, 1 << 22))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("more than the limit of 4,194,304");
        Path small = file(Tiffs.big(new int[400], 20, 20, 1, 8, 0, 20));
        assertThat(Pictures.open(small, 1 << 22).rows()).isInstanceOf(Image.class);
    }

    @Test
    void damageIsToldInALine() throws IOException {
        byte[] tiff = Fixtures.tiff(noise(BufferedImage.TYPE_3BYTE_BGR), "Deflate", 16);
        byte[] damaged = tiff.clone();
        Arrays.fill(damaged, tiff.length * 3 / 4, tiff.length * 3 / 4 + 40, (byte) 0xFF);
        Path file = file(tiff);
        PixelRows rows = rows(file, 100);
        Files.write(file, damaged);
        assertThatThrownBy(() -> Image.copyOf(rows))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("broken TIFF");
        Files.write(file, Tiffs.big(new int[400], 20, 20, 1, 8, 0, 20));
        assertThatThrownBy(() -> Image.copyOf(rows))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("has changed");
    }

    private static Image whole(Path file) throws IOException {
        try (FileInput in = new FileInput(file)) {
            return (Image) TiffReader.read(file, in, PixelLimit.DEFAULT, Long.MAX_VALUE)
                    .rows();
        }
    }

    private static PixelRows rows(Path file, int most) throws IOException {
        try (FileInput in = new FileInput(file)) {
            TiffRows rows =
                    (TiffRows) TiffReader.read(file, in, PixelLimit.DEFAULT, 1).rows();
            return new TiffRows(file, rows.page(), rows.profiled(), rows.grid(), most);
        }
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("picture" + System.nanoTime()), bytes);
    }

    private static BufferedImage noise(int type) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        SplittableRandom random = new SplittableRandom(type);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.setRGB(x, y, random.nextInt() | (x % 3 == 0 ? 0xFF000000 : 0));
            }
        }
        return image;
    }
}
