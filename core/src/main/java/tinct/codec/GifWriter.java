package tinct.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.internal.LzwCodes;

/**
 * Writes still GIF89a files with a global colour table.
 *
 * <p>GIF knows no partial transparency: an entry of alpha below 128 becomes fully transparent and any other opaque,
 * its colour unchanged. When several entries become transparent, their pixels all get the index of the first of them.
 * Entries keep their places; the table is filled up with black to a power of two.
 */
public final class GifWriter {
    /** The largest width and height of a GIF. */
    public static final int MAX_SIDE = 65535;

    private static final int OPAQUE_FROM = 128;
    private static final int MAX_BLOCK = 255;

    private GifWriter() {}

    /**
     * Writes the picture to the stream, which stays open.
     *
     * @throws CodecException if a side is longer than 65535
     */
    public static void write(IndexedImage image, OutputStream out) throws IOException {
        write(image, out, Metadata.NONE);
    }

    /**
     * Writes the picture to the stream, which stays open.
     *
     * @param metadata of which texts (tEXt) become comments, and the XMP packet is written
     * @throws CodecException if a side is longer than 65535
     */
    public static void write(IndexedImage image, OutputStream out, Metadata metadata) throws IOException {
        checkSides(image.width(), image.height());
        Palette palette = image.palette();
        int bits = bits(palette.size());
        int transparent = firstTransparent(palette);
        out.write("GIF89a".getBytes(StandardCharsets.US_ASCII));
        writeScreen(image, bits, out);
        writeColors(palette, 1 << bits, out);
        GifMetadata.write(metadata, out);
        if (transparent >= 0) {
            // graphic control extension: 4 bytes, "has a transparent index", no delay, the index, end
            out.write(new byte[] {0x21, (byte) 0xF9, 4, 1, 0, 0, (byte) transparent, 0});
        }
        writeImage(image, transparent, out);
        out.write(0x3B);
    }

    /** Refuses a picture that is too wide or too high. */
    static void checkSides(int width, int height) throws CodecException {
        if (width > MAX_SIDE || height > MAX_SIDE) {
            throw CodecException.refused(
                    "GIF", "cannot be " + width + " x " + height + "; its sides are limited to " + MAX_SIDE);
        }
    }

    /** The palette as a GIF shows it. */
    static Palette shown(Palette palette) {
        int[] entries = palette.toArray();
        for (int i = 0; i < entries.length; i++) {
            entries[i] = transparent(entries[i]) ? 0 : entries[i] | 0xFF000000;
        }
        return new Palette(entries);
    }

    /** The fewest bits, at least 1, that number that many entries. */
    static int bits(int entries) {
        return Math.max(1, 32 - Integer.numberOfLeadingZeros(entries - 1));
    }

    private static boolean transparent(int argb) {
        return argb >>> 24 < OPAQUE_FROM;
    }

    /** The first entry that becomes transparent, or -1. */
    static int firstTransparent(Palette palette) {
        for (int i = 0; i < palette.size(); i++) {
            if (transparent(palette.entry(i))) {
                return i;
            }
        }
        return -1;
    }

    /** The indices to write: of entries that become transparent, the first stands for all. */
    private static byte[] indices(IndexedImage image, int transparent) {
        Palette palette = image.palette();
        boolean[] replaced = new boolean[palette.size()];
        boolean any = false;
        for (int i = transparent + 1; transparent >= 0 && i < replaced.length; i++) {
            replaced[i] = transparent(palette.entry(i));
            any |= replaced[i];
        }
        if (!any) {
            return image.indices();
        }
        byte[] indices = image.indices().clone();
        for (int i = 0; i < indices.length; i++) {
            indices[i] = replaced[indices[i] & 0xFF] ? (byte) transparent : indices[i];
        }
        return indices;
    }

    private static void writeScreen(IndexedImage image, int bits, OutputStream out) throws IOException {
        writeShort(image.width(), out);
        writeShort(image.height(), out);
        out.write(0x80 | 7 << 4 | (bits - 1)); // a global table, 8 bits a primary, table of 2^bits entries
        out.write(0); // background
        out.write(0); // square pixels
    }

    static void writeColors(Palette palette, int entries, OutputStream out) throws IOException {
        byte[] rgb = new byte[3 * entries];
        for (int i = 0; i < palette.size(); i++) {
            int argb = palette.entry(i);
            rgb[3 * i] = (byte) (argb >> 16);
            rgb[3 * i + 1] = (byte) (argb >> 8);
            rgb[3 * i + 2] = (byte) argb;
        }
        out.write(rgb);
    }

    private static void writeImage(IndexedImage image, int transparent, OutputStream out) throws IOException {
        out.write(0x2C);
        writeShort(0, out);
        writeShort(0, out);
        writeShort(image.width(), out);
        writeShort(image.height(), out);
        out.write(0); // no local table, not interlaced
        int bits = LzwCodes.indexBits(image.palette().size());
        out.write(bits);
        Blocks blocks = new Blocks(out);
        new Lzw(bits, blocks).encode(indices(image, transparent));
        blocks.finish();
    }

    static void writeShort(int value, OutputStream out) throws IOException {
        out.write(value);
        out.write(value >> 8);
    }

    /** Bytes in blocks of up to 255, each behind its length, then an empty one. */
    static final class Blocks {
        private final OutputStream out;
        private final byte[] block = new byte[1 + MAX_BLOCK];
        private int length;

        Blocks(OutputStream out) {
            this.out = out;
        }

        void write(int value) throws IOException {
            block[++length] = (byte) value;
            if (length == MAX_BLOCK) {
                flush();
            }
        }

        void finish() throws IOException {
            flush();
            out.write(0);
        }

        private void flush() throws IOException {
            if (length > 0) {
                block[0] = (byte) length;
                out.write(block, 0, 1 + length);
                length = 0;
            }
        }
    }
}
