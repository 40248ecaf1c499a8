package tinct.remap.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tinct.codec.Format;
import tinct.color.ColorSpace;
import tinct.image.Image;
import tinct.image.Palette;
import tinct.metrics.Ssimulacra2;
import tinct.reference.Pictures;
import tinct.samples.Samples;

@Tag("slow")
final class PackedRemapTest {
    private static final int SIDE = 200;

    /** Of level 10. */
    private static final double LOW = 2e-4;

    /** Of the levels 20, 30 and 50. */
    private static final double[] PRICES = {8e-4, 1.8e-3, 5e-3};

    private static int bytes(Mapped mapped, byte[] indices) throws IOException {
        return mapped.file(indices, Format.TINCT).length;
    }

    @Test
    void aFileIsAsLongAsPlanned() throws IOException {
        for (int colors : new int[] {5, 256}) {
            Mapped mapped = Mapped.of(Samples.image("landscape"), colors);
            for (double price : PRICES) {
                PackedRemap remap = mapped.forPacked(price, 5);
                double planned = remap.bits() / 8;
                assertThat((double) bytes(mapped, remap.indices()))
                        .as("%d colours, price %s", colors, price)
                        .isBetween(planned * 0.995, planned * 1.005 + 30 + 3 * colors);
            }
        }
    }

    @Test
    void aHigherPriceNeverNeedsMoreBits() throws IOException {
        double plain = 0;
        double last = 0;
        for (int seed = 0; seed < 3; seed++) {
            Mapped mapped = Mapped.of(Pictures.photo(seed, 230, 140), 64);
            double bits = 8.0 * bytes(mapped, mapped.plain());
            plain += bits;
            for (double price : PRICES) {
                double fewer = mapped.forPacked(price, 5).bits();
                assertThat(fewer).as("seed %d, price %s", seed, price).isLessThanOrEqualTo(bits);
                bits = fewer;
            }
            last += bits;
        }
        assertThat(last).isLessThan(plain * 0.8);
    }

    @Test
    void atAnyPriceFilesAreATenthShorterThanThoseOfPngThatLookWorse() throws IOException {
        Image[] images = {
            Samples.image("landscape"),
            Samples.image("still-life"),
            Pictures.photo(0, 400, 300),
            Pictures.photo(2, 400, 300)
        };
        double[] prices = {LOW, PRICES[1]};
        double[] logarithms = new double[prices.length];
        for (Image image : images) {
            Mapped mapped = Mapped.of(image, 256);
            Ssimulacra2 scale = Ssimulacra2.of(image, 2);
            for (int i = 0; i < prices.length; i++) {
                byte[] own = mapped.forPacked(prices[i], 5).indices();
                double score = scale.score(mapped.indexed(own), 2);
                double price = prices[i] / 2;
                byte[] forPng = mapped.forDeflate(price, 5).indices();
                while (scale.score(mapped.indexed(forPng), 2) >= score) {
                    price *= 1.3;
                    forPng = mapped.forDeflate(price, 5).indices();
                }
                double ratio = (double) bytes(mapped, own) / mapped.file(forPng, Format.PNG).length;
                assertThat(ratio).as("price %s", prices[i]).isLessThan(1);
                logarithms[i] += Math.log(ratio) / images.length;
            }
        }
        for (double logarithm : logarithms) {
            assertThat(Math.exp(logarithm)).isLessThan(0.9);
        }
    }

    @Test
    void atLittleEffortPixelsGetEntriesNearTheirOwn() throws IOException {
        Mapped mapped = Mapped.of(Pictures.photo(3, 200, 140), 200);
        Entries entries = new Entries(mapped.palette());
        byte[] indices = mapped.forPacked(PRICES[2], 1).indices();
        int far = 0;
        for (int i = 0; i < indices.length; i++) {
            byte index = indices[i];
            byte[] near = entries.near[mapped.plain()[i] & 0xFF];
            far += IntStream.range(0, near.length).noneMatch(rank -> near[rank] == index) ? 1 : 0;
        }
        // The entry that is expected may be another.
        assertThat(far).isLessThan(indices.length / 10);
        assertThat(mapped.forPacked(PRICES[2], 5).indices()).isNotEqualTo(indices);
    }

