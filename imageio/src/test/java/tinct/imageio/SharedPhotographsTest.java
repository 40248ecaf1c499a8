package tinct.imageio;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tinct.image.Image;

/** The photographs that lie beside the project, where they do. */
@Tag("slow")
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
        for (int i = 0; i < files.size(); i += 3) {
            Path file = files.get(i);
            Image image = Image.copyOf(Pictures.open(file, Fixtures.NO_LIMIT).rows());
            BufferedImage plain = ImageIO.read(file.toFile());
            int width = plain.getWidth();
            assertThat(image.width()).isEqualTo(width);
            assertThat(image.height()).isEqualTo(plain.getHeight());
            int[] pixels = plain.getRGB(0, 0, width, plain.getHeight(), null, 0, width);
            Image expected = new Image(width, plain.getHeight(), pixels);
            // ImageIO sends the pixels through a profile that is sRGB already, and a few are rounded the other way.
            assertThat(Fixtures.maxDifference(image, expected))
                    .as(file.toString())
                    .isLessThanOrEqualTo(1);
            assertThat(differing(image, expected)).as(file.toString()).isLessThan(pixels.length / 1000);
        }
    }

    private static int differing(Image a, Image b) {
        int count = 0;
        for (int i = 0; i < a.pixels().length; i++) {
            count += a.pixels()[i] == b.pixels()[i] ? 0 : 1;
        }
        return count;
    }
}
