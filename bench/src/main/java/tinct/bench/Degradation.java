package tinct.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import tinct.Settings;
import tinct.Tinct;
import tinct.image.Image;
import tinct.remap.FloydSteinberg;
import tinct.remap.NoDither;

/** A way to make an opaque picture worse. */
interface Degradation {
    /** No comma. */
    String name();

    Image of(Image image) throws IOException;

    /**
     * One of a list without end: three quantised, of 2 to 256 colours and with dithering of strength 0, 0.5 and 1 in turn,
     * then two others.
     */
    static Degradation round(int number) {
        int turn = number / 5;
        int place = number % 5;
        if (place < 3) {
            int quantised = turn * 3 + place;
            return new Quantised(2 << quantised % 8, quantised % 3 / 2.0);
        }
        List<Degradation> others = List.of(
                new Jpeg(0.9f), new Jpeg(0.5f), new Jpeg(0.1f), new Noise(2), new Noise(20), new Blur(1), new Blur(3));
        return others.get((turn * 2 + place - 3) % others.size());
    }

    /** By Tinct, with dithering of a strength. */
    record Quantised(int k, double strength) implements Degradation {
        @Override
        public String name() {
            return "k=" + k + " dither=" + strength;
        }

        @Override
        public Image of(Image image) throws IOException {
            Settings settings = new Settings(
                    k,
                    Settings.DEFAULT.quantizer(),
                    strength > 0 ? new FloydSteinberg(strength) : new NoDither(),
                    Settings.DEFAULT.threads());
            return Image.copyOf(Tinct.compress(image, settings).image());
        }
    }

    /** By the JDK's own writer. */
    record Jpeg(float quality) implements Degradation {
        @Override
        public String name() {
            return "jpeg=" + quality;
        }

        @Override
        public Image of(Image image) throws IOException {
            int width = image.width();
            int height = image.height();
            BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            picture.setRGB(0, 0, width, height, image.pixels(), 0, width);
            ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(quality);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
                writer.setOutput(out);
                writer.write(null, new IIOImage(picture, null, null), settings);
            } finally {
                writer.dispose();
            }
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
            return new Image(width, height, read.getRGB(0, 0, width, height, null, 0, width));
        }
    }

    /** Each channel moved by up to an amplitude. */
    record Noise(int amplitude) implements Degradation {
        @Override
        public String name() {
            return "noise=" + amplitude;
        }

        @Override
        public Image of(Image image) {
            SplittableRandom random = new SplittableRandom(amplitude);
            int[] argb = image.pixels().clone();
            for (int i = 0; i < argb.length; i++) {
                int pixel = 0xFF;
                for (int shift = 16; shift >= 0; shift -= 8) {
                    int moved = (argb[i] >> shift & 0xFF) + random.nextInt(-amplitude, amplitude + 1);
                    pixel = pixel << 8 | Math.max(0, Math.min(255, moved));
                }
                argb[i] = pixel;
            }
            return new Image(image.width(), image.height(), argb);
        }
    }

    /** The mean of the square of pixels up to a distance, edges repeated. */
    record Blur(int distance) implements Degradation {
        @Override
        public String name() {
            return "blur=" + distance;
        }

        @Override
        public Image of(Image image) {
            int width = image.width();
            int height = image.height();
            int[] argb = new int[width * height];
            for (int i = 0; i < argb.length; i++) {
                argb[i] = mean(image, i % width, i / width);
            }
            return new Image(width, height, argb);
        }

        private int mean(Image image, int x, int y) {
            int[] sums = new int[3];
            for (int dy = -distance; dy <= distance; dy++) {
                for (int dx = -distance; dx <= distance; dx++) {
                    int column = Math.max(0, Math.min(image.width() - 1, x + dx));
                    int pixel = image.argb(column, Math.max(0, Math.min(image.height() - 1, y + dy)));
                    sums[0] += pixel >> 16 & 0xFF;
                    sums[1] += pixel >> 8 & 0xFF;
                    sums[2] += pixel & 0xFF;
                }
            }
            int n = (2 * distance + 1) * (2 * distance + 1);
            return 0xFF000000 | sums[0] / n << 16 | sums[1] / n << 8 | sums[2] / n;
        }
    }
}
