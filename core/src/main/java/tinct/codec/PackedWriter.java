package tinct.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import tinct.image.IndexedImage;
import tinct.image.Palette;

/**
 * Writes the packed {@code .tinct} file, version 2: a palette and labels, coded, or with ceil(log2 k) bits a pixel where
 * that takes no more. The format is described in {@code docs/format.md}.
 */
public final class PackedWriter {
    private static final int BUFFER = 1 << 13;
    private static final int BROAD_EFFORT = 9;

    private PackedWriter() {}

    /** Writes the picture, entries in their order, to the stream, which stays open. */
    public static void write(IndexedImage image, OutputStream out) throws IOException {
        write(image, 1, out);
    }

    /**
     * Writes the picture, entries in their order, to the stream, which stays open.
     *
     * @param effort how hard a small file is sought, 1..9: with 9 the labels are coded by the broad model too, and the
     *     smaller file is written. It is a twentieth smaller for photographs, and takes six times as long to read
     */
    public static void write(IndexedImage image, int effort, OutputStream out) throws IOException {
        PackedSize plain = PackedSize.of(image);
        long limit = (plain.paletteBits() + plain.labelBits() + 7) / 8;
        int flags = 0;
        byte[] coded = PackedCode.write(image, false, limit);
        if (coded != null) {
            flags = Packed.CODED;
            limit = coded.length;
        }
        if (effort >= BROAD_EFFORT) {
            byte[] broad = PackedCode.write(image, true, limit);
            if (broad != null) {
                flags = Packed.CODED | Packed.BROAD;
                coded = broad;
            }
        }
        CheckedOutputStream checked = new CheckedOutputStream(out, new CRC32());
        checked.write(header(image, flags));
        if (coded != null) {
            checked.write(coded);
        } else {
            checked.write(colors(image.palette()));
            writeLabels(image.indices(), plain.bitsPerPixel(), checked);
        }
        int crc = (int) checked.getChecksum().getValue();
        out.write(new byte[] {(byte) (crc >> 24), (byte) (crc >> 16), (byte) (crc >> 8), (byte) crc});
    }

    /** Everything before the palette; flags without that of the alpha. */
    static byte[] header(IndexedImage image, int flags) {
        byte[] header = new byte[Packed.MAGIC.length + 2 * Packed.MAX_VARINT + 3];
        System.arraycopy(Packed.MAGIC, 0, header, 0, Packed.MAGIC.length);
        int n = Packed.MAGIC.length;
        header[n++] = Packed.VERSION;
        n = varint(image.width() - 1, header, n);
        n = varint(image.height() - 1, header, n);
        header[n++] = (byte) ((image.palette().opaque() ? 0 : Packed.ALPHA) | flags);
        header[n++] = (byte) (image.palette().size() - 1);
        return Arrays.copyOf(header, n);
    }

    private static int varint(int value, byte[] out, int n) {
        int rest = value;
        for (; rest > 0x7F; rest >>>= 7) {
            out[n++] = (byte) (0x80 | rest);
        }
        out[n++] = (byte) rest;
        return n;
    }

    private static byte[] colors(Palette palette) {
        int step = palette.opaque() ? 3 : 4;
        byte[] colors = new byte[step * palette.size()];
        for (int i = 0; i < palette.size(); i++) {
            int argb = palette.entry(i);
            colors[step * i] = (byte) (argb >> 16);
            colors[step * i + 1] = (byte) (argb >> 8);
            colors[step * i + 2] = (byte) argb;
            if (step == 4) {
                colors[step * i + 3] = (byte) (argb >>> 24);
            }
        }
        return colors;
    }

    private static void writeLabels(byte[] labels, int bits, OutputStream out) throws IOException {
        if (bits == 0) {
            return;
        }
        byte[] buffer = new byte[BUFFER];
        int n = 0;
        int pending = 0;
        int pendingBits = 0;
        for (byte label : labels) {
            pending = pending << bits | (label & 0xFF);
            pendingBits += bits;
            if (pendingBits >= 8) {
                pendingBits -= 8;
                buffer[n++] = (byte) (pending >> pendingBits);
                if (n == BUFFER) {
                    out.write(buffer);
                    n = 0;
                }
            }
        }
        if (pendingBits > 0) {
            buffer[n++] = (byte) (pending << (8 - pendingBits));
        }
        out.write(buffer, 0, n);
    }
}
