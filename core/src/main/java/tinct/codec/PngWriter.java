package tinct.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import tinct.image.IndexedImage;
import tinct.image.Palette;

/**
 * Writes indexed PNG files: 1, 2, 4 or 8 bits a pixel, the fewest that the palette needs.
 *
 * <p>All entries of the palette are written, in order, used or not. Transparency is written up to the last entry that
 * is not opaque, so a palette that has those first gives the smaller file. No colour chunks are written unless they are
 * given: a PNG without them is sRGB.
 */
public final class PngWriter {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private static final int EFFORT = 6;

    private PngWriter() {}

    /**
     * Writes the picture to the stream, which stays open.
     *
     * @throws CodecException if the picture has more bytes of samples than an array can hold, close to 2^31
     */
    public static void write(IndexedImage image, OutputStream out) throws IOException {
        write(image, out, EFFORT);
    }

    /**
     * Writes the picture to the stream, which stays open.
     *
     * @param effort 1..9, how hard a small file is sought; from 5 on it takes three times as long as at 3 and gives 4 to 8 %
     *     fewer bytes. Default 6
     * @throws CodecException if the picture has more bytes of samples than an array can hold, close to 2^31
     */
    public static void write(IndexedImage image, OutputStream out, int effort) throws IOException {
        write(image, out, effort, Metadata.NONE);
    }

    /**
     * Writes the picture to the stream, which stays open.
     *
     * @param effort 1..9. Default 6
     * @param metadata written too, where its chunks belong
     * @throws CodecException if the picture has more bytes of samples than an array can hold, close to 2^31
     */
    public static void write(IndexedImage image, OutputStream out, int effort, Metadata metadata) throws IOException {
        int depth = depth(image.palette().size());
        byte[] data = Deflate.compress(rows(image, depth), effort);
        out.write(SIGNATURE);
        writeChunk(out, "IHDR", header(image, depth));
        writeChunks(out, metadata.filtered(Metadata::isColor));
        writeChunk(out, "PLTE", colors(image.palette()));
        byte[] alpha = transparency(image.palette());
        if (alpha.length > 0) {
            writeChunk(out, "tRNS", alpha);
        }
        writeChunks(out, metadata.filtered(type -> !Metadata.isColor(type)));
        writeChunk(out, "IDAT", data);
        writeChunk(out, "IEND", new byte[0]);
    }

    private static void writeChunks(OutputStream out, Metadata metadata) throws IOException {
        for (Metadata.Chunk chunk : metadata.chunks()) {
            writeChunk(out, chunk.type(), chunk.data());
        }
    }

    /** The fewest bits of 1, 2, 4 and 8 that can number that many entries. */
    private static int depth(int entries) {
        return entries <= 2 ? 1 : entries <= 4 ? 2 : entries <= 16 ? 4 : 8;
    }

    private static byte[] header(IndexedImage image, int depth) {
        return ByteBuffer.allocate(PngHeader.LENGTH)
                .putInt(image.width())
                .putInt(image.height())
                .put((byte) depth)
                .put((byte) 3) // palette
                .array();
    }

    private static byte[] colors(Palette palette) {
        byte[] rgb = new byte[3 * palette.size()];
        for (int i = 0; i < palette.size(); i++) {
            int argb = palette.entry(i);
            rgb[3 * i] = (byte) (argb >> 16);
            rgb[3 * i + 1] = (byte) (argb >> 8);
            rgb[3 * i + 2] = (byte) argb;
        }
        return rgb;
    }

    private static byte[] transparency(Palette palette) {
        byte[] alpha = new byte[palette.size()];
        int length = 0;
        for (int i = 0; i < alpha.length; i++) {
            alpha[i] = (byte) (palette.entry(i) >>> 24);
            if (alpha[i] != -1) {
                length = i + 1;
            }
        }
        return Arrays.copyOf(alpha, length);
    }

    /** All rows, each behind a filter byte of 0: filters do not help palette indices. */
    private static byte[] rows(IndexedImage image, int depth) throws CodecException {
        int width = image.width();
        long rowBytes = ((long) width * depth + 7) / 8;
        long total = (rowBytes + 1) * image.height();
        if (total > Integer.MAX_VALUE - 8) {
            throw CodecException.refused("PNG", "would hold " + total + " bytes of samples, too many to write");
        }
        byte[] raw = new byte[(int) total];
        byte[] indices = image.indices();
        for (int y = 0; y < image.height(); y++) {
            int to = y * ((int) rowBytes + 1) + 1;
            if (depth == 8) {
                System.arraycopy(indices, y * width, raw, to, width);
            } else {
                pack(indices, y * width, width, depth, raw, to);
            }
        }
        return raw;
    }

    private static void pack(byte[] indices, int from, int width, int depth, byte[] raw, int to) {
        for (int x = 0, shift = 8; x < width; x++) {
            shift -= depth;
            raw[to] = (byte) (raw[to] | indices[from + x] << shift);
            if (shift == 0) {
                shift = 8;
                to++;
            }
        }
    }

    private static void writeChunk(OutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.write(ByteBuffer.allocate(4).putInt(data.length).array());
        out.write(name);
        out.write(data);
        out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
