package tinct.codec;

import java.nio.ByteBuffer;

/** What the chunk IHDR says. */
record PngHeader(int width, int height, int bitDepth, PngColor color, boolean interlaced) {
    static final int LENGTH = 13;

    /** The longest row, in bytes, that an array can hold beside its filter byte. */
    private static final long MAX_ROW = Integer.MAX_VALUE - 16;

    /** Deflate cannot make data smaller than this: 258 bytes out of 2 bits. */
    private static final int MAX_RATIO = 1032;

    /** Reads the 13 bytes of an IHDR that begins at byte {@code offset} of the file. */
    static PngHeader parse(byte[] ihdr, long offset) throws CodecException {
        if (ihdr.length != LENGTH) {
            throw new CodecException("PNG", offset, "chunk IHDR has " + ihdr.length + " bytes instead of 13");
        }
        ByteBuffer data = ByteBuffer.wrap(ihdr);
        int width = data.getInt();
        int height = data.getInt();
        int depth = data.get() & 0xFF;
        int type = data.get() & 0xFF;
        int compression = data.get() & 0xFF;
        int filtering = data.get() & 0xFF;
        int interlace = data.get() & 0xFF;
        if (width < 1 || height < 1) {
            throw new CodecException(
                    "PNG",
                    offset,
                    "width and height must be in 1..2147483647, are " + Integer.toUnsignedString(width) + " x "
                            + Integer.toUnsignedString(height));
        }
        PngColor color = PngColor.of(type)
                .orElseThrow(() -> new CodecException("PNG", offset, "there is no colour type " + type));
        if (!color.allows(depth)) {
            throw new CodecException(
                    "PNG", offset, "a depth of " + depth + " bits is not allowed for " + color.title());
        }
        if (compression != 0 || filtering != 0 || interlace > 1) {
            throw new CodecException(
                    "PNG",
                    offset,
                    "compression " + compression + ", filtering " + filtering + ", interlacing " + interlace
                            + " are not all known");
        }
        return new PngHeader(width, height, depth, color, interlace == 1);
    }

    /** Whether all numbers are the same. The equals of a record makes its code at first use, which takes a start some ms. */
    boolean matches(PngHeader other) {
        return width == other.width
                && height == other.height
                && bitDepth == other.bitDepth
                && color == other.color
                && interlaced == other.interlaced;
    }

    int bitsPerPixel() {
        return bitDepth * color.channels();
    }

    /** Bytes of a row of {@code columns} pixels, without its filter byte. */
    long rowBytes(int columns) {
        return ((long) columns * bitsPerPixel() + 7) / 8;
    }

    /** Such as {@code "8-bit RGB"}. */
    String kind() {
        return bitDepth + "-bit " + color.title();
    }

    /**
     * Refuses a picture that is too large, before any memory is taken for it.
     *
     * @param fileLength bytes of the whole file
     */
    void checkSize(long maxPixels, long fileLength) throws CodecException {
        long pixels = (long) width * height; // both below 2^31
        if (pixels > maxPixels) {
            throw CodecException.tooLarge("PNG", width, height, maxPixels);
        }
        if (rowBytes(width) > MAX_ROW) {
            throw CodecException.refused("PNG", "has rows of " + rowBytes(width) + " bytes, too long to read");
        }
        if (interlaced && pixels > MAX_ROW) {
            throw CodecException.refused(
                    "PNG", "of " + width + " x " + height + " is interlaced and does not fit in memory as a whole");
        }
        if (height > fileLength * (8L * MAX_RATIO) / ((long) width * bitsPerPixel())) {
            throw new CodecException(
                    "PNG", -1, "a file of " + fileLength + " bytes cannot hold " + width + " x " + height + " pixels");
        }
    }
}
