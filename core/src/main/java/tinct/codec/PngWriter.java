package tinct.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import tinct.image.IndexedImage;
import tinct.image.IndexedRows;
import tinct.image.Palette;

/**
 * Writes indexed PNG files.
 *
 * <p>All entries of the palette are written, used or not. From an effort of 5 on, up to 2^24 pixels, the file has the row filters,
 * the bits a pixel and, unless it is to be kept, the order of the palette that make it small; else no filters, the fewest of
 * 1, 2, 4 and 8 bits that the palette needs, and its order. No colour chunks are written unless they are given: a PNG without
 * them is sRGB.
 */
public final class PngWriter {
    static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private static final int EFFORT = 6;

    /** From this effort, and up to so many pixels, a {@link PngLayout} is sought. */
    private static final int LEAST_LAYOUT = 5;

    private static final int MOST_LAYOUT = 1 << 24;

    private PngWriter() {}

    /** Writes the picture to the stream, which stays open. */
    public static void write(IndexedImage image, OutputStream out) throws IOException {
        write(image, out, EFFORT);
    }

    /**
     * Writes the picture to the stream, which stays open.
     *
     * @param effort 1..9, how hard a small file is sought; from 5 on it takes three times as long as at 3 and gives 4 to 8 %
     *     fewer bytes. Default 6
     */
    public static void write(IndexedImage image, OutputStream out, int effort) throws IOException {
        write(image, out, effort, Metadata.NONE);
    }

    /**
     * Writes the picture to the stream, which stays open.
     *
     * @param effort 1..9. Default 6
     * @param metadata written too, where its chunks belong
     */
    public static void write(IndexedImage image, OutputStream out, int effort, Metadata metadata) throws IOException {
        write(image, out, effort, metadata, 1);
    }

    /**
     * Writes a picture of any size to the stream, which stays open; its palette gets the order with which the file is small.
     *
     * @param effort 1..9, as above
     * @param metadata written too, where its chunks belong
     * @param threads most threads to use, at least 1; the bytes do not depend on it
     */
    public static void write(IndexedRows image, OutputStream out, int effort, Metadata metadata, int threads)
            throws IOException {
        write(image, out, effort, metadata, threads, false);
    }

    /**
     * Writes a picture of any size to the stream, which stays open. Up to 2^24 pixels are brought into memory from an effort of 5
     * on, three bytes for each; else this holds about a megabyte for each thread and 8 more.
     *
     * @param effort 1..9, as above
     * @param metadata written too, where its chunks belong
     * @param threads most threads to use, at least 1; the bytes do not depend on it
     * @param keepOrder whether the palette stays in order, and an index has the fewest bits: for those who use indices
     */
    public static void write(
            IndexedRows image, OutputStream out, int effort, Metadata metadata, int threads, boolean keepOrder)
            throws IOException {
        if (effort < LEAST_LAYOUT || (long) image.width() * image.height() > MOST_LAYOUT) {
            int depth = depth(image.palette().size());
            long total = image.height() * (1L + rowBytes(image.width(), depth));
            write(image, depth, metadata, out, chunks -> {
                ParallelDeflate deflate = new ParallelDeflate(chunks, effort, threads, total);
                writeRows(image, depth, deflate);
                deflate.finish();
            });
            return;
        }
        PngLayout layout = PngLayout.of(held(image), keepOrder, effort, threads);
        write(layout.image(), layout.depth(), metadata, out, chunks -> {
            byte[] rows = layout.rows();
            ParallelDeflate deflate = new ParallelDeflate(chunks, layout.effort(), threads, rows.length);
            deflate.write(rows);
            deflate.finish();
        });
    }

    private static IndexedImage held(IndexedRows rows) throws IOException {
        if (rows instanceof IndexedImage image) {
            return image;
        }
        byte[] indices = new byte[rows.width() * rows.height()];
        try (IndexedRows.IndexReader reader = rows.openIndices()) {
            for (int y = 0; y < rows.height(); y++) {
                reader.readRow(indices, y * rows.width());
            }
        }
        return new IndexedImage(rows.width(), rows.height(), rows.palette(), indices);
    }

    /** What writes the image data. */
    private interface Data {
        void to(OutputStream chunks) throws IOException;
    }

