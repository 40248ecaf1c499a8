package tinct.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import tinct.codec.PngReader;
import tinct.image.Image;
import tinct.image.PixelRows;

final class Ssimulacra2Test {
    /** The reference prints four decimals. */
    @ParameterizedTest
    @CsvFileSource(resources = "/oracles/ssimulacra2.csv", numLinesToSkip = 1)
    void agreesWithTheReference(
            String name, int left, int top, int width, int height, String change, double black, double white)
            throws IOException {
        Image original = cut(sample(name), left, top, width, height);
        Image result = changed(original, change);
        assertThat(Ssimulacra2.of(original, 2).score(result, 2)).isCloseTo(Math.min(black, white), within(1e-4));
    }

    /** Recorded on x86-64 with JDK 17 and 25, with fused multiply and add and without. */
    @Test
    void theBitsAreThoseOfEveryMachine() throws IOException {
        Image original = sample("landscape");
        assertThat(Ssimulacra2.of(original, 2).score(changed(original, "coarse"), 2))
                .isEqualTo(-37.022751797255125);
    }

    @Test
    void equalPicturesHaveAHundred() throws IOException {
        for (String name : new String[] {"still-life", "badge", "tiny"}) {
            assertThat(Ssimulacra2.of(sample(name), 2).score(sample(name), 2)).isEqualTo(100);
        }
    }

    @ParameterizedTest
    @CsvSource({"8, 8", "8, 700", "700, 8", "113, 127", "40, 128", "40, 129", "33, 257", "65, 412"})
    void threadsAndRowsAtOnceChangeNothing(int width, int height) throws IOException {
        Image original = random(width, height, 0xFF000000);
        Image result = changed(original, "noisy");
        double score = Ssimulacra2.of(original, 1).score(result, 1);
        assertThat(score).isLessThan(100);
        for (int threads : new int[] {2, 3, 7}) {
            assertThat(Ssimulacra2.of(original, threads).score(result, threads)).isEqualTo(score);
            assertThat(Comparison.of(original, result, threads).ssimulacra2()).isEqualTo(score);
        }
    }

    @Test
    void alphaOfEitherPictureIsSeenOnBlackAndOnWhite() throws IOException {
        Image clear = random(40, 30, 0);
        Image opaque = random(40, 30, 0xFF000000);
        for (Image[] pair : new Image[][] {{clear, opaque}, {opaque, clear}, {clear, changed(clear, "fine")}}) {
            double score = Ssimulacra2.of(pair[0], 1).score(pair[1], 1);
            double black = score(pair[0], pair[1], Background.BLACK);
            double white = score(pair[0], pair[1], Background.WHITE);
            assertThat(black).isNotEqualTo(white);
            assertThat(score).isEqualTo(Math.min(black, white));
            assertThat(Comparison.of(pair[0], pair[1]).ssimulacra2()).isEqualTo(score);
        }
    }

    @Test
    void oneOriginalServesManyResults() throws IOException {
        Image original = sample("landscape");
        Ssimulacra2 prepared = Ssimulacra2.of(original, 2);
        double coarse = prepared.score(changed(original, "coarse"), 2);
        double fine = prepared.score(changed(original, "fine"), 2);
        assertThat(coarse).isLessThan(fine);
        assertThat(fine).isLessThan(100);
        assertThat(prepared.score(changed(original, "coarse"), 1)).isEqualTo(coarse);
    }

    @Test
    void whatWasAddedWeighsOtherwiseThanWhatWasLost() throws IOException {
        Image sharp = sample("diagram");
        Image soft = changed(sharp, "blurred");
        assertThat(Ssimulacra2.of(sharp, 1).score(soft, 1))
                .isNotCloseTo(Ssimulacra2.of(soft, 1).score(sharp, 1), within(1.0));
    }

