package tinct.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tinct.Progress;
import tinct.Settings;
import tinct.Tinct;
import tinct.color.ColorSpace;
import tinct.histogram.Histogram;
import tinct.image.Image;
import tinct.reference.Pictures;
import tinct.remap.Bayer;
import tinct.remap.BlueNoise;
import tinct.remap.Ditherer;
import tinct.remap.NoDither;

/** Tiles that share a palette rebuild to the picture that they were cut from. */
final class SharedPaletteTest {
    static Stream<Ditherer> ditherers() {
        return Stream.of(new NoDither(), new Bayer(0.9), new BlueNoise(1));
    }

    private static Image cut(Image image, int x0, int y0, int width, int height) {
        int[] pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(image.pixels(), (y0 + y) * image.width() + x0, pixels, y * width, width);
        }
        return new Image(width, height, pixels);
    }

    @ParameterizedTest
    @MethodSource("ditherers")
    void sixteenTilesAreTheWholeDoneAtOnce(Ditherer ditherer) throws IOException {
        for (Image image : new Image[] {Pictures.photo(1, 92, 68), Pictures.veiled(2, 92, 68)}) {
            for (ColorSpace space : new ColorSpace[] {ColorSpace.SRGB, ColorSpace.OKLAB}) {
                Settings whole = Settings.DEFAULT
                        .withMaxColors(24)
                        .withQuantizer(KMeansQuantizer.DEFAULT.withSpace(space).withEffort(2))
                        .withDitherer(ditherer);
                Histogram merged = Histogram.of(cut(image, 0, 0, 23, 17), 1);
                for (int tile = 1; tile < 16; tile++) {
                    Histogram own = Histogram.of(cut(image, tile % 4 * 23, tile / 4 * 17, 23, 17), 1);
                    merged = merged.merge(own);
                }
                Settings shared = whole.withQuantizer(FixedPalette.shared(whole.quantizer(), merged, 24, 1));
                int[] rebuilt = new int[image.pixels().length];
                for (int tile = 0; tile < 16; tile++) {
                    int x0 = tile % 4 * 23, y0 = tile / 4 * 17;
                    int[] pixels = Tinct.compress(cut(image, x0, y0, 23, 17), shared, x0, y0, Progress.NONE)
                            .image()
                            .toImage()
                            .pixels();
                    for (int y = 0; y < 17; y++) {
                        System.arraycopy(pixels, y * 23, rebuilt, (y0 + y) * 92 + x0, 23);
                    }
                }
                assertThat(rebuilt)
                        .isEqualTo(
                                Tinct.compress(image, whole).image().toImage().pixels());
                assertThat(Arrays.stream(rebuilt).distinct()).hasSize(24);
            }
        }
    }
}
