package tinct.imageio;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IccHeaderTest {
    @Test
    void theJdksOwnSrgbIsSrgb() {
        assertThat(IccHeader.isSrgb(jdk(ColorSpace.CS_sRGB))).isTrue();
        assertThat(IccHeader.parse(jdk(ColorSpace.CS_sRGB)).orElseThrow().name())
                .contains("sRGB");
    }

    @Test
    void linearLightWithThePrimariesOfSrgbIsNot() {
        assertThat(IccHeader.isSrgb(jdk(ColorSpace.CS_LINEAR_RGB))).isFalse();
        assertThat(IccHeader.isSrgb(TestProfiles.rgb("sRGB linear", TestProfiles.SRGB, 1)))
                .isFalse();
    }

    @Test
    void aNameDoesNotMakeAProfileSrgb() {
        assertThat(IccHeader.isSrgb(TestProfiles.rgb("anything", TestProfiles.SRGB)))
                .isTrue();
        assertThat(IccHeader.isSrgb(TestProfiles.rgb("sRGB", TestProfiles.P3))).isFalse();
        assertThat(IccHeader.isSrgb(TestProfiles.rgb("sRGB", TestProfiles.SRGB, 2.2)))
                .isFalse();
    }

    @Test
    void nameAndColorSpaceAreRead() {
        IccHeader grey =
                IccHeader.parse(TestProfiles.grey("Dot Gain\n20%", 1.8)).orElseThrow();
        assertThat(grey).isEqualTo(new IccHeader("GRAY", "Dot Gain 20%", false));
    }

    @Test
    void damageNeverThrows() {
        byte[] profile = TestProfiles.rgb("Display P3", TestProfiles.P3);
        for (int length = 0; length < 700; length++) {
            IccHeader.parse(Arrays.copyOf(profile, length));
        }
        for (long seed = 0; seed < 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] damaged = profile.clone();
            damaged[random.nextInt(400)] = (byte) random.nextInt();
            boolean readable = IccHeader.parse(damaged).isPresent();
            assertThat(readable || !IccHeader.isSrgb(damaged))
                    .as("seed %d", seed)
                    .isTrue();
        }
        assertThat(IccHeader.parse(new byte[200])).isEmpty();
    }

    private static byte[] jdk(int space) {
        return ICC_Profile.getInstance(space).getData();
    }
}
