package tinct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tinct.codec.CodecException;
import tinct.codec.Format;
import tinct.codec.GifAnimation;
import tinct.codec.PngAnimation;
import tinct.codec.PngReader;
import tinct.color.ColorSpace;
import tinct.histogram.Histogram;
import tinct.image.Delay;
import tinct.image.Image;
import tinct.image.Palette;
import tinct.metrics.Comparison;
import tinct.palette.FixedPalette;
import tinct.reference.GifPlayer;
import tinct.reference.Pictures;
import tinct.reference.Played;
import tinct.reference.PngPlayer;
import tinct.reference.RandomAnimations;
import tinct.remap.Atkinson;
import tinct.remap.AutoDither;
import tinct.remap.Bayer;
import tinct.remap.BlueNoise;
import tinct.remap.Coder;
import tinct.remap.Ditherer;
import tinct.remap.FloydSteinberg;
import tinct.remap.NoDither;
import tinct.remap.RateAware;

/** Animations written and played by decoders that are not ours. */
@Tag("slow")
final class AnimationTest {
    private static final Settings QUICK = Settings.DEFAULT.withThreads(2);

    private static final List<Ditherer> DITHERERS = List.of(
            new NoDither(),
            AutoDither.DEFAULT,
            FloydSteinberg.DEFAULT,
            Atkinson.DEFAULT,
            Bayer.DEFAULT,
            BlueNoise.DEFAULT,
            new RateAware(40, 5, Coder.LZW),
            new RateAware(40, 5));

    private record Written(byte[] file, AnimationResult result) {
        Played play(Format format) throws IOException {
            boolean still = format == Format.PNG && result.frames() == 1;
            return format == Format.GIF ? GifPlayer.play(file) : still ? still() : PngPlayer.play(file);
        }

        private Played still() throws IOException {
            Image image = Image.copyOf(PngReader.of(file, 1 << 20));
            Delay any = Delay.ofHundredths(0);
            return new Played(image.width(), image.height(), 1, List.of(image.pixels()), List.of(any));
        }
    }

