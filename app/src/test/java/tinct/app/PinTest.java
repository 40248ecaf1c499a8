package tinct.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.image.Image;

/** {@code --pin}. */
final class PinTest {
    @TempDir
    private Path folder;

    private Path photo;

    /** A photo with a few pixels of a colour of a brand, far from all others. */
    @BeforeEach
    void writePhoto() throws IOException {
        int[] pixels = TestPictures.photo(96, 64).pixels().clone();
        Arrays.fill(pixels, 3000, 3004, 0xFFE4002B);
        photo = TestPictures.png(folder.resolve("photo.png"), new Image(96, 64, pixels));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kmeans", "bounds", "lloyd"})
    void pinnedColoursAreInTheFileByteForByteAndTheOthersAreClusteredAroundThem(String method) throws IOException {
        Path plain = folder.resolve("plain.png");
        Path pinned = folder.resolve("pinned.png");
        Cli.run("compress", photo, "-k", "8", "--method", method, "-o", plain);
        Cli cli = Cli.run("compress", photo, "-k", "8", "--method", method, "--pin", "#E4002B,navy", "-o", pinned);
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(PaletteFilesTest.entries(plain)).doesNotContain(0xFFE4002B);
        assertThat(PaletteFilesTest.entries(pinned))
                .hasSize(8)
                .doesNotHaveDuplicates()
                .contains(0xFFE4002B, 0xFF000080);
        assertThat(Arrays.copyOfRange(TestPictures.read(pinned).pixels(), 3000, 3004))
                .containsOnly(0xFFE4002B);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nocolour|-k 4|a colour is written as #e4002b or by its CSS name, was 'nocolour'",
                "#e4002b80|-k 4|--pin: pinned colours must be opaque, #e4002b80 is not",
                "red,blue,lime|-k 2|--pin has more colours than -k allows",
                "red|--method wu|--pin is for the methods kmeans, bounds and lloyd",
                "red|--method online|--pin: colours can be pinned in batch K-means only, the algorithm was ONLINE"
            })
    void wrongPinsAreRefused(String pins, String others, String message) {
        String[] words = others.split(" ", 2);
        Cli cli = Cli.run("compress", photo, "--pin", pins, words[0], words[1]);
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.errLines().get(0)).contains(message);
    }

    @Test
    void paletteTellsThem() {
        assertThat(Cli.run("palette", photo, "-k", "5", "--pin", "rebeccapurple")
                        .out())
                .contains("#663399", "rebeccapurple");
    }
}
