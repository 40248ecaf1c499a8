package tinct.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** PNG files of every kind, made by a writer of few lines. */
final class Pngs {
    /** Colour type and depth of every kind that PNG has. */
    static final int[][] KINDS = {
        {0, 1}, {0, 2}, {0, 4}, {0, 8}, {0, 16}, {2, 8}, {2, 16}, {3, 1}, {3, 2}, {3, 4}, {3, 8}, {4, 8}, {4, 16},
        {6, 8}, {6, 16}
    };

    private static final int[][] ADAM7 = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };
    private static final int[] CHANNELS = {1, 0, 3, 1, 2, 0, 4};

    private Pngs() {}

    static byte[] chunk(String type, byte... data) {
        byte[] name = latin(type);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] deflated(byte[] raw, int level) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream zip = new DeflaterOutputStream(out, new Deflater(level))) {
            zip.write(raw);
        } catch (IOException e) {
            throw new AssertionError(e); // memory does not break
        }
        return out.toByteArray();
    }

    /** A profile as it stands in a PNG. */
    static byte[] icc(byte[] profile) {
        return chunk("iCCP", join(latin("p\0\0"), deflated(profile, 9)));
    }

    /** A chunk with EXIF data that has an orientation and nothing else. */
    static byte[] exif(int orientation) {
        return chunk(
                "eXIf",
                ByteBuffer.allocate(26)
                        .put(latin("MM\0*"))
                        .putInt(8)
                        .putShort((short) 1)
                        .putShort((short) 274)
                        .putShort((short) 3)
                        .putInt(1)
                        .putShort((short) orientation)
                        .putShort((short) 0)
                        .putInt(0)
                        .array());
    }

    /** Chunks put behind IHDR, the first one of a file. */
    static byte[] with(byte[] png, byte[]... chunks) {
        byte[] head = Arrays.copyOf(png, 33);
        return join(head, join(chunks), Arrays.copyOfRange(png, 33, png.length));
    }

    /** Random samples in blocks of equal pixels, random filters, data in several chunks. */
    static byte[] random(SplittableRandom random, int[] kind, int width, int height, boolean interlaced, boolean trns) {
        int type = kind[0];
        int depth = kind[1];
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) depth)
                .put((byte) type)
                .putShort((short) 0)
                .put((byte) (interlaced ? 1 : 0))
                .array();
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        for (int[] pass : interlaced ? ADAM7 : new int[][] {{0, 0, 1, 1}}) {
            int columns = (width - pass[0] + pass[2] - 1) / pass[2];
            int rows = (height - pass[1] + pass[3] - 1) / pass[3];
            int rowBytes = (columns * depth * CHANNELS[type] + 7) / 8;
            for (int y = 0; y < rows && columns > 0; y++) {
                raw.write(random.nextInt(5));
                for (int i = 0; i < rowBytes; i++) {
                    raw.write(type == 3 ? 0 : random.nextInt(4) * 16); // entry 0 is always there, whatever the depth
                }
            }
        }
        byte[] data = deflated(raw.toByteArray(), random.nextInt(10));
        int half = random.nextInt(data.length);
        byte[] palette = new byte[type == 3 ? 3 * (1 << depth) : 0];
        random.nextBytes(palette);
        byte[] alpha = new byte[type == 3 ? 1 + random.nextInt(palette.length / 3) : 2 * CHANNELS[type]];
        random.nextBytes(alpha);
        return join(
                new byte[] {(byte) 137, 80, 78, 71, 13, 10, 26, 10},
                chunk("IHDR", header),
                palette.length > 0 ? chunk("PLTE", palette) : new byte[0],
                trns && type <= 3 ? chunk("tRNS", alpha) : new byte[0],
                chunk("IDAT", Arrays.copyOf(data, half)),
                chunk("IDAT", Arrays.copyOfRange(data, half, data.length)),
                chunk("IEND"));
    }
}
