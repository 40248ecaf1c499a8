package tinct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.codec.Format;
import tinct.color.ColorSpace;
import tinct.image.Image;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.metrics.Ssimulacra2;
import tinct.palette.KMeansQuantizer;
import tinct.reference.Pictures;
import tinct.remap.Ditherer;
import tinct.remap.FloydSteinberg;
import tinct.remap.NoDither;
import tinct.remap.RateAware;

@Tag("slow")
final class TargetTest {
    private static final int EFFORT = 2;
    private static final Settings SETTINGS = Settings.DEFAULT
            .withQuantizer(KMeansQuantizer.DEFAULT.withSpace(ColorSpace.OKLAB).withEffort(EFFORT))
            .withThreads(2);
    private static final Image PHOTO = Pictures.photo(1, 96, 64);

    /** Level search of two palettes, some palettes more: far from what any picture here needs. */
    private static final int MANY_TRIALS = 40;

    private static Targeted atLeast(Image image, double quality, Settings settings) throws IOException {
        return Tinct.compress(image, settings, new Target.AtLeast(quality), Format.PNG, Progress.NONE);
    }

    private static Targeted atMost(Image image, long bytes, Format format, Settings settings) throws IOException {
        return Tinct.compress(image, settings, new Target.AtMost(bytes), format, Progress.NONE);
    }

    private static byte[] file(IndexedImage image, Format format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(image, out);
        return out.toByteArray();
    }

    /** What a run without a target gives at a level. */
    private static IndexedImage at(Image image, int colors, double level) {
        Ditherer ditherer = level == 0 ? new NoDither() : new RateAware(level, EFFORT);
        return Tinct.compress(image, SETTINGS.withMaxColors(colors).withDitherer(ditherer))
                .image();
    }

    private static double score(Image original, IndexedImage result) throws IOException {
        return Ssimulacra2.of(original, 1).score(result, 1);
    }

    @ParameterizedTest
    @CsvSource({"1, 80", "2, 75", "3, 70"})
    void qualityIsReachedAndAHigherLevelWouldMissItOrSaveNothing(long seed, double quality) throws IOException {
        Image image = Pictures.photo(seed, 192, 128);
        Targeted found = atLeast(image, quality, SETTINGS);
        assertThat(found.met()).isTrue();
        assertThat(found.score())
                .isGreaterThanOrEqualTo(quality)
                .isEqualTo(score(image, found.result().image()));
        assertThat(found.trials()).isLessThanOrEqualTo(MANY_TRIALS);
        double more = Math.min(100, found.level() * 1.05 + 0.2);
        IndexedImage higher = at(image, found.result().palette().size(), more);
        double next = score(image, higher);
        int bytes = file(higher, Format.PNG).length;
        assertThat(found.score() - quality < 0.5 || next < quality || bytes >= found.file().length)
                .as(
                        "level %s scores %s, level %s %s and takes %d bytes, not %d",
                        found.level(), found.score(), more, next, bytes, found.file().length)
                .isTrue();
    }

    @Test
    void resultIsWhatARunAtItsLevelGives() throws IOException {
        for (Targeted found : List.of(atLeast(PHOTO, 50, SETTINGS), atMost(PHOTO, 2000, Format.PNG, SETTINGS))) {
            IndexedImage image = found.result().image();
            assertThat(image).isEqualTo(at(PHOTO, image.palette().size(), found.level()));
            assertThat(found.file()).isEqualTo(file(image, Format.PNG));
        }
    }

    @Test
    void lowerQualityTakesFewerBytes() throws IOException {
        int high = atLeast(PHOTO, 75, SETTINGS).file().length;
        int low = atLeast(PHOTO, 45, SETTINGS).file().length;
        assertThat(low).isLessThan(high);
        assertThat(high).isLessThan(file(at(PHOTO, 256, 0), Format.PNG).length);
    }