    private static void write(IndexedRows image, int depth, Metadata metadata, OutputStream out, Data data)
            throws IOException {
        out.write(SIGNATURE);
        writeChunk(out, "IHDR", header(image.width(), image.height(), depth));
        writeChunks(out, metadata.filtered(Metadata::isColor));
        writeChunk(out, "PLTE", colors(image.palette()));
        byte[] alpha = transparency(image.palette());
        if (alpha.length > 0) {
            writeChunk(out, "tRNS", alpha);
        }
        writeChunks(out, metadata.filtered(type -> !Metadata.isColor(type)));
        DataChunks chunks = new DataChunks(out);
        data.to(chunks);
        chunks.finish();
        writeChunk(out, "IEND", new byte[0]);
    }

    private static void writeChunks(OutputStream out, Metadata metadata) throws IOException {
        for (Metadata.Chunk chunk : metadata.chunks()) {
            writeChunk(out, chunk.type(), chunk.data());
        }
    }

    /** The fewest bits of 1, 2, 4 and 8 that can number that many entries. */
    static int depth(int entries) {
        return entries <= 2 ? 1 : entries <= 4 ? 2 : entries <= 16 ? 4 : 8;
    }

    /** What the chunk IHDR says of a palette picture. */
    static byte[] header(int width, int height, int depth) {
        return ByteBuffer.allocate(PngHeader.LENGTH)
                .putInt(width)
                .putInt(height)
                .put((byte) depth)
                .put((byte) 3) // palette
                .array();
    }

    static byte[] colors(Palette palette) {
        byte[] rgb = new byte[3 * palette.size()];
        for (int i = 0; i < palette.size(); i++) {
            int argb = palette.entry(i);
            rgb[3 * i] = (byte) (argb >> 16);
            rgb[3 * i + 1] = (byte) (argb >> 8);
            rgb[3 * i + 2] = (byte) argb;
        }
        return rgb;
    }

    static byte[] transparency(Palette palette) {
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

    /** Bytes of a row of indices. */
    static int rowBytes(int width, int depth) {
        return (int) (((long) width * depth + 7) / 8);
    }

    /** All rows, each behind a filter byte of 0. */
    static void writeRows(IndexedRows image, int depth, OutputStream out) throws IOException {
        int width = image.width();
        byte[] indices = new byte[width];
        byte[] raw = new byte[1 + rowBytes(width, depth)];
        try (IndexedRows.IndexReader reader = image.openIndices()) {
            for (int y = 0; y < image.height(); y++) {
                if (depth == 8) {
                    reader.readRow(raw, 1);
                } else {
                    reader.readRow(indices, 0);
                    Arrays.fill(raw, (byte) 0);
                    pack(indices, 0, width, depth, raw, 1);
                }
                out.write(raw);
            }
        }
    }

    static void pack(byte[] indices, int from, int width, int depth, byte[] raw, int to) {
        for (int x = 0, shift = 8; x < width; x++) {
            shift -= depth;
            raw[to] = (byte) (raw[to] | indices[from + x] << shift);
            if (shift == 0) {
                shift = 8;
                to++;
            }
        }
    }

    static void writeChunk(OutputStream out, String type, byte[] data) throws IOException {
        writeChunk(out, type, data, data.length);
    }

    private static void writeChunk(OutputStream out, String type, byte[] data, int length) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data, 0, length);
        out.write(ByteBuffer.allocate(4).putInt(length).array());
        out.write(name);
        out.write(data, 0, length);
        out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    /** Image data as chunks of no more than so many bytes. */
    private static final class DataChunks extends OutputStream {
        private static final int MOST = 1 << 23;

        private final OutputStream out;
        private byte[] data = new byte[1 << 14];
        private int size;

        DataChunks(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            for (int done = 0; done < length; ) {
                if (size == MOST) {
                    finish();
                }
                int portion = Math.min(length - done, MOST - size);
                if (size + portion > data.length) {
                    data = Arrays.copyOf(data, Math.min(MOST, 2 * (size + portion)));
                }
                System.arraycopy(bytes, from + done, data, size, portion);
                size += portion;
                done += portion;
            }
        }

        /** Writes what has not been written yet. */
        void finish() throws IOException {
            writeChunk(out, "IDAT", data, size);
            size = 0;
        }
    }
}
