package tinct.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tinct.image.Image;
import tinct.image.PixelRows;

final class PnmReaderTest {
    private static final long LIMIT = 1_000_000;

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1-bit grey",
        "1, 15, 4-bit grey",
        "1, 255, 8-bit grey",
        "1, 65535, 16-bit grey",
        "3, 255, 8-bit RGB",
        "3, 256, 9-bit RGB",
        "3, 65535, 16-bit RGB",
    })
    void samplesOfPgmAndPpmAreRoundedToEightBits(int channels, int most, String kind) throws IOException {
        int[] samples = samples(7 * 5 * channels, most);
        PnmReader reader =
                PnmReader.of(file((channels == 1 ? "P5" : "P6") + " 7 5 " + most + "\n", samples, most), LIMIT);
        assertThat(reader.kind()).isEqualTo(kind);
        assertThat(reader.format()).isEqualTo(channels == 1 ? "PGM" : "PPM");
        assertThat(reader.wide()).isEqualTo(most > 255);
        assertThat(Image.copyOf(reader).pixels()).isEqualTo(expected(samples, channels, most));
        assertThat(Image.copyOf(reader).pixels()).as("again").isEqualTo(expected(samples, channels, most));
    }

    @ParameterizedTest
    @CsvSource({
        "BLACKANDWHITE, 1, 1",
        "GRAYSCALE, 1, 255",
        "GRAYSCALE_ALPHA, 2, 255",
        "RGB, 3, 999",
        "RGB_ALPHA, 4, 255",
        "RGB_ALPHA, 4, 65535",
    })
    void aPamMayHaveAlpha(String type, int channels, int most) throws IOException {
        int[] samples = samples(4 * 9 * channels, most);
        String header = "P7\n# made by hand\nWIDTH 4\nHEIGHT 9\nDEPTH " + channels + "\nMAXVAL " + most + "\nTUPLTYPE "
                + type + "\nENDHDR\n";
        PnmReader reader = PnmReader.of(file(header, samples, most), LIMIT);
        assertThat(reader.format()).isEqualTo("PAM");
        assertThat(reader.kind().contains("alpha")).isEqualTo(channels % 2 == 0);
        assertThat(Image.copyOf(reader).pixels()).isEqualTo(expected(samples, channels, most));
    }

    @Test
    void commentsAndAnyWhiteSpaceMayStandInTheHeader() throws IOException {
        String header = "P6 # one\n#two\n\t2\r\n #\n1\n255\n";
        PnmReader reader = PnmReader.of(file(header, new int[] {1, 2, 3, '\n', 5, 6}, 255), LIMIT);
        assertThat(Image.copyOf(reader).pixels()).isEqualTo(new int[] {0xFF010203, 0xFF0A0506});
    }

    @Test
    void aFileIsReadRowByRow(@TempDir Path folder) throws IOException {
        int[] samples = samples(300 * 200 * 3, 255);
        Path file = folder.resolve("picture");
        Files.write(file, file("P6\n300 200\n255\n", samples, 255));
        PnmReader reader = PnmReader.open(file, LIMIT);
        assertThat(Image.copyOf(reader).pixels()).isEqualTo(expected(samples, 3, 255));
        try (PixelRows.RowReader rows = reader.open()) {
            for (int y = 0; y < 200; y++) {
                rows.readRow(new int[300]);
            }
            assertThatThrownBy(() -> rows.readRow(new int[300])).isInstanceOf(IllegalStateException.class);
        }
        Files.write(file, file("P6\n200 300\n255\n", samples, 255));
        assertThatThrownBy(reader::open).hasMessageContaining("has changed");
    }

    @ParameterizedTest
    @CsvSource({
        "P4 3 3 255, begins with none of",
        "P5 0 3 255, the width must be in 1..2147483647 is 0",
        "P5 3 2147483648 255, the height must be",
        "P5 3 -1 255, the height must be",
        "P5 3 3 65536, the largest sample must be in 1..65535",
        "P5 3 3 0, the largest sample must be",
        "P5 3 3, ends in its header",
        "P5 2000 2000 255, more than the limit of 1 000 000",
        "P6 3 4 255, ends before the picture does",
        "P7 WIDTH 3 HEIGHT 3 DEPTH 1 ENDHDR, does not tell width",
        "P7 WIDTH 3 HEIGHT 3 DEPTH 5 MAXVAL 255 ENDHDR, pixels of 5 channels are not read",
        "P7 WIDTH 3 HEIGHT 3 DEPTH 3 MAXVAL 255 TUPLTYPE GRAYSCALE ENDHDR, pixels of 3 channels and type GRAYSCALE",
        "P7 WIDTH 3 HEIGHT 3 DEPTH 4 MAXVAL 255 TUPLTYPE CMYK ENDHDR, pixels of type CMYK are not read",
        "P7 332, unknown word 332",
    })
    void aBrokenFileIsToldInOneLine(String header, String message) {
        byte[] file = file(header + (header.endsWith("55") || header.endsWith("ENDHDR") ? "\n" : " "), new int[9], 255);
        boolean headerOnly = header.equals("P5 3 3");
        byte[] cut = headerOnly ? Arrays.copyOf(file, file.length - 9) : file;
        assertThatThrownBy(() -> PnmReader.of(cut, LIMIT))
                .isInstanceOf(CodecException.class)
                .satisfies(e -> assertThat(
                                String.valueOf(e.getMessage()).replace(',', ' ').replace("  ", " "))
                        .contains(message)
                        .doesNotContain("\n"));
    }

    @Test
    void aSampleAboveTheLargestIsBroken() throws IOException {
        PnmReader reader = PnmReader.of(file("P5 2 1 100\n", new int[] {100, 101}, 100), LIMIT);
        assertThatThrownBy(() -> Image.copyOf(reader))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("a sample of 101 is above the largest, 100");
    }

    private static int[] samples(int n, int most) {
        SplittableRandom random = new SplittableRandom(most);
        return random.ints(n, 0, most + 1).toArray();
    }

    private static byte[] file(String header, int[] samples, int most) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        for (int sample : samples) {
            if (most > 255) {
                bytes.write(sample >> 8);
            }
            bytes.write(sample);
        }
        return bytes.toByteArray();
    }

    private static int[] expected(int[] samples, int channels, int most) {
        int[] argb = new int[samples.length / channels];
        for (int i = 0; i < argb.length; i++) {
            int[] level = new int[channels];
            for (int c = 0; c < channels; c++) {
                level[c] = (int) Math.floor(samples[i * channels + c] * 255.0 / most + 0.5);
            }
            int alpha = channels % 2 == 0 ? level[channels - 1] : 255;
            int green = channels < 3 ? level[0] : level[1];
            int blue = channels < 3 ? level[0] : level[2];
            argb[i] = alpha << 24 | level[0] << 16 | green << 8 | blue;
        }
        return argb;
    }
}