    @Test
    void picturesThatAreTooSmallHaveNone() throws IOException {
        Image small = random(7, 30, 0xFF000000);
        assertThat(Comparison.of(small, small).ssimulacra2()).isNaN();
        assertThatThrownBy(() -> Ssimulacra2.of(small, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pictures must be of 8 x 8 pixels at least, was 7 x 30");
    }

    @Test
    void picturesOfDifferentSizesAreRefused() throws IOException {
        Ssimulacra2 prepared = Ssimulacra2.of(random(9, 10, 0xFF000000), 1);
        assertThatThrownBy(() -> prepared.score(random(10, 9, 0xFF000000), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pictures must be of one size, were 9 x 10 and 10 x 9");
    }

    @Test
    void aBrokenSourceIsToldOf() throws IOException {
        Image original = random(20, 300, 0xFF000000);
        PixelRows broken = new PixelRows() {
            @Override
            public int width() {
                return 20;
            }

            @Override
            public int height() {
                return 300;
            }

            @Override
            public RowReader open() {
                RowReader rows = original.open();
                int[] left = {200};
                return row -> {
                    if (left[0]-- == 0) {
                        throw new IOException("broken");
                    }
                    rows.readRow(row);
                };
            }
        };
        Ssimulacra2 prepared = Ssimulacra2.of(original, 2);
        assertThatThrownBy(() -> prepared.score(broken, 2))
                .isInstanceOf(IOException.class)
                .hasMessage("broken");
        assertThatThrownBy(() -> Ssimulacra2.of(broken, 2))
                .isInstanceOf(IOException.class)
                .hasMessage("broken");
    }

    private static double score(Image original, Image result, Background background) throws IOException {
        return Ssimulacra2.of(on(original, background), 1).score(on(result, background), 1);
    }

    private static Image on(Image image, Background background) {
        int[] argb = image.pixels().clone();
        background.putUnder(argb, 0, argb.length);
        return new Image(image.width(), image.height(), argb);
    }

    private static Image sample(String name) throws IOException {
        return Image.copyOf(PngReader.open(Path.of("../samples/" + name + ".png"), 1 << 20));
    }

    private static Image cut(Image image, int left, int top, int width, int height) {
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = image.argb(left + i % width, top + i / width);
        }
        return new Image(width, height, argb);
    }

    private static Image random(int width, int height, int alpha) {
        SplittableRandom random = new SplittableRandom(width * 31L + height);
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = random.nextInt() | alpha;
        }
        return new Image(width, height, argb);
    }

    /** The changes of oracles/ssimulacra2.py; alpha stays. */
    private static Image changed(Image image, String change) {
        int width = image.width();
        int[] argb = image.pixels().clone();
        for (int i = 0; i < argb.length; i++) {
            int pixel = 0;
            for (int channel = 0; channel < 3; channel++) {
                pixel = pixel << 8 | changed(image, change, i % width, i / width, channel);
            }
            argb[i] = argb[i] & 0xFF000000 | pixel;
        }
        return new Image(width, image.height(), argb);
    }

    private static int changed(Image image, String change, int x, int y, int channel) {
        int value = channel(image, x, y, channel);
        return switch (change) {
            case "coarse" -> (value & 0xE0) + 16;
            case "fine" -> (value & 0xFC) + 2;
            case "noisy" -> {
                long number = 3L * (y * image.width() + x) + channel;
                long moved = (number * 1664525 + 1013904223 & 0xFFFFFFFFL) * 22695477 + 1 & 0xFFFFFFFFL;
                yield Math.max(0, Math.min(255, value + (int) (moved >> 24 & 15) - 8));
            }
            case "blurred" -> {
                int left = channel(image, Math.max(0, x - 1), y, channel);
                int right = channel(image, Math.min(image.width() - 1, x + 1), y, channel);
                yield (left + 2 * value + right) / 4;
            }
            case "spotted" -> x == image.width() / 2 && y == image.height() / 3 ? value ^ 0x3F : value;
            default -> throw new IllegalArgumentException(change);
        };
    }

    private static int channel(Image image, int x, int y, int channel) {
        return image.argb(x, y) >> 16 - 8 * channel & 0xFF;
    }
}
