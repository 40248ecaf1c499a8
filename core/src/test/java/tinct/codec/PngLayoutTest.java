package tinct.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.reference.ImageIoPng;

final class PngLayoutTest {
    private static byte[] file(IndexedImage image, int effort, int threads, boolean keepOrder) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PngWriter.write(image, out, effort, Metadata.NONE, threads, keepOrder);
        return out.toByteArray();
    }

    /** Slopes with a little noise, whose entries stand in no order. */
    private static IndexedImage slopes(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] places = PaletteNeighboursTest.shuffled(random, size);
        int[] entries = new int[size];
        for (int i = 0; i < size; i++) {
            entries[places[i]] = 0xFF000000 | i * 0x0F1357 + i;
        }
        byte[] indices = new byte[200 * 150];
        for (int p = 0; p < indices.length; p++) {
            double slope = size * (0.5 + 0.4 * Math.sin(p % 200 / 40.0 + p / 200 / 30.0)) + random.nextInt(3) - 1;
            indices[p] = (byte) places[(int) Math.max(0, Math.min(size - 1, slope))];
        }
        return new IndexedImage(200, 150, new Palette(entries), indices);
    }

    @Test
    void everyLayoutIsReadBackByAnother() throws IOException {
        for (IndexedImage image : RandomIndexed.all(6)) {
            boolean keepOrder = image.width() % 2 == 0;
            assertThat(ImageIoPng.argb(ImageIoPng.read(file(image, 6, 1, keepOrder))))
                    .as("%s, in order: %s", image, keepOrder)
                    .isEqualTo(image.toImage().pixels());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 100, 256})
    void aSmoothPictureIsSmallerByFiltersAndTheOrderOfItsPalette(int size) throws IOException {
        IndexedImage image = slopes(size, size);
        byte[] plain = file(image, 4, 1, false);
        byte[] kept = file(image, 6, 1, true);
        byte[] small = file(image, 6, 1, false);
        assertThat(small.length).isLessThanOrEqualTo(kept.length).isLessThan(plain.length * 85 / 100);
        assertThat(ImageIoPng.argb(ImageIoPng.read(small)))
                .isEqualTo(image.toImage().pixels());
    }

    @Test
    void aPaletteThatIsToKeepItsOrderDoes() throws IOException {
        IndexedImage image = slopes(64, 5);
        byte[] file = file(image, 6, 1, true);
        var model = (java.awt.image.IndexColorModel) ImageIoPng.read(file).getColorModel();
        for (int i = 0; i < 64; i++) {
            assertThat(model.getRGB(i)).isEqualTo(image.palette().entry(i));
        }
    }

    @Test
    void whatRepeatsStaysWithoutFilters() {
        SplittableRandom random = new SplittableRandom(2);
        byte[] indices = new byte[400 * 100];
        for (int p = 0; p < indices.length; ) { // short copies from anywhere, whose ends a filter would spoil
            int length = Math.min(indices.length - p, 4 + random.nextInt(6));
            int from = p < 1000 ? -1 : random.nextInt(p - length);
            for (int end = p + length; p < end; p++) {
                indices[p] = from < 0 ? (byte) random.nextInt(200) : indices[from++];
            }
        }
        int[] entries = IntStream.range(0, 200).map(i -> 0xFF000000 | i * 77777).toArray();
        IndexedImage image = new IndexedImage(400, 100, new Palette(entries), indices);
        PngLayout layout = PngLayout.of(image, false, 6, 1);
        assertThat(layout.filters()).isEqualTo(FilterChoice.NONE);
        assertThat(layout.image()).isEqualTo(image);
    }

    @Test
    void theFileDoesNotDependOnTheNumberOfThreads() throws IOException {
        IndexedImage image = slopes(256, 7);
        byte[] alone = file(image, 6, 1, false);
        assertThat(file(image, 6, 2, false)).isEqualTo(alone);
        assertThat(file(image, 6, 7, false)).isEqualTo(alone);
    }
}
