package tinct.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import tinct.image.Image;
import tinct.imageio.BufferedImages;
import tinct.imageio.JpegWriter;

/** Picture files for tests, written by encoders that are not ours. */
public final class TestPictures {
    private TestPictures() {}

    /** A picture like a photograph: soft gradients with grain, thousands of colours. */
    public static Image photo(int width, int height) {
        SplittableRandom random = new SplittableRandom(width * 31L + height);
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            int x = i % width;
            int y = i / width;
            int r = 255 * x / width * 3 / 4 + random.nextInt(24);
            int g = 255 * y / height * 3 / 4 + random.nextInt(24);
            int b = 255 * (x + y) / (width + height) * 3 / 4 + random.nextInt(24);
            argb[i] = 0xFF000000 | r << 16 | g << 8 | b;
        }
        return new Image(width, height, argb);
    }

    /** A picture of four flat quarters. */
    public static Image flat(int width, int height) {
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            int quarter = (i % width < width / 2 ? 0 : 1) + (i / width < height / 2 ? 0 : 2);
            argb[i] = 0xFF102030 + quarter * 0x203040;
        }
        return new Image(width, height, argb);
    }

    /** A photo whose left half is wholly transparent. */
    public static Image halfClear(int width, int height) {
        int[] argb = photo(width, height).pixels().clone();
        for (int i = 0; i < argb.length; i++) {
            argb[i] = i % width < width / 2 ? 0 : argb[i];
        }
        return new Image(width, height, argb);
    }

    /** Writes a PNG of 24 or 32 bits a pixel. */
    public static Path png(Path file, Image image) throws IOException {
        ImageIO.write(BufferedImages.of(image), "png", file.toFile());
        return file;
    }

    /** Writes a JPEG. */
    public static Path jpeg(Path file, Image image, float quality) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            JpegWriter.write(image, quality, out);
        }
        return file;
    }

    /** Reads a picture with a decoder that is not ours; of several the one that can: one for WebP fails on the shortest. */
    public static Image read(Path file) throws IOException {
        return read(Files.readAllBytes(file));
    }

    /** {@link #read(Path)} of the bytes of a file. */
    public static Image read(byte[] file) throws IOException {
        IOException failure = new IOException("nobody reads it");
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            for (Iterator<ImageReader> readers = ImageIO.getImageReaders(in); readers.hasNext(); ) {
                ImageReader reader = readers.next();
                try {
                    in.seek(0);
                    reader.setInput(in);
                    return BufferedImages.toImage(reader.read(0));
                } catch (IOException e) {
                    failure = e;
                } finally {
                    reader.dispose();
                }
            }
        }
        throw failure;
    }
}
