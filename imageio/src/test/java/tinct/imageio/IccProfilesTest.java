package tinct.imageio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IccProfilesTest {
    @Test
    void conversionIsThatOfTheMatricesAndCurves() {
        IccProfiles converter =
                IccProfiles.of(TestProfiles.rgb("P3", TestProfiles.P3)).orElseThrow();
        long seed = 7;
        SplittableRandom random = new SplittableRandom(seed);
        int[] pixels = random.ints(10_000).toArray(); // several strips and a part of one
        int[] converted = pixels.clone();
        converter.convert(converted, 0, converted.length);
        for (int i = 0; i < pixels.length; i++) {
            assertThat(converted[i] >>> 24).isEqualTo(pixels[i] >>> 24);
            double[] expected = p3ToSrgb(pixels[i]);
            for (int c = 0; c < 3; c++) {
                assertThat((double) (converted[i] >> (16 - 8 * c) & 0xFF))
                        .as("seed %d, pixel %d, channel %d", seed, i, c)
                        .isCloseTo(expected[c], within(2.5));
            }
        }
    }

    @Test
    void onlyTheRangeIsConverted() {
        IccProfiles converter =
                IccProfiles.of(TestProfiles.rgb("P3", TestProfiles.P3)).orElseThrow();
        int[] pixels = {0xFF804020, 0xFF804020, 0xFF804020};
        converter.convert(pixels, 1, 2);
        assertThat(pixels[0]).isEqualTo(0xFF804020);
        assertThat(pixels[1]).isNotEqualTo(0xFF804020);
        assertThat(pixels[2]).isEqualTo(0xFF804020);
    }

    @Test
    void brokenProfilesGiveNoConverter() {
        byte[] profile = TestProfiles.rgb("P3", TestProfiles.P3);
        assertThat(IccProfiles.of(new byte[0])).isEmpty();
        assertThat(IccProfiles.of(new byte[1000])).isEmpty();
        assertThat(IccProfiles.of(Arrays.copyOf(profile, 300))).isEmpty();
    }

    /** The three channels 0..255 by the definition: curve, P3 to XYZ, XYZ to linear sRGB by Cramer's rule, curve. */
    private static double[] p3ToSrgb(int argb) {
        double[] xyz = new double[3];
        for (int c = 0; c < 3; c++) {
            double linear = TestProfiles.decode((argb >> (16 - 8 * c) & 0xFF) / 255.0);
            for (int i = 0; i < 3; i++) {
                xyz[i] += linear * TestProfiles.P3[c][i];
            }
        }
        double[] levels = new double[3];
        for (int c = 0; c < 3; c++) {
            double[][] columns = TestProfiles.SRGB.clone();
            columns[c] = xyz;
            double linear = Math.max(0, Math.min(1, determinant(columns) / determinant(TestProfiles.SRGB)));
            levels[c] = 255 * TestProfiles.encode(linear);
        }
        return levels;
    }

    private static double determinant(double[][] m) {
        return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
                - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
                + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
    }
}
