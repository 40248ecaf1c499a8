package tinct.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.codec.PngReader;
import tinct.image.Image;

final class SamplesTest {
    @ParameterizedTest
    @ValueSource(strings = {"badge", "diagram", "grey", "tiny"})
    void filesHoldWhatTheCodeDraws(String name) {
        assertThat(Samples.image(name)).isEqualTo(Samples.drawing(name).image());
    }

    @ParameterizedTest
    @ValueSource(strings = {"still-life", "landscape"})
    void filesHoldWhatTheCodeDrawsHereAndThere(String name) {
        Image file = Samples.image(name);
        Drawing drawing = Samples.drawing(name);
        assertThat(file.width()).isEqualTo(drawing.width());
        assertThat(file.height()).isEqualTo(drawing.height());
        for (int tile = 0; tile < 25; tile++) {
            int left = (file.width() - 12) * (tile % 5) / 4;
            int top = (file.height() - 12) * (tile / 5) / 4;
            assertThat(drawing.crop(left, top, 12, 12)).as("tile %d", tile).isEqualTo(crop(file, left, top, 12, 12));
        }
    }

    @Test
    void thereIsAFileForEveryDrawingAndNoOther() throws IOException {
        try (Stream<Path> files = Files.list(Samples.file("tiny").resolveSibling(""))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".png", "")))
                    .containsExactlyInAnyOrderElementsOf(Samples.names());
        }
    }

    @Test
    void stillLifeHasTheColoursOfAPhotograph() {
        assertThat(colors("still-life")).isGreaterThan(50_000);
    }

    @Test
    void diagramAndTinyHaveFewColours() {
        assertThat(colors("diagram")).isBetween(16L, 32L);
        assertThat(colors("tiny")).isEqualTo(8);
    }

    @Test
    void badgeHasClearCornersSoftEdgesAndASolidMiddle() {
        Image badge = Samples.image("badge");
        assertThat(badge.argb(0, 0)).isZero();
        assertThat(badge.argb(255, 255)).isZero();
        assertThat(badge.argb(128, 128) >>> 24).isEqualTo(255);
        assertThat(Arrays.stream(badge.pixels())
                        .map(pixel -> pixel >>> 24)
                        .distinct()
                        .count())
                .isGreaterThan(100);
    }

    @Test
    void filesAreOfTheKindsThatTheirNamesPromise() throws IOException {
        assertThat(kind("still-life")).isEqualTo("8-bit RGB");
        assertThat(kind("badge")).isEqualTo("8-bit RGBA");
        assertThat(kind("grey")).isEqualTo("8-bit grey");
    }

    @ParameterizedTest
    @ValueSource(strings = {"badge", "grey", "tiny"})
    void writingAndReadingGivesTheSamePixels(String name) throws IOException {
        Drawing drawing = Samples.drawing(name);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        TrueColorPng.write(drawing, png);
        assertThat(Image.copyOf(PngReader.of(png.toByteArray(), 1 << 20))).isEqualTo(drawing.image());
    }

    private static long colors(String name) {
        return Arrays.stream(Samples.image(name).pixels()).distinct().count();
    }

    private static String kind(String name) throws IOException {
        return PngReader.open(Samples.file(name), 1 << 20).kind();
    }

    private static Image crop(Image image, int left, int top, int width, int height) {
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = image.argb(left + i % width, top + i / width);
        }
        return new Image(width, height, argb);
    }
}
