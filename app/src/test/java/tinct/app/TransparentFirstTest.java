package tinct.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.image.Image;

/** {@code --transparent-first}, for hardware and games that take entry 0 for what is not drawn. */
final class TransparentFirstTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif"})
    void opaquePictureGetsATransparentEntryOfItsK(String format) throws IOException {
        Path source = TestPictures.png(folder.resolve("a.png"), TestPictures.photo(64, 48));
        IndexColorModel colors = compress(source, format, "-k", "16", "--transparent-first");
        assertThat(colors.getMapSize()).isEqualTo(16);
        assertThat(colors.getRGB(0) >>> 24).isZero();
        for (int i = 1; i < 16; i++) {
            assertThat(colors.getAlpha(i)).isEqualTo(255);
        }
        Image written = TestPictures.read(folder.resolve("out." + format));
        assertThat(written.opaque()).isTrue();
        assertThat(written).isEqualTo(fifteen(source));
    }

    /** The same picture in one colour less. */
    private Image fifteen(Path source) throws IOException {
        Path plain = folder.resolve("plain.png");
        Cli.run("compress", source, "-o", plain, "-k", "15", "--lossy", "0");
        return TestPictures.read(plain);
    }

    @Test
    void pictureWithTransparentPixelsHasThemThere() throws IOException {
        Path source = TestPictures.png(folder.resolve("a.png"), TestPictures.halfClear(64, 48));
        IndexColorModel colors = compress(source, "png", "-k", "16", "--transparent-first");
        assertThat(colors.getMapSize()).isEqualTo(16);
        assertThat(colors.getPixelSize()).isEqualTo(4);
        assertThat(colors.getRGB(0)).isZero();
        assertThat(colors.getRGB(1) >>> 24).isEqualTo(255);
    }

    @Test
    void givenPaletteGetsItInFront() throws IOException {
        Path source = TestPictures.png(folder.resolve("a.png"), TestPictures.halfClear(64, 48));
        Path palette = Files.writeString(folder.resolve("p.hex"), "ff0000\n00ff00\n0000ff\n");
        IndexColorModel colors = compress(source, "png", "--palette", palette, "--keep-order", "--transparent-first");
        assertThat(colors.getRGB(0)).isZero();
        assertThat(colors.getRGB(1)).isEqualTo(0xFFFF0000);
        assertThat(colors.getRGB(3)).isEqualTo(0xFF0000FF);
        assertThat(TestPictures.read(folder.resolve("out.png")).argb(0, 0)).isZero();
    }

    @Test
    void sizeThatIsAskedForIsKept() throws IOException {
        Path source = TestPictures.png(folder.resolve("a.png"), TestPictures.photo(96, 64));
        IndexColorModel colors = compress(source, "png", "--transparent-first", "--max-bytes", "4000");
        assertThat(colors.getRGB(0)).isZero();
        assertThat(Files.size(folder.resolve("out.png"))).isBetween(3000L, 4000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--lossy=0", "--lossy=20", "--space=oklab", "--space=lab", "--space=linear", "--method=wu"})
    void paletteOfGreyIsGrey(String option) throws IOException {
        int[] argb = new int[128 * 96];
        for (int i = 0; i < argb.length; i++) {
            int level = (i % 128 + i / 128 + i * 31 % 17) & 0xFF;
            int alpha = i % 5 == 0 ? 0x80 : 0xFF;
            argb[i] = alpha << 24 | level * 0x010101;
        }
        Path source = TestPictures.png(folder.resolve("grey.png"), new Image(128, 96, argb));
        IndexColorModel colors = compress(source, "png", "-k", "24", option);
        for (int i = 0; i < colors.getMapSize(); i++) {
            assertThat(colors.getRed(i)).isEqualTo(colors.getGreen(i)).isEqualTo(colors.getBlue(i));
        }
    }

    private IndexColorModel compress(Path source, String format, Object... options) throws IOException {
        Path out = folder.resolve("out." + format);
        Object[] line = new Object[options.length + 6];
        System.arraycopy(options, 0, line, 6, options.length);
        System.arraycopy(new Object[] {"compress", source, "-o", out, "-f", "--force-larger"}, 0, line, 0, 6);
        Cli cli = Cli.run(line);
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        return (IndexColorModel) ImageIO.read(out.toFile()).getColorModel();
    }
}
