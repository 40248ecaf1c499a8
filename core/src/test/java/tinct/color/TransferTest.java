package tinct.color;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class TransferTest {
    @Test
    void cubeRootAgreesWithStrictMath() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 200_000; i++) {
            double value = i % 2 == 0 ? random.nextDouble(1.1) : StrictMath.pow(10, random.nextDouble(-12, 0.04));
            double expected = StrictMath.cbrt(value);
            assertThat(Math.abs(Transfer.cbrt(value) - expected))
                    .as("cbrt(%s)", value)
                    .isLessThanOrEqualTo(1e-14 * expected);
        }
        assertThat(Transfer.cbrt(0)).isZero();
    }

    /** What is left of the error of a root is lost when coordinates are rounded to their grid. */
    @Test
    void coordinatesAreThoseOfExactRoots() {
        int[] colors = new SplittableRandom(2).ints(100_000).toArray();
        float[] lightness = ColorSpace.OKLAB.coordinates(colors, 3)[0];
        for (int i = 0; i < colors.length; i++) {
            double r = Transfer.LINEAR[colors[i] >> 16 & 0xFF];
            double g = Transfer.LINEAR[colors[i] >> 8 & 0xFF];
            double b = Transfer.LINEAR[colors[i] & 0xFF];
            double exact = 0.2104542553 * StrictMath.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
                    + 0.7936177850 * StrictMath.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
                    - 0.0040720468 * StrictMath.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
            assertThat(lightness[i]).as("%08x", colors[i]).isEqualTo((float) (Math.rint(exact * 0x1p20) / 0x1p20));
        }
    }

    @Test
    void everyLevelComesBackAndHalfwayInTheEncodedScaleIsTheBound() {
        for (int level = 0; level < 256; level++) {
            assertThat(Transfer.encode(Transfer.LINEAR[level])).isEqualTo(level);
            if (level < 255) {
                double bound = linear((level + 0.5) / 255);
                assertThat(Transfer.encode(bound - 1e-9)).isEqualTo(level);
                assertThat(Transfer.encode(bound + 1e-9)).isEqualTo(level + 1);
            }
        }
    }

    @Test
    void lightOutsideOfTheRangeIsClipped() {
        assertThat(Transfer.encode(-0.1)).isZero();
        assertThat(Transfer.encode(1.1)).isEqualTo(255);
    }

    @Test
    void linearLightIsThatOfTheStandard() {
        for (int level = 0; level < 256; level++) {
            assertThat(Transfer.LINEAR[level]).isCloseTo(linear(level / 255.0), within(1e-15));
        }
        assertThat(Transfer.LINEAR[188]).isCloseTo(0.5029, within(1e-4));
    }

    private static double linear(double encoded) {
        return encoded <= 0.04045 ? encoded / 12.92 : StrictMath.pow((encoded + 0.055) / 1.055, 2.4);
    }

    @Test
    void labCurveIsContinuousAndInverted() {
        SplittableRandom random = new SplittableRandom(2);
        double joint = 216.0 / 24389;
        assertThat(Transfer.labCurve(joint)).isCloseTo(Transfer.labCurve(Math.nextUp(joint)), within(1e-14));
        for (int i = 0; i < 10_000; i++) {
            double ratio = i % 2 == 0 ? random.nextDouble() : random.nextDouble(0.02);
            assertThat(Transfer.labInverse(Transfer.labCurve(ratio))).isCloseTo(ratio, within(1e-14));
        }
    }
}
