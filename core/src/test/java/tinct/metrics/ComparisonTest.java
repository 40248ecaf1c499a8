package tinct.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import tinct.image.Image;

final class ComparisonTest {
    @ParameterizedTest
    @CsvFileSource(resources = "/oracles/metrics.csv", numLinesToSkip = 1)
    void agreesWithScikitImageAndPillow(
            String first,
            String second,
            int width,
            int height,
            double mse,
            double psnr,
            double ssim,
            double deltaE,
            int maxError)
            throws IOException {
        Comparison comparison = Comparison.of(picture(first, width, height), picture(second, width, height));
        assertThat(comparison.mse()).isCloseTo(mse, within(1e-6));
        assertThat(comparison.psnr()).isCloseTo(psnr, within(1e-6));
        assertThat(comparison.ssim()).isCloseTo(ssim, within(1e-9));
        assertThat(comparison.deltaE()).isCloseTo(deltaE, within(2e-6));
        assertThat(comparison.maxError()).isEqualTo(maxError);
    }

    @Test
    void equalPicturesDifferInNothing() {
        for (int seed = 0; seed < 20; seed++) {
            Image image = random(seed, 1 + seed, 31 - seed);
            Image twin = new Image(image.width(), image.height(), image.pixels().clone());
            double ssimulacra2 = Math.min(image.width(), image.height()) < 8 ? Double.NaN : 100;
            assertThat(compare(image, twin))
                    .as("seed %d", seed)
                    .isEqualTo(new Comparison(0, Double.POSITIVE_INFINITY, 1, ssimulacra2, 0, 0));
        }
    }

    @Test
    void comparingIsSymmetricButForSsimulacra2() {
        for (int seed = 0; seed < 20; seed++) {
            Image image = random(seed, 1 + seed, 31 - seed);
            Image other = random(seed + 100, 1 + seed, 31 - seed);
            assertThat(compare(image, other))
                    .as("seed %d", seed)
                    .usingRecursiveComparison()
                    .ignoringFields("ssimulacra2")
                    .isEqualTo(compare(other, image));
        }
    }

    @Test
    void colourOfFullyTransparentPixelsDoesNotCount() {
        assertThat(compare(one(0x00FF0000), one(0x0000FF00)).maxError()).isZero();
    }