    @Test
    void whatCannotBeReachedIsToldByTheBestThatCan() throws IOException {
        Settings few = SETTINGS.withMaxColors(5);
        Targeted found = atLeast(PHOTO, 95, few);
        assertThat(found.met()).isFalse();
        assertThat(found.score()).isLessThan(95).isGreaterThanOrEqualTo(score(PHOTO, at(PHOTO, 5, 0)));
        assertThat(found.trials()).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void filesAreNeverLargerThanAllowedAndUseMostOfIt(Format format) throws IOException {
        int plain = file(at(PHOTO, 256, 0), format).length;
        // WebP takes its time for each trial.
        for (double share : format == Format.WEBP ? new double[] {0.5} : new double[] {0.8, 0.5}) {
            long most = (long) (plain * share);
            Targeted found = atMost(PHOTO, most, format, SETTINGS);
            assertThat(found.met()).isTrue();
            assertThat(found.file().length)
                    .as("%s, %s of %s", format, share, plain)
                    .isLessThanOrEqualTo((int) most)
                    .isGreaterThan((int) (most * 0.85));
            assertThat(found.file()).isEqualTo(file(found.result().image(), format));
            assertThat(found.trials()).isLessThanOrEqualTo(MANY_TRIALS);
        }
    }

    @Test
    void smallFilesGoToFewerColours() throws IOException {
        int least = file(at(PHOTO, 256, 100), Format.PNG).length;
        Targeted found = atMost(PHOTO, least / 2, Format.PNG, SETTINGS);
        assertThat(found.met()).isTrue();
        assertThat(found.file().length).isLessThanOrEqualTo(least / 2);
        assertThat(found.result().palette().size()).isLessThan(256);
    }

    @Test
    void whatFitsIsNotMadeWorse() throws IOException {
        Targeted found = atMost(PHOTO, 1 << 20, Format.PNG, SETTINGS);
        assertThat(found.met()).isTrue();
        assertThat(found.trials()).isEqualTo(1);
        assertThat(found.result().image()).isEqualTo(at(PHOTO, 256, 0));
    }

    @Test
    void sizeBelowEveryFileEndsWithTheSmallestFound() throws IOException {
        Targeted found = atMost(PHOTO, 20, Format.PNG, SETTINGS);
        assertThat(found.met()).isFalse();
        assertThat(found.result().palette().size()).isEqualTo(1);
        assertThat(found.file()).isEqualTo(file(at(PHOTO, 1, 0), Format.PNG));
        assertThat(found.trials()).isLessThanOrEqualTo(MANY_TRIALS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7})
    void anyNumberOfThreadsGivesTheSame(int threads) throws IOException {
        Image image = Pictures.veiled(5, 60, 40);
        Settings others = SETTINGS.withThreads(threads);
        assertThat(atLeast(image, 50, others).file())
                .isEqualTo(atLeast(image, 50, SETTINGS).file());
        assertThat(atMost(image, 1000, Format.GIF, others).file())
                .isEqualTo(atMost(image, 1000, Format.GIF, SETTINGS).file());
    }

    @Test
    void picturesOfFewColoursStayExactIfTheyMay() throws IOException {
        Image image = Pictures.few(1, 40, 30, 30, true);
        int[] visible = Arrays.stream(image.pixels()).map(Palette::visible).toArray();
        long bytes = file(at(image, 256, 0), Format.PNG).length;
        for (Targeted found : List.of(atLeast(image, 20, SETTINGS), atMost(image, bytes, Format.PNG, SETTINGS))) {
            assertThat(found.met()).isTrue();
            assertThat(found.score()).isEqualTo(100);
            assertThat(found.trials()).isEqualTo(1);
            assertThat(found.result().image().toImage().pixels()).isEqualTo(visible);
        }
        Targeted smaller = atMost(image, bytes * 3 / 4, Format.PNG, SETTINGS);
        assertThat(smaller.met()).isTrue();
        assertThat(smaller.result().palette().size()).isLessThan(30);
    }

    @Test
    void transparentPixelsStaySo() throws IOException {
        Image image = Pictures.veiled(3, 96, 64);
        double level = 0;
        for (int quality = 80; quality >= 40; quality -= 20) {
            Targeted found = atLeast(image, quality, SETTINGS);
            assertThat(found.met()).isTrue();
            level = Math.max(level, found.level());
            int[] argb = found.result().image().toImage().pixels();
            for (int i = 0; i < argb.length; i++) {
                assertThat(argb[i] == 0 || image.pixels()[i] >>> 24 != 0).isTrue();
            }
        }
        assertThat(level).isPositive();
    }

    @Test
    void scoreOfAGifIsThatOfWhatItShows() throws IOException {
        Image image = Pictures.veiled(3, 96, 64);
        Targeted found = atMost(image, 3000, Format.GIF, SETTINGS);
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(found.file()));
        int[] argb = shown.getRGB(0, 0, 96, 64, null, 0, 96);
        double score = Ssimulacra2.of(image, 1).score(new Image(96, 64, argb), 1);
        assertThat(found.score())
                .isEqualTo(score)
                .isNotEqualTo(score(image, found.result().image()));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 5", "1, 400", "300, 2", "7, 90"})
    void picturesTooSmallForAScoreHaveTargetsToo(int width, int height) throws IOException {
        Image image = Pictures.photo(2, width, height);
        Targeted good = atLeast(image, 60, SETTINGS.withMaxColors(64));
        assertThat(good.met()).isTrue();
        assertThat(good.score()).isGreaterThanOrEqualTo(60);
        Targeted small = atMost(image, 150, Format.PNG, SETTINGS);
        assertThat(small.met()).isTrue();
        assertThat(small.file().length).isLessThanOrEqualTo(150);
    }

    @Test
    void anotherDithererIsKeptAndColoursAreSought() throws IOException {
        Settings diffused = SETTINGS.withDitherer(new FloydSteinberg(0.8));
        Targeted good = atLeast(PHOTO, 55, diffused);
        int colors = good.result().palette().size();
        assertThat(good.met()).isTrue();
        assertThat(good.level()).isZero();
        assertThat(good.result().image())
                .isEqualTo(Tinct.compress(PHOTO, diffused.withMaxColors(colors)).image());
        assertThat(colors).isLessThan(256);
        Targeted small = atMost(PHOTO, 2000, Format.PNG, diffused);
        assertThat(small.met()).isTrue();
        assertThat(small.file().length).isLessThanOrEqualTo(2000);
    }

    @Test
    void rowsThatAreReadGiveWhatAPictureInMemoryGives() throws IOException {
        Targeted read =
                Tinct.compress(Pictures.rows(PHOTO), SETTINGS, new Target.AtMost(2500), Format.TINCT, Progress.NONE);
        assertThat(read.file())
                .isEqualTo(atMost(PHOTO, 2500, Format.TINCT, SETTINGS).file());
    }

    @Test
    void impossibleTargetsAreRefused() {
        assertThatThrownBy(() -> new Target.AtLeast(100.5)).hasMessage("quality must be at most 100, was 100.5");
        assertThatThrownBy(() -> new Target.AtLeast(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Target.AtMost(0)).hasMessage("bytes must be at least 1, were 0");
    }
}
