package tinct.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Animations on the command line; sources are written and results read by ImageIO. */
final class AnimationsTest {
    private static final int WIDTH = 80;
    private static final int HEIGHT = 60;
    private static final int FRAMES = 5;

    @TempDir
    private Path folder;

    private Path gif;

    @BeforeEach
    void writeGif() throws IOException {
        gif = Files.write(folder.resolve("moving.gif"), gif(FRAMES));
    }

    /** Noise of 240 colours on which a square of others moves, in each frame of new ones. */
    private static BufferedImage frame(int number) {
        SplittableRandom random = new SplittableRandom(7);
        byte[][] table = new byte[3][256];
        for (byte[] channel : table) {
            random.nextBytes(channel);
        }
        for (int i = 240; i < 256; i++) {
            table[0][i] = (byte) (40 * number);
        }
        IndexColorModel colors = new IndexColorModel(8, 256, table[0], table[1], table[2]);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_INDEXED, colors);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            boolean square = i % WIDTH / 8 == number && i / WIDTH / 8 == 3;
            int noise = random.nextInt(240);
            image.getRaster().setSample(i % WIDTH, i / WIDTH, 0, square ? 240 + i % 16 : noise);
        }
        return image;
    }

    /** Still files put behind each other, the table of each becoming that of its frame. */
    static byte[] gif(int frames) throws IOException {
        ByteArrayOutputStream gif = new ByteArrayOutputStream();
        gif.writeBytes(new byte[] {'G', 'I', 'F', '8', '9', 'a', WIDTH, 0, HEIGHT, 0, 0x70, 0, 0});
        for (int i = 0; i < frames; i++) {
            ByteArrayOutputStream still = new ByteArrayOutputStream();
            ImageIO.write(frame(i), "gif", still);
            byte[] bytes = still.toByteArray();
            int image = 13 + 768; // behind a table of 256
            while (bytes[image] == 0x21) {
                image += 8; // a graphic control extension
            }
            gif.writeBytes(new byte[] {0x21, (byte) 0xF9, 4, 4, 10, 0, 0, 0});
            gif.write(bytes, image, 9);
            gif.write(0x80 | 7 | bytes[image + 9] & 0x40); // interlaced as it was
            gif.write(bytes, 13, 768);
            gif.write(bytes, image + 10, bytes.length - image - 11);
        }
        gif.write(0x3B);
        return gif.toByteArray();
    }

    private static List<BufferedImage> frames(byte[] file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in);
            List<BufferedImage> images = new ArrayList<>();
            for (int i = 0; i < reader.getNumImages(true); i++) {
                images.add(reader.read(i));
            }
            return images;
        } finally {
            reader.dispose();
        }
    }

    @Test
    void animatedGifBecomesASmallerGif() throws IOException {
        Cli cli = Cli.run("compress", gif);
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(cli.out()).startsWith("moving.gif -> moving-tinct.gif  80 x 60 x 5  280 -> 255 colours");
        byte[] result = Files.readAllBytes(folder.resolve("moving-tinct.gif"));
        assertThat(result.length).isLessThan((int) Files.size(gif) / 2);
        List<BufferedImage> frames = frames(result);
        assertThat(frames).hasSize(FRAMES);
        assertThat(frames.get(1).getHeight()).isEqualTo(8); // what the square leaves and where it comes
    }

    @Test
    void eachFrameMayHaveItsPalette() throws IOException {
        Path out = folder.resolve("each.gif");
        Cli cli = Cli.run("compress", gif, "-k", "256", "--frame-palette", "each", "--json", "-o", out);
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(cli.out())
                .contains("\"framesBefore\":5", "\"framesAfter\":5", "\"palettes\":5", "\"plays\":1", "\"mse\":0.0");
        BufferedImage first = frames(Files.readAllBytes(out)).get(0);
        BufferedImage source = frames(Files.readAllBytes(gif)).get(0);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            assertThat(first.getRGB(i % WIDTH, i / WIDTH)).isEqualTo(source.getRGB(i % WIDTH, i / WIDTH));
        }
    }

    @Test
    void apngIsWrittenReadAndInspected() throws IOException {
        Path png = folder.resolve("moving.png");
        Cli cli = Cli.run("compress", gif, "--explain", "-o", png);
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(cli.out()).contains("    frames", "5, one palette for all", "    fdAT", "    acTL");
        BufferedImage first = ImageIO.read(png.toFile()); // a reader that knows no animations shows the first frame
        assertThat(first.getColorModel()).isInstanceOf(IndexColorModel.class);
        assertThat(first.getHeight()).isEqualTo(HEIGHT);
        assertThat(Cli.run("inspect", png).out())
                .contains("8-bit palette animation")
                .containsPattern("frames +5")
                .containsPattern("duration +0\\.50 s, played once");
        Cli back = Cli.run("compress", png, "-o", folder.resolve("back.gif"));
        assertThat(back.out()).contains("exact");
        assertThat(frames(Files.readAllBytes(folder.resolve("back.gif")))).hasSize(FRAMES);
    }

    @Test
    void inspectTellsFramesAndDurationAsJson() {
        assertThat(Cli.run("inspect", "--json", gif).out())
                .contains("\"frames\":5", "\"duration\":0.5", "\"plays\":1", "\"colors\":280");
    }

    @Test
    void whatIsNotSmallerIsNotWritten() throws IOException {
        Path out = folder.resolve("out");
        Cli.run("compress", gif, "--dir", out);
        Path again = folder.resolve("again");
        Cli cli = Cli.run("compress", out.resolve("moving.gif"), "--dir", again);
        assertThat(cli.out()).contains("not smaller, so the source is kept, copied to");
        assertThat(again.resolve("moving.gif")).hasSameBinaryContentAs(out.resolve("moving.gif"));
        assertThat(Cli.run("compress", out.resolve("moving.gif"), "--dir", again, "-f", "--skip-done")
                        .out())
                .contains("skipped: it has few enough colours already");
    }

    @Test
    void pipesKeepTheFormatOfAnimations() throws IOException {
        Cli.Piped piped = Cli.pipe(Files.readAllBytes(gif), "compress", "-");
        assertThat(piped.exitCode()).as(piped.err()).isZero();
        assertThat(frames(piped.out())).hasSize(FRAMES);
    }

    @Test
    void whatCannotBeDoneIsToldInOneLine() {
        refuses("WebP is written with one only: take --format gif or png", "--format", "webp");
        refuses(
                "in PNG they share one palette: --frame-palette each is for gif",
                "--frame-palette",
                "each",
                "--format",
                "png");
        refuses("-q and --max-bytes are for still pictures: take -k and --lossy", "-q", "70");
    }

    private void refuses(String message, Object... options) {
        List<Object> arguments = new ArrayList<>(List.of("compress", gif));
        arguments.addAll(List.of(options));
        Cli cli = Cli.run(arguments.toArray());
        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.errLines()).containsExactly("tinct: " + gif + ": this is an animation of 5 frames; " + message);
    }

    @Test
    void aBrokenAnimationIsToldAndNothingWritten() throws IOException {
        byte[] cut = gif(FRAMES);
        Path broken = Files.write(folder.resolve("cut.gif"), Arrays.copyOf(cut, cut.length - 300));
        Cli cli = Cli.run("compress", broken);
        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.errLines()).hasSize(1);
        assertThat(cli.err()).contains("broken GIF: the file ends before the picture does");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("cut.gif", "moving.gif");
        }
    }

    @Test
    void sharedPalettesCountAnimationsToo() throws IOException {
        Path photo = TestPictures.png(folder.resolve("photo.png"), TestPictures.flat(32, 32));
        Path out = folder.resolve("out");
        Cli cli = Cli.run("compress", photo, gif, "--shared-palette", "-k", "40", "--dir", out);
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(out.resolve("photo.png")).exists();
        assertThat(frames(Files.readAllBytes(out.resolve("moving.gif")))).hasSize(FRAMES);
    }
}
