package tinct.color;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ColorSpaceTest {
    /** Every 15th level of each channel, and random colours. */
    private static int[] colors() {
        IntStream grid =
                IntStream.range(0, 18 * 18 * 18).map(i -> i % 18 * 15 << 16 | i / 18 % 18 * 15 << 8 | i / 324 * 15);
        return IntStream.concat(grid, new SplittableRandom(1).ints(20_000))
                .map(rgb -> rgb | 0xFF000000)
                .toArray();
    }

    @ParameterizedTest
    @EnumSource
    void opaqueColoursComeBackExactly(ColorSpace space) {
        int[] colors = colors();
        assertThat(back(space, space.coordinates(colors, 3))).isEqualTo(colors);
        assertThat(back(space, space.coordinates(colors, 4))).isEqualTo(colors);
    }

    @ParameterizedTest
    @EnumSource
    void translucentColoursComeBackExactly(ColorSpace space) {
        SplittableRandom random = new SplittableRandom(2);
        int[] colors = IntStream.of(colors())
                .map(argb -> argb & 0xFFFFFF | random.nextInt(16, 256) << 24)
                .toArray();
        assertThat(back(space, space.coordinates(colors, 4))).isEqualTo(colors);
    }

    /** The grid is coarser then than a level of dark linear light; what is lost cannot be seen. */
    @ParameterizedTest
    @EnumSource
    void almostTransparentColoursComeBackWithinAFewLevels(ColorSpace space) {
        SplittableRandom random = new SplittableRandom(3);
        int[] colors = IntStream.of(colors())
                .map(argb -> argb & 0xFFFFFF | random.nextInt(1, 16) << 24)
                .toArray();
        int[] back = back(space, space.coordinates(colors, 4));
        for (int i = 0; i < colors.length; i++) {
            for (int shift = 0; shift <= 24; shift += 8) {
                int difference = (back[i] >> shift & 0xFF) - (colors[i] >> shift & 0xFF);
                assertThat(Math.abs(difference))
                        .as("%08x came back as %08x", colors[i], back[i])
                        .isLessThanOrEqualTo(
                                shift == 24 || space == ColorSpace.SRGB || space == ColorSpace.LINEAR ? 0 : 4);
            }
        }
    }

    /** An opaque colour and its neighbour are never one point; in sRGB no two visible colours are. */
    @ParameterizedTest
    @EnumSource
    void differentColoursHaveDifferentCoordinates(ColorSpace space) {
        SplittableRandom random = new SplittableRandom(4);
        int least = space == ColorSpace.SRGB ? 1 : 255;
        for (int i = 0; i < 20_000; i++) {
            int alpha = i % 2 == 0 ? least : random.nextInt(least, 256);
            int level = i % 4 < 2 ? random.nextInt(4) : random.nextInt(255);
            int shift = 8 * random.nextInt(3);
            int color = alpha << 24 | random.nextInt(1 << 24) & ~(0xFF << shift);
            float[][] pair = space.coordinates(new int[] {color | level << shift, color | level + 1 << shift}, 4);
            boolean same = IntStream.range(0, 4).allMatch(axis -> pair[axis][0] == pair[axis][1]);
            assertThat(same)
                    .as("%08x and one level more at bit %d", color | level << shift, shift)
                    .isFalse();
        }
    }

    private static int[] back(ColorSpace space, float[][] planes) {
        return IntStream.range(0, planes[0].length)
                .map(i -> space.toArgb(point(planes, i)))
                .toArray();
    }

    private static float[] point(float[][] planes, int i) {
        float[] point = new float[planes.length];
        for (int axis = 0; axis < point.length; axis++) {
            point[axis] = planes[axis][i];
        }
        return point;
    }

    /** Values published with Oklab (CSS Color 4 has the same for the primaries), and by Lindbloom's formulae for D65. */
    @ParameterizedTest
    @CsvSource({
        "OKLAB, ffffff, 1, 0, 0",
        "OKLAB, 000000, 0, 0, 0",
        "OKLAB, ff0000, 0.627955, 0.224863, 0.125846",
        "OKLAB, 00ff00, 0.866440, -0.233888, 0.179498",
        "OKLAB, 0000ff, 0.452014, -0.032457, -0.311528",
        "CIELAB, ffffff, 100, 0, 0",
        "CIELAB, 000000, 0, 0, 0",
        "CIELAB, ff0000, 53.2408, 80.0925, 67.2032",
        "CIELAB, 00ff00, 87.7347, -86.1827, 83.1793",
        "CIELAB, 0000ff, 32.2970, 79.1875, -107.8602",
        "LINEAR, ff8000, 1, 0.215861, 0",
        "SRGB, 0180ff, 1, 128, 255"
    })
    void knownColoursHaveKnownCoordinates(ColorSpace space, String hex, double x, double y, double z) {
        int argb = Integer.parseUnsignedInt("ff" + hex, 16);
        float[][] planes = space.coordinates(new int[] {argb}, 3);
        double tolerance = space == ColorSpace.CIELAB ? 2e-3 : 3e-6;
        assertThat((double) planes[0][0]).isCloseTo(x, within(tolerance));
        assertThat((double) planes[1][0]).isCloseTo(y, within(tolerance));
        assertThat((double) planes[2][0]).isCloseTo(z, within(tolerance));
    }

    @Test
    void distanceWithAlphaIsTheMeanOfDistancesOnBlackAndOnWhite() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 20_000; i++) {
            int first = random.nextInt();
            int second = i % 4 == 0 ? first ^ 1 << random.nextInt(32) : random.nextInt();
            float[][] p = ColorSpace.SRGB.coordinates(new int[] {first, second}, 4);
            double distance = 0;
            for (float[] axis : p) {
                distance += ((double) axis[0] - axis[1]) * ((double) axis[0] - axis[1]);
            }
            double expected = (composited(first, second, 0) + composited(first, second, 255)) / 2;
            // Each coordinate is off by half a step of the grid, 2^-13, at most.
            double tolerance = 2 * Math.sqrt(expected) * 2 * 0x1p-12 + 4 * 0x1p-24;
            assertThat(distance).as("%08x and %08x", first, second).isCloseTo(expected, within(tolerance));
        }
    }

    private static double composited(int first, int second, int background) {
        double sum = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double d = over(first, shift, background) - over(second, shift, background);
            sum += d * d;
        }
        return sum;
    }

    private static double over(int argb, int shift, int background) {
        double alpha = (argb >>> 24) / 255.0;
        return alpha * (argb >> shift & 0xFF) + (1 - alpha) * background;
    }

    @ParameterizedTest
    @EnumSource
    void everyTransparentColourIsTheOrigin(ColorSpace space) {
        int[] colors = {0, 0x00FFFFFF, 0x00FF0000, 0x00123456};
        for (float[] axis : space.coordinates(colors, 4)) {
            for (float coordinate : axis) {
                assertThat(coordinate == 0).isTrue();
            }
        }
        assertThat(space.toArgb(0, 0, 0, 0)).isZero();
        assertThat(space.toArgb(point(space.coordinates(new int[] {0x01FFFFFF}, 4), 0)) >>> 24)
                .isOne();
    }

    @ParameterizedTest
    @EnumSource
    void opaqueColoursAreAsFarApartWithAlphaAsWithout(ColorSpace space) {
        int[] colors = colors();
        float[][] three = space.coordinates(colors, 3);
        float[][] four = space.coordinates(colors, 4);
        for (int axis = 0; axis < 3; axis++) {
            for (int i = 1; i < colors.length; i++) {
                assertThat(four[axis][i] - four[axis][i - 1]).isEqualTo(three[axis][i] - three[axis][i - 1]);
            }
        }
        for (float w : four[3]) {
            assertThat(w).isEqualTo(four[3][0]);
        }
    }

    @ParameterizedTest
    @EnumSource
    void sumsDoNotDependOnTheOrder(ColorSpace space) {
        SplittableRandom random = new SplittableRandom(6);
        int[] colors = random.ints(4000).toArray();
        int[] weights = random.ints(colors.length, 1, 500_000).toArray();
        for (float[] axis : space.coordinates(colors, 4)) {
            double forwards = 0;
            double backwards = 0;
            double[] parts = new double[64];
            for (int i = 0; i < colors.length; i++) {
                forwards += (double) weights[i] * axis[i];
                int last = colors.length - 1 - i;
                backwards += (double) weights[last] * axis[last];
                parts[random.nextInt(64)] += (double) weights[i] * axis[i];
            }
            assertThat(backwards).isEqualTo(forwards);
            assertThat(Arrays.stream(parts).sum()).isEqualTo(forwards);
        }
    }

    @Test
    void aRangeOfColoursIsPutAtTheStart() {
        int[] colors = {0xFF000001, 0xFF000002, 0xFF000003, 0xFF000004};
        float[][] planes = new float[3][3];
        ColorSpace.SRGB.coordinates(colors, 1, 3, planes);
        assertThat(planes[2]).containsExactly(2, 3, 0);
    }

    @ParameterizedTest
    @EnumSource
    void pointsOutsideOfTheGamutAreClipped(ColorSpace space) {
        int white = space.toArgb(1000, 0, 0);
        assertThat(white >>> 24).isEqualTo(255);
        assertThat(white >> 16 & 0xFF).isEqualTo(255);
        assertThat(space.toArgb(-1000, -1000, -1000) >>> 24).isEqualTo(255);
    }

    @Test
    void otherNumbersOfDimensionsAreRefused() {
        for (int dimensions : new int[] {0, 2, 5}) {
            assertThatThrownBy(() -> ColorSpace.OKLAB.coordinates(new int[1], dimensions))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("dimensions must be 3 or 4, were " + dimensions);
            assertThatThrownBy(() -> ColorSpace.OKLAB.toArgb(new float[dimensions]))
                    .hasMessage("dimensions must be 3 or 4, were " + dimensions);
        }
    }
}
