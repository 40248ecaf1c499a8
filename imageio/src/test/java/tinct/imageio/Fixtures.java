package tinct.imageio;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import tinct.image.Image;

/** Pictures and files for the tests, made by code. */
final class Fixtures {
    static final long NO_LIMIT = Long.MAX_VALUE;

    private Fixtures() {}

    /** A picture without any symmetry: ramps of colour under a disc, alpha falling off at the edge of the disc. */
    static Image drawing() {
        int width = 40;
        int height = 30;
        int[] argb = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int distance = (x - 15) * (x - 15) + (y - 12) * (y - 12);
                int alpha = Math.max(0, Math.min(255, 255 - (distance - 100) * 2));
                argb[y * width + x] =
                        (alpha << 24) | ((x * 6) << 16) | ((y * 8) << 8) | (distance < 60 ? 200 : 40 + x + y);
            }
        }
        return new Image(width, height, argb);
    }

    /** The same, all opaque. */
    static Image opaqueDrawing() {
        int[] argb = drawing().pixels().clone();
        for (int i = 0; i < argb.length; i++) {
            argb[i] |= 0xFF000000;
        }
        return new Image(40, 30, argb);
    }

    /** The opaque drawing as an image of one of BufferedImage's types. */
    static BufferedImage opaqueDrawing(int type) {
        BufferedImage image = new BufferedImage(40, 30, type);
        image.setRGB(0, 0, 40, 30, opaqueDrawing().pixels(), 0, 40);
        return image;
    }

    /** A grey ramp whose samples are the given levels, without any conversion by Java. */
    static BufferedImage grey(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.getRaster().setSample(x, y, 0, (x * 7 + y * 3) & 0xFF);
            }
        }
        return image;
    }

    /** A file of one of ImageIO's own formats: "jpeg", "gif", "bmp", "tiff", "png". */
    static byte[] encode(BufferedImage image, String format) {
        return encode(format, writer -> {
            ImageWriteParam options = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                options.setCompressionQuality(0.95f);
            }
            writer.write(null, new IIOImage(image, null, null), options);
        });
    }

    static byte[] progressiveJpeg(BufferedImage image) {
        return encode("jpeg", writer -> {
            ImageWriteParam options = writer.getDefaultWriteParam();
            options.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(null, new IIOImage(image, null, null), options);
        });
    }

    static byte[] interlacedPng(BufferedImage image) {
        return encode("png", writer -> {
            ImageWriteParam options = writer.getDefaultWriteParam();
            options.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(null, new IIOImage(image, null, null), options);
        });
    }

    /** A TIFF with a compression such as "LZW" or "Deflate". */
    static byte[] tiff(BufferedImage image, String compression) {
        return encode("tiff", writer -> {
            ImageWriteParam options = writer.getDefaultWriteParam();
            options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            options.setCompressionType(compression);
            writer.write(null, new IIOImage(image, null, null), options);
        });
    }

    /** The same in tiles of that side, 0 for strips; a compression of "none" is possible too. */
    static byte[] tiff(BufferedImage image, String compression, int tile) {
        return encode("tiff", writer -> {
            ImageWriteParam options = writer.getDefaultWriteParam();
            if (!compression.equals("none")) {
                options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                options.setCompressionType(compression);
            }
            if (tile > 0) {
                options.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
                options.setTiling(tile, tile, 0, 0);
            }
            writer.write(null, new IIOImage(image, null, null), options);
        });
    }

    /** Several pictures in one file: "gif" or "tiff". */
    static byte[] sequence(String format, BufferedImage... images) {
        return encode(format, writer -> {
            writer.prepareWriteSequence(null);
            for (BufferedImage image : images) {
                writer.writeToSequence(new IIOImage(image, null, null), null);
            }
            writer.endWriteSequence();
        });
    }

    /** A JPEG of four components, whose samples are written as they are. */
    static byte[] fourComponentJpeg(byte[] samples, int width, int height) {
        WritableRaster raster = Raster.createInterleavedRaster(0, width, height, 4, null);
        raster.setDataElements(0, 0, width, height, samples);
        return encode("jpeg", writer -> {
            ImageWriteParam options = writer.getDefaultWriteParam();
            options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            options.setCompressionQuality(1);
            writer.write(null, new IIOImage(raster, null, null), options);
        });
    }

    /** Puts a segment right behind the start of a JPEG. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[]... parts) {
        byte[] body = concat(parts);
        int length = body.length + 2;
        byte[] head = {jpeg[0], jpeg[1], (byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length};
        return concat(head, body, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** The body of an EXIF segment, without "Exif", with nothing but an orientation; in either byte order. */
    static byte[] exif(int orientation, boolean bigEndian) {
        return bigEndian
                ? new byte[] {
                    'M',
                    'M',
                    0,
                    42,
                    0,
                    0,
                    0,
                    8,
                    0,
                    1,
                    1,
                    0x12,
                    0,
                    3,
                    0,
                    0,
                    0,
                    1,
                    0,
                    (byte) orientation,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0
                }
                : new byte[] {
                    'I',
                    'I',
                    42,
                    0,
                    8,
                    0,
                    0,
                    0,
                    1,
                    0,
                    0x12,
                    1,
                    3,
                    0,
                    1,
                    0,
                    0,
                    0,
                    (byte) orientation,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0
                };
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(Fixtures.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Picture open(Path folder, byte[] file) throws IOException {
        return Pictures.open(Files.write(folder.resolve("picture"), file), NO_LIMIT);
    }

    static Image pixels(Picture picture) throws IOException {
        return Image.copyOf(picture.rows());
    }

    /** The largest difference of any channel. */
    static int maxDifference(Image a, Image b) {
        int max = 0;
        for (int i = 0; i < a.pixels().length; i++) {
            for (int shift = 0; shift < 32; shift += 8) {
                int difference = (a.pixels()[i] >> shift & 0xFF) - (b.pixels()[i] >> shift & 0xFF);
                max = Math.max(max, Math.abs(difference));
            }
        }
        return max;
    }

    private static byte[] encode(String format, Encoding encoding) {
        ImageWriter writer = jdkWriter(format);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            encoding.run(writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ImageWriter jdkWriter(String format) {
        var writers = ImageIO.getImageWritersByFormatName(format);
        while (writers.hasNext()) {
            ImageWriter writer = writers.next();
            if (writer.getClass().getName().startsWith("com.sun.")) {
                return writer;
            }
        }
        throw new AssertionError("the JDK writes " + format);
    }

    private interface Encoding {
        void run(ImageWriter writer) throws IOException;
    }
}