    @Test
    void bandsOfRowsLeaveNoTrace() throws IOException {
        // More than a band, and the same picture within one.
        Image wide = Pictures.photo(6, 700, 300);
        Image part = new Image(700, 270, Arrays.copyOf(wide.pixels(), 700 * 270));
        Mapped mapped = Mapped.of(wide, 40);
        byte[] plain = Arrays.copyOf(mapped.plain(), 700 * 270);
        byte[] whole = mapped.forPacked(PRICES[0], 5).indices();
        byte[] alone = new PackedRemap(part, mapped.palette(), plain, PRICES[0], 5).indices();
        int rows = 270 - Visibility.REACH; // those that the rows below do not matter to
        assertThat(Arrays.copyOf(whole, 700 * rows)).isEqualTo(Arrays.copyOf(alone, 700 * rows));
    }

    @Test
    void errorsInSmoothAreasLieInRowsNoMoreThanInColumns() throws IOException {
        for (double price : new double[] {PRICES[1], PRICES[2]}) {
            double rows = 0;
            double columns = 0;
            for (boolean transposed : new boolean[] {false, true}) {
                Image image = skin(transposed);
                Mapped mapped = Mapped.of(image, 32);
                float[][] from = ColorSpace.OKLAB.coordinates(image.pixels(), 3);
                Entries entries = new Entries(mapped.palette());
                byte[] indices = mapped.forPacked(price, 5).indices();
                for (int axis = 0; axis < 3; axis++) {
                    float[] error = from[axis];
                    for (int i = 0; i < error.length; i++) {
                        error[i] -= entries.coordinates[axis][indices[i] & 0xFF];
                    }
                    rows += lines(error, 1, SIDE);
                    columns += lines(error, SIDE, 1);
                }
            }
            assertThat(rows / columns).as("price %s", price).isBetween(0.5, 1.3);
        }
    }

    /** A smooth picture with the noise of a camera. */
    private static Image skin(boolean transposed) {
        SplittableRandom random = new SplittableRandom(4);
        int[] argb = new int[SIDE * SIDE];
        for (int i = 0; i < argb.length; i++) {
            double x = (transposed ? i / SIDE : i % SIDE) / (double) SIDE;
            double y = (transposed ? i % SIDE : i / SIDE) / (double) SIDE;
            double share = 0.5 + 0.3 * Math.sin(5 * x + 2 * y) + 0.2 * Math.cos(4 * y - 3 * x * y);
            argb[i] = 0xFF << 24
                    | channel(0xB0, 0xF0, share, random) << 16
                    | channel(0x78, 0xC8, share, random) << 8
                    | channel(0x58, 0xA8, share, random);
        }
        return new Image(SIDE, SIDE, argb);
    }

    private static int channel(int first, int second, double share, SplittableRandom random) {
        double noise = random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
        return (int) Math.rint(first + (second - first) * share + 2 * noise);
    }

    /** How much mean errors of 16 pixels along a way differ from those beside them. */
    private static double lines(float[] error, int along, int across) {
        double sum = 0;
        for (int line = 0; line + 1 < SIDE; line++) {
            for (int first = 0; first + 16 <= SIDE; first++) {
                double difference = 0;
                for (int i = first; i < first + 16; i++) {
                    int at = line * across + i * along;
                    difference += error[at] - error[at + across];
                }
                sum += difference * difference;
            }
        }
        return sum;
    }

    @Test
    void flatPicturesOfAnySizeAreOneColour() throws IOException {
        for (int[] size : new int[][] {{1, 1}, {1, 3000}, {3000, 1}, {700, 400}}) {
            int[] argb = new int[size[0] * size[1]];
            Arrays.fill(argb, 0xFF336699);
            Palette palette = new Palette(0xFF336699, 0xFF996633);
            Mapped mapped = new Mapped(new Image(size[0], size[1], argb), palette, new byte[argb.length]);
            PackedRemap remap = mapped.forPacked(PRICES[2], 5);
            assertThat(remap.indices()).containsOnly(0);
            assertThat(remap.bits()).isLessThan(600);
        }
    }
}
