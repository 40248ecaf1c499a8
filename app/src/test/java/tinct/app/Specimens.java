package tinct.app;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import tinct.codec.Format;
import tinct.image.Image;
import tinct.image.IndexedImage;
import tinct.image.Palette;

/** Sound files of every format that is read, by names that say what they are. */
public final class Specimens {
    private static final int[][] SIZES = {{1, 1}, {3, 7}, {16, 12}};

    private Specimens() {}

    /** PNG files of all colour types and depths, interlaced or not, with tRNS where it may be, of at most 192 pixels. */
    static Map<String, byte[]> pngs() {
        SplittableRandom random = new SplittableRandom(6);
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int[] kind : Pngs.KINDS) {
            for (int[] size : SIZES) {
                for (int i = 0; i < (kind[0] <= 3 ? 4 : 2); i++) {
                    String name = "type" + kind[0] + "-depth" + kind[1] + "-" + size[0] + "x" + size[1]
                            + (i % 2 == 1 ? "-interlaced" : "") + (i >= 2 ? "-trns" : "");
                    files.put(name, Pngs.random(random, kind, size[0], size[1], i % 2 == 1, i >= 2));
                }
            }
        }
        return files;
    }

    /** The same PNG with every chunk that there is beside the picture. */
    static byte[] pngWithAll(byte[] png, byte[] profile) {
        return Pngs.with(
                png,
                Pngs.icc(profile),
                Pngs.chunk("gAMA", new byte[] {0, 0, (byte) 0xB1, (byte) 0x8F}),
                Pngs.chunk("pHYs", new byte[9]),
                Pngs.exif(6),
                Pngs.chunk("tEXt", Pngs.latin("Comment\0text")),
                Pngs.chunk("zTXt", Pngs.join(Pngs.latin("Comment\0\0"), Pngs.deflated(new byte[500], 9))),
                Pngs.chunk("tIME", new byte[7]));
    }

    /** A few files of each format, small ones. */
    public static Map<String, byte[]> all() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Map<String, byte[]> pngs = pngs();
        for (String name : new String[] {
            "type0-depth2-16x12",
            "type2-depth8-16x12-trns",
            "type2-depth16-16x12",
            "type3-depth4-16x12-trns",
            "type4-depth8-16x12",
            "type6-depth16-16x12-interlaced",
            "type3-depth8-16x12-interlaced"
        }) {
            files.put("png-" + name, pngs.getOrDefault(name, new byte[0]));
        }
        byte[] profile = java.awt.color.ICC_Profile.getInstance(java.awt.color.ColorSpace.CS_LINEAR_RGB)
                .getData();
        files.put("png-chunks", pngWithAll(pngs.getOrDefault("type2-depth8-16x12", new byte[0]), profile));
        BufferedImage color = drawn(BufferedImage.TYPE_3BYTE_BGR);
        BufferedImage indexed = drawn(BufferedImage.TYPE_BYTE_INDEXED);
        BufferedImage grey = drawn(BufferedImage.TYPE_BYTE_GRAY);
        files.put("jpeg", encoded(color, "jpeg", ""));
        files.put("jpeg-progressive", encoded(color, "jpeg", "progressive"));
        files.put("jpeg-grey", encoded(grey, "jpeg", ""));
        files.put("gif", encoded(indexed, "gif", ""));
        files.put("gif-interlaced", encoded(indexed, "gif", "progressive"));
        files.put("bmp", encoded(color, "bmp", ""));
        files.put("bmp-indexed", encoded(indexed, "bmp", ""));
        files.put("bmp-rle", encoded(indexed, "bmp", "BI_RLE8"));
        for (String compression : new String[] {"LZW", "Deflate", "PackBits", "JPEG"}) {
            files.put("tiff-" + compression, encoded(color, "tiff", compression));
        }
        files.put("tiff-16", encoded(drawn(BufferedImage.TYPE_USHORT_GRAY), "tiff", "Deflate"));
        for (String name : new String[] {"lossless", "lossy", "lossy-alpha"}) {
            Path file = Path.of("../imageio/src/test/resources/tinct/imageio/" + name + ".webp");
            files.put("webp-" + name, Files.readAllBytes(file));
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Format.TINCT.write(mapped(), packed);
        files.put("tinct", packed.toByteArray());
        return files;
    }

    /** PGM, PPM and PAM files. Apart from {@link #all}, whose order is what seeds of mutations stand for. */
    public static Map<String, byte[]> pnms() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("pnm-color", Pngs.join(Pngs.latin("P6\n# drawn\n9 5\n255\n"), ramp(9 * 5 * 3)));
        files.put("pnm-grey-16", Pngs.join(Pngs.latin("P5 7 4 65535\n"), ramp(7 * 4 * 2)));
        String header = "P7\nWIDTH 6\nHEIGHT 5\nDEPTH 4\nMAXVAL 255\nTUPLTYPE RGB_ALPHA\nENDHDR\n";
        files.put("pnm-alpha", Pngs.join(Pngs.latin(header), ramp(6 * 5 * 4)));
        return files;
    }

    /** A TIFF so large that it is read row by row, of hardly any bytes. */
    public static byte[] largeTiff() throws IOException {
        return encoded(new BufferedImage(2100, 2000, BufferedImage.TYPE_BYTE_BINARY), "tiff", "Deflate");
    }

    /** Animations of every format that is read, small ones. */
    public static Map<String, byte[]> moving(Path folder) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : new String[] {"moving-lossless", "moving-lossy", "moving-parts"}) {
            Path webp = Path.of("../imageio/src/test/resources/tinct/imageio/" + name + ".webp");
            files.put("webp-" + name, Files.readAllBytes(webp));
            for (String format : new String[] {"gif", "png"}) {
                Path file = folder.resolve(name + "." + format);
                Cli cli = Cli.run("compress", webp, "-o", file, "--no-config", "-k", "16");
                if (cli.exitCode() != 0) {
                    throw new IOException(cli.toString());
                }
                files.put(format + "-" + name, Files.readAllBytes(file));
                Files.delete(file);
            }
        }
        return files;
    }

    private static byte[] ramp(int length) {
        byte[] samples = new byte[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (byte) (i * 3);
        }
        return samples;
    }

    private static IndexedImage mapped() {
        byte[] indices = new byte[24 * 18];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = (byte) (i / 24 % 3 + i % 24 / 9);
        }
        return new IndexedImage(24, 18, new Palette(0, 0xFF102030, 0xFFAABBCC, 0x80FF0000, -1), indices);
    }

    private static BufferedImage drawn(int type) {
        Image image = TestPictures.photo(24, 18);
        BufferedImage drawn = new BufferedImage(24, 18, type);
        drawn.setRGB(0, 0, 24, 18, image.pixels(), 0, 24);
        return drawn;
    }

    /** By the JDK, with a compression, or "progressive". */
    private static byte[] encoded(BufferedImage image, String format, String how) throws IOException {
        ImageWriter writer = jdk(format);
        ImageWriteParam param = writer.getDefaultWriteParam();
        if (how.equals("progressive")) {
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        } else if (!how.isEmpty()) {
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType(how);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ImageWriter jdk(String format) {
        for (Iterator<ImageWriter> i = ImageIO.getImageWritersByFormatName(format); i.hasNext(); ) {
            ImageWriter writer = i.next();
            if (writer.getClass().getName().startsWith("com.sun.")) {
                return writer;
            }
        }
        throw new AssertionError("the JDK writes " + format);
    }
}
