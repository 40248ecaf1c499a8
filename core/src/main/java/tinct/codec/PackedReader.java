package tinct.codec;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import tinct.image.IndexedImage;
import tinct.image.Palette;

/** Reads packed {@code .tinct} files: those that {@link PackedWriter} writes, and those of version 1. */
public final class PackedReader {
    private static final int BUFFER = 1 << 13;
    private static final int MAX_PIXELS = Integer.MAX_VALUE - 8; // one array

    private final InputStream in;
    private final CRC32 crc = new CRC32();
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private long consumed; // bytes before the buffer's first one

    private PackedReader(InputStream in) {
        this.in = in;
    }

    /**
     * Reads a picture and the end of the stream, which stays open.
     *
     * <p>Memory is taken as the labels arrive, so a short file that claims to be large takes little; only a picture of
     * one colour, which has no labels, is as large as its header says. A coded file takes up to 60 MB beside that.
     *
     * @param maxPixels the most pixels that the picture may have, checked before memory is taken for it
     * @throws CodecException if the file is broken, of another version, or larger than the limit
     */
    public static IndexedImage read(InputStream in, long maxPixels) throws IOException {
        return new PackedReader(in).read(maxPixels);
    }

    private IndexedImage read(long maxPixels) throws IOException {
        int version = readMagic();
        int width = readSide("width");
        int height = readSide("height");
        checkSize(width, height, Math.min(maxPixels, MAX_PIXELS));
        int flags = next();
        boolean broad = (flags & Packed.BROAD) != 0;
        int known = version == 1 ? Packed.ALPHA : Packed.ALPHA | Packed.CODED | Packed.BROAD;
        if (flags > known || broad && (flags & Packed.CODED) == 0) {
            throw broken("unknown flags " + flags);
        }
        int entries = 1 + next();
        boolean alpha = (flags & Packed.ALPHA) != 0;
        IndexedImage image = (flags & Packed.CODED) != 0
                ? PackedCode.read(width, height, entries, alpha, broad, this::next)
                : readPlain(width, height, entries, alpha);
        readEnd();
        return image;
    }

    private IndexedImage readPlain(int width, int height, int entries, boolean alpha) throws IOException {
        Palette palette = readColors(entries, alpha);
        return new IndexedImage(width, height, palette, readLabels(width * height, entries));
    }

    /** The version. */
    private int readMagic() throws IOException {
        if (!fill()) {
            throw broken("the file is empty");
        }
        for (byte expected : Packed.MAGIC) {
            if (next() != (expected & 0xFF)) {
                throw new CodecException(Packed.FORMAT, 0, "the file does not begin with the signature of .tinct");
            }
        }
        int version = next();
        if (version < 1 || version > Packed.VERSION) {
            throw CodecException.refused(Packed.FORMAT, "has version " + version + "; only versions 1 and 2 are read");
        }
        return version;
    }

    /** A number from 1 to 2^31 - 1, stored less one, 7 bits a byte, lowest first. */
    private int readSide(String name) throws IOException {
        long value = 1;
        for (int i = 0; i < Packed.MAX_VARINT; i++) {
            int b = next();
            value += (long) (b & 0x7F) << (7 * i);
            if (b < 0x80) {
                if (value > Integer.MAX_VALUE) {
                    break;
                }
                return (int) value;
            }
        }
        throw broken("the " + name + " is not in 1..2147483647");
    }

    private static void checkSize(int width, int height, long most) throws CodecException {
        long pixels = (long) width * height;
        if (pixels > most) {
            throw CodecException.tooLarge(Packed.FORMAT, width, height, most);
        }
    }

    private Palette readColors(int size, boolean alpha) throws IOException {
        int[] entries = new int[size];
        for (int i = 0; i < size; i++) {
            int rgb = next() << 16 | next() << 8 | next();
            entries[i] = (alpha ? next() : 255) << 24 | rgb;
        }
        return new Palette(entries);
    }

    private byte[] readLabels(int pixels, int entries) throws IOException {
        int bits = Packed.bitsPerLabel(entries);
        if (bits == 0) {
            return new byte[pixels];
        }
        byte[] labels = new byte[Math.min(pixels, BUFFER)];
        int pending = 0;
        int pendingBits = 0;
        for (int i = 0; i < pixels; i++) {
            if (i == labels.length) {
                labels = Arrays.copyOf(labels, (int) Math.min(pixels, 2L * i));
            }
            if (pendingBits < bits) {
                pending = pending << 8 | next();
                pendingBits += 8;
            }
            pendingBits -= bits;
            int label = pending >> pendingBits & (1 << bits) - 1;
            if (label >= entries) {
                throw Packed.outside("label " + label, entries);
            }
            labels[i] = (byte) label;
        }
        if ((pending & (1 << pendingBits) - 1) != 0) {
            throw broken("the bits behind the last label are not zero");
        }
        return labels;
    }

    private void readEnd() throws IOException {
        crc.update(buffer, 0, position);
        int computed = (int) crc.getValue();
        int stored = 0;
        for (int i = 0; i < 4; i++) {
            stored = stored << 8 | next();
        }
        if (stored != computed) {
            throw broken("the checksum is wrong");
        }
        if (fill()) {
            throw broken("there are bytes behind the end");
        }
    }

    private int next() throws IOException {
        if (!fill()) {
            throw broken("the file ends too early");
        }
        return buffer[position++] & 0xFF;
    }

    /** Whether there is a byte in the buffer, after reading on if necessary. */
    private boolean fill() throws IOException {
        if (position < limit) {
            return true;
        }
        crc.update(buffer, 0, limit);
        consumed += limit;
        position = 0;
        limit = Math.max(0, in.read(buffer));
        return limit > 0;
    }

    private CodecException broken(String reason) {
        return new CodecException(Packed.FORMAT, consumed + position, reason);
    }
}
