package tinct.app.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A little of the campaign that {@code ./dev soak} runs for as long as it is told. */
@Tag("slow")
final class SoakTest {
    @Test
    void aShortCampaignFindsNothing() throws IOException {
        Soak.Tally tally = new Soak.Tally();
        for (Soak.Kind kind : Soak.kinds()) {
            boolean quick = kind.share() > 2; // those of fewer start processes
            for (long seed = 0; quick && seed < Math.max(1, kind.share() / 25); seed++) {
                if (kind.trial().impossible().isEmpty()) {
                    tally.run(kind.trial(), seed);
                }
            }
        }
        assertThat(tally.wrong).isEmpty();
        assertThat(tally.trials()).isGreaterThan(15);
    }

    @Test
    void aTrialThatGoesWrongIsCountedAndNamedWithItsSeed() {
        Soak.Tally tally = new Soak.Tally();
        tally.run(new Answering(Optional.of("a hole")), 7);
        tally.run(new Answering(Optional.empty()), 8);
        assertThat(tally.wrong).containsExactly("answering, seed 7: a hole");
        assertThat(tally.trials()).isEqualTo(2);
    }

    /** Found by the campaign: an entry that is kept for transparency is none for a colour, and may be the only one. */
    @ParameterizedTest
    @ValueSource(longs = {3671011223L, 3722086659L})
    void randomSettingsThatWereTakenForWrongAreNot(long seed, @TempDir Path folder) throws IOException {
        assertThat(new RandomSettings().run(seed, folder)).isEmpty();
    }

    /** Found by the campaign: an exchange of clusters was worth nothing once it was made, and was made for ever. */
    @Test
    @Timeout(120)
    void settingsWithWhichTheSearchNeverEndedHaveAResult(@TempDir Path folder) throws IOException {
        assertThat(new RandomSettings().run(2875011030L, folder)).isEmpty();
    }

    /** Found by the campaign: the trial asked for what excludes each other, and took the refusal for a failure. */
    @ParameterizedTest
    @ValueSource(longs = {1794456124, 1575085981, 1455296904})
    void randomSettingsNeverContradictEachOther(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2000; i++) {
            List<String> options = RandomSettings.options(random, 16);
            int dither = options.indexOf("--dither");
            int lossy = options.indexOf("--lossy");
            assertThat(dither < 0
                            || lossy < 0
                            || options.get(dither + 1).equals("none")
                            || options.get(lossy + 1).equals("0"))
                    .as("%s", options)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(ByteTarget.class)
    void seedsAndShortBytesAreTakenByEveryTarget(ByteTarget target) throws IOException {
        for (byte[] seed : new Seeds().of(target)) {
            target.accept(seed);
            target.accept(Arrays.copyOf(seed, seed.length / 2));
        }
        for (int length = 0; length < 40; length++) {
            byte[] bytes = new byte[length];
            Arrays.fill(bytes, (byte) (length * 37));
            target.accept(bytes);
        }
    }

    private record Answering(Optional<String> answer) implements Trial {
        @Override
        public String name() {
            return "answering";
        }

        @Override
        public Optional<String> run(long seed, Path folder) {
            return answer;
        }
    }
}
