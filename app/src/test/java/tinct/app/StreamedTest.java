package tinct.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tinct.codec.PngWriter;
import tinct.image.IndexedImage;
import tinct.image.Palette;

/** Pictures that are large for the memory, in a process that has little of it. */
@Tag("slow")
final class StreamedTest {
    private static final int WIDTH = 2000;
    private static final int HEIGHT = 1300;

    @TempDir
    private Path folder;

    @Test
    void aPictureThatIsLargeForTheMemoryIsCompressedToTheSameBytes() throws IOException, InterruptedException {
        Path source = source();
        Path small = folder.resolve("small.png");
        Path large = folder.resolve("large.png");
        Object[] options = {"compress", source, "-k", "40", "--effort", "1", "--lossy", "0"};
        Cli inMemory = Cli.run(with(options, "-o", large));
        assertThat(inMemory.exitCode()).isZero();
        // 10 MB of pixels are more than an eighth of the heap.
        assertThat(process(0, "-Xmx72m", with(options, "-o", small, "--explain")))
                .contains("-> 40 colours")
                .contains(error(inMemory.out()))
                .contains("IDAT");
        assertThat(small).hasSameBinaryContentAs(large);
        BufferedImage read = ImageIO.read(small.toFile());
        assertThat(List.of(read.getWidth(), read.getHeight())).isEqualTo(List.of(WIDTH, HEIGHT));
    }

    private static String error(String account) {
        Matcher error = Pattern.compile("MSE [0-9.]+  PSNR [0-9.]+ dB").matcher(account);
        assertThat(error.find()).as(account).isTrue();
        return error.group();
    }

    @Test
    void tooLittleMemoryIsSaidInALine() throws IOException, InterruptedException {
        Path source = folder.resolve("flat.png");
        try (OutputStream out = Files.newOutputStream(source)) {
            PngWriter.write(new IndexedImage(6000, 5000, new Palette(-1, 0xFF000000), new byte[30_000_000]), out, 1);
        }
        Path result = folder.resolve("small.png");
        // A target wants all pixels in memory: 120 MB, asked for at once, so that there is still some for the line.
        String said = process(1, "-Xmx72m", "compress", source, "-o", result, "-q", "50");
        assertThat(said.lines()).hasSize(1);
        assertThat(said).contains("flat.png: needs more memory");
        assertThat(result).doesNotExist();
    }

    @Test
    void aLimitThatIsAskedForHoldsForRowsToo() throws IOException {
        Path source = source();
        Cli refused = Cli.run("compress", source, "--max-pixels", WIDTH * HEIGHT - 1);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.errLines()).hasSize(1);
        assertThat(refused.err()).contains("limit");
    }

    private Path source() throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int wave = (int) (40 * Math.sin(x / 90.0) + 40 * Math.sin(y / 70.0));
                image.setRGB(x, y, x * 32 / WIDTH << 19 | 128 + wave << 8 | y * 32 / HEIGHT << 3);
            }
        }
        Path file = folder.resolve("source.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private static Object[] with(Object[] options, Object... more) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(options), java.util.Arrays.stream(more))
                .toArray();
    }

    private String process(int code, String heap, Object... arguments) throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ends = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ends).as("ends").isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isEqualTo(code);
        return Files.readString(said);
    }
}
