package tinct.imageio;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tinct.image.Image;

/** The photographs that lie beside the project, where they do. */
class SharedPhotographsTest {
    @Test
    void jpegsAreReadAsPlainImageIoReadsThem() throws IOException {
        Path folder = Path.of(System.getProperty("tinct.root", ".")).resolve("../shared/images");
        if (!Files.isDirectory(folder)) {
            System.out.println("no photographs at " + folder.normalize() + ": nothing compared");
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().endsWith(".jpg"))
                    .sorted()
                    .toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            Image image = Image.copyOf(Pictures.open(file, Fixtures.NO_LIMIT).rows());
            BufferedImage plain = ImageIO.read(file.toFile());
            int width = plain.getWidth();
            assertThat(image.width()).isEqualTo(width);
            assertThat(image.height()).isEqualTo(plain.getHeight());
            int[] row = new int[width];
            for (int y = 0; y < image.height(); y++) {
                plain.getRGB(0, y, width, 1, row, 0, width);
                for (int x = 0; x < width; x++) {
                    if (row[x] != image.argb(x, y)) {
                        assertThat(image.argb(x, y))
                                .as("%s at %d, %d", file, x, y)
                                .isEqualTo(row[x]);
                    }
                }
            }
        }
    }
}