    @Test
    void transparencyAgainstWhiteIsSeenOnBlackOnly() {
        Comparison comparison = compare(one(0x00000000), one(0xFFFFFFFF));
        assertThat(comparison.mse()).isEqualTo(3 * 255 * 255 / 2.0);
        assertThat(comparison.maxError()).isEqualTo(255);
        assertThat(comparison.deltaE()).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void blackAndWhiteAreTheFullRangeApart() {
        Comparison comparison = compare(one(0xFF000000), one(0xFFFFFFFF));
        assertThat(comparison.psnr()).isZero();
        assertThat(comparison.deltaE()).isCloseTo(1, within(1e-6));
        // Flat pictures: the factor of means is C1 / (255^2 + C1), that of variances 1.
        assertThat(comparison.ssim()).isCloseTo(6.5025 / (65025 + 6.5025), within(1e-12));
    }

    @Test
    void largestErrorMayBeInAnyChannelAndDirection() {
        assertThat(compare(one(0xFF102030), one(0xFF112035)).maxError()).isEqualTo(5);
        assertThat(compare(one(0xFF192030), one(0xFF112035)).maxError()).isEqualTo(8);
        assertThat(compare(one(0xFF192030), one(0xFF112935)).maxError()).isEqualTo(9);
    }

    @Test
    void moreNoiseIsFartherByEveryMeasure() {
        Image image = picture("smooth", 64, 64);
        Comparison little = compare(image, noisy(image, 4));
        Comparison much = compare(image, noisy(image, 32));
        assertThat(much.mse()).isGreaterThan(little.mse());
        assertThat(much.psnr()).isLessThan(little.psnr());
        assertThat(much.ssim()).isLessThan(little.ssim());
        assertThat(much.ssimulacra2()).isLessThan(little.ssimulacra2());
        assertThat(much.deltaE()).isGreaterThan(little.deltaE());
    }

    @Test
    void squaredErrorAloneIsTheSame() throws IOException {
        for (long seed = 0; seed < 10; seed++) {
            Image original = random(seed, 13, 7);
            Image result = noisy(original, 20);
            assertThat(Comparison.mse(original, result))
                    .isEqualTo(compare(original, result).mse());
        }
        assertThat(Comparison.mse(one(0x80FF0000), one(0x400000FF)))
                .isEqualTo(compare(one(0x80FF0000), one(0x400000FF)).mse())
                .isPositive();
    }

    @Test
    void squaredErrorOfRowsThatComeOneByOneIsTheSame() throws IOException {
        for (long seed = 0; seed < 10; seed++) {
            Image original = random(seed, 13, 7);
            Image result = noisy(original, 20);
            RowErrors errors = new RowErrors();
            for (int y = 0; y < 7; y++) {
                int[] row = Arrays.copyOfRange(original.pixels(), 13 * y, 13 * y + 15);
                int[] other = Arrays.copyOfRange(result.pixels(), 13 * y, 13 * y + 15);
                int[] before = row.clone();
                errors.add(row, other, 13);
                assertThat(row).isEqualTo(before);
            }
            assertThat(errors.mse()).as("seed %d", seed).isEqualTo(Comparison.mse(original, result));
        }
        RowErrors veiled = new RowErrors();
        veiled.add(new int[] {0x80FF0000}, new int[] {0x400000FF}, 1);
        assertThat(veiled.mse()).isEqualTo(Comparison.mse(one(0x80FF0000), one(0x400000FF)));
    }

    @Test
    void picturesOfDifferentSizesAreRefused() {
        Image wide = new Image(3, 2, new int[6]);
        assertThatThrownBy(() -> Comparison.of(wide, new Image(2, 3, new int[6])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pictures must be of one size, were 3 x 2 and 2 x 3");
        assertThatThrownBy(() -> Comparison.of(wide, new Image(3, 1, new int[3])))
                .hasMessageContaining("3 x 2 and 3 x 1");
    }

    private static Comparison compare(Image original, Image result) {
        try {
            return Comparison.of(original, result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Image one(int argb) {
        return new Image(1, 1, new int[] {argb});
    }

    private static Image random(long seed, int width, int height) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Image(width, height, random.ints((long) width * height).toArray());
    }

    /** Every channel moved by up to {@code amplitude}, within 0..255. */
    private static Image noisy(Image image, int amplitude) {
        SplittableRandom random = new SplittableRandom(amplitude);
        int[] argb = image.pixels().clone();
        Arrays.setAll(
                argb,
                i -> 0xFF000000
                        | moved(argb[i] >> 16, random, amplitude) << 16
                        | moved(argb[i] >> 8, random, amplitude) << 8
                        | moved(argb[i], random, amplitude));
        return new Image(image.width(), image.height(), argb);
    }

    private static int moved(int channel, SplittableRandom random, int amplitude) {
        return Math.max(0, Math.min(255, (channel & 0xFF) + random.nextInt(-amplitude, amplitude + 1)));
    }

    /** The pictures of oracles/metrics.py. */
    private static Image picture(String kind, int width, int height) {
        int[] argb = new int[width * height];
        int state = 1;
        for (int i = 0; i < argb.length; i++) {
            int x = i % width;
            int y = i / width;
            int smooth = rgb(5 * x + 2 * y, 3 * y + x * y / 16, 255 - (x * x + y) / 4);
            int veil = ((9 * x + 4 * y) & 0xFF) << 24;
            switch (kind) {
                case "smooth" -> argb[i] = 0xFF000000 | smooth;
                case "coarse" -> argb[i] = 0xFF000000 | (smooth & 0xE0E0E0) + 0x101010;
                case "veiled" -> argb[i] = veil | smooth;
                case "posterized" -> argb[i] = (veil | smooth) & 0xC0C0C0C0;
                case "every" -> argb[i] = y << 24 | rgb(x, 255 - x, x ^ y);
                case "noise" -> {
                    argb[i] = 0xFF;
                    for (int channel = 0; channel < 3; channel++) {
                        state = state * 1664525 + 1013904223;
                        argb[i] = argb[i] << 8 | state >>> 24;
                    }
                }
                default -> throw new IllegalArgumentException(kind);
            }
        }
        return new Image(width, height, argb);
    }

    private static int rgb(int r, int g, int b) {
        return (r & 0xFF) << 16 | (g & 0xFF) << 8 | (b & 0xFF);
    }
}