    private static Written write(Played source, Settings settings, FramePalette palettes, Format format)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AnimationResult result = Tinct.compress(source, settings, palettes, format, out, Progress.NONE);
        return new Written(out.toByteArray(), result);
    }

    /** As a GIF can show it. */
    private static Played binary(Played source) {
        List<int[]> canvases = source.canvases().stream()
                .map(canvas -> Arrays.stream(canvas)
                        .map(argb -> argb >>> 24 < 128 ? 0 : argb | 0xFF000000)
                        .toArray())
                .toList();
        return new Played(source.width(), source.height(), source.plays(), canvases, source.delays());
    }

    @Test
    void fewColoursStayExactInGif() throws IOException {
        for (long seed = 0; seed < 120; seed++) {
            Played source = RandomAnimations.of(seed, 1 + (int) (seed % 9) * 3, (int) (seed % 3));
            for (FramePalette palettes : FramePalette.values()) {
                Written written = write(source, QUICK, palettes, Format.GIF);
                Played played = written.play(Format.GIF);
                assertThat(played.shown())
                        .as("seed %d, %s", seed, palettes)
                        .isEqualTo(binary(source).shown());
                assertThat(played.plays()).as("seed %d", seed).isEqualTo(source.plays());
                assertThat(played.frameCount()).isEqualTo(written.result.frames());
                assertThat(Played.of(GifAnimation.of(written.file, 1 << 20)).shown())
                        .isEqualTo(played.shown());
            }
        }
    }

    @Test
    void fewColoursStayExactInApng() throws IOException {
        for (long seed = 0; seed < 120; seed++) {
            Played source = RandomAnimations.of(seed, 1 + (int) (seed % 9) * 3, (int) (seed % 3));
            Written written = write(source, QUICK, FramePalette.ONE, Format.PNG);
            assertThat(written.result.mse()).isZero();
            Played played = written.play(Format.PNG);
            if (written.result.frames() == 1) {
                assertThat(played.canvases().get(0)).isEqualTo(source.canvases().get(0));
                continue;
            }
            assertThat(played.shown()).as("seed %d", seed).isEqualTo(source.shown());
            assertThat(played.plays()).as("seed %d", seed).isEqualTo(source.plays());
            assertThat(Played.of(PngAnimation.of(written.file, 1 << 20)).shown())
                    .isEqualTo(played.shown());
        }
    }

    @Test
    void pixelsThatDoNotChangeKeepTheirColourWhateverTheDitherer() throws IOException {
        for (long seed = 0; seed < 96; seed++) {
            Played source = binary(RandomAnimations.of(seed, 60, (int) (seed % 2)));
            Settings settings = QUICK.withMaxColors(3 + (int) (seed % 7)).withDitherer(DITHERERS.get((int) (seed % 8)));
            for (FramePalette palettes : FramePalette.values()) {
                assertStill(
                        source, write(source, settings, palettes, Format.GIF).play(Format.GIF), seed);
            }
            Played any = RandomAnimations.of(seed, 60, 2);
            Written png = write(any, settings, FramePalette.ONE, Format.PNG);
            if (png.result.frames() > 1) {
                assertStill(any, png.play(Format.PNG), seed);
            }
        }
    }

    /** Compares frames by the time at which they are shown. */
    private static void assertStill(Played source, Played result, long seed) {
        long[] starts = new long[result.frameCount() + 1];
        for (int i = 0; i < result.frameCount(); i++) {
            starts[i + 1] = starts[i] + Math.round(100 * result.delays().get(i).seconds());
        }
        long time = 0;
        int[] before = {};
        int[] shownBefore = {};
        for (int i = 0; i < source.frameCount(); i++) {
            int at = 0;
            while (starts[at + 1] <= time) {
                at++;
            }
            int[] canvas = source.canvases().get(i);
            int[] shown = result.canvases().get(at);
            for (int p = 0; p < before.length; p++) {
                if (canvas[p] == before[p] && shown[p] != shownBefore[p]) {
                    throw new AssertionError("seed " + seed + ": pixel " + p + " of frame " + i + " shimmers");
                }
            }
            before = canvas;
            shownBefore = shown;
            time += Math.round(100 * source.delays().get(i).seconds());
        }
        assertThat(time).isEqualTo(starts[result.frameCount()]);
    }

    @ParameterizedTest
    @EnumSource(FramePalette.class)
    void onlyTheRectangleThatChangesIsWritten(FramePalette palettes) throws IOException {
        int[] first = noise(64, 48, 1);
        int[] second = first.clone();
        for (int y = 10; y < 15; y++) {
            Arrays.fill(second, y * 64 + 20, y * 64 + 33, 0xFF102030);
        }
        Delay delay = Delay.ofHundredths(10);
        Played source = new Played(64, 48, 0, List.of(first, second), List.of(delay, delay));
        GifPlayer.Frame gif = GifPlayer.frames(write(source, QUICK, palettes, Format.GIF).file)
                .get(1);
        assertThat(List.of(gif.x(), gif.y(), gif.width(), gif.height())).containsExactly(20, 10, 13, 5);
        PngPlayer.Frame png = PngPlayer.frames(write(source, QUICK, FramePalette.ONE, Format.PNG).file)
                .get(1);
        assertThat(List.of(png.x(), png.y(), png.width(), png.height())).containsExactly(20, 10, 13, 5);
    }

    private static int[] noise(int width, int height, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return random.ints((long) width * height)
                .map(color -> color | 0xFF000000)
                .toArray();
    }

    @Test
    void pixelsThatDoNotChangeCostLittle() throws IOException {
        int[] first = noise(64, 64, 2);
        int[] second = first.clone();
        second[0] = 0xFF000000;
        second[second.length - 1] = 0xFF000000; // so that the rectangle is the whole picture
        Delay delay = Delay.ofHundredths(10);
        for (Format format : List.of(Format.GIF, Format.PNG)) {
            Played still = new Played(64, 64, 0, List.of(first), List.of(delay));
            Played moving = new Played(64, 64, 0, List.of(first, second), List.of(delay, delay));
            int one = write(still, QUICK, FramePalette.ONE, format).file.length;
            int both = write(moving, QUICK, FramePalette.ONE, format).file.length;
            assertThat(both - one).as("%s", format).isLessThan(300);
        }
    }

    @Test
    void framesThatShowTheSameAreOne() throws IOException {
        int[] canvas = noise(9, 7, 3);
        int[] other = noise(9, 7, 4);
        Delay third = new Delay(1, 3);
        List<int[]> canvases = List.of(canvas, canvas.clone(), other, other.clone(), other.clone());
        Played source = new Played(9, 7, 0, canvases, List.of(third, third, third, third, third));
        Written png = write(source, QUICK, FramePalette.ONE, Format.PNG);
        assertThat(png.result.frames()).isEqualTo(2);
        assertThat(png.play(Format.PNG).delays()).containsExactly(new Delay(2, 3), new Delay(3, 3));
        Written gif = write(source, QUICK, FramePalette.ONE, Format.GIF);
        assertThat(gif.play(Format.GIF).delays()).containsExactly(Delay.ofHundredths(67), Delay.ofHundredths(100));
    }

    @Test
    void framesOfDelaysOnWhichPlayersDisagreeAreNotMerged() throws IOException {
        int[] canvas = noise(9, 7, 5);
        Delay none = Delay.ofHundredths(0);
        Delay long1 = Delay.ofHundredths(30);
        Played source = new Played(9, 7, 1, List.of(canvas, canvas, canvas), List.of(none, long1, long1));
        Written gif = write(source, QUICK, FramePalette.ONE, Format.GIF);
        assertThat(gif.play(Format.GIF).delays()).containsExactly(none, Delay.ofHundredths(60));
    }

    @Test
    void delaysInGifStayTrueInTheirSum() throws IOException {
        List<int[]> canvases = new ArrayList<>();
        List<Delay> delays = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            canvases.add(new int[] {0xFF000000 | i});
            delays.add(new Delay(1, 30));
        }
        Written gif = write(new Played(1, 1, 0, canvases, delays), QUICK, FramePalette.ONE, Format.GIF);
        List<Delay> written = gif.play(Format.GIF).delays();
        assertThat(written).containsOnly(Delay.ofHundredths(3), Delay.ofHundredths(4));
        assertThat(written.stream().mapToInt(Delay::numerator).sum()).isEqualTo(100);
        Played fast = new Played(
                1, 1, 0, canvases, canvases.stream().map(c -> new Delay(1, 60)).toList());
        assertThat(write(fast, QUICK, FramePalette.ONE, Format.GIF)
                        .play(Format.GIF)
                        .delays())
                .containsOnly(Delay.ofHundredths(2));
    }

    @Test
    void eachFrameMayHaveItsOwnColours() throws IOException {
        List<int[]> canvases = List.of(noise(16, 15, 6), noise(16, 15, 7), noise(16, 15, 8));
        Delay delay = Delay.ofHundredths(10);
        Played source = new Played(16, 15, 0, canvases, List.of(delay, delay, delay));
        Written each = write(source, QUICK, FramePalette.EACH, Format.GIF);
        assertThat(each.result.mse()).isZero();
        assertThat(each.result.palettes()).isEqualTo(3);
        assertThat(each.result.colors()).isEqualTo(3 * 240);
        assertThat(each.play(Format.GIF).shown()).isEqualTo(source.shown());
        Written one = write(source, QUICK, FramePalette.ONE, Format.GIF);
        assertThat(one.result.mse()).isPositive();
        assertThat(one.result.colors()).isLessThan(256);
    }

    @Test
    void errorIsThatOfTheFramesShown() throws IOException {
        for (long seed = 0; seed < 20; seed++) {
            Played source = RandomAnimations.of(seed, 60, 2);
            Written written = write(source, QUICK.withMaxColors(9), FramePalette.ONE, Format.PNG);
            if (written.result.frames() != source.frameCount() || source.frameCount() == 1) {
                continue;
            }
            Played played = written.play(Format.PNG);
            double sum = 0;
            for (int i = 0; i < source.frameCount(); i++) {
                sum += Comparison.mse(image(source, i), image(played, i));
            }
            assertThat(written.result.mse()).isCloseTo(sum / source.frameCount(), within(1e-6));
        }
    }

    private static Image image(Played played, int frame) {
        return new Image(played.width(), played.height(), played.canvases().get(frame));
    }

    @Test
    void histogramCountsEveryPixelOfEveryFrame() throws IOException {
        for (long seed = 0; seed < 60; seed++) {
            Played source = RandomAnimations.of(seed, 40, (int) (seed % 3));
            Histogram expected = null;
            for (int[] canvas : source.canvases()) {
                Histogram own = Histogram.of(canvas, 1);
                expected = expected == null ? own : expected.merge(own);
            }
            assertThat(Histogram.of(source)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    /** Frames of thousands of colours in which all changes. */
    private static Played photographs() {
        List<int[]> canvases = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            canvases.add(Pictures.photo(i, 60, 40).pixels());
        }
        return new Played(60, 40, 0, canvases, Collections.nCopies(5, Delay.ofHundredths(10)));
    }

    @Test
    void threadsDoNotMatter() throws IOException {
        Played source = photographs();
        for (Format format : new Format[] {Format.GIF, Format.PNG}) {
            Map<Integer, byte[]> files = new HashMap<>();
            for (int threads : new int[] {1, 2, 7}) {
                Settings settings = Settings.DEFAULT.withThreads(threads).withMaxColors(20);
                files.put(threads, write(source, settings, FramePalette.ONE, format).file);
            }
            assertThat(files.get(2)).isEqualTo(files.get(1));
            assertThat(files.get(7)).isEqualTo(files.get(1));
        }
    }

    @Test
    void effortOfTheFileIsThatOfItsFrames() throws IOException {
        Played source = photographs();
        int before = Integer.MAX_VALUE;
        for (int effort : new int[] {1, 4, 6}) {
            Settings settings = QUICK.withMaxColors(20).withFileEffort(effort);
            Written written = write(source, settings, FramePalette.ONE, Format.PNG);
            assertThat(written.play(Format.PNG).canvases()).hasSize(written.result.frames());
            assertThat(written.file).hasSizeLessThan(before);
            before = written.file.length;
        }
    }

    @Test
    void fixedPalettesAreTakenAsTheyAre() throws IOException {
        Palette two = new Palette(0xFF000000, 0xFFFFFFFF);
        Played source = binary(RandomAnimations.of(5, 50, 0));
        Settings settings = QUICK.withQuantizer(new FixedPalette(ColorSpace.SRGB, two, true));
        for (FramePalette palettes : FramePalette.values()) {
            Played played = write(source, settings, palettes, Format.GIF).play(Format.GIF);
            for (int[] canvas : played.canvases()) {
                assertThat(canvas).containsOnly(0xFF000000, 0xFFFFFFFF);
            }
        }
    }

    @Test
    void formatsThatCannotAreTold() {
        Played source = RandomAnimations.of(1, 4, 0);
        assertThatThrownBy(() -> write(source, QUICK, FramePalette.ONE, Format.WEBP))
                .isInstanceOf(CodecException.class)
                .hasMessage("the WEBP format is not written with several frames; GIF and PNG are");
        assertThatThrownBy(() -> write(source, QUICK, FramePalette.EACH, Format.PNG))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a PNG has one palette for all frames, not one for each");
    }
}
