package tinct.remap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tinct.color.ColorSpace;
import tinct.histogram.Histogram;
import tinct.image.Image;
import tinct.image.IndexedColors;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.internal.Sheets;
import tinct.metrics.Ssimulacra2;
import tinct.palette.KMeansQuantizer;
import tinct.reference.Pictures;
import tinct.samples.Samples;

final class SheetReaderTest {
    @Test
    void sheetsAreWholeRowsOfThePictureWithThoseAroundThatAreLookedAt() throws IOException {
        Image image = Pictures.photo(1, 7, 23);
        for (int rows : new int[] {1, 4, 8, 22, 23}) {
            for (int reach : new int[] {0, 1, 5, 40}) {
                List<Integer> meant = new ArrayList<>();
                drain(image, new Sheets(23, rows), reach, sheet -> {
                    for (int y = sheet.from(); y < sheet.to(); y++) {
                        meant.add(sheet.top() + y);
                    }
                    assertThat(sheet.top()).isEqualTo(Math.max(0, sheet.top() + sheet.from() - reach));
                    for (int y = 0; y < sheet.image().height(); y++) {
                        assertThat(sheet.image().argb(3, y)).isEqualTo(image.argb(3, sheet.top() + y));
                    }
                    return new byte[7 * sheet.image().height()];
                });
                assertThat(meant).hasSize(23).isSorted().doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void indicesAreThoseOfTheRowsThatAreMeant() throws IOException {
        Image image = Pictures.photo(2, 9, 31);
        byte[] indices = drain(image, new Sheets(31, 10), 3, sheet -> {
            byte[] numbers = new byte[9 * sheet.image().height()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = (byte) (sheet.top() + i / 9);
            }
            return numbers;
        });
        for (int i = 0; i < indices.length; i++) {
            assertThat((int) indices[i]).isEqualTo(i / 9);
        }
    }

    @Test
    void rateAwareSheetsLookLikeTheWholeAndTakeAboutAsManyBytes() throws IOException {
        Image image = Samples.image("landscape");
        Palette palette = KMeansQuantizer.DEFAULT
                .withSpace(ColorSpace.OKLAB)
                .quantize(Histogram.of(image, 2), 64, 2)
                .palette();
        Remapper remapper = new Remapper(palette, ColorSpace.OKLAB, new RateAware(30, 1));
        byte[] plain = new Remapper(palette, ColorSpace.OKLAB, new NoDither())
                .remap(image, 2)
                .indices();
        IndexedImage whole = remapper.remap(image, 2);
        RateAware options = (RateAware) remapper.ditherer();
        Sheets sheets = new Sheets(image.height(), (image.height() + 2) / 3);
        byte[] indices = drain(image, sheets, 4, sheet -> {
            int at = sheet.top() * image.width();
            byte[] nearest =
                    java.util.Arrays.copyOfRange(plain, at, at + sheet.image().pixels().length);
            return options.indices(sheet, palette, nearest, 2);
        });
        IndexedImage divided = new IndexedImage(image.width(), image.height(), palette, indices);
        Ssimulacra2 scale = Ssimulacra2.of(image, 2);
        assertThat(scale.score(divided, 2)).isGreaterThan(scale.score(whole, 2) - 2);
        assertThat(bytes(divided)).isLessThan(bytes(whole) * 105 / 100);
    }

    @Test
    void aPictureOfSeveralSheetsIsMappedAsInMemory() throws IOException {
        Image image = Pictures.photo(3, 2100, 2001);
        assertThat(Sheets.of(2100, 2001).rows()).isLessThan(2001);
        Palette palette = new Palette(new int[] {0xFF000000, 0xFF884422, 0xFF4488CC, 0xFFFFFFFF});
        Remapper remapper = new Remapper(palette, ColorSpace.SRGB, new Bayer(1));
        IndexedImage whole = remapper.remap(image, 2);
        IndexedImage byRows = IndexedImage.copyOf(remapper.rows(Pictures.rows(image), IndexedColors.NONE, 2, 0, 0));
        assertThat(java.util.Arrays.mismatch(byRows.indices(), whole.indices())).isEqualTo(-1);
    }

    private static long bytes(IndexedImage image) throws IOException {
        var file = new java.io.ByteArrayOutputStream();
        tinct.codec.PngWriter.write(image, file);
        return file.size();
    }

    private static byte[] drain(
            Image image, Sheets sheets, int reach, java.util.function.Function<Sheet, byte[]> mapper)
            throws IOException {
        byte[] indices = new byte[image.pixels().length];
        try (SheetReader reader = new SheetReader(Pictures.rows(image), sheets, reach, mapper)) {
            for (int y = 0; y < image.height(); y++) {
                reader.readRow(indices, y * image.width());
            }
        }
        return indices;
    }
}
