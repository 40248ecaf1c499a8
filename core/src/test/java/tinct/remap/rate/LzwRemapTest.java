package tinct.remap.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tinct.codec.Format;
import tinct.image.Image;
import tinct.internal.LzwCodes;
import tinct.metrics.Ssimulacra2;
import tinct.reference.ImageIoPng;
import tinct.reference.Pictures;
import tinct.samples.Samples;

@Tag("slow")
final class LzwRemapTest {
    /** Of the levels 20, 30 and 50. */
    private static final double[] PRICES = {8e-4, 1.8e-3, 5e-3};

    private static byte[] file(Mapped mapped, byte[] indices) throws IOException {
        return mapped.file(indices, Format.GIF);
    }

    /** The bytes of a file by the bits of its codes. */
    private static long bytes(Mapped mapped, long bits) {
        int colors = 2 << (LzwCodes.indexBits(mapped.palette().size()) - 1);
        long bytes = (bits + 7) / 8;
        return 13 + 3 * colors + 11 + bytes + (bytes + 254) / 255 + 2;
    }

    @Test
    void aFileIsNotLongerThanPlanned() throws IOException {
        Mapped mapped = Mapped.of(Samples.image("landscape"), 256);
        for (double price : new double[] {PRICES[0], PRICES[2]}) {
            LzwRemap remap = mapped.forLzw(price, 5);
            long planned = bytes(mapped, remap.bits());
            // The end of the stream is not planned: a code of 12 bits. Better clears can save a few per cent.
            assertThat((long) file(mapped, remap.indices()).length)
                    .as("price %s", price)
                    .isBetween(planned * 93 / 100, planned + 3);
        }
    }

    @Test
    void aHigherPriceNeverNeedsMoreBits() throws IOException {
        for (int seed = 0; seed < 3; seed++) {
            Mapped mapped = Mapped.of(Pictures.photo(seed, 230, 140), 64);
            int bytes = Integer.MAX_VALUE;
            for (double price : PRICES) {
                int smaller = file(mapped, mapped.forLzw(price, 5).indices()).length;
                assertThat(smaller).as("seed %d, price %s", seed, price).isLessThan(bytes);
                bytes = smaller;
            }
        }
    }

    @Test
    void moreEffortCostsLess() throws IOException {
        double most = 0;
        double least = 0;
        for (int seed = 4; seed < 8; seed++) {
            Mapped mapped = Mapped.of(Pictures.photo(seed, 200, 140), 200);
            most += mapped.forLzw(PRICES[1], 5).cost();
            least += mapped.forLzw(PRICES[1], 1).cost();
        }
        assertThat(most).isLessThan(least);
    }

    @Test
    void indicesForDeflateMakeALongerGifThatLooksWorse() throws IOException {
        Image image = Samples.image("still-life");
        Mapped mapped = Mapped.of(image, 256);
        Ssimulacra2 scale = Ssimulacra2.of(image, 2);
        byte[] forGif = mapped.forLzw(PRICES[2], 5).indices();
        byte[] forPng = mapped.forDeflate(1.6 * PRICES[1], 5).indices();
        assertThat(file(mapped, forGif).length).isLessThan(file(mapped, forPng).length * 9 / 10);
        assertThat(scale.score(mapped.indexed(forGif), 2)).isGreaterThan(scale.score(mapped.indexed(forPng), 2));
    }

    @Test
    void imageIoReadsWhatWasChosen() throws IOException {
        Mapped mapped = Mapped.of(Pictures.photo(4, 320, 240), 100);
        byte[] indices = mapped.forLzw(PRICES[0], 1).indices();
        int[] read = ImageIoPng.argb(ImageIO.read(new ByteArrayInputStream(file(mapped, indices))));
        for (int i = 0; i < indices.length; i++) {
            assertThat(read[i]).isEqualTo(mapped.palette().entry(indices[i] & 0xFF));
        }
    }

    @Test
    void flatPicturesOfAnySizeAreOneColour() throws IOException {
        for (int[] size : new int[][] {{1, 1}, {1, 3000}, {3000, 1}, {700, 400}}) {
            Image image = new Image(size[0], size[1], filled(size[0] * size[1], 0xFF336699));
            Mapped mapped = Mapped.of(image, 2);
            LzwRemap remap = mapped.forLzw(PRICES[2], 5);
            assertThat(remap.indices()).containsOnly(0);
            assertThat(remap.bits()).isLessThan(8 * 3000);
        }
    }

    private static int[] filled(int pixels, int color) {
        int[] argb = new int[pixels];
        Arrays.fill(argb, color);
        return argb;
    }
}
