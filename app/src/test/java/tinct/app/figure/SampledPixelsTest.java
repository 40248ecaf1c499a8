package tinct.app.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SampledPixelsTest {
    @Test
    void aThousandPixelsAreAGridOfFortyByTwentyFive() {
        assertThat(SampledPixels.columns(1000)).isEqualTo(40);
        assertThat(SampledPixels.columns(1)).isEqualTo(1);
        assertThat(SampledPixels.columns(2)).isBetween(1, 2);
        for (int n = 3; n < 5000; n++) {
            int columns = SampledPixels.columns(n);
            assertThat((double) columns * columns / n).as("%d", n).isBetween(0.7, 2.6);
        }
    }

    @Test
    void everyColorIsSeenInItsPlace() {
        for (int n : new int[] {1, 7, 1000, 30_000}) {
            int[] colors = Samples.palette(1, 1).toArray();
            if (n > 1) {
                colors = IntStream.range(0, n)
                        .map(i -> 0xFF000000 | (i * 559_241 & 0xFFFFFF))
                        .toArray();
            }
            BufferedImage figure = Figures.sampledPixels(colors, Samples.caption());
            BitSet seen = new BitSet(1 << 24);
            int[] pixels = figure.getRGB(0, 0, figure.getWidth(), figure.getHeight(), null, 0, figure.getWidth());
            for (int pixel : pixels) {
                seen.set(pixel & 0xFFFFFF);
            }
            for (int color : colors) {
                assertThat(seen.get(color & 0xFFFFFF))
                        .as("%s of %d", Numbers.hex(color), n)
                        .isTrue();
            }
        }
    }
}
