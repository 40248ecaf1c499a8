package tinct.codec;

import tinct.image.IndexedImage;

/**
 * What a picture costs as a packed {@code .tinct} file that is not coded: the most that one takes.
 *
 * @param frameBits signature, version, size, flags, number of entries and checksum
 * @param paletteBits 24 bits an entry, or 32 if any of them is not opaque
 * @param bitsPerPixel ceil(log2 k), 0 to 8
 * @param labelBits {@code bitsPerPixel} times the number of pixels
 * @param fileBytes what such a file takes: all of these, rounded up to whole bytes; a coded file takes less
 */
public record PackedSize(long frameBits, long paletteBits, int bitsPerPixel, long labelBits, long fileBytes) {
    /** The account of a picture; no file is written for it. */
    public static PackedSize of(IndexedImage image) {
        int entries = image.palette().size();
        long frameBits = 8L * (PackedWriter.header(image, 0).length + Packed.CHECKSUM_BYTES);
        long paletteBits = (long) entries * (image.palette().opaque() ? 24 : 32);
        int bitsPerPixel = Packed.bitsPerLabel(entries);
        long labelBits = bitsPerPixel * image.pixelCount();
        return new PackedSize(
                frameBits, paletteBits, bitsPerPixel, labelBits, (frameBits + paletteBits + labelBits + 7) / 8);
    }
}
