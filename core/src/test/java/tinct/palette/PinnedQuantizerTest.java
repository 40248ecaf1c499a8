package tinct.palette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tinct.Settings;
import tinct.Tinct;
import tinct.color.ColorSpace;
import tinct.histogram.Histogram;
import tinct.image.Image;
import tinct.image.Palette;
import tinct.kmeans.Algorithm;
import tinct.reference.NaiveNearest;
import tinct.reference.Pictures;

@Tag("slow")
final class PinnedQuantizerTest {
    private static final Palette BRAND = new Palette(0xFFE4002B, 0xFF001122, 0xFFE4002B, 0xFFFEDCBA);

    private static PinnedQuantizer pinned(ColorSpace space, int effort) {
        return new PinnedQuantizer(KMeansQuantizer.DEFAULT.withSpace(space).withEffort(effort), BRAND);
    }

    @Test
    void pinnedColoursAreEntriesBitForBitAndAsManyEntriesAreMadeAsAsked() {
        for (ColorSpace space : ColorSpace.values()) {
            for (Image image : new Image[] {Pictures.photo(1, 40, 30), Pictures.veiled(2, 40, 30)}) {
                Histogram histogram = Histogram.of(image.pixels(), 1);
                for (int maxColors : new int[] {4, 5, 16, space == ColorSpace.OKLAB ? 200 : 24}) {
                    for (int effort : new int[] {maxColors % 9, maxColors == 4 ? 8 : 1}) {
                        int[] entries = pinned(space, effort)
                                .quantize(histogram, maxColors, 2)
                                .palette()
                                .toArray();
                        assertThat(entries).as("%s, %d", space, maxColors).hasSize(maxColors);
                        assertThat(entries).contains(BRAND.toArray()).doesNotHaveDuplicates();
                    }
                }
            }
        }
    }

    @Test
    void nearestEntriesAreThoseOfASearch() {
        Histogram histogram = Histogram.of(Pictures.photo(3, 40, 30).pixels(), 1);
        Quantization found = pinned(ColorSpace.OKLAB, 5).quantize(histogram, 12, 1);
        float[][] entries = ColorSpace.OKLAB.coordinates(found.palette().toArray(), 3);
        float[][] colors = ColorSpace.OKLAB.coordinates(histogram.colors(), 3);
        for (int i = 0; i < histogram.size(); i++) {
            float[] point = {colors[0][i], colors[1][i], colors[2][i]};
            assertThat(found.nearest().index(i)).isEqualTo(NaiveNearest.find(entries, point));
        }
    }

    @Test
    void pinsThatHelpNobodyCostAtMostTheirPlaces() {
        Histogram histogram = Histogram.of(Pictures.photo(4, 50, 40).pixels(), 1);
        double fewer = KMeansQuantizer.DEFAULT.quantize(histogram, 13, 1).inertia();
        double around = pinned(ColorSpace.SRGB, 5).quantize(histogram, 16, 1).inertia();
        assertThat(around).isLessThanOrEqualTo(fewer * 1.002);
    }

    @Test
    void aPictureOfFewColoursIsExactBesideThePins() {
        int[] pixels = {0, 0xFF0000FF, 0xFFE4002B, 0x80FFFFFF};
        Histogram histogram = Histogram.of(pixels, 1);
        assertThat(pinned(ColorSpace.OKLAB, 5)
                        .quantize(histogram, 6, 1)
                        .palette()
                        .toArray())
                .containsExactlyInAnyOrder(0, 0xFF0000FF, 0x80FFFFFF, 0xFFE4002B, 0xFF001122, 0xFFFEDCBA);
        Quantization five = pinned(ColorSpace.OKLAB, 5).quantize(histogram, 5, 1);
        assertThat(five.palette().toArray()).hasSize(5).contains(0, 0xFFE4002B, 0xFF001122, 0xFFFEDCBA);
        assertThat(pinned(ColorSpace.OKLAB, 5)
                        .quantize(histogram, 4, 1)
                        .palette()
                        .toArray())
                .containsExactly(0, 0xFF001122, 0xFFE4002B, 0xFFFEDCBA);
        assertThatThrownBy(() -> pinned(ColorSpace.OKLAB, 5).quantize(histogram, 3, 1))
                .hasMessage("3 pinned colours do not fit into 2 visible entries");
    }

    @Test
    void pixelsOfAPinnedColourKeepItAndTheResultDoesNotDependOnThreads() {
        int[] pixels = Pictures.photo(5, 40, 30).pixels().clone();
        Arrays.fill(pixels, 100, 106, 0xFFE4002B);
        Settings settings = Settings.DEFAULT
                .withMaxColors(8)
                .withQuantizer(pinned(ColorSpace.OKLAB, 5))
                .withThreads(1);
        Image image = new Image(40, 30, pixels);
        Image result = Tinct.compress(image, settings).image().toImage();
        assertThat(Arrays.copyOfRange(result.pixels(), 100, 106)).containsOnly(0xFFE4002B);
        assertThat(Tinct.compress(image, settings.withThreads(7)).image().toImage())
                .isEqualTo(result);
    }

    @Test
    void aSampleIsClusteredAroundThePinsToo() {
        Histogram histogram = Histogram.of(Pictures.photo(6, 50, 40).pixels(), 1);
        PinnedQuantizer sampled = new PinnedQuantizer(KMeansQuantizer.DEFAULT.withSample(300), BRAND);
        assertThat(sampled.quantize(histogram, 9, 1).palette().toArray())
                .hasSize(9)
                .contains(BRAND.toArray());
    }

    @Test
    void whatCannotBePinnedIsRefused() {
        assertThatThrownBy(() -> new PinnedQuantizer(KMeansQuantizer.DEFAULT, new Palette(0x80E4002B)))
                .hasMessage("pinned colours must be opaque, #e4002b80 is not");
        KMeansQuantizer online = KMeansQuantizer.DEFAULT.withAlgorithm(Algorithm.ONLINE);
        assertThatThrownBy(() -> new PinnedQuantizer(online, BRAND))
                .hasMessage("colours can be pinned in batch K-means only, the algorithm was ONLINE");
    }
}
